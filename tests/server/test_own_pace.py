"""Questions at one's own pace: several are open at once, until a time or until the desk ends them."""

from collections.abc import Iterator
from typing import Any

import pytest

from server import clock
from server.service import Service
from server.settings import Settings
from server.store.answers import ClosedError, RoundChangedError
from server.usecases.control import OwnPaceError
from server.usecases.own_pace import NothingPacedError, PaceEndError
from server.usecases.participants import ResultsHiddenError
from tests.conftest import Server, eventually
from tests.hostile.openapi import check, check_state
from tests.server.api_client import OpenRoom
from tests.server.filled_rooms import Filled, filled
from tests.server.items import words_item

HOUR = 3_600_000


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    yield running
    running.close()


@pytest.fixture
def room(service: Service) -> Filled:
    return filled(service)


def begin(room: Filled, first: str = "word_cloud", last: str = "sectors", ends_at: int | None = None) -> None:
    arguments = {"first": first, "last": last, "ends_at": ends_at}
    room.service.actions.do(room.code, "begin_own_pace", arguments, None)


def items(room: Filled) -> list[Any]:
    state = room.service.participants.state(room.code)
    assert state is not None
    payload: dict[str, Any] = dict(state.payload("fi", clock.now_ms()))
    listed: list[Any] = payload["own_pace"]["items"] if "own_pace" in payload else []
    return listed


def send(room: Filled, round_id: str, person: int = 0, **body: Any) -> Any:
    key = room.service.access.participant(f"person-{person}")
    return room.service.store.write(
        room.service.answering.job(room.code, key, {"round": round_id, **body}), (room.code, "answers")
    )


def desk(room: Filled) -> Any:
    return room.service.desk_view.picture(room.code, "fi").state


def test_phones_get_the_chosen_questions_at_once_and_answer_them_in_any_order(server: Server) -> None:
    room = OpenRoom(server)
    beside = Service(Settings(home=server.home, password="lupa"))
    beside.own_pace.begin(room.code, "word_cloud", "sectors", clock.now_ms() + HOUR)
    beside.close()
    phone, other = room.phone(), room.phone()
    eventually(lambda: "own_pace" in phone.state())
    state = phone.state()
    check_state(state)
    assert state["round"] is None
    listed = state["own_pace"]["items"]
    assert [(item["kind"], item["open"]) for item in listed] == [("words", True), ("choice", True), ("choice", True)]
    words, roles, sectors = (item["round"] for item in listed)
    assert phone.send(round=sectors, choices=["municipality"]).json()["saved"] == ["municipality"]
    assert phone.send(round=words, words=["rohkeus", "luottamus"]).json()["left"] == 1
    assert phone.send(round=words, words=["rohkeus"]).json()["left"] == 1
    taken_back = phone.client.request(
        "DELETE", f"/live/{room.code}/answers", json={"round": words, "words": ["rohkeus"]}
    )
    assert taken_back.json() == {"left": 2}
    me = phone.client.get(f"/live/{room.code}/me")
    check(me, "GET", "/live/{code}/me")
    own = {item["round"]: item["answers"] for item in me.json()["items"]}
    assert own == {words: ["luottamus"], roles: [], sectors: ["municipality"]}
    assert [item["answers"] for item in other.me()["items"]] == [[], [], []]
    script = phone.client.get(state["own_pace"]["script"])
    check(script, "GET", "/live/{code}/own_pace/{name}")
    assert script.status_code == 200
    room.close()


def test_no_question_can_be_asked_of_all_before_it_is_ended(room: Filled) -> None:
    begin(room)
    for action, arguments in (("open", {"activity": "word_cloud"}), ("close", {}), ("undo_round", {})):
        with pytest.raises(OwnPaceError):
            room.service.actions.do(room.code, action, arguments, None)
    with pytest.raises(OwnPaceError):
        room.service.questions.add(room.code, words_item("Mitä nyt?"), ["fi"], opens=True)
    room.service.questions.add(room.code, words_item("Mitä nyt?"), ["fi"], opens=False)
    room.service.actions.do(room.code, "choose", {"activity": "sectors"}, None)
    room.service.actions.do(room.code, "step", {"by": -1}, None)
    assert all(item["open"] for item in items(room))
    room.service.actions.do(room.code, "end_own_pace", {}, None)
    assert items(room) == []
    room.open("word_cloud")
    room.say("rohkeus")


