"""Channels: what pages that show a whole room are sent, made once for all who watch.

A channel has one loader, which runs in a thread; each room and variant that anybody watches is loaded when something
in it has changed, at most ten times a second, and encoded once for all. What nobody watches is never loaded. Everything
but `watchers` runs on the event loop.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool

from server import clock
from server.web.listener import Listener

log = logging.getLogger(__name__)
SETTLE_SECONDS = 0.01
REST_SECONDS = 0.1
"""How long a look rests after the one before it began."""
RETRY_SECONDS = 0.5
TICK_SECONDS = 1.0
FRESH_SECONDS = 0.1


@dataclass(frozen=True)
class Snapshot:
    """What all watchers of a room and variant are sent; `body` is a JSON object without `closes_in_ms`.

    `ends_at` is the wall-clock millisecond at which a countdown ends or has ended, None where there is none, and
    `is_open` whether it ran when this was loaded. After `again_in` seconds another look is worth while though nothing
    changes; None: not before something does.
    """

    rev: int
    body: bytes
    ends_at: int | None = None
    is_open: bool = False
    again_in: float | None = None

    @classmethod
    def encode(
        cls, payload: Mapping[str, Any], rev: int, now: int, ends_at: int | None = None, again_in: float | None = None
    ) -> "Snapshot":
        """The snapshot of a payload that has at least one field, as it is at `now`."""
        body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
        return cls(rev, body, ends_at, ends_at is not None and ends_at > now, again_in)

    def remaining_ms(self, now: int) -> int | None:
        """Milliseconds to the end of the countdown, or None where none runs."""
        return self.ends_at - now if self.ends_at is not None and self.ends_at > now else None

    def json(self, now: int) -> bytes:
        """The payload as JSON with the time that is left."""
        return b'{"closes_in_ms":' + json.dumps(self.remaining_ms(now)).encode() + b"," + self.body[1:]


Load = Callable[[str, str], Snapshot | None]
"""The newest snapshot of a room (its code) in a variant, or None where there is no such room.

