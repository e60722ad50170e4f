"""Exports of a room: the same numbers in every file, and an import from JSON that restores it."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import openpyxl
import pandas as pd
import pytest

from server.__main__ import main
from server.service import Service
from server.settings import PROJECT, Settings, settings
from server.usecases import downloads, round_pictures
from server.usecases.importing import RoomFileError
from server.usecases.room_data import gathered
from tests.server.filled_rooms import UGLY, Filled, filled, whole_workshop
from workshop.activities.words import WordsResults
from workshop.content.texts import LANGUAGES
from workshop.exports.record import RoomRecord
from workshop.words.clean import cleaned

SCHEMA = PROJECT / "docs" / "room.schema.json"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    running.lexicon.wait()
    yield running
    running.close()


@pytest.fixture(scope="module")
def room(service: Service) -> Filled:
    return whole_workshop(service)


def exported(room: Filled, kind: str, lang: str = "fi", *, linked: bool = False) -> bytes:
    return downloads.export_file(room.service, room.code, lang, kind, lambda done: None, linked=linked)


def sheet(room: Filled, name: str) -> pd.DataFrame:
    return pd.read_excel(io.BytesIO(exported(room, ".xlsx")), sheet_name=name, keep_default_na=False)


def words_of(record: RoomRecord, number: int = 1) -> WordsResults:
    results = next(round_record.results for _, round_record in record.all_rounds() if round_record.number == number)
    assert isinstance(results, WordsResults)
    return results


def test_hidden_merged_and_restored_words_have_the_same_numbers_everywhere(room: Filled) -> None:
    """The projector's own list is the measure."""
    first = next(room_round for room_round in room.service.results.rounds(room.code) if room_round.round.number == 1)
    projected = room.service.results_cache.words(room.code, first.activity_id, first.round.id)
    counts = {entry.text: entry.count for entry in projected.shown}
    assert (counts["yhteistyö"], counts["kahvi"], counts["palautettu"]) == (4, 3, 1)
    assert "turha" not in counts

    table = sheet(room, "Sanat")
    in_sheet = table[(table["Kierros"] == 1) & (table["Tila"] == "näkyvissä")]
    assert dict(zip(in_sheet["Sana"].astype(str), in_sheet["Vastaajia"], strict=True)) == counts

    record = RoomRecord.model_validate_json(exported(room, ".json"))
    assert {word.text: word.people for word in words_of(record).shown} == counts

    report = downloads.report_of(gathered(room.service, room.code, "fi", with_clouds=True))
    assert dict(report.sections[0].parts[0].words) == dict(list(counts.items())[:40])
    listed = re.findall(r"<li>yhteistyö <b>(\d+)</b>", exported(room, ".html").decode())
    assert listed[0] == "4"

    with zipfile.ZipFile(io.BytesIO(exported(room, ".zip"))) as archive:
        plain = pd.read_csv(archive.open("utf-8/02-sanat.csv"), keep_default_na=False)
    shown = plain[(plain["Kierros"] == 1) & (plain["Tila"] == "näkyvissä")]
    assert list(shown["Vastaajia"]) == list(counts.values())


def test_who_merged_is_reported(room: Filled) -> None:
    table = sheet(room, "Sanat").set_index("Sana")
    first = table[table["Kierros"] == 1]
    assert (first.loc["yhteistyö", "Yhdistäjä"], first.loc["kahvi", "Yhdistäjä"]) == ("ohjelma", "ohjaaja")
    assert first.loc["turha", "Tila"] == "piilotettu"


def test_every_ugly_answer_is_in_the_workbook_as_it_was_kept(room: Filled) -> None:
    texts = set(sheet(room, "Vastaukset")["Vastaus"].astype(str))
    assert {cleaned(text) for text in UGLY} <= texts


def test_the_answers_are_one_csv_with_the_text_in_its_column(room: Filled) -> None:
    csv_file = exported(room, ".csv")
    assert csv_file.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv(io.BytesIO(csv_file), sep=";", encoding="utf-8-sig", keep_default_na=False)
    headings = [
        "Kysymys", "Kierros", "Aika (Europe/Helsinki)", "Vastaaja", "Vastaus", "Tila", "Aika (ISO 8601)", "Teema",
    ]  # fmt: skip
    assert list(frame.columns) == headings
    assert len(frame) == room.service.results.record(room.code).answers
    assert (frame["Vastaus"] == "yhteistyössä").sum() == 1
    assert "Ideoin uusia ratkaisuja" in set(frame["Vastaus"])


