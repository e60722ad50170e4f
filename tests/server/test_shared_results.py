"""Shared work is done once: results for phones, the cloud for projectors."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from server.service import Service
from server.store.rows import RoomState
from server.usecases import cached_cloud, shared_results
from server.usecases.cached_cloud import CachedCloud
from server.usecases.participants import ResultsHiddenError
from server.usecases.shared_results import SharedResults
from tests.server.filled_rooms import Filled, filled, phone_results
from workshop.words.cloud.cloud import WIDE, Cloud
from workshop.words.cloud.layout import arrange

KEY = ("482915", 1, "fi")
LATER = 3600.0


@pytest.fixture
def hall(service: Service) -> Filled:
    """A word cloud whose results phones see, with three words."""
    room = filled(service)
    room.open("word_cloud")
    service.control.show_results(room.code, rule="always", phones=True)
    room.say("arki", "toivo", "pulla")
    return room


def wall(room: Filled) -> dict[str, Any]:
    """Where the words stand, asked for as the projector does: first the words, then the cloud of them."""
    room.service.results_cache.words(room.code, *_round(room))
    cloud = room.service.results_cache.cloud(room.code, *_round(room), WIDE)
    return {word.text: (word.x, word.y) for word in cloud.words}


def current_state(room: Filled) -> RoomState:
    state = room.service.participants.state(room.code)
    assert state is not None
    return state.current


def _round(room: Filled) -> tuple[int, int]:
    active = current_state(room).active
    assert active is not None
    return active.activity.id, active.round.id


def test_phones_of_a_version_share_the_same_bytes_in_each_language(hall: Filled) -> None:
    current = current_state(hall)
    first, second = (hall.service.participants.results(current, None, "fi") for _ in range(2))
    assert first is second
    hall.say("sisu", person=1)
    assert {word["text"] for word in phone_results(hall.service, hall.code)["words"]} == {
        "arki", "toivo", "pulla", "sisu",
    }  # fmt: skip


def test_a_hidden_word_leaves_phones_and_wall(hall: Filled) -> None:
    assert "pulla" in wall(hall)
    hall.decide("hide", "pulla")
    assert [word["text"] for word in phone_results(hall.service, hall.code)["words"]] == ["arki", "toivo"]
    assert "pulla" not in wall(hall)


def test_a_hidden_word_leaves_the_wall_even_while_it_is_too_early_for_a_layout(
    hall: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cached_cloud, "LAYOUT_SECONDS", LATER)
    before = wall(hall)
    hall.decide("hide", "pulla")
    hall.say("sisu", person=1)
    assert wall(hall) == {text: place for text, place in before.items() if text != "pulla"}
    newest = hall.service.results_cache.cloud(hall.code, *_round(hall), WIDE, newest=True)
    assert {word.text for word in newest.words} == {"arki", "toivo", "sisu"}


def test_only_those_who_have_answered_see_results_that_are_for_them(hall: Filled) -> None:
    hall.service.control.show_results(hall.code, rule="own", phones=True)
    participants, access = hall.service.participants, hall.service.access
    current = current_state(hall)
    assert participants.results(current, access.participant("person-0"), "fi")
    with pytest.raises(ResultsHiddenError):
        participants.results(current, access.participant("person-9"), "fi")


def test_a_deleted_rooms_results_are_forgotten() -> None:
    shared: SharedResults[bytes] = SharedResults()
    assert shared.get(KEY, 1, lambda: b"words") == b"words"
    shared.forget("482915")
    assert shared.get(KEY, 1, lambda: b"new") == b"new"


def test_while_one_counts_the_others_get_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_results, "FRESH_SECONDS", 0.0)
    shared: SharedResults[bytes] = SharedResults()
    started, goes_on = threading.Event(), threading.Event()
    shared.get(KEY, 1, lambda: b"old")

    def count() -> bytes:
        started.set()
        goes_on.wait(60)
        return b"new"

    with ThreadPoolExecutor(1) as pool:
        counting = pool.submit(shared.get, KEY, 2, count)
        started.wait(60)
        assert shared.get(KEY, 3, lambda: b"never") == b"old"
        goes_on.set()
        assert counting.result(60) == b"new"


def test_answers_that_come_fast_are_counted_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_results, "FRESH_SECONDS", LATER)
    shared: SharedResults[bytes] = SharedResults()
    assert [shared.get(KEY, version, lambda: b"first") for version in range(5)] == [b"first"] * 5


def test_who_looks_during_a_layout_gets_the_cloud_before_and_does_not_wait(
    hall: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, goes_on = threading.Event(), threading.Event()
    words = hall.service.results_cache.words(hall.code, *_round(hall)).shown
    cached = CachedCloud(WIDE)
    first = cached.get(words[:2], 1, newest=False)

    def slow(*arguments: Any, **options: Any) -> Cloud:
        started.set()
        goes_on.wait(60)
        return arrange(*arguments, **options)

    monkeypatch.setattr(cached_cloud, "arrange", slow)
    with ThreadPoolExecutor(1) as pool:
        laying = pool.submit(cached.get, words, 2, newest=False)
        started.wait(60)
        assert cached.get(words, 2, newest=False).words == first.words
        goes_on.set()
        assert len(laying.result(60).words) == 3
    assert len(cached.get(words, 2, newest=False).words) == 3