def test_it_ends_at_its_time_and_the_next_question_ends_it_for_good(
    room: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(room, ends_at=clock.now_ms() + HOUR)
    round_id = items(room)[0]["round"]
    send(room, round_id, words=["rohkeus"])
    assert desk(room)["time"] is None
    later = clock.now_ms() + 2 * HOUR
    monkeypatch.setattr(clock, "now_ms", lambda: later)
    assert [item["open"] for item in items(room)] == [False, False, False]
    with pytest.raises(ClosedError):
        send(room, round_id, words=["luottamus"])
    assert "loppunut" in desk(room)["own_pace"]["note"]
    room.open("roles")
    assert items(room) == []
    with pytest.raises(RoundChangedError):
        send(room, round_id, words=["luottamus"])


def test_the_desk_sees_how_many_have_answered_each(room: Filled) -> None:
    begin(room)
    words, _, sectors = (item["round"] for item in items(room))
    for person in range(3):
        send(room, words, person, words=["rohkeus"])
    send(room, sectors, choices=["ngo"])
    answered = [item["answered"] for item in desk(room)["own_pace"]["items"]]
    assert answered == ["Vastanneita 3", "Vastanneita 0", "Vastanneita 1"]


def test_beginning_again_changes_which_questions_and_keeps_the_answers(room: Filled) -> None:
    begin(room)
    words = items(room)[0]["round"]
    send(room, words, words=["rohkeus"])
    begin(room, last="word_cloud", ends_at=clock.now_ms() + HOUR)
    assert [item["round"] for item in items(room)] == [words]
    assert send(room, words, words=["luottamus"]).left == 1


def test_a_workshop_at_ones_own_pace_begins_so_and_its_copies_too(service: Service) -> None:
    document = service.content.document
    own = document.workshop.model_copy(update={"pace": "own"})
    workshop = service.workshops.add(document.model_copy(update={"workshop": own}))
    room = filled(service, workshop=workshop)
    kinds = [item["kind"] for item in items(room)]
    assert kinds == ["words", "choice", "choice", "text", "form", "form", "scale", "text"]
    send(room, items(room)[0]["round"], words=["rohkeus"])
    copied = Filled(service, service.rooms.copy(room.code))
    assert [item["kind"] for item in items(copied)] == kinds


def test_a_time_in_the_past_and_items_without_questions_are_refused(room: Filled) -> None:
    with pytest.raises(PaceEndError):
        begin(room, ends_at=clock.now_ms() - 1)
    with pytest.raises(NothingPacedError):
        begin(room, first="closing", last="closing")
    assert items(room) == []


def test_results_that_phones_are_shown_can_be_asked_for_by_their_round(room: Filled) -> None:
    room.service.control.choose(room.code, "roles")
    room.service.control.show_results(room.code, "own", phones=True)
    begin(room)
    words, roles, _ = (item["round"] for item in items(room))
    send(room, roles, choices=["leader"])
    state = room.service.participants.state(room.code)
    assert state is not None
    key = room.service.access.participant("person-0")
    assert b'"n":1' in room.service.participants.round_results(state, roles, key, "fi")
    for round_id, person in ((roles, b"other"), (words, key)):
        with pytest.raises(ResultsHiddenError):
            room.service.participants.round_results(state, round_id, person, "fi")


def test_ending_the_workshop_ends_it(room: Filled) -> None:
    begin(room)
    room.service.rooms.end(room.code)
    assert items(room) == []
    room.service.rooms.reopen(room.code)
    assert items(room) == []


def test_a_press_that_is_refused_tells_why_at_the_desk(server: Server) -> None:
    room = OpenRoom(server)
    desk = room.phone()
    desk.client.get(room.links.control)
    beside = Service(Settings(home=server.home, password="lupa"))
    beside.own_pace.begin(room.code, "", "", None)
    beside.close()
    late = {"first": "", "last": "", "ends_at": 1}
    nothing = {"first": "closing", "last": "closing", "ends_at": None}
    for action, arguments, status, error in (
        ("close", {}, 409, "own_pace"),
        ("begin_own_pace", late, 422, "pace_end"),
        ("begin_own_pace", nothing, 422, "nothing_paced"),
    ):
        rev = desk.client.get(f"/live/{room.code}/state").json()["rev"]
        press = {"action": action, "arguments": arguments, "rev": rev}
        answer = desk.client.post(f"/live/{room.code}/desk", json=press)
        check(answer, "POST", "/live/{code}/desk")
        assert (answer.status_code, answer.json()["error"]) == (status, error)
    room.close()
