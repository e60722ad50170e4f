"""Open answers and statements in a room: approval, every view and file follows the desk, and statements are counted."""

import io
import json
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from server.service import Service
from server.usecases import downloads
from server.usecases.desk_actions import UnknownActionError
from server.usecases.room_data import gathered
from tests.server.filled_rooms import Filled, filled, on_the_wall, phone_results
from tests.server.items import scale_item, text_item
from workshop.exports.record import RoomRecord
from workshop.exports.report import report
from workshop.exports.report_html import report_html

SAUNA, CALL = "Yhteinen sauna", "Joku, joka soittaa takaisin.\nAina sama ihminen."
SCALE = scale_item(
    "Miten nyt tehdään?", ["Tieto kulkee", "Asukkaat ovat mukana"], low={"fi": "Ei"}, high={"fi": "Kyllä"}
)


@pytest.fixture
def room(service: Service) -> Filled:
    filled_room = filled(service)
    service.questions.add(filled_room.code, text_item("Mikä auttaisi?", max_answers=3), ["fi"], opens=True)
    return filled_room


def wall(room: Filled) -> list[str]:
    """The cards, after checking that phones are told the same."""
    cards = [card["text"] for card in on_the_wall(room.service, room.code)["result"]["cards"]]
    room.service.control.show_results(room.code, "always", phones=True)
    assert [text["text"] for text in phone_results(room.service, room.code)["texts"]] == cards
    return cards


def listed(room: Filled) -> dict[str, Any]:
    answers: dict[str, Any] = room.service.desk_view.picture(room.code, "fi").state["answers"]  # type: ignore[assignment]
    assert answers["wording"] == "texts"
    return dict(answers["words"])


def press(room: Filled, kind: str, *texts: str) -> None:
    keys = [entry["key"] for entry in listed(room)["entries"] if entry["text"] in texts]
    assert len(keys) == len(texts)
    arguments = {"activity": room.current_activity, "kind": kind, "keys": keys, "target": None, "decision": None}
    room.service.actions.do(room.code, "words", arguments, None)


def exported(room: Filled, ending: str) -> bytes:
    return downloads.export_file(room.service, room.code, "fi", ending, lambda done: None)


def report_text(room: Filled) -> str:
    basis = room.service.results.basis(room.code, "fi")
    return report_html(report(basis, room.service.content_of(room.room), {})).decode()


def test_answers_wait_until_they_are_approved_and_the_newest_comes_first(room: Filled) -> None:
    for person, text in enumerate([SAUNA, CALL, "paska homma"]):
        room.answer(person, texts=[text])
    assert wall(room) == []
    assert listed(room)["totals"] == {"waiting": 2, "blocked": 1}
    assert on_the_wall(room.service, room.code)["result"]["answers"] == 3
    press(room, "approve", SAUNA, CALL)
    assert wall(room) == [CALL, SAUNA]
    room.answer(5, texts=["YHTEINEN SAUNA!", "Kahvi"])
    assert wall(room) == [SAUNA, CALL]
    press(room, "hide", CALL)
    assert wall(room) == [SAUNA]
    decision = listed(room)["decisions"][-1]
    assert decision["text"] == CALL
    arguments = {
        "activity": room.current_activity,
        "kind": "undo",
        "keys": [],
        "target": None,
        "decision": decision["id"],
    }
    room.service.actions.do(room.code, "words", arguments, None)
    assert wall(room) == [SAUNA, CALL]


def test_what_is_decided_holds_in_the_next_round(room: Filled) -> None:
    room.answer(1, texts=[SAUNA])
    press(room, "approve", SAUNA)
    room.open("own_1", new_round=True)
    room.answer(2, texts=[SAUNA, CALL])
    assert wall(room) == [SAUNA]