def test_sheets_stand_in_the_order_of_the_programme(room: Filled) -> None:
    names = openpyxl.load_workbook(io.BytesIO(exported(room, ".xlsx"))).sheetnames
    assert names == [
        "Yhteenveto", "Sanat", "Avoimet vastaukset", "Vastaukset", "Kuka olet", "Missä toimit", "Arviointi", "Testi",
        "Väittämät", "Kysymykset puhujalle", "Vertailu", "Ryhmittäin", "Tietoa",
    ]  # fmt: skip


def test_rounds_are_compared(room: Filled) -> None:
    rows = sheet(room, "Vertailu").set_index("Sana")
    assert list(rows.loc["yhdessä"][["Ennen", "Jälkeen", "Mitä tapahtui"]]) == [0, 2, "uusi"]
    assert list(rows.loc["yhteistyö"][["Ennen", "Jälkeen", "Mitä tapahtui"]]) == [4, 1, "väheni"]
    assert rows.loc["kahvi"]["Mitä tapahtui"] == "poistui"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", list(downloads.KINDS))
def test_every_file_is_made_in_every_language(room: Filled, kind: str, lang: str) -> None:
    starts = {
        ".xlsx": b"PK", ".zip": b"PK", ".csv": b"\xef\xbb\xbf", ".json": b"{", ".pdf": b"%PDF-", ".html": b"<!doctype",
        ".png": b"\x89PNG", ".svg": b"<svg", ".pptx": b"PK", ".docx": b"PK", ".md": b"# Toimintamalli",
    }  # fmt: skip
    assert exported(room, kind, lang).startswith(starts[kind])


@pytest.mark.parametrize("kind", [kind for kind in downloads.KINDS if kind not in {".png", ".svg"}])
def test_a_room_that_nobody_has_answered_has_its_files_too(service: Service, kind: str) -> None:
    empty = filled(service, "=Tyhjä")
    assert exported(empty, kind)
    empty.open("word_cloud")
    assert exported(empty, kind)


def test_a_room_without_words_has_no_picture(service: Service) -> None:
    with pytest.raises(round_pictures.NoCloudError):
        exported(filled(service), ".png")
    with pytest.raises(downloads.FileKindError):
        exported(filled(service), ".doc")


def test_a_small_group_is_not_broken_down(service: Service) -> None:
    small = filled(service)
    small.open("roles")
    for person in range(4):
        small.answer(person, choices=["funder"])
    small.open("assessment")
    small.fill_form(4, ["1", "4"])
    small.open("quiz")
    small.fill_form(4, ["a", "b"])
    page = exported(small, ".html").decode()
    assert page.count("vähintään 5") == 3
    assert "<table>" not in page
    assert "Rahoitan" not in page
    summary = sheet(small, "Yhteenveto")
    assert list(summary["Yleisimmät"])[1:] == ["Jakauma näytetään, kun vastaajia on vähintään 5."] * 3


def test_the_report_holds_no_markup_of_people_and_fetches_nothing(room: Filled) -> None:
    page = exported(room, ".html").decode()
    assert "<b onclick" not in page
    assert "&lt;työpaja&gt;" in page
    sources = re.findall(r'(?:src|url)[=(]"?([a-z]+):', page)
    assert set(sources) == {"data"}
    assert "<script" not in page


def test_the_pdf_is_tagged_and_has_its_title_and_language(room: Filled) -> None:
    pdf = exported(room, ".pdf")
    for sign in (b"/StructTreeRoot", b"/Lang", b"pdfuaid", b"/FontFile"):
        assert sign in pdf


def test_the_picture_is_as_large_as_a_slide(room: Filled) -> None:
    png = exported(room, ".png")
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (3200, 1800)


def test_no_file_leads_back_to_a_browser(room: Filled) -> None:
    token = room.service.access.participant("person-1")
    for kind in (".json", ".csv", ".html"):
        data = exported(room, kind)
        assert token.hex().encode() not in data
        assert b"person-1" not in data


def without_moment(data: bytes) -> dict[str, object]:
    """The record without what differs between two rooms: when it was made, its code, and rounds left open."""
    record = json.loads(data)
    for name in ("code", "exported_at"):
        del record[name]
    for activity in record["activities"]:
        for round_record in activity["rounds"]:
            del round_record["closed_at"]
    return dict(record)


