"""Throttling: who is slowed down and who is not, on a clock that the test controls."""

import asyncio
import random
from collections.abc import Callable

import pytest

from server import clock
from server.service import Service
from server.web.throttling import (
    ANSWERS_AT_ONCE,
    NEWCOMERS_A_SECOND,
    NEWCOMERS_AT_ONCE,
    CrowdedError,
    LockedError,
    Throttling,
    TooFastError,
    network,
)
from tests.conftest import eventually, run_alone

CODE = "482915"
OTHER = "111111"
PHONES_TRIES = (1.5, 3.0, 6.0)  # the longest waits of a phone before its next tries, in seconds


class Clock:
    """A monotonic clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    fake_clock = Clock()
    monkeypatch.setattr(clock, "monotonic", fake_clock)
    return fake_clock


async def _nobody(_: str, __: bytes) -> bool:
    return False


@pytest.fixture
def throttling(time: Clock) -> Throttling:
    return Throttling(_nobody)


def _answers(throttling: Throttling, participant: bytes, code: str = CODE) -> bool:
    try:
        _at_once(throttling.answer(code, participant, locked=False))
    except (CrowdedError, TooFastError):
        return False
    return True


def _at_once(coroutine: object) -> None:
    """Runs a coroutine that waits for nothing."""
    try:
        coroutine.send(None)  # type: ignore[attr-defined]
    except StopIteration:
        return
    raise AssertionError("it waits")


def _flood(time: Clock, a_second: int, seconds: float, each: Callable[[int], object]) -> None:
    """Calls `each` so many times a second while the clock goes on."""
    started = time.now
    for number in range(int(a_second * seconds)):
        time.now = started + number / a_second
        each(number)
    time.now = started + seconds


@pytest.mark.parametrize("a_second", [49, 51, 500])
def test_a_flood_of_new_cookies_gets_fifty_a_second_whatever_its_speed(
    throttling: Throttling, time: Clock, a_second: int
) -> None:
    for number in range(int(NEWCOMERS_AT_ONCE)):
        assert _answers(throttling, f"first {number}".encode())
    admitted: list[bool] = []
    _flood(time, a_second, 60, lambda number: admitted.append(_answers(throttling, f"{number}".encode())))
    assert sum(admitted) == pytest.approx(min(a_second, NEWCOMERS_A_SECOND) * 60, rel=0.02)


@pytest.mark.parametrize("comes_back", [False, True])
def test_people_get_in_within_five_seconds_of_a_flood(throttling: Throttling, time: Clock, comes_back: bool) -> None:
    """Thirty come at any moment of a minute's flood and send again as slowly as a phone does."""
    chance = random.Random(1)
    due = [(time.now + chance.uniform(0, 60), f"person {number}".encode(), 0.0, 0) for number in range(30)]
    waited: list[float] = []

    def step(number: int) -> None:
        _answers(throttling, f"{max(0, number - 600) if comes_back and number % 2 else number}".encode())
        for waiting in [person for person in due if person[0] <= time.now]:
            due.remove(waiting)
            _, who, waits, tries = waiting
            if _answers(throttling, who):
                waited.append(waits)
            else:
                due.append((time.now + PHONES_TRIES[tries], who, waits + PHONES_TRIES[tries], tries + 1))

    for number in range(int(NEWCOMERS_AT_ONCE)):
        _answers(throttling, f"first {number}".encode())
    _flood(time, 500, 70, step)
    assert len(waited) == 30
    assert max(waited) <= 5


def test_whoever_keeps_the_page_open_is_in_before_their_first_answer(throttling: Throttling, time: Clock) -> None:
    for number in range(int(NEWCOMERS_AT_ONCE)):
        throttling.arrived(CODE, f"{number}".encode(), locked=False)
    assert throttling.arrived(CODE, b"person", locked=False) is False
    time.now += 0.9
    assert throttling.arrived(CODE, b"script", locked=False) is True  # the places that have come free meanwhile
    time.now += 0.2
    assert throttling.arrived(CODE, b"person", locked=False) is True
    assert _answers(throttling, b"person")


