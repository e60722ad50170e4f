"""Dots and rankings through the use cases: state, answers, results by the rules, rounds, and every file."""

import io
import json
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest

from server.service import Service
from server.store.answers import ClosedError
from server.usecases import downloads
from server.usecases.participants import ResultsHiddenError
from server.usecases.room_data import gathered
from tests.server.filled_rooms import Filled, filled, on_the_wall, phone_results
from tests.server.items import order_item
from workshop.activities.answers import AnswerError
from workshop.exports.summary import all_tables

LABELS = "Kylätalo auki joka päivä\n=Kyytirinki; kimppakyydit\nYhteinen kyläkahvila\nDigiapua kotiin"
DOTS = {"option_1": 3, "option_2": 1, "option_4": 1}
RANKING = ["option_2", "option_1", "option_3"]
BODIES: dict[str, dict[str, Any]] = {"dots": {"dots": DOTS}, "ranking": {"ranking": RANKING}}

each_form = pytest.mark.parametrize("form", BODIES)


def answers_file(room: Filled) -> str:
    return downloads.answers_csv(gathered(room.service, room.code, "fi")).decode("utf-8-sig")


def opened(service: Service, form: str, amount: int = 5) -> Filled:
    room = filled(service)
    service.questions.add(
        room.code, order_item(form, "Mitä tehdään ensin?", LABELS.split("\n"), amount), ["fi"], opens=True
    )
    service.control.show(room.code, "results")
    service.control.show_results(room.code, "always", phones=True)
    return room


def cells(room: Filled, sheet: str) -> Iterator[tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(downloads.workbook(gathered(room.service, room.code, "fi"))))
    yield from book[sheet].iter_rows(values_only=True)


def result(room: Filled) -> dict[str, Any]:
    shown: dict[str, Any] = on_the_wall(room.service, room.code)["result"]
    return shown


@each_form
def test_the_same_answer_twice_is_one_and_another_takes_its_place(service: Service, form: str) -> None:
    room = opened(service, form)
    first = room.answer(1, **BODIES[form])
    assert room.answer(1, **BODIES[form]) == first
    assert result(room)["n"] == 1
    key = service.access.participant("person-1")
    own = service.answering.mine(room.code, key, "fi")
    assert own["answers"] == (RANKING if form == "ranking" else [f"{name}={n}" for name, n in DOTS.items()])
    assert own["left"] == 0
    room.answer(1, **({"dots": {"option_3": 1}} if form == "dots" else {"ranking": ["option_4"]}))
    assert result(room)["n"] == 1
    service.control.close(room.code)
    with pytest.raises(ClosedError):
        room.answer(1, **BODIES[form])


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("dots", {"dots": {"option_1": 6}}), ("dots", {"dots": {"x": 1}}), ("dots", {"choices": ["option_1"]}),
        ("ranking", {"ranking": ["option_1", "option_1"]}), ("ranking", {"ranking": ["x"]}), ("ranking", {"dots": {}}),
    ],
)  # fmt: skip
def test_a_refused_answer_keeps_the_one_before_it(service: Service, form: str, body: dict[str, Any]) -> None:
    room = opened(service, form)
    room.answer(1, **BODIES[form])
    before = result(room)
    with pytest.raises(AnswerError) as caught:
        room.answer(1, **body)
    for lang in ("fi", "sv", "en"):
        assert "{" not in service.sentence(caught.value, lang)
    assert result(room) == before


@each_form
def test_results_follow_their_rule_on_phones_and_on_the_wall(service: Service, form: str) -> None:
    room = opened(service, form)
    room.answer(1, **BODIES[form])
    assert phone_results(service, room.code)["n"] == 1
    assert len(phone_results(service, room.code)[form]) == 4
    service.control.show_results(room.code, "closed", phones=True)
    assert on_the_wall(service, room.code)["result"] is None
    with pytest.raises(ResultsHiddenError):
        phone_results(service, room.code)
    service.control.close(room.code)
    assert result(room)["n"] == 1


@each_form
def test_a_new_round_begins_empty_and_is_compared_with_the_one_before(service: Service, form: str) -> None:
    room = opened(service, form)
    for person in range(6):
        room.answer(person, **BODIES[form])
    name = service.desks.get(room.code).current.name  # type: ignore[union-attr]
    room.open(name, new_round=True)
    assert result(room)["n"] == 0
    room.answer(1, **({"dots": {"option_3": 2}} if form == "dots" else {"ranking": ["option_3"]}))
    changes = {row[2]: row[3:6] for row in cells(room, "Vertailu")}
    assert changes["Kylätalo auki joka päivä"] == ((18, 0, -18) if form == "dots" else (0, 0, 0))
    assert changes["Yhteinen kyläkahvila"] == ((0, 2, 2) if form == "dots" else (0, 1, 1))


