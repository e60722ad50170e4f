"""The report and the pictures: headings, names and well-filled pages."""

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops

from server.service import Service
from server.settings import Settings
from server.usecases import downloads, round_pictures
from server.usecases.room_data import gathered
from tests.server.filled_rooms import Filled, filled, whole_workshop
from tests.server.items import LANGUAGES, choice_item
from workshop.activities.choice import ChoiceResults
from workshop.activities.registry import exports_of
from workshop.exports.report import RoomReport, picture_heading
from workshop.exports.report_pdf import REPORT, chart_png, report_pdf, report_values
from workshop.exports.typesetting import typeset

TOP_AND_BOTTOM = 0.08
"""Of a page: the margin, and below it the footer."""
MARGIN = 0.055


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    running.lexicon.wait()
    yield running
    running.close()


def report_of(room: Filled) -> RoomReport:
    return downloads.report_of(gathered(room.service, room.code, "fi", with_clouds=True))


def used(page: bytes) -> float:
    """How far down its room a page is used, from 0 to 1."""
    picture = Image.open(io.BytesIO(page)).convert("L")
    top, bottom = (round(picture.height * share) for share in (TOP_AND_BOTTOM, 1 - TOP_AND_BOTTOM))
    room = picture.crop((0, top, picture.width, bottom))
    box = ImageChops.difference(room, Image.new("L", room.size, 255)).getbbox()
    return box[3] / room.height if box else 0.0


def has_words_above(page: bytes) -> bool:
    """Whether anything stands in the margin at the top."""
    picture = Image.open(io.BytesIO(page)).convert("L")
    margin = picture.crop((0, 0, picture.width, round(picture.height * MARGIN)))
    return ImageChops.difference(margin, Image.new("L", margin.size, 255)).getbbox() is not None


def answered_choice(service: Service, options: int, people: int = 6) -> Filled:
    """A question on the spot with so many options, answered by six."""
    room = filled(service)
    labels = (f"Vaihtoehto {place}" for place in range(options))
    service.questions.add(room.code, choice_item("🚀 Mitä?", labels), LANGUAGES, opens=True)
    current = service.desks.get(room.code).current
    assert current is not None
    model: Any = current.model
    for person in range(people):
        room.answer(person, choices=[model.options[0].id])
    return room


@pytest.mark.parametrize("options", [2, 6, 9, 12, 20])
def test_no_page_of_the_report_but_the_last_is_half_empty(service: Service, options: int) -> None:
    room = answered_choice(service, options)
    for name in ("word_cloud", "roles", "sectors", "assessment", "quiz"):
        room.open(name)
        for person in range(12) if name in {"roles", "sectors"} else ():
            activity: Any = next(activity for activity in service.content.activities if activity.id == name)
            room.answer(person, choices=[activity.options[person % 5].id])
        if name == "word_cloud":
            room.say(*(f"sana {n}" for n in range(4 * options)))
        if name in {"assessment", "quiz"}:
            room.fill_form(9, ["1", "3", "4"] if name == "assessment" else ["a", "b", "c"])
    pages = typeset(REPORT, report_values(report_of(room)), ppi=36)
    assert [round(used(page), 2) for page in pages[:-1] if used(page) < 0.6] == []


def test_a_page_that_goes_on_with_a_question_names_it_at_its_top(service: Service) -> None:
    room = filled(service)
    item = {"kind": "text", "question": {"fi": "Mikä asia kaipaa uutta ratkaisua?"}, "approval": False}
    service.questions.add(room.code, item, LANGUAGES, opens=True)
    for person in range(60):
        room.answer(person, texts=[f"Yhteinen sauna ja kahvihetki numero {person}, " * 4])
    pages = typeset(REPORT, report_values(report_of(room)), ppi=36)
    assert [has_words_above(page) for page in pages][:3] == [False, True, True]


def test_the_report_counts_people_and_not_answers(service: Service) -> None:
    room = whole_workshop(service)
    record = service.results.record(room.code)
    numbers = [value for _, value in report_of(room).facts]
    assert record.answers != record.people
    assert str(record.people) in numbers
    assert str(record.answers) not in numbers


def test_words_that_the_font_lacks_are_in_the_pdf_with_their_numbers(service: Service) -> None:
    room = filled(service)
    room.open("word_cloud")
    room.say("🚀", "🚀", "سلام", "ሰላም", "Ǩeâllʼjõs")
    assert report_pdf(report_of(room)).startswith(b"%PDF")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_picture_of_a_chart_tells_its_question_people_and_date(service: Service, lang: str) -> None:
    room = answered_choice(service, 3)
    basis = service.results.basis(room.code, lang)
    activity = next(round_record for round_record in basis.record.activities if round_record.rounds)
    round_record = activity.rounds[0]
    assert isinstance(round_record.results, ChoiceResults)
    picture = exports_of(activity.activity).part(basis, activity.activity, round_record.results, "").picture
    assert picture is not None
    assert picture.chart is not None
    heading = picture_heading(basis, activity.activity, round_record)
    drawn_text = " ".join(ElementTree.fromstring(picture.chart.svg(heading)).itertext())  # noqa: S314
    for expected in ("🚀 Mitä?", basis.text("results.people", n=6), str(round_record.opened_at.year)):
        assert expected in drawn_text
    assert chart_png(picture, heading, basis.text).startswith(b"\x89PNG")


def test_a_picture_of_the_cloud_tells_its_question_people_and_date(service: Service) -> None:
    room = whole_workshop(service)
    svg = downloads.export_file(service, room.code, "fi", ".svg", lambda done: None).decode()
    texts = [text.text or "" for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314
    question = service.results.record(room.code).activities[0].activity.question("fi")
    assert " ".join(texts).startswith(question)
    assert any("3 vastaajaa · " in text for text in texts)
    tops = [float(y) for y in re.findall(r'<text x="[^"]*" y="([^"]*)"', svg)]
    assert max(tops[:2]) < min(tops[2:])


@pytest.mark.parametrize(
    ("lang", "dark", "name"),
    [("fi", False, "kuka-olet-tulos"), ("sv", True, "vem-ar-du-resultat-mork"), ("en", False, "who-are-you-result")],
)
def test_a_pictures_file_is_named_by_the_room_the_question_and_its_kind(
    service: Service, lang: str, dark: bool, name: str
) -> None:
    room = whole_workshop(service)
    basis = service.results.basis(room.code, lang)
    roles = next(activity for activity in basis.record.activities if activity.activity.id == "roles")
    picture_name = round_pictures.picture_name(basis, roles, 1, dark=dark)
    assert downloads.file_name(room.code, picture_name, "png") == f"{room.code}-{name}.png"


def test_a_question_without_latin_letters_has_a_name_too(service: Service) -> None:
    room = filled(service)
    service.questions.add(room.code, choice_item("社会?", "ab"), LANGUAGES, opens=True)
    room.answer(1, choices=[service.desks.get(room.code).current.model.options[0].id])  # type: ignore[union-attr]
    basis = service.results.basis(room.code, "fi")
    activity = next(activity for activity in basis.record.activities if activity.rounds)
    assert (
        downloads.file_name(room.code, round_pictures.picture_name(basis, activity, 1), "png")
        == f"{room.code}-own-1-tulos.png"
    )