def test_one_room_s_flood_is_not_another_s(throttling: Throttling) -> None:
    for number in range(int(NEWCOMERS_AT_ONCE) + 10):
        _answers(throttling, f"{number}".encode())
    assert not _answers(throttling, b"late")
    assert _answers(throttling, b"late", OTHER)


def test_one_person_s_flood_is_refused_and_is_over_a_moment_later(throttling: Throttling, time: Clock) -> None:
    admitted: list[bool] = []
    _flood(time, 1_000, 10, lambda _: admitted.append(_answers(throttling, b"one")))
    assert sum(admitted) == pytest.approx(ANSWERS_AT_ONCE + 50, abs=2)
    assert _answers(throttling, b"another")
    time.now += 0.2
    assert _answers(throttling, b"one")


def test_a_locked_room_takes_those_inside_and_those_who_have_answered(time: Clock) -> None:
    async def has_answered(code: str, participant: bytes) -> bool:
        return (code, participant) == (CODE, b"answered before the restart")

    throttling = Throttling(has_answered)
    throttling.arrived(CODE, b"inside", locked=False)
    for participant in (b"inside", b"answered before the restart"):
        _at_once(throttling.answer(CODE, participant, locked=True))
    for _ in range(3):
        assert throttling.arrived(CODE, b"new", locked=True) is False
        time.now += 5
        with pytest.raises(LockedError):
            _at_once(throttling.answer(CODE, b"new", locked=True))


def test_unknown_codes_slow_down_by_address(throttling: Throttling, time: Clock) -> None:
    delays = [throttling.unknown_code("192.0.2.1", OTHER) for _ in range(1_000)]
    assert delays[:60] == [0.0] * 60
    assert delays == sorted(delays)
    assert delays[-1] == pytest.approx(4)
    assert throttling.unknown_code("192.0.2.2", OTHER) == 0
    time.now += 101
    assert throttling.unknown_code("192.0.2.1", OTHER) == 0


def test_phones_of_a_deleted_room_are_no_guessers(throttling: Throttling) -> None:
    throttling.arrived(CODE, b"person", locked=False)
    throttling.forget(CODE)
    assert {throttling.unknown_code("192.0.2.1", CODE) for _ in range(1_000)} == {0.0}
    assert throttling.unknown_code("192.0.2.1", OTHER) == 0


def test_the_right_password_is_looked_at_within_ten_seconds(throttling: Throttling, time: Clock) -> None:
    _flood(time, 1_000, 5, lambda number: throttling.password(f"192.0.2.{number % 50}"))
    assert throttling.password("192.0.2.1") <= 8
    assert throttling.password("198.51.100.1") <= 4
    time.now += 150
    assert throttling.password("192.0.2.1") == 0


def test_the_right_password_does_not_count(throttling: Throttling) -> None:
    for _ in range(100):
        assert throttling.password("192.0.2.1") == 0
        throttling.password_was_right("192.0.2.1")


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_an_address_is_what_one_customer_has(address: str, counted: str) -> None:
    assert network(address) == counted


def test_everything_of_a_room_goes_with_the_room(service: Service) -> None:
    code = service.rooms.create("Huone").code
    current = service.participants.state(code)
    assert current

    async def live_and_die() -> None:
        loop = asyncio.get_running_loop()

        def notify(codes: set[str] | None) -> None:
            loop.call_soon_threadsafe(service.hub.notify, codes)

        service.notify_participants = notify
        for number in range(100):
            who = f"person {number}".encode()
            await service.throttling.answer(code, who, locked=False)
            service.hub.leave(code, service.hub.join(code, current, "fi", who))
        assert service.hub.present(code) == 100
        await loop.run_in_executor(None, service.rooms.delete, code)
        while service.throttling.rooms():
            await asyncio.sleep(0.01)

    run_alone(live_and_die())
    eventually(lambda: service.hub.present(code) == 0)
    assert service.throttling.rooms() == set()
