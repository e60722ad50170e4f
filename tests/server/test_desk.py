"""The desk's use cases: the current activity, countdowns, what is shown, access to rooms."""

import threading
from typing import Any

import pytest

from server import clock
from server.service import Service
from server.store.answers import ClosedError
from server.store.rooms import CodeTakenError, UnknownRoomError
from server.usecases.control import (
    ChangedElsewhereError,
    DurationError,
    EndedError,
    EndOfProgrammeError,
    UnknownActivityError,
)
from server.usecases.questions import AnsweredError
from server.usecases.rooms import CodeError, TitleError
from tests.server.filled_rooms import on_the_wall, phone_results
from tests.server.items import LANGUAGES, choice_item, words_item
from workshop.content.content import Content, MissingPartError
from workshop.content.item import ItemFaultsError
from workshop.errors import PropelliError


@pytest.fixture
def code(service: Service) -> str:
    return service.rooms.create().code


def send(service: Service, code: str, person: bytes, **body: Any) -> Any:
    state = service.participants.state(code)
    assert state is not None
    sent_body = {"round": state.payload("fi", clock.now_ms())["round"], **body}
    return service.store.write(service.answering.job(code, person, sent_body), (code, "answers"))


def set_time(monkeypatch: pytest.MonkeyPatch, milliseconds: int) -> None:
    monkeypatch.setattr(clock, "now_ms", lambda: milliseconds)


def test_the_programme_is_that_of_the_content(service: Service, code: str) -> None:
    desk = service.desks.get(code)
    names = [activity.name for activity in desk.activities]
    assert names == [
        "word_cloud", "roles", "sectors", "challenges", "assessment", "examples", "quiz", "next_steps", "takeaway",
        "closing",
    ]  # fmt: skip
    assert {activity.state for activity in desk.activities} == {"waiting"}
    assert (desk.room.view, desk.current) == ("join", None)


def test_stepping_closes_what_was_open_and_opens_nothing(service: Service, code: str) -> None:
    service.control.open(code, "word_cloud")
    service.control.step(code, 1)
    desk = service.desks.get(code)
    assert desk.current
    assert (desk.current.name, desk.current.state, desk.room.view) == ("roles", "waiting", "question")
    assert desk.activities[0].state == "closed"
    service.control.step(code, -1)
    with pytest.raises(EndOfProgrammeError):
        service.control.step(code, -1)
    desk = service.desks.get(code)
    assert desk.current
    assert desk.current.name == "word_cloud"


def test_an_activity_can_be_opened_out_of_order_and_an_unknown_one_is_reported(service: Service, code: str) -> None:
    service.control.open(code, "quiz")
    with pytest.raises(UnknownActivityError) as caught:
        service.control.open(code, "kahvi")
    assert "word_cloud" in str(caught.value.values["known"])


def test_a_press_meant_for_an_earlier_state_does_nothing(service: Service, code: str) -> None:
    rev = service.desks.get(code).room.rev
    service.control.open(code, "roles", rev)
    with pytest.raises(ChangedElsewhereError):
        service.control.open(code, "word_cloud", rev)
    desk = service.desks.get(code)
    assert desk.current
    assert desk.current.name == "roles"