def test_where_the_question_asks_no_approval_the_rooms_rule_holds(service: Service) -> None:
    filled_room = filled(service)
    service.questions.add(filled_room.code, text_item("Mikä auttaisi?"), ["fi"], opens=True)
    _without_approval(filled_room)
    filled_room.answer(1, texts=[SAUNA])
    assert wall(filled_room) == [SAUNA]
    service.moderation.set_approval(filled_room.code, on=True, keeps=True)
    filled_room.answer(2, texts=[CALL])
    assert wall(filled_room) == [SAUNA]
    assert listed(filled_room)["approval"] is True


def _without_approval(filled_room: Filled) -> None:
    from server.store import rooms as table
    from server.usecases.activities import model_of, stored

    activity = next(
        row for row in filled_room.service.store.read(table.activities_of, filled_room.room.id) if row.name == "own_1"
    )
    changed = model_of(activity).model_copy(update={"approval": False})
    filled_room.service.store.write(
        lambda connection: table.change_activity(connection, activity.id, **stored(changed)), (filled_room.code, "room")
    )


def test_a_thousand_characters_of_search_and_more_than_two_hundred_answers_are_found(room: Filled) -> None:
    for person in range(230):
        room.answer(person, texts=[f"Vastaus numero {person} on tässä"])
    assert len(listed(room)["entries"]) == 200
    words = room.service.desk_view.words(room.code, "numero 3 on", None)
    assert words is not None
    assert "Vastaus numero 3 on tässä" in [entry["text"] for entry in words["entries"]]


def test_hidden_answers_are_in_no_report_and_files_tell_their_state(room: Filled) -> None:
    for person, text in enumerate([SAUNA, CALL, '=HYPERLINK("x")']):
        room.answer(person, texts=[text])
    press(room, "approve", SAUNA, CALL, '=HYPERLINK("x")')
    press(room, "hide", SAUNA)
    assert SAUNA not in report_text(room)
    assert "Joku, joka soittaa takaisin.\nAina sama ihminen." in report_text(room)
    assert exported(room, ".pdf").startswith(b"%PDF")
    sheet = openpyxl.load_workbook(io.BytesIO(exported(room, ".xlsx")))["Avoimet vastaukset"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[2], row[3], row[5]) for row in rows] == [
        ('=HYPERLINK("x")', 1, "näkyvissä"), (CALL, 1, "näkyvissä"), (SAUNA, 1, "piilotettu"),
    ]  # fmt: skip
    assert "piilotettu" in exported(room, ".csv").decode("utf-8-sig")


def test_a_room_with_open_answers_and_statements_is_read_back_from_its_file(room: Filled) -> None:
    room.answer(1, texts=["ä" * 280])
    room.service.questions.add(room.code, SCALE, ["fi"], opens=True)
    room.answer(1, scale={"statement_1": 4, "statement_2": None})
    data = downloads.record_json(gathered(room.service, room.code, "fi", linked=True))
    again = room.service.importing.from_json(data)
    record = RoomRecord.model_validate_json(
        downloads.record_json(gathered(room.service, again.code, "fi", linked=True))
    )
    before = RoomRecord.model_validate_json(data)
    assert [round_record.results for _, round_record in record.all_rounds()] == [
        round_record.results for _, round_record in before.all_rounds()
    ]