def test_dots_stand_in_every_file(service: Service) -> None:
    room = opened(service, "dots")
    for person in range(6):
        room.answer(person, **BODIES["dots"])
    rows = list(cells(room, "Mitä tehdään ensin"))
    assert rows[0] == ("Kierros", "Vaihtoehto", "Pisteitä", "Vastaajia", "Vastaajia yhteensä")
    assert rows[1:5] == [
        (1, "Kylätalo auki joka päivä", 18, 6, 6), (1, "=Kyytirinki; kimppakyydit", 6, 6, 6),
        (1, "Yhteinen kyläkahvila", 0, 0, 6), (1, "Digiapua kotiin", 6, 6, 6),
    ]  # fmt: skip
    assert "Kylätalo auki joka päivä 18" in str(list(cells(room, "Yhteenveto")))
    assert ("Kylätalo auki joka päivä: 3") in downloads.answers_csv(gathered(service, room.code, "fi")).decode(
        "utf-8-sig"
    )
    innokyla = downloads.export_file(service, room.code, "fi", ".md", lambda done: None).decode()
    assert "Eniten pisteitä: Kylätalo auki joka päivä 18" in innokyla
    page = downloads.export_file(service, room.code, "fi", ".html", lambda done: None).decode()
    assert "30 pistettä jaettu, jokaisella 5." in page
    assert downloads.export_file(service, room.code, "sv", ".pdf", lambda done: None).startswith(b"%PDF")
    record = json.loads(downloads.record_json(gathered(service, room.code, "fi")))
    results = next(activity["rounds"][0]["results"] for activity in record["activities"] if activity["rounds"])
    assert results["options"][0] == {"id": "option_1", "dots": 18, "people": 6}


def test_a_ranking_stands_in_every_file(service: Service) -> None:
    room = opened(service, "ranking", 10)
    for person in range(6):
        room.answer(person, ranking=RANKING[: 3 if person else 1])
    rows = list(cells(room, "Mitä tehdään ensin"))
    assert rows[0] == (
        "Kierros", "Vaihtoehto", "Sija", "Keskisija", "1. sija", "2. sija", "3. sija", "4. sija", "Ei sijaa",
        "Vastaajia yhteensä",
    )  # fmt: skip
    assert rows[1] == (1, "=Kyytirinki; kimppakyydit", 1, 1, 6, 0, 0, 0, 0, 6)
    assert rows[2] == (1, "Kylätalo auki joka päivä", 2, 2.17, 0, 5, 0, 0, 1, 6)
    leading = "1. =Kyytirinki; kimppakyydit (1,0), 2. Kylätalo auki joka päivä (2,2)"
    assert leading in str(list(cells(room, "Yhteenveto")))
    assert "2. Kylätalo auki joka päivä" in downloads.answers_csv(gathered(service, room.code, "fi")).decode(
        "utf-8-sig"
    )
    innokyla = downloads.export_file(service, room.code, "fi", ".md", lambda done: None).decode()
    assert "Järjestys keskisijan mukaan: 1. =Kyytirinki" in innokyla
    page = downloads.export_file(service, room.code, "fi", ".html", lambda done: None).decode()
    assert "Mitä pidempi pylväs, sitä parempi keskisija." in page
    assert "keskisija 2,2, ensimmäisenä 0" in page
    assert downloads.export_file(service, room.code, "en", ".pdf", lambda done: None).startswith(b"%PDF")
    record = json.loads(downloads.record_json(gathered(service, room.code, "fi")))
    results = next(activity["rounds"][0]["results"] for activity in record["activities"] if activity["rounds"])
    assert results["options"][0]["places"] == [6, 0, 0, 0]


@each_form
def test_a_small_group_is_not_broken_down_in_the_summary_and_the_report(service: Service, form: str) -> None:
    room = opened(service, form)
    room.answer(1, **BODIES[form])
    summary = str(all_tables(service.results.basis(room.code, "fi"))[0].rows)
    assert "Kylätalo auki" not in summary
    assert "Kylätalo auki" not in downloads.export_file(service, room.code, "fi", ".html", lambda done: None).decode()


@each_form
def test_a_room_read_from_its_file_shows_the_same(service: Service, form: str) -> None:
    room = opened(service, form)
    for person in range(3):
        room.answer(person, **BODIES[form])
    copy = Filled(service, service.importing.from_json(downloads.record_json(gathered(service, room.code, "fi"))))
    service.control.show(copy.code, "results")
    name = service.desks.get(room.code).current.name  # type: ignore[union-attr]
    service.control.open(copy.code, name)
    assert result(copy)["options"] == result(room)["options"]
