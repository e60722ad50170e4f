"""Slides and memo read back: texts, charts' numbers, words for those who listen; and LibreOffice opens them."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pptx import Presentation

from server.service import Service
from server.settings import Settings
from server.usecases.downloads import export_file
from tests.find_programs import MEMOS, SLIDES, find_program
from tests.server.filled_rooms import UGLY, Filled, filled, whole_workshop
from tests.server.items import order_item

RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
OFFICE = find_program(("soffice", "libreoffice"))
PARTS = {".pptx": find_program(SLIDES), ".docx": find_program(MEMOS), ".xlsx": OFFICE}
"""Each part of LibreOffice is a package of its own."""

LABELS = ["=Kylätalo()", "https://example.org", "Digiapua kotiin"]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    running.lexicon.wait()
    yield running
    running.close()


@pytest.fixture(scope="module")
def room(service: Service) -> Filled:
    """The whole workshop, dots and a ranking with labels that a workbook reads otherwise, statements, open answers."""
    answered = whole_workshop(service)
    bodies: dict[str, dict[str, Any]] = {
        "dots": {"dots": {"option_1": 3, "option_2": 2}}, "ranking": {"ranking": ["option_2", "option_1"]},
    }  # fmt: skip
    for kind, body in bodies.items():
        service.questions.add(answered.code, order_item(kind, "Mitä ensin?", LABELS, 5), ["fi"], opens=True)
        for person in range(6):
            answered.answer(person, **body)
    statements = [{"id": "s_1", "label": {"fi": "Uutta kokeillaan"}}]
    ends = {"low": {"fi": "ei"}, "high": {"fi": "kyllä"}}
    scale = {"kind": "scale", "question": {"fi": "Väite"}, "steps": 5, "unsure": True, "statements": statements, **ends}
    service.questions.add(answered.code, scale, ["fi"], opens=True)
    for person in range(6):
        answered.answer(person, scale={"s_1": 5 if person else 1})
    text = {"kind": "text", "question": {"fi": "Avoin?"}, "max_answers": 1, "approval": False}
    service.questions.add(answered.code, text, ["fi"], opens=True)
    answered.answer(1, texts=["=1+1 avoin vastaus <b>"])
    return answered


def exported(room: Filled, kind: str, lang: str = "fi") -> bytes:
    return export_file(room.service, room.code, lang, kind, lambda done: None)


@pytest.fixture(scope="module")
def deck(room: Filled) -> Any:
    return Presentation(io.BytesIO(exported(room, ".pptx")))


@pytest.fixture(scope="module")
def memo(room: Filled) -> Any:
    return Document(io.BytesIO(exported(room, ".docx")))


def charts(deck: Any) -> dict[str, list[Any]]:
    """Title of a slide to its charts."""
    drawn: dict[str, list[Any]] = {}
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                drawn.setdefault(slide.shapes.title.text, []).append(shape.chart)
    return drawn


def numbers(chart: Any) -> list[tuple[float, ...]]:
    return [tuple(series.values) for series in chart.plots[0].series]


def words_of(shape: Any) -> str:
    return str(shape.element.xpath(".//p:cNvPr")[0].get("descr"))


def test_there_is_one_slide_for_each_round_that_took_answers(room: Filled, deck: Any) -> None:
    record = room.service.results.record(room.code)
    questions = [
        activity.activity.question("fi") for activity, _ in record.all_rounds() if activity.activity.takes_answers
    ]
    assert [slide.shapes.title.text for slide in deck.slides] == [record.title, *questions]


def test_charts_have_the_rooms_numbers_and_can_be_edited(room: Filled, deck: Any) -> None:
    record = room.service.results.record(room.code)
    counted: dict[str, Any] = {
        activity.activity.id: round_record.results for activity, round_record in record.all_rounds()
    }
    drawn = charts(deck)
    roles = drawn["Mikä on roolisi suhteessa ratkaisujen kehittämiseen?"][0]
    assert numbers(roles) == [tuple(option.people for option in counted["roles"].options)]
    assert "Johdan tai päätän (67 %)" in list(roles.plots[0].categories)
    levels = drawn["Olemmekohan me kehittäneet tietämättämme sosiaalisen innovaation?"][0]
    criteria = counted["assessment"].criteria
    assert numbers(levels)[2] == tuple(row.levels[2] for row in criteria)
    assert numbers(levels)[4] == tuple(row.unknown for row in criteria)
    quiz = drawn["Oletko tehokkuusfriikki vai todellinen propellipää?"][0]
    assert numbers(quiz) == [tuple(row.people for row in counted["quiz"].types)]
    dots, ranking = drawn["Mitä ensin?"]
    assert numbers(dots) == [(18, 12, 0)]
    assert numbers(ranking) == [(6, 0, 0)]
    assert numbers(drawn["Väite"][0]) == [(1,), (0,), (0,), (0,), (5,)]


def test_a_charts_sheet_holds_labels_as_text(deck: Any) -> None:
    workbook = charts(deck)["Mitä ensin?"][0].part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    assert sheet is not None
    cells = [sheet.cell(row, 1) for row in (2, 3, 4)]
    assert [str(cell.value).strip() for cell in cells] == LABELS
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_the_cloud_has_its_list_in_the_notes(room: Filled, deck: Any) -> None:
    first = deck.slides[1]
    notes = first.notes_slide.notes_text_frame.text
    record = room.service.results.record(room.code)
    shown: Any = record.activities[0].rounds[0].results
    for word in shown.shown:
        assert f"{' '.join(word.text.split())}: {word.people}" in notes
    assert "turha" not in notes
    picture = next(shape for shape in first.shapes if shape.shape_type == 13)
    assert "yhteistyö 4" in words_of(picture)


def test_every_slide_tells_people_date_and_rule(deck: Any) -> None:
    for slide in list(deck.slides)[1:]:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert any(re.search(r"\d+ vastaaja.* · \d+\. \w+ 20\d\d", text) for text in texts)
        assert any(text.startswith(("Luku on", "Järjestys on", "Vastaukset ovat")) for text in texts)


def test_a_slide_of_questions_to_the_speaker_tells_their_day(service: Service) -> None:
    hall = filled(service)
    hall.service.actions.do(hall.code, "speaker_questions", {"on": True}, None)
    asker = service.access.participant("person-1")
    job = service.speaker_questions.asking(hall.code, asker, {"text": "Kuka maksaa?"})
    question, _ = service.store.write(job, (hall.code, "questions"))
    hall.service.actions.do(hall.code, "mark_speaker_question", {"question": question, "state": "shown"}, None)
    slide = Presentation(io.BytesIO(exported(hall, ".pptx"))).slides[1]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert any(re.fullmatch(r"1 kysymys · \d+\. \w+ 20\d\d", text) for text in texts)
    lines = [paragraph.text for paragraph in Document(io.BytesIO(exported(hall, ".docx"))).paragraphs]
    assert not any(line.rstrip().endswith("·") for line in lines)


def test_every_picture_and_chart_has_words(deck: Any, memo: Any) -> None:
    drawn = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart or shape.shape_type == 13]
    assert len(drawn) == 8
    assert all(len(words_of(shape)) > 5 for shape in drawn)
    pictures = memo.element.xpath(".//wp:docPr")
    assert len(pictures) == 8
    assert all(len(picture.get("descr")) > 5 for picture in pictures)


def test_a_small_group_is_in_neither(service: Service) -> None:
    small = filled(service)
    small.open("roles")
    for person in range(4):
        small.answer(person, choices=["funder"])
    small_deck = Presentation(io.BytesIO(exported(small, ".pptx")))
    assert charts(small_deck) == {}
    assert b"Rahoitan" not in exported(small, ".md")
    for kind in (".pptx", ".docx"):
        with zipfile.ZipFile(io.BytesIO(exported(small, kind))) as archive:
            assert all(b"Rahoitan" not in archive.read(name) for name in archive.namelist())


def test_the_memo_has_headings_and_tables_with_heads(room: Filled, memo: Any) -> None:
    styles = [(paragraph.style.name, paragraph.text) for paragraph in memo.paragraphs]
    assert styles[0] == ("Title", room.room.title)
    headings = [text for style, text in styles if style == "Heading 1"]
    assert "Missä toimit?" not in headings  # nobody was questions
    assert headings[0] == "Mitä sinulle tulee mieleen sosiaalisista innovaatioista?"
    assert headings[-1] == "Toimintamalli Innokylään – luonnos"
    for table in memo.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    rows = [[cell.text for cell in row.cells] for table in memo.tables for row in table.rows]
    shares = next(row for table in memo.tables for row in table.rows if row.cells[0].text == "Johdan tai päätän")
    assert [cell.paragraphs[0].alignment for cell in shares.cells] == [None, RIGHT, RIGHT]
    assert ["Johdan tai päätän", "8", "67 %"] in rows
    assert ["yhteistyö", "4"] in rows
    assert any("=1+1 avoin vastaus <b>" in text for _, text in styles)


def test_the_files_have_title_and_language(room: Filled) -> None:
    for lang, tag in (("fi", "fi-FI"), ("sv", "sv-FI"), ("en", "en-GB")):
        deck = Presentation(io.BytesIO(exported(room, ".pptx", lang)))
        assert (deck.core_properties.title, deck.core_properties.language) == (room.room.title, lang)
        assert f'lang="{tag}"' in deck.slides[0].shapes.title.text_frame._txBody.xml
        memo = Document(io.BytesIO(exported(room, ".docx", lang)))
        assert (memo.core_properties.title, memo.core_properties.language) == (room.room.title, tag)
        assert f'w:lang w:val="{tag}"' in memo.styles.element.xml


def test_ugly_words_do_not_break_the_files(service: Service) -> None:
    ugly = filled(service, "& <x>")
    ugly.open("word_cloud")
    ugly.say(*UGLY)
    for kind in (".pptx", ".docx"):
        with zipfile.ZipFile(io.BytesIO(exported(ugly, kind))) as archive:
            assert archive.testzip() is None


@pytest.mark.parametrize("kind", PARTS)
def test_libreoffice_opens_them(room: Filled, kind: str, tmp_path: Path) -> None:
    if OFFICE is None or PARTS[kind] is None:
        pytest.skip("this part of LibreOffice is not installed")
    path = tmp_path / f"tulokset{kind}"
    path.write_bytes(exported(room, kind))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "tulokset.pdf").read_bytes().startswith(b"%PDF-")