def test_a_room_comes_back_from_its_file_with_the_same_results(room: Filled) -> None:
    data = exported(room, ".json", linked=True)
    again = room.service.importing.from_json(data)
    assert again.code != room.code
    copy = Filled(room.service, again)
    assert without_moment(exported(copy, ".json", linked=True)) == without_moment(data)
    assert exported(copy, ".csv", linked=True) == exported(room, ".csv", linked=True)


def test_a_room_comes_back_from_unlinked_rows_with_the_same_numbers(room: Filled) -> None:
    record = RoomRecord.model_validate_json(exported(room, ".json"))
    copy = room.service.importing.from_json(exported(room, ".json"))
    again = room.service.results.record(copy.code)
    for (_, before), (_, after) in zip(record.all_rounds(), again.all_rounds(), strict=True):
        if isinstance(before.results, WordsResults):
            assert after.results is not None
            assert before.results.people == after.results.people
        else:
            assert before.results == after.results


def test_the_file_is_what_its_schema_says(room: Filled) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert schema == RoomRecord.model_json_schema()
    jsonschema.Draft202012Validator(schema).validate(json.loads(exported(room, ".json")))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("format", "propelli-room-9"), ("lang", "de"), ("title", ""), ("created_at", "2026-01-01T10:00:00"),
        ("retention_days", 0), ("activities", [{}]), ("activities", []), ("surprise", 1),
    ],
)  # fmt: skip
def test_a_changed_file_is_refused_by_the_place(room: Filled, place: str, value: object) -> None:
    record = json.loads(exported(room, ".json"))
    record[place] = value
    with pytest.raises(RoomFileError) as raised:
        room.service.importing.from_json(json.dumps(record).encode())
    assert str(raised.value.values["place"]).startswith(place)


def test_a_file_that_counts_somebody_twice_is_refused(room: Filled) -> None:
    record = json.loads(exported(room, ".json"))
    answers = record["activities"][0]["rounds"][0]["answers"]
    answers.append(answers[0])
    before = len(room.service.rooms.all())
    with pytest.raises(RoomFileError):
        room.service.importing.from_json(json.dumps(record).encode())
    assert len(room.service.rooms.all()) == before


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"PK\x03\x04", b"\xff\xfe", b'{"format":'])
def test_what_is_no_room_is_refused(service: Service, data: bytes) -> None:
    with pytest.raises(RoomFileError):
        service.importing.from_json(data)


def test_results_can_be_taken_while_a_question_is_open(service: Service, tmp_path: Path) -> None:
    live = filled(service)
    live.open("word_cloud")
    live.say("kahvi")
    assert len(sheet(live, "Vastaukset")) == 1
    live.say("tee", person=5)
    assert len(sheet(live, "Vastaukset")) == 2


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., int]]:
    """The command line over a home of its own."""
    monkeypatch.setenv("PROPELLI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PROPELLI_PASSWORD", "lupa")
    settings.cache_clear()
    yield lambda *arguments: main([str(argument) for argument in arguments])
    settings.cache_clear()


def test_the_command_line_exports_imports_and_says_what_went_wrong(
    command: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("room", "new", "--code", "482915", "--title", "Koe", "--open", "word_cloud") == 0
    for kind in downloads.KINDS:
        assert command("room", "export", "482 915", "--to", tmp_path / f"tulos{kind}") == 0
        assert (tmp_path / f"tulos{kind}").stat().st_size > 0
    assert command("room", "export", "482915", "--to", tmp_path / "sv.csv", "--lang", "sv") == 0
    assert "Fråga" in (tmp_path / "sv.csv").read_text("utf-8-sig")
    capsys.readouterr()
    assert command("room", "import", tmp_path / "tulos.json") == 0
    assert "Uusi koodi on" in capsys.readouterr().out
    wrong = {
        ("room", "export", "482915", "--to", tmp_path / "tulos.doc"): "pääte",
        ("room", "export", "482915", "--to", tmp_path / "ei" / "tulos.csv"): "toinen paikka",
        ("room", "export", "111111", "--to", tmp_path / "tulos.csv"): "ei löydy työpajaa",
        ("room", "import", tmp_path / "tulos.csv"): "ei ole Propellin työpaja",
        ("room", "import", tmp_path / "puuttuu.json"): "ei voitu lukea",
        ("restore", tmp_path / "tulos.csv"): "Mitään ei muutettu",
        ("backup", tmp_path / "ei" / "kopio.db"): "toinen paikka",
    }
    for arguments, sentence in wrong.items():
        assert command(*arguments) == 1
        error_output = capsys.readouterr().err
        assert sentence in error_output
        assert "Traceback" not in error_output