A variant is a language, with whatever else makes some watchers of a room see another picture.
"""

Pulse = Callable[[str], object]
"""A cheap value of a room that is compared each second; where it differs, the room is looked at."""


@dataclass(eq=False)
class Watcher(Listener):
    """One open stream of a channel."""


class _Feed:
    """One room in one variant, for as long as anybody watches it."""

    def __init__(self, code: str, variant: str, load: Load, pulse: Pulse, *, sends_now: bool) -> None:
        self._code, self._variant, self._load, self._pulse, self._sends_now = code, variant, load, pulse, sends_now
        self.watchers: set[Watcher] = set()
        self.snapshot: Snapshot | None = None
        self._event, self._encoded_at = b"", 0.0
        self._begun_at, self._took = 0.0, 0.0
        self._looking = self.closed = False
        self._next_rest: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._ticker: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._last_pulse = pulse(code)
        self.look_soon()
        self._tick()

    def close(self) -> None:
        """Nobody watches any more, or the room is deleted."""
        self.closed = True
        for timer in (self._timer, self._ticker):
            if timer:
                timer.cancel()

    def broadcast(self) -> None:
        for watcher in self.watchers:
            watcher.news.set()

    def _tell_all(self) -> None:
        if not self._sends_now:
            self.broadcast()
            return
        event = self.event()
        for watcher in self.watchers:
            watcher.deliver(event)

    def event(self) -> bytes:
        """The snapshot as an event, encoded once for all; while a countdown runs, anew for whoever comes later.

        Empty before the first look.
        """
        snapshot, now = self.snapshot, clock.monotonic()
        if snapshot is None:
            return b""
        if not self._event or (snapshot.is_open and now - self._encoded_at > FRESH_SECONDS):
            self._event, self._encoded_at = b"data: " + snapshot.json(clock.now_ms()) + b"\n\n", now
        return self._event

    def beat(self) -> bytes:
        rev = self.snapshot.rev if self.snapshot else -1
        return f"event: beat\ndata: {rev}\n\n".encode()

    def look_soon(self, wait: float = SETTLE_SECONDS, rest: float = REST_SECONDS) -> None:
        """One look at a time, and each rests for as long as the one before it took; many changes become one look."""
        if self._looking:
            self._next_rest = rest if self._next_rest is None else min(rest, self._next_rest)
            return
        rested_at = self._begun_at + max(rest, 2 * self._took)
        self._set_timer(max(wait, rested_at - clock.monotonic()))

    def _set_timer(self, wait: float) -> None:
        loop = asyncio.get_running_loop()
        when = loop.time() + wait
        if self._timer is not None:
            if self._timer.when() <= when:
                return
            self._timer.cancel()
        self._timer = loop.call_at(when, self._start_refresh)

    def _start_refresh(self) -> None:
        self._timer, self._looking, self._next_rest = None, True, None
        self._start(self._refresh())

    def _start(self, job: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(job)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _refresh(self) -> None:
        self._begun_at = clock.monotonic()
        again_in: float | None = RETRY_SECONDS
        try:
            snapshot = await run_in_threadpool(self._load, self._code, self._variant)
        except Exception:
            log.exception("A room could not be looked at; trying again")
        else:
            again_in = self._take(snapshot)
        self._took = clock.monotonic() - self._begun_at
        self._looking = False
        if self.closed:
            return
        if self._next_rest is not None:
            self.look_soon(rest=self._next_rest)
        elif again_in is not None:
            self.look_soon(again_in)

    def _take(self, snapshot: Snapshot | None) -> float | None:
        """Tells the watchers what is new, and gives the seconds to the next look, None where there is no need."""
        if snapshot is None:
            self._broadcast_deleted()
            return None
        before, self.snapshot = self.snapshot, snapshot
        if before is None or (before.body, before.ends_at) != (snapshot.body, snapshot.ends_at):
            self._event = b""
            self._tell_all()
        if snapshot.ends_at is not None:
            self._tick()
        return snapshot.again_in

    def _broadcast_deleted(self) -> None:
        self.close()
        for watcher in self.watchers:
            watcher.ended = watcher.deleted = True
        self.broadcast()

    def _tick(self) -> None:
        """Looks at the clock, which may jump, and at the pulse."""
        if self._ticker:
            self._ticker.cancel()
        if self.closed:
            return
        pulse, remaining = self._pulse(self._code), None
        if self.snapshot is not None:
            remaining = self.snapshot.remaining_ms(clock.now_ms())
            if self.snapshot.is_open != (remaining is not None):
                self.look_soon()
        if pulse != self._last_pulse:
            self._last_pulse = pulse
            self.look_soon()
        wait = TICK_SECONDS if remaining is None else min(TICK_SECONDS, remaining / 1000 + 0.02)
        self._ticker = asyncio.get_running_loop().call_later(wait, self._tick)


class Channel:
    """All streams of one kind, by room and variant; the hub tells it of changes and of the end."""

    def __init__(
        self,
        load: Load,
        pulse: Pulse = lambda code: None,
        *,
        sends_now: bool = False,
        answers_rest: float = REST_SECONDS,
    ) -> None:
        """With `sends_now` the messages go past the streams, which may then not change them.

        Where nothing but answers has come, a look rests `answers_rest` seconds after the one before it.
        """
        self._load, self._pulse, self._sends_now, self._answers_rest = load, pulse, sends_now, answers_rest
        self._feeds: dict[tuple[str, str], _Feed] = {}

    def line(self, code: str, variant: str) -> "ChannelLine":
        """What `server.web.stream.Stream` sends to one watcher."""
        return ChannelLine(self, code, variant)

    def join(self, code: str, variant: str) -> Watcher:
        """A new watcher; its first news comes with the first look, or at once where others watch already."""
        feed = self._feeds.get((code, variant))
        if feed is None or feed.closed:
            feed = self._feeds[code, variant] = _Feed(code, variant, self._load, self._pulse, sends_now=self._sends_now)
        watcher = Watcher()
        feed.watchers.add(watcher)
        if feed.snapshot is not None:
            watcher.news.set()
        return watcher

    def leave(self, code: str, variant: str, watcher: Watcher) -> None:
        feed = self._feeds.get((code, variant))
        if feed is None:
            return
        feed.watchers.discard(watcher)
        if not feed.watchers:
            feed.close()
            del self._feeds[code, variant]

    def message(self, code: str, variant: str) -> bytes:
        """The newest snapshot as an event of the stream; the same bytes for all, empty before the first look."""
        return self._feeds[code, variant].event()

    def beat(self, code: str, variant: str) -> bytes:
        """The heartbeat, which names the newest revision."""
        return self._feeds[code, variant].beat()

    async def state(self, code: str, variant: str) -> bytes | None:
        """The newest snapshot as JSON, from memory while anybody watches; None where there is no such room."""
        feed = self._feeds.get((code, variant))
        snapshot = feed.snapshot if feed and not feed.closed else None
        snapshot = snapshot or await run_in_threadpool(self._load, code, variant)
        return snapshot.json(clock.now_ms()) if snapshot else None

    def notify(self, codes: set[str] | None, *, only_answers: bool = False) -> None:
        """Something changed in these rooms, or perhaps in all."""
        rest = self._answers_rest if only_answers else REST_SECONDS
        for (code, _), feed in self._feeds.items():
            if codes is None or code in codes:
                feed.look_soon(rest=rest)

    def end(self) -> None:
        """The server stops: every stream wakes up to see it."""
        for feed in self._feeds.values():
            feed.broadcast()

    def watchers(self) -> int:
        """Open streams of all rooms. Safe in any thread."""
        return sum(len(feed.watchers) for feed in list(self._feeds.values()))


@dataclass(frozen=True)
class ChannelLine:
    """One watcher's stream of a room in a variant."""

    channel: Channel
    code: str
    variant: str

    def join(self) -> Watcher:
        return self.channel.join(self.code, self.variant)

    def leave(self, watcher: Watcher) -> None:
        self.channel.leave(self.code, self.variant, watcher)

    def message(self) -> bytes:
        return self.channel.message(self.code, self.variant)

    def beat(self) -> bytes:
        return self.channel.beat(self.code, self.variant)