def test_a_countdown_closes_the_question_with_two_seconds_of_grace(
    service: Service, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = clock.now_ms()
    service.control.choose(code, "word_cloud")
    set_time(monkeypatch, start)
    service.control.count_down(code, 60)
    state = service.participants.state(code)
    assert state is not None
    assert state.payload("fi", start + 15_000)["closes_in_ms"] == 45_000
    set_time(monkeypatch, start + 61_000)
    assert service.desks.get(code).activities[0].state == "closed"
    assert send(service, code, b"a", words=["ehdin"]).saved == ["ehdin"]
    set_time(monkeypatch, start + 65_000)
    with pytest.raises(ClosedError):
        send(service, code, b"b", words=["myöhästyin"])


def test_a_countdown_is_extended_from_what_is_left_and_taken_away(
    service: Service, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = clock.now_ms()
    set_time(monkeypatch, start)
    service.control.open(code, "word_cloud")
    service.control.count_down(code, 30)
    set_time(monkeypatch, start + 10_000)
    service.control.extend(code, 30)
    assert service.desks.get(code).activities[0].ends_at == start + 60_000
    service.control.count_down(code, None)
    assert service.desks.get(code).activities[0].ends_at is None


@pytest.mark.parametrize("seconds", [0, -5, 3601])
def test_a_countdown_of_no_length_is_reported(service: Service, code: str, seconds: int) -> None:
    service.control.open(code, "word_cloud")
    with pytest.raises(DurationError):
        service.control.count_down(code, seconds)


@pytest.mark.parametrize(
    ("rule", "open_shows", "closed_shows"),
    [("always", True, True), ("own", True, True), ("closed", False, True), ("never", False, False)],
)
def test_when_the_projector_shows_results(
    service: Service, code: str, rule: Any, open_shows: bool, closed_shows: bool
) -> None:
    service.control.open(code, "roles")
    service.control.show_results(code, rule, phones=False)

    def shows() -> bool:
        data = on_the_wall(service, code)
        return data["view"] == "results" and data["result"] is not None

    assert shows() is open_shows
    service.control.close(code)
    assert shows() is closed_shows


def test_phones_see_results_after_their_own_answer(service: Service, code: str) -> None:
    service.control.open(code, "roles")
    service.control.show_results(code, "own", phones=True)
    send(service, code, b"a", choices=["developer"])
    assert phone_results(service, code, b"a")["n"] == 1
    with pytest.raises(Exception, match="results"):
        phone_results(service, code, b"b")


def test_changing_the_view_leaves_answering_alone(service: Service, code: str) -> None:
    service.control.open(code, "word_cloud")
    service.control.show(code, "hold")
    assert send(service, code, b"a", words=["sisu"]).saved == ["sisu"]


BAD_QUESTIONS: list[tuple[str, dict[str, Any], list[str | int]]] = [
    ("empty", words_item("  \u200b "), ["question"]),
    ("2,000 characters", words_item("a" * 2000), ["question", "fi"]),
    ("no options", choice_item("Miksi?", []), ["options"]),
    ("one option", choice_item("Miksi?", ["kyllä"]), ["options"]),
    ("an empty option", choice_item("Miksi?", ["kyllä", " "]), ["options", 1, "label"]),
    ("two equal options", choice_item("Miksi?", ["kyllä", "KYLLÄ", "ei"]), ["options", 1]),
    ("40 options", choice_item("Miksi?", map(str, range(40))), ["options"]),
    ("an option of 101 characters", choice_item("Miksi?", ["a" * 101, "b"]), ["options", 0, "label", "fi"]),
]


@pytest.mark.parametrize(("name", "item", "path"), BAD_QUESTIONS, ids=[case[0] for case in BAD_QUESTIONS])
def test_a_bad_question_is_reported_at_its_field(
    service: Service, code: str, name: str, item: dict[str, Any], path: list[str | int]
) -> None:
    with pytest.raises(ItemFaultsError) as caught:
        service.questions.add(code, item, LANGUAGES)
    assert list(caught.value.findings[0].path)[: len(path)] == path
    assert all(service.sentence(caught.value, lang).endswith(".") for lang in ("fi", "sv", "en"))
    assert len(service.desks.get(code).activities) == 10


@pytest.mark.parametrize(
    "item", [{}, {"kind": "no_such"}, {"kind": "words", "question": 1}, words_item("Miksi?") | {"max_answers": "x"}]
)
def test_what_is_no_item_is_refused(service: Service, code: str, item: dict[str, Any]) -> None:
    with pytest.raises(PropelliError):
        service.questions.add(code, item, LANGUAGES)
    assert len(service.desks.get(code).activities) == 10


def test_a_question_of_a_part_that_the_workshop_lacks_is_refused(
    service: Service, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiz = {"kind": "quiz", "question": {"fi": "Testataanko?"}}
    assert service.questions.add(code, quiz, LANGUAGES)
    monkeypatch.setattr(Content, "has", lambda content, part: False)
    with pytest.raises(MissingPartError):
        service.questions.add(code, quiz, LANGUAGES)


def test_a_question_on_the_spot_comes_after_what_is_on_and_is_edited_while_unanswered(
    service: Service, code: str
) -> None:
    service.control.open(code, "word_cloud")
    name = service.questions.add(code, choice_item("Jatketaanko?", ["Kyllä", "Ei"]), LANGUAGES)
    assert [activity.name for activity in service.desks.get(code).activities][:3] == ["word_cloud", name, "roles"]
    service.questions.edit(code, name, choice_item("Jatketaanko nyt?", ["Kyllä", "Ei", "Ehkä"]), LANGUAGES)
    service.control.open(code, name)
    send(service, code, b"a", choices=["ehka"])
    with pytest.raises(AnsweredError):
        service.questions.edit(code, name, choice_item("Toinen?", ["Kyllä", "Ei"]), LANGUAGES)
    assert service.questions.add(code, words_item("Entä nyt?"), LANGUAGES) != name


def test_a_copied_room_has_the_programme_and_no_answers(service: Service, code: str) -> None:
    service.questions.add(code, choice_item("Jatketaanko?", ["Kyllä", "Ei"]), LANGUAGES)
    service.control.open(code, "word_cloud")
    send(service, code, b"a", words=["sisu"])
    copy = service.rooms.copy(code)
    desk = service.desks.get(copy.code)
    assert len(desk.activities) == 11
    assert {activity.rounds for activity in desk.activities} == {0}


def test_an_ended_room_takes_nothing_until_it_is_opened_again(service: Service, code: str) -> None:
    service.control.open(code, "word_cloud")
    service.rooms.end(code)
    with pytest.raises(EndedError):
        service.control.open(code, "word_cloud")
    service.rooms.reopen(code)
    service.control.open(code, "word_cloud")


def test_a_new_link_voids_the_old(service: Service, code: str) -> None:
    old = service.access.room_key(service.rooms.get(code))
    assert not service.access.is_room_key(service.rooms.new_link(code), old)


@pytest.mark.parametrize("title", ["", "   ", "a" * 201])
def test_a_room_wants_a_title(service: Service, code: str, title: str) -> None:
    with pytest.raises(TitleError):
        service.rooms.rename(code, title)


@pytest.mark.parametrize("code", ["12345", "1234567", "abcdef", "12 345", "１２３４５６"])
def test_a_code_is_six_digits(service: Service, code: str) -> None:
    with pytest.raises(CodeError):
        service.rooms.create(code=code)


def test_a_taken_code_and_an_unknown_room_are_reported(service: Service, code: str) -> None:
    with pytest.raises(CodeTakenError):
        service.rooms.create(code=code)
    with pytest.raises(UnknownRoomError):
        service.control.close("000000")


def test_many_desks_pressing_at_once_leave_one_round_open(service: Service, code: str) -> None:
    names = ["word_cloud", "roles", "sectors", "quiz"]
    threads = [threading.Thread(target=service.control.open, args=(code, name)) for name in names * 5]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    desk = service.desks.get(code)
    assert [activity.name for activity in desk.activities if activity.state == "open"] == [
        desk.current.name if desk.current else ""
    ]


def test_results_of_the_quiz_and_the_assessment_reach_the_projector(service: Service, code: str) -> None:
    service.control.open(code, "assessment")
    questions = service.participants.state(code).payload("fi", clock.now_ms())["questions"]  # type: ignore[union-attr]
    form = {question["id"]: "3" for question in questions}
    for person in range(4):
        send(service, code, bytes([person]), form=form)
    assert on_the_wall(service, code)["result"]["hidden"] is True
    send(service, code, b"e", form={**form, "novelty": "unknown"})
    result = on_the_wall(service, code)["result"]
    assert result["n"] == 5
    assert result["statements"][0]["steps"] == [0, 0, 4, 0]
    assert result["statements"][0]["percents"] == [0, 0, 100, 0]
    assert result["statements"][0]["unsure"] == 1
    service.control.open(code, "quiz")
    questions = service.participants.state(code).payload("fi", clock.now_ms())["questions"]  # type: ignore[union-attr]
    receipt = send(service, code, b"a", form={question["id"]: question["options"][0]["id"] for question in questions})
    assert len(receipt.saved) == 8
    crowd = on_the_wall(service, code)["result"]
    assert crowd["n"] == 1
    assert crowd["lacking"]


def test_the_question_alone_lists_its_choices_and_the_desk_orders_the_results_by_count(
    service: Service, code: str
) -> None:
    service.control.open(code, "sectors")
    service.control.show(code, "question")
    alone = on_the_wall(service, code)
    assert alone["choices"][:2] == ["Kunta", "Hyvinvointialue"]
    assert alone["result"] is None
    send(service, code, b"a", choices=["parish"])
    service.control.show(code, "by_count")
    ordered = on_the_wall(service, code)
    assert ordered["choices"] == ()
    assert [option["id"] for option in ordered["result"]["options"]][:2] == ["parish", "municipality"]
    service.control.show(code, "results")
    assert on_the_wall(service, code)["result"]["options"][0]["id"] == "municipality"


def test_a_link_has_its_picture_on_the_wall_and_a_question_none(service: Service, code: str) -> None:
    service.control.choose(code, "closing")
    assert str(on_the_wall(service, code)["picture"]).endswith("/assets/svg/kind_closing.svg")
    service.control.choose(code, "sectors")
    assert on_the_wall(service, code)["picture"] is None