def test_statements_are_counted_with_those_who_cannot_say_apart(service: Service) -> None:
    filled_room = filled(service)
    service.questions.add(filled_room.code, SCALE, ["fi"], opens=True)
    for person, step in enumerate([1, 2, 2, 5, None, 4]):
        filled_room.answer(person, scale={"statement_1": step, "statement_2": 3})
    filled_room.answer(5, scale={"statement_1": 5, "statement_2": 3})
    result = on_the_wall(service, filled_room.code)["result"]
    first, second = result["statements"]
    assert (result["n"], first["steps"], first["unsure"], first["median"], first["mean"]) == (
        6,
        [1, 2, 0, 0, 2],
        1,
        (2, 2),
        3.0,
    )
    assert (second["steps"], second["percents"], second["median"]) == ([0, 0, 6, 0, 0], [0, 0, 100, 0, 0], (3, 3))
    assert first["summary"] == ["mediaani 2", "keskiarvo 3,0"]
    answers = service.desk_view.picture(filled_room.code, "fi").state["answers"]
    assert answers
    assert answers["statements"][0]["figures"] == "1: 1 · 2: 2 · 3: 0 · 4: 0 · 5: 2 · En osaa sanoa: 1"
    assert "Tieto kulkee (mediaani 2, keskiarvo 3,0)" in report_text(filled_room)
    sheet = openpyxl.load_workbook(io.BytesIO(exported(filled_room, ".xlsx")))["Väittämät"]
    assert [cell.value for cell in sheet[2]] == [
        "Miten nyt tehdään?", 1, "1 Ei – 5 Kyllä", "Tieto kulkee", 1, 2, 0, 0, 2, 1, 2, 3, 6,
    ]  # fmt: skip
    key = [series.tx.v for series in sheet._charts[0].series]
    assert key == ["1 Ei", "2", "3", "4", "5 Kyllä"]
    deck = Presentation(io.BytesIO(exported(filled_room, ".pptx")))
    chart = next(shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart)
    assert next(iter(chart.plots[0].categories)) == "Tieto kulkee (mediaani 2, keskiarvo 3,0, 1 ei osannut sanoa)"
    assert chart.value_axis.maximum_scale == 6


def test_four_answers_have_no_mean_and_a_small_group_no_report(service: Service) -> None:
    filled_room = filled(service)
    service.questions.add(filled_room.code, SCALE, ["fi"], opens=True)
    for person in range(4):
        filled_room.answer(person, scale={"statement_1": 1 + person, "statement_2": 2})
    first = on_the_wall(service, filled_room.code)["result"]["statements"][0]
    assert (first["median"], first["mean"], first["summary"]) == ((2, 3), None, ["mediaani 2–3"])
    assert "mediaani" not in report_text(filled_room)


def test_two_rounds_of_statements_are_compared_step_by_step(service: Service) -> None:
    filled_room = filled(service)
    service.questions.add(filled_room.code, SCALE, ["fi"], opens=True)
    filled_room.answer(1, scale={"statement_1": 1, "statement_2": None})
    filled_room.open("own_1", new_round=True)
    filled_room.answer(1, scale={"statement_1": 5, "statement_2": 5})
    sheet = openpyxl.load_workbook(io.BytesIO(exported(filled_room, ".xlsx")))["Vertailu"]
    changes = {row[2].value: (row[3].value, row[4].value) for row in sheet.iter_rows(min_row=2)}
    assert changes["Tieto kulkee: 1"] == (1, 0)
    assert changes["Tieto kulkee: 5"] == (0, 1)
    assert changes["Asukkaat ovat mukana: En osaa sanoa"] == (1, 0)


@pytest.mark.parametrize("steps", [6, "5", None])
def test_a_press_with_an_unknown_scale_is_refused(service: Service, steps: object) -> None:
    filled_room = filled(service)
    typed = {"kind": "scale", "question": "Miten?", "options": "a\nb", "max_answers": 1, "opens": True}
    with pytest.raises(UnknownActionError):
        service.actions.do(filled_room.code, "add_question", {**typed, "low": "Ei", "high": "On", "steps": steps}, None)


def test_what_phones_are_told_of_both_kinds(room: Filled) -> None:
    state = room.service.participants.state(room.code)
    assert state
    body = json.loads(state.message("fi").decode()[6:])
    assert {"kind": "text", "max_answers": 3, "max_chars": 280, "approval": True}.items() <= body.items()
    room.service.questions.add(room.code, SCALE, ["fi"], opens=True)
    state = room.service.participants.state(room.code)
    assert state
    body = json.loads(state.message("sv").decode()[6:])
    assert {"kind": "scale", "steps": 5, "low": "Ei", "high": "Kyllä", "unsure": True}.items() <= body.items()
    assert body["statements"][0] == {"id": "statement_1", "label": "Tieto kulkee"}
