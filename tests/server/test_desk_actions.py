"""The desk's actions: done once, or refused with an error and without a change."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from server import clock
from server.service import Service
from server.settings import Settings
from server.usecases.control import (
    AlreadyClosedError,
    AnsweredRoundError,
    ChangedElsewhereError,
    EndedError,
    EndOfProgrammeError,
    NoRoundError,
)
from server.usecases.desk import Desk, DeskActivity
from server.usecases.desk_actions import UnknownActionError, key_intents
from server.usecases.rooms import AlreadyEndedError, LinkRenewedError, NotEndedError
from tests.server.filled_rooms import on_the_wall
from tests.server.items import LANGUAGES, words_item
from workshop.errors import PropelliError


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One service for all: each test makes its own room."""
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    yield running
    running.close()


@pytest.fixture
def code(service: Service) -> str:
    return service.rooms.create().code


def current(service: Service, code: str) -> DeskActivity:
    chosen = service.desks.get(code).current
    assert chosen is not None
    return chosen


def answer(service: Service, code: str, person: bytes, *words: str) -> None:
    state = service.participants.state(code)
    assert state is not None
    body = {"round": state.payload("fi", clock.now_ms())["round"], "words": list(words)}
    service.store.write(service.answering.job(code, person, body), (code, "answers"))


def do(service: Service, code: str, action: str, rev: int | None = None, **arguments: Any) -> None:
    now = service.rooms.get(code).rev if rev is None else rev
    service.actions.do(code, action, arguments, now)


def key(desk: Desk, name: str) -> tuple[str, dict[str, Any], int]:
    """What a key of the desk sends: drawn from this look at the room."""
    chosen = desk.current or desk.activities[0]
    intent = key_intents(desk.room, chosen.state, chosen.name)[name]
    return intent["action"], intent["arguments"], desk.room.rev


