"""The event stream: heartbeats, and the state for a client whose stream does not flow."""

import asyncio
import json
from contextlib import suppress
from typing import Any

import httpx
import pytest

from server import clock
from server.service import Service
from server.web import stream as streams
from server.web.hub import PhoneLine
from server.web.stream import Stream
from tests.conftest import eventually, run_alone
from tests.hostile.openapi import check
from tests.server.api_client import OpenRoom


async def events_of(service: Service, code: str, seconds: float, changes: float) -> str:
    """What a stream sends in so many seconds, while the room is told to have changed every `changes` seconds."""
    sent: list[bytes] = []
    state = service.participants.state(code)
    assert state is not None

    async def send(message: Any) -> None:
        sent.append(message.get("body", b""))

    async def receive() -> Any:
        await asyncio.sleep(seconds)
        return {"type": "http.disconnect"}

    async def change() -> None:
        while True:
            await asyncio.sleep(changes)
            service.hub._broadcast(service.hub._rooms[code])

    changing = asyncio.create_task(change())
    with suppress(asyncio.CancelledError):
        line = PhoneLine(service.hub, code, state, "fi", None)
        await Stream(service.hub, line, {"error": "", "message": ""})({}, receive, send)
    changing.cancel()
    return b"".join(sent).decode()


@pytest.mark.parametrize("changes", [60.0, 0.01], ids=["quiet", "busy"])
def test_a_stream_beats_whatever_else_it_sends(
    service: Service, monkeypatch: pytest.MonkeyPatch, changes: float
) -> None:
    assert streams.BEAT_SECONDS <= 15
    monkeypatch.setattr(streams, "BEAT_SECONDS", 0.05)
    room = service.rooms.create()
    events_text = run_alone(events_of(service, room.code, 1.0, changes))
    events = [part.split("\n") for part in events_text.split("\n\n")]
    assert ["event: beat", f"data: {room.rev}"] in events
    states = [part for part in events if len(part) == 1 and part[0].startswith("data: ")]
    assert json.loads(states[0][0].removeprefix("data: "))["rev"] == room.rev
    assert events.index(["event: beat", f"data: {room.rev}"]) > events.index(states[0])


def get_state(room: OpenRoom, rev: object, query: str = "") -> httpx.Response:
    answer = httpx.get(f"{room.server.address}/live/{room.code}/state?rev={rev}{query}")
    check(answer, "GET", "/live/{code}/state")
    return answer


def test_the_state_is_sent_only_to_those_who_have_an_older_one(room: OpenRoom) -> None:
    state = room.phone().state("?kieli=sv")
    older = get_state(room, state["rev"] - 1, "&kieli=sv")
    assert (older.status_code, older.json()) == (200, state)
    assert older.headers["cache-control"] == "no-store"
    newest = get_state(room, state["rev"])
    assert (newest.status_code, newest.content) == (204, b"")


@pytest.mark.parametrize("rev", ["", "x", "-5", "9" * 40])
def test_a_client_that_names_no_revision_gets_the_state(room: OpenRoom, rev: str) -> None:
    assert get_state(room, rev).json()["rev"] >= 0


def test_the_end_of_a_countdown_is_sent_though_nothing_was_written(service: Service) -> None:
    room = service.rooms.create()
    service.control.open(room.code, "word_cloud")
    service.control.count_down(room.code, 30)
    state = service.participants.state(room.code)
    assert state is not None
    rev, now = state.current.room.rev, clock.now_ms()
    assert not state.is_newer(rev, now)
    assert state.is_newer(rev - 1, now)
    assert state.is_newer(rev, now + 31_000)


def test_a_deleted_room_is_404_with_its_sentence_at_every_live_address(new_room: Any) -> None:
    room = new_room()
    phone = room.phone()
    round_id = phone.state()["round"]
    room.run("delete")
    eventually(lambda: get_state(room, 0).status_code == 404)
    for path in ("", "/state", "/me", "/results"):
        answer = phone.client.get(f"/live/{room.code}{path}?kieli=fi")
        assert (answer.status_code, answer.json()["error"]) == (404, "room")
        assert answer.json()["message"].endswith(".")
    assert phone.send(round=round_id, words=["myöhässä"]).status_code == 404


def test_a_heartbeat_repeats_no_state(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "BEAT_SECONDS", 0.05)
    room = service.rooms.create()
    events = run_alone(events_of(service, room.code, 1.0, 60.0)).split("\n\n")
    assert sum(event.startswith("data: ") for event in events) == 1
    assert sum(event.startswith("event: beat") for event in events) > 2


def test_a_reader_that_stops_reading_is_let_go(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "BEAT_SECONDS", 0.05)
    monkeypatch.setattr(streams, "STALLED_SECONDS", 0.1)
    room = service.rooms.create()
    state = service.participants.state(room.code)
    assert state is not None

    async def run() -> int:
        async def send(message: Any) -> None:
            if message.get("body", b"").startswith(b"data: "):
                await asyncio.sleep(3600)

        async def receive() -> Any:
            await asyncio.sleep(3600)

        line = PhoneLine(service.hub, room.code, state, "fi", b"someone")
        await Stream(service.hub, line, {"error": "", "message": ""})({}, receive, send)
        return service.hub.streams()

    assert run_alone(run()) == 0
