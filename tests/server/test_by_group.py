"""Answers by group: on the projector, at the desk, on phones and in the tables of the files."""

from typing import Any

import pytest

from server import clock
from server.service import Service
from server.usecases.desk_actions import UnknownActionError
from server.usecases.room_data import gathered
from tests.server.filled_rooms import Filled, filled, on_the_wall
from tests.server.items import choice_item, scale_item, text_item, words_item
from workshop.exports.summary import all_tables

HELPS = ("Kyytirinki", "Kylätalo", "Digiapu")


@pytest.fixture
def room(service: Service) -> Filled:
    """Seven of one place, six of another, two of a third, and one who did not say."""
    room = filled(service)
    service.questions.add(
        room.code, {**choice_item("Missä?", ["Kunta", "Järjestö", "Yritys"]), "background": True}, ["fi"], opens=True
    )
    for person in range(15):
        room.answer(person, choices=["kunta" if person < 7 else "jarjesto" if person < 13 else "yritys"])
    return room


def ask(room: Filled, item: dict[str, Any]) -> None:
    room.service.questions.add(room.code, item, ["fi"], opens=True)


def group_by(room: Filled, layout: str, group: str = "") -> Any:
    room.service.actions.do(room.code, "group_by", {"layout": layout, "group": group}, None)
    return on_the_wall(room.service, room.code)["result"]


def helps(room: Filled, people: int = 16) -> None:
    """Of the first, all but one choose the first option; all others the second."""
    ask(room, choice_item("Mikä auttaisi?", HELPS))
    for person in range(people):
        room.answer(person, choices=["kyytirinki" if person < 6 else "kylatalo"])


def desk_groups(room: Filled) -> Any:
    return room.service.desk_view.picture(room.code, "fi").state["groups"]


def test_a_group_stands_beside_all_others_once_the_question_is_closed(room: Filled) -> None:
    helps(room)
    assert desk_groups(room)["buttons"] == []
    assert "suljettu" in desk_groups(room)["note"]
    assert group_by(room, "beside", "kunta")["hidden"]
    room.service.control.close(room.code)
    result = group_by(room, "beside", "kunta")
    assert result["rows"] == list(HELPS)
    first, others = result["groups"]
    assert (first["label"], first["people"], first["counts"], first["percents"]) == ("Kunta", 7, [6, 1, 0], [86, 14, 0])
    assert (others["label"], others["people"], others["counts"]) == ("Kaikki muut", 9, [0, 9, 0])
    labels = [button["label"] for button in desk_groups(room)["buttons"]]
    assert labels == ["Kaikki yhdessä", "Kunta (7)"]  # the second group hides the third with it
    answers = room.service.desk_view.picture(room.code, "fi").state["answers"]
    assert answers is not None
    assert answers["options"][0]["detail"] == "Kunta 86 % (6) · Kaikki muut 0 % (0)"


def test_a_group_that_is_small_or_leaves_a_small_rest_is_not_shown(room: Filled) -> None:
    helps(room)
    room.service.control.close(room.code)
    for group in ("jarjesto", "yritys", "muu"):
        assert group_by(room, "alone", group) == {"kind": "groups", "hidden": True, "needed": 5}
    assert group_by(room, "columns")["hidden"]


def test_groups_stand_side_by_side(room: Filled) -> None:
    helps(room, people=13)
    room.service.control.close(room.code)
    result = group_by(room, "columns")
    assert [(group["label"], group["people"]) for group in result["groups"]] == [("Kunta", 7), ("Järjestö", 6)]


@pytest.mark.parametrize(
    ("item", "body"),
    [
        (words_item("Sana?"), {"words": ["kahvi"]}),
        (text_item("Mitä?", approval=False), {"texts": ["Kahvia kaikille"]}),
        (scale_item("Miten?", ["Asukkaat ovat mukana"]), {"scale": {"statement_1": 4}}),
    ],
)
def test_every_kind_is_narrowed_to_a_group(room: Filled, item: dict[str, Any], body: dict[str, Any]) -> None:
    ask(room, item)
    for person in range(13):
        room.answer(person, **body)
    room.service.control.close(room.code)
    result = group_by(room, "alone", "kunta")
    assert result["group"] == "Kunta, 7 vastaajaa"
    assert (result.get("people") or result["n"]) == 7
    state = room.service.desk_view.picture(room.code, "fi").state
    assert state["answers"] is not None
    assert state["answers"]["note"].startswith("Kunta, 7 vastaajaa")


def test_the_next_question_is_seen_whole(room: Filled) -> None:
    helps(room)
    room.service.control.close(room.code)
    group_by(room, "beside", "kunta")
    room.service.control.open(room.code, room.service.desks.get(room.code).activities[0].name)
    assert room.service.rooms.get(room.code).grouping is None


def test_what_is_no_layout_is_refused(room: Filled) -> None:
    for arguments in ({"layout": "beside", "group": ""}, {"layout": "columns", "group": "x"}, {"layout": "x"}):
        with pytest.raises(UnknownActionError):
            room.service.actions.do(room.code, "group_by", arguments, None)


def test_people_read_that_answers_are_looked_at_by_group_before_they_answer(room: Filled) -> None:
    def told_note(lang: str) -> str:
        state = room.service.participants.state(room.code)
        assert state is not None
        return str(state.payload(lang, clock.now_ms()).get("groups_note", ""))

    assert "ryhmittäin tämän vastauksen" in told_note("fi")
    ask(room, choice_item("Mikä auttaisi?", HELPS))
    assert "edelliseen kysymykseen" in told_note("fi")
    assert told_note("sv")
    assert told_note("en")
    ask(room, choice_item("Entä sitten?", HELPS))
    assert told_note("fi") == ""


def test_the_tables_of_the_files_have_no_small_count_by_group(room: Filled) -> None:
    helps(room)
    room.service.control.close(room.code)
    tables = all_tables(gathered(room.service, room.code, "fi").basis)
    rows = next(table for table in tables if table.name == "Ryhmittäin").rows
    assert {(row[2], row[3]) for row in rows} == {("Kunta", 7), ("Kaikki muut", 9)}
    by_place = {(row[2], row[4]): row[5] for row in rows}
    assert by_place["Kunta", "Kylätalo"] == "ei näytetä"
    assert by_place["Kaikki muut", "Kylätalo"] == "ei näytetä"  # or the other would follow from the sum of both
    assert all(not isinstance(people, int) or people >= 5 for people in by_place.values())