def test_the_key_that_closes_does_not_open_again_what_the_countdown_has_closed(
    service: Service, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(service, code, "open", activity="word_cloud")
    do(service, code, "limit", seconds=30)
    action, arguments, rev = key(service.desks.get(code), "toggle")
    start = clock.now_ms()
    monkeypatch.setattr(clock, "now_ms", lambda: start + 30_100)
    with pytest.raises(AlreadyClosedError):
        service.actions.do(code, action, arguments, rev)
    assert current(service, code).state == "closed"
    assert service.rooms.get(code).rev == rev


@pytest.mark.parametrize("name", ["toggle", "next", "results"])
def test_of_two_desks_that_press_the_same_at_once_one_does_it_and_the_other_is_refused(
    service: Service, code: str, name: str
) -> None:
    do(service, code, "open", activity="word_cloud")
    desk = service.desks.get(code)
    outcomes: list[str] = []

    def press() -> None:
        action, arguments, rev = key(desk, name)
        try:
            service.actions.do(code, action, arguments, rev)
            outcomes.append("done")
        except ChangedElsewhereError:
            outcomes.append("told")

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["done"] + ["told"] * 7
    assert service.rooms.get(code).rev == desk.room.rev + 1


STEERING: list[tuple[str, dict[str, Any]]] = [
    ("open", {"activity": "roles"}),
    ("close", {}),
    ("choose", {"activity": "roles"}),
    ("step", {"by": 1}),
    ("count_down", {"seconds": 60}),
    ("limit", {"seconds": 60}),
    ("limit", {"seconds": None}),
    ("extend", {"seconds": 30}),
    ("show", {"view": "hold"}),
    ("show_round", {"number": 1}),
    ("results_rule", {"rule": "never"}),
    ("phone_results", {"on": True}),
    ("new_round", {"activity": "word_cloud"}),
]


@pytest.mark.parametrize(("action", "arguments"), STEERING, ids=[f"{name} {arguments}" for name, arguments in STEERING])
def test_every_steering_action_makes_one_revision_and_is_refused_for_an_earlier_state(
    service: Service, code: str, action: str, arguments: dict[str, Any]
) -> None:
    do(service, code, "open", activity="word_cloud")
    rev = service.rooms.get(code).rev
    with pytest.raises(ChangedElsewhereError):
        service.actions.do(code, action, arguments, rev - 1)
    assert service.rooms.get(code).rev == rev
    service.actions.do(code, action, arguments, rev)
    assert service.rooms.get(code).rev == rev + 1


BAD: list[tuple[str, dict[str, Any]]] = [
    ("", {}),
    ("delete", {}),
    ("do", {}),
    ("open", {}),
    ("open", {"activity": 7}),
    ("open", {"activity": "word_cloud", "rev": 1}),
    ("close", {"code": "000000"}),
    ("step", {"by": 2}),
    ("step", {"by": "1"}),
    ("limit", {"seconds": 1.5}),
    ("show", {"view": "<script>"}),
    ("results_rule", {"rule": None}),
    ("phone_results", {"on": "yes"}),
    ("rename", {"title": None}),
    ("lock", {"locked": 1}),
    ("words", {"activity": "1"}),
    ("words", {"activity": 999_999, "kind": "hide", "keys": ["x"], "target": None, "decision": None}),
    ("words", {"activity": 1, "kind": "undo", "keys": [], "target": None, "decision": None}),
    ("add_question", {"item": words_item("Miksi?"), "languages": ["xx"], "opens": True}),
]


@pytest.mark.parametrize(("action", "arguments"), BAD, ids=[f"{name} {arguments}" for name, arguments in BAD])
def test_what_is_no_action_is_reported_and_changes_nothing(
    service: Service, code: str, action: str, arguments: dict[str, Any]
) -> None:
    do(service, code, "open", activity="word_cloud")
    before = service.rooms.get(code)
    with pytest.raises(UnknownActionError):
        service.actions.do(code, action, arguments, before.rev)
    assert service.rooms.get(code) == before


REFUSED: list[tuple[str, list[tuple[str, dict[str, Any]]], tuple[str, dict[str, Any]], type[PropelliError]]] = [
    ("closing what is closed", [], ("close", {}), AlreadyClosedError),
    ("limiting what is closed", [("choose", {"activity": "roles"})], ("limit", {"seconds": 60}), AlreadyClosedError),
    ("before the first", [("choose", {"activity": "word_cloud"})], ("step", {"by": -1}), EndOfProgrammeError),
    ("after the last", [("choose", {"activity": "closing"})], ("step", {"by": 1}), EndOfProgrammeError),
    ("a round that is not", [("open", {"activity": "roles"})], ("show_round", {"number": 2}), NoRoundError),
    ("undoing the first round", [("open", {"activity": "roles"})], ("undo_round", {}), NoRoundError),
    ("steering what has ended", [("end", {})], ("step", {"by": 1}), EndedError),
    ("ending twice", [("end", {})], ("end", {}), AlreadyEndedError),
    ("opening again what goes on", [], ("reopen", {}), NotEndedError),
    ("renewing a renewed link", [("new_link", {"key_number": 1})], ("new_link", {"key_number": 1}), LinkRenewedError),
]


@pytest.mark.parametrize(("name", "before", "press", "error"), REFUSED, ids=[case[0] for case in REFUSED])
def test_a_press_that_fits_no_more_is_reported_in_every_language(
    service: Service,
    code: str,
    name: str,
    before: list[tuple[str, dict[str, Any]]],
    press: tuple[str, dict[str, Any]],
    error: type[PropelliError],
) -> None:
    for action, arguments in before:
        do(service, code, action, **arguments)
    room = service.rooms.get(code)
    with pytest.raises(error) as caught:
        do(service, code, press[0], **press[1])
    assert service.rooms.get(code) == room
    assert all(service.sentence(caught.value, lang).endswith(".") for lang in ("fi", "sv", "en"))


def names(service: Service, code: str) -> list[str]:
    return [activity.name for activity in service.desks.get(code).activities]


@pytest.mark.parametrize(
    ("on", "before", "after"),
    [(None, "takeaway", "closing"), ("word_cloud", "word_cloud", "roles"), ("closing", "closing", None)],
)
def test_kept_questions_stand_after_what_is_on_or_before_the_closing_in_the_order_they_were_made(
    service: Service, code: str, on: str | None, before: str, after: str | None
) -> None:
    if on:
        do(service, code, "choose", activity=on)
    added = [service.questions.add(code, words_item(f"Kysymys {n}"), LANGUAGES) for n in range(3)]
    listed = names(service, code)
    place = listed.index(before) + 1
    assert listed[place : place + 3] == added
    assert listed[place + 3 :][:1] == ([after] if after else [])


def test_a_question_that_is_shown_at_once_comes_before_those_that_are_kept(service: Service, code: str) -> None:
    do(service, code, "choose", activity="word_cloud")
    unopened = service.questions.add(code, words_item("Myöhemmin"), LANGUAGES)
    shown = service.questions.add(code, words_item("Nyt"), LANGUAGES, opens=True)
    later = service.questions.add(code, words_item("Viimeiseksi"), LANGUAGES)
    assert names(service, code)[:5] == ["word_cloud", shown, unopened, later, "roles"]


def shown(service: Service, code: str) -> list[str]:
    data = on_the_wall(service, code)
    return sorted(word.casefold() for word, _ in data["result"]["list"])


def test_earlier_rounds_are_projected_again_while_the_new_one_takes_answers(service: Service, code: str) -> None:
    do(service, code, "open", activity="word_cloud")
    answer(service, code, b"a", "sisu")
    do(service, code, "new_round", activity="word_cloud")
    answer(service, code, b"b", "rohkeus")
    do(service, code, "show_round", number=1)
    assert shown(service, code) == ["sisu"]
    assert "kierros 1" in str(on_the_wall(service, code)["question"])
    assert current(service, code).shown_number == 1
    answer(service, code, b"c", "arki")
    assert current(service, code).answered == 2
    do(service, code, "show_round", number=2)
    assert shown(service, code) == ["arki", "rohkeus"]
    do(service, code, "show_round", number=1)
    do(service, code, "close")
    do(service, code, "open", activity="word_cloud")
    assert shown(service, code) == ["arki", "rohkeus"]


@pytest.mark.parametrize("was_open", [True, False])
def test_a_new_round_is_undone_while_it_is_empty_and_the_one_before_is_as_it_was(
    service: Service, code: str, was_open: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(service, code, "open", activity="word_cloud")
    answer(service, code, b"a", "sisu")
    if not was_open:
        do(service, code, "close")
    start = clock.now_ms()
    monkeypatch.setattr(clock, "now_ms", lambda: start + 5_000)
    do(service, code, "new_round", activity="word_cloud")
    assert current(service, code).rounds == 2
    do(service, code, "undo_round")
    chosen = current(service, code)
    assert (chosen.rounds, chosen.answered, chosen.state) == (1, 1, "open" if was_open else "closed")
    assert shown(service, code) == ["sisu"]


def test_a_new_round_with_an_answer_stays(service: Service, code: str) -> None:
    do(service, code, "open", activity="word_cloud")
    answer(service, code, b"a", "sisu")
    do(service, code, "new_round", activity="word_cloud")
    answer(service, code, b"b", "arki")
    with pytest.raises(AnsweredRoundError):
        do(service, code, "undo_round")
    assert current(service, code).rounds == 2


Change = Callable[[Service, str], None]


def test_the_projectors_keys_mean_what_the_desks_keys_mean(service: Service, code: str) -> None:
    changes: list[Change] = [
        lambda service, code: None,
        lambda service, code: do(service, code, "open", activity="roles"),
        lambda service, code: do(service, code, "close"),
        lambda service, code: do(service, code, "show", view="hold"),
    ]
    for change in changes:
        change(service, code)
        desk, data = service.desks.get(code), on_the_wall(service, code)
        chosen = desk.current or desk.activities[0]
        assert data["intents"] == key_intents(desk.room, chosen.state, chosen.name)
        assert data["rev"] == desk.room.rev
