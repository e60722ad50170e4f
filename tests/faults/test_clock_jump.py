"""A wall clock that jumps during a countdown: the state sent to phones and the fate of answers agree."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.service import Service
from server.settings import Settings
from tests.conftest import ROOT, Server
from tests.server.api_client import OpenRoom

HOUR = 3600
COUNTDOWN = 600


@pytest.fixture
def offset(tmp_path: Path) -> Path:
    file = tmp_path / "offset"
    file.write_text("0", "ascii")
    return file


@pytest.fixture
def room(tmp_path: Path, offset: Path) -> Iterator[OpenRoom]:
    """A room whose server's clock is moved by what is written into `offset`."""
    home = tmp_path / "home"
    home.mkdir()
    moved = {"PYTHONPATH": str(ROOT / "tests" / "faults" / "clock"), "CLOCK_OFFSET_FILE": str(offset)}
    running = Server(home, environment=moved)
    running.start()
    open_room = OpenRoom(running)
    yield open_room
    open_room.close()
    running.kill()


def _move(offset: Path, seconds: int) -> None:
    beside = offset.with_suffix(".new")
    beside.write_text(str(seconds), "ascii")
    beside.replace(offset)


def _counts_down(room: OpenRoom) -> None:
    beside = Service(Settings(home=room.server.home, password="lupa"))
    beside.control.count_down(room.code, COUNTDOWN)
    beside.close()


def _agree(room: OpenRoom, round_id: str, word: str) -> bool:
    """Whether the question is open, by what a phone is told and by what becomes of its answer."""
    phone = room.phone()
    is_open, answered = phone.state()["open"], phone.send(round=round_id, words=[word])
    assert answered.status_code == (200 if is_open else 409)
    return bool(is_open)


def test_state_and_answers_agree_when_the_clock_moves(room: OpenRoom, offset: Path) -> None:
    phone = room.phone()
    round_id = phone.state()["round"]
    with phone.stream() as events:
        _counts_down(room)
        while (state := next(events))["closes_in_ms"] is None:
            pass
        assert state["open"] is True
        for seconds, is_open in ((HOUR, False), (0, True), (-HOUR, True), (2 * HOUR, False)):
            _move(offset, seconds)
            assert _agree(room, round_id, f"siirto {seconds}") is is_open
            assert _agree(room, round_id, f"toinen {seconds}") is is_open
            if state["open"] is not is_open:  # who had the page open is told as well
                state = next(events)
                while state["open"] is not is_open:
                    state = next(events)
