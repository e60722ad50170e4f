"""A channel: one look for all who watch a room, none for nobody, and the same bytes for everybody."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from server import clock
from server.web.channels import Channel, Snapshot, Watcher
from tests.conftest import run_alone

CODE = "123456"


class Room:
    """What a loader gives; `loads` counts how often it was asked."""

    def __init__(self) -> None:
        self.loads = 0
        self.words = ["tauko"]
        self.ends_at: int | None = None
        self.again_in: float | None = None
        self.is_there = True
        self.fails = 0
        self.present = 0
        self.goes_on = threading.Event()
        self.goes_on.set()

    def load(self, code: str, lang: str) -> Snapshot | None:
        self.loads += 1
        words = list(self.words)
        self.goes_on.wait(20)
        if self.fails:
            self.fails -= 1
            raise RuntimeError
        if not self.is_there:
            return None
        again_in, self.again_in = self.again_in, None
        return Snapshot.encode({"words": words, "lang": lang}, 1, clock.now_ms(), self.ends_at, again_in)


async def news(watcher: Watcher) -> None:
    await asyncio.wait_for(watcher.news.wait(), 20)
    watcher.news.clear()


async def quiet(watcher: Watcher) -> None:
    """Long enough for anything that is on its way to come."""
    await asyncio.sleep(0.4)
    assert not watcher.news.is_set()


def received(channel: Channel, lang: str = "fi") -> Any:
    event = channel.message(CODE, lang).decode()
    assert event.startswith("data: ")
    assert event.endswith("\n\n")
    return json.loads(event.removeprefix("data: "))


def on_a_channel(test: Callable[[Room, Channel], Awaitable[None]], **how: Any) -> None:
    async def run() -> None:
        room = Room()
        await test(room, Channel(room.load, lambda code: room.present, **how))

    run_alone(run())


def test_all_watchers_of_a_language_share_one_look_and_the_same_bytes() -> None:
    async def test(room: Room, channel: Channel) -> None:
        watchers = [channel.join(CODE, "fi") for _ in range(20)]
        for watcher in watchers:
            await news(watcher)
        first = channel.message(CODE, "fi")
        assert channel.message(CODE, "fi") is first
        room.words = ["tauko", "sauna"]
        channel.notify({CODE})
        for watcher in watchers:
            await news(watcher)
        assert received(channel) == {"closes_in_ms": None, "words": ["tauko", "sauna"], "lang": "fi"}
        assert room.loads == 2

    on_a_channel(test)


def test_languages_are_told_apart() -> None:
    async def test(room: Room, channel: Channel) -> None:
        finnish, swedish = channel.join(CODE, "fi"), channel.join(CODE, "sv")
        await news(finnish)
        await news(swedish)
        assert (received(channel)["lang"], received(channel, "sv")["lang"]) == ("fi", "sv")

    on_a_channel(test)


def test_nobody_watching_means_that_nothing_is_looked_at() -> None:
    async def test(room: Room, channel: Channel) -> None:
        channel.notify({CODE})
        channel.notify(None)
        await asyncio.sleep(0.1)
        assert room.loads == 0
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        channel.notify({CODE})
        channel.leave(CODE, "fi", watcher)
        loads = room.loads
        room.present += 1
        await asyncio.sleep(1.2)
        assert room.loads == loads
        assert channel.watchers() == 0

    on_a_channel(test)


def test_who_has_what_is_newest_is_told_nothing() -> None:
    async def test(room: Room, channel: Channel) -> None:
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        channel.notify({CODE})
        await quiet(watcher)
        channel.notify({"654321"})
        await quiet(watcher)
        assert room.loads == 2

    on_a_channel(test)


def test_answers_alone_may_wait_and_any_other_change_does_not() -> None:
    async def test(room: Room, channel: Channel) -> None:
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        room.words = ["sauna"]
        channel.notify({CODE}, only_answers=True)
        await quiet(watcher)
        channel.notify({CODE})
        await news(watcher)
        assert received(channel)["words"] == ["sauna"]

    on_a_channel(test, answers_rest=60.0)


def test_a_connection_that_is_idle_is_written_to_without_waking_its_stream() -> None:
    async def test(room: Room, channel: Channel) -> None:
        watchers = [channel.join(CODE, "fi") for _ in range(3)]
        for watcher in watchers:
            await news(watcher)
        written: list[bytes] = []
        idle, busy = watchers[0], watchers[1]

        def write(message: bytes) -> bool:
            written.append(message)
            return True

        idle.send_now = write
        room.words = ["sauna"]
        channel.notify({CODE})
        await news(busy)
        assert written == [channel.message(CODE, "fi")]
        assert not idle.news.is_set()

    on_a_channel(test, sends_now=True)


def test_many_changes_at_once_are_few_looks_and_the_last_is_seen() -> None:
    async def test(room: Room, channel: Channel) -> None:
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        for number in range(100):
            room.words = [str(number)]
            channel.notify({CODE})
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.4)
        assert received(channel)["words"] == ["99"]
        assert room.loads < 30

    on_a_channel(test)


def test_a_change_during_a_look_is_looked_at_after_it() -> None:
    async def test(room: Room, channel: Channel) -> None:
        room.goes_on.clear()
        watcher = channel.join(CODE, "fi")
        while not room.loads:
            await asyncio.sleep(0.01)
        room.words = ["myöhäinen"]
        channel.notify({CODE})
        room.goes_on.set()
        await news(watcher)
        await news(watcher)
        assert received(channel)["words"] == ["myöhäinen"]

    on_a_channel(test)


def test_presence_is_seen_without_any_change_in_the_room() -> None:
    async def test(room: Room, channel: Channel) -> None:
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        room.words, room.present = ["läsnä"], 1
        await news(watcher)
        assert received(channel)["words"] == ["läsnä"]

    on_a_channel(test)


def test_a_look_may_ask_for_another_one() -> None:
    async def test(room: Room, channel: Channel) -> None:
        room.again_in = 0.3
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        room.words = ["aseteltu"]
        await news(watcher)
        assert (received(channel)["words"], room.loads) == (["aseteltu"], 2)

    on_a_channel(test)


def test_the_end_of_a_countdown_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Room, channel: Channel) -> None:
        room.ends_at = clock.now_ms() + 60_000
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        assert 0 < received(channel)["closes_in_ms"] <= 60_000
        await asyncio.sleep(0.2)
        assert received(channel)["closes_in_ms"] < 59_900, "who comes later is told the time that is left then"
        later = clock.now_ms() + 61_000
        monkeypatch.setattr(clock, "now_ms", lambda: later)
        room.words = ["suljettu"]
        await news(watcher)
        assert received(channel) == {"closes_in_ms": None, "words": ["suljettu"], "lang": "fi"}

    on_a_channel(test)


def test_a_deleted_room_ends_its_streams_and_a_new_one_with_its_code_begins_anew() -> None:
    async def test(room: Room, channel: Channel) -> None:
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        room.is_there = False
        channel.notify({CODE})
        await news(watcher)
        assert (watcher.ended, watcher.deleted) == (True, True)
        assert await channel.state(CODE, "fi") is None
        room.is_there, room.words = True, ["uusi"]
        another = channel.join(CODE, "fi")
        channel.leave(CODE, "fi", watcher)
        await news(another)
        assert received(channel)["words"] == ["uusi"]

    on_a_channel(test)


def test_a_look_that_fails_is_tried_again() -> None:
    async def test(room: Room, channel: Channel) -> None:
        room.fails = 1
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        assert room.loads == 2

    on_a_channel(test)


def test_the_state_comes_from_memory_while_anybody_watches() -> None:
    async def test(room: Room, channel: Channel) -> None:
        assert json.loads(await channel.state(CODE, "fi") or b"")["words"] == ["tauko"]
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        assert await channel.state(CODE, "fi") == channel.message(CODE, "fi").removeprefix(b"data: ").rstrip()
        assert room.loads == 2

    on_a_channel(test)


def test_the_end_of_the_server_wakes_every_watcher() -> None:
    async def test(room: Room, channel: Channel) -> None:
        watcher = channel.join(CODE, "fi")
        await news(watcher)
        channel.end()
        await news(watcher)

    on_a_channel(test)
