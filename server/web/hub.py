"""The hub: the open event streams of each room, and the newest state to send to each of them.

A client holds one flag, never a queue, and all clients of a room share the same encoded bytes; so a thousand phones
cost one look at the store a change, and a slow phone skips straight to the newest state. The wall clock decides when a
countdown ends and may jump, so it is looked at again and again; waits go by a clock that does not.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool

from server import clock
from server.usecases.participants import ParticipantState
from server.web.channels import Channel
from server.web.listener import Listener

log = logging.getLogger(__name__)
SETTLE_SECONDS = 0.01
AWAY_SECONDS = 30.0
RETRY_SECONDS = 0.5
LAST_SECONDS = 1.0
FRESH_SECONDS = 0.1
CLOCK_LOOK_SECONDS = 0.5
MAX_STREAMS_OF_ONE = 10
TOLD_AT_ONCE = 200
LoadState = Callable[[str], ParticipantState | None]


@dataclass(eq=False)
class Client(Listener):
    """One phone's open stream; `participant` is None where cookies are blocked."""

    lang: str
    participant: bytes | None


@dataclass(frozen=True)
class _Message:
    """An encoded state; `is_open` is whether a countdown ran when it was made, at monotonic seconds."""

    body: bytes
    is_open: bool
    made_at: float


@dataclass
class _Listening:
    state: ParticipantState
    clients: set[Client] = field(default_factory=set)
    people: dict[bytes, list[Client]] = field(default_factory=dict)
    messages: dict[str, _Message] = field(default_factory=dict)
    refresh_timer: asyncio.TimerHandle | None = None
    refreshed_at: float = 0.0
    refreshing: bool = False
    dirty: bool = False
    ending: asyncio.TimerHandle | None = None

    def awaits_look(self) -> bool:
        return self.refreshing or self.refresh_timer is not None

    def is_open(self) -> bool:
        """Whether a countdown runs by the wall clock."""
        return self.state.ends_in_ms(clock.now_ms()) is not None


class Hub:
    """All streams of this process. Everything but `present` runs on the event loop.

    `remembered` gives the codes of rooms that others remember something of; `forget` tells them that one is deleted.
    """

    def __init__(
        self,
        load: LoadState,
        remembered: Callable[[], set[str]] = set,
        forget: Callable[[str], object] = lambda code: None,
    ) -> None:
        self._load, self._remembered, self._forget_elsewhere = load, remembered, forget
        self._rooms: dict[str, _Listening] = {}
        self._left: dict[str, dict[bytes, float]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._limits: set[asyncio.Timeout] = set()
        self._after_phones: set[str] = set()
        self.measure: Callable[[float], object] = lambda seconds: None
        self.open_desks: Callable[[str], int] = lambda code: 0
        self.channels: list[Channel] = []
        self.ended = False

    async def state(self, code: str) -> ParticipantState | None:
        """What is on in the room: from memory while anyone listens, else from the store."""
        return self.newest(code) or await run_in_threadpool(self._load, code)

    def newest(self, code: str) -> ParticipantState | None:
        """What is on in a room that anyone listens to, or None."""
        return self._rooms[code].state if code in self._rooms else None

    def join(self, code: str, state: ParticipantState, lang: str, participant: bytes | None) -> Client:
        """A new stream; its first news is ready at once. One person's oldest stream ends where there are too many."""
        client = Client(lang, participant)
        listening = self._rooms.get(code)
        if listening is None:
            listening = self._rooms[code] = _Listening(state)
            self._watch_clock(listening)
            self.notify({code})  # what changed between the caller's look and now
        listening.clients.add(client)
        if participant is not None:
            own = listening.people.setdefault(participant, [])
            own.append(client)
            if len(own) > MAX_STREAMS_OF_ONE:
                own[0].ended = True
                own.pop(0).news.set()
        client.news.set()
        return client

    def leave(self, code: str, client: Client) -> None:
        listening = self._rooms.get(code)
        if listening is None:
            return
        listening.clients.discard(client)
        if client.participant is not None:
            own = listening.people.get(client.participant, [])
            if client in own:
                own.remove(client)
            if not own:
                listening.people.pop(client.participant, None)
            self._note_left(code, client.participant)
        if not listening.clients:
            for timer in (listening.refresh_timer, listening.ending):
                if timer:
                    timer.cancel()
            del self._rooms[code]
            self._notify_after_phones(code)

    def _note_left(self, code: str, participant: bytes) -> None:
        """Keeps when someone left, for as long as they count as present; the oldest come first."""
        left, now = self._left.setdefault(code, {}), clock.monotonic()
        left.pop(participant, None)
        left[participant] = now
        while next(iter(left.values())) < now - AWAY_SECONDS:
            del left[next(iter(left))]

    def message(self, code: str, lang: str) -> bytes:
        """The newest state as an event, encoded once for all phones of a language."""
        return self._message(self._rooms[code], lang)

    @staticmethod
    def _message(listening: _Listening, lang: str) -> bytes:
        now = clock.monotonic()
        message, is_open = listening.messages.get(lang), listening.is_open()
        if message is None or message.is_open != is_open or (is_open and now - message.made_at > FRESH_SECONDS):
            message = listening.messages[lang] = _Message(listening.state.message(lang), is_open, now)
        return message.body

    def beat(self, code: str, lang: str) -> bytes:
        """The heartbeat: an event of its own name, since a page's script does not see a stream's comments."""
        return f"event: beat\ndata: {self._rooms[code].state.current.room.rev}\n\n".encode()

    def is_present(self, code: str, participant: bytes) -> bool:
        """Whether the person has the room's page open now."""
        return code in self._rooms and participant in self._rooms[code].people

    def notify(self, codes: set[str] | None) -> None:
        """Something changed in these rooms, or perhaps in all; a look at once, then many changes become one look."""
        chosen_codes = self._rooms.keys() | self._left.keys() | self._remembered() if codes is None else codes
        for code in chosen_codes:
            listening = self._rooms.get(code)
            if listening is None:
                self._start(self._forget_if_deleted(code))
                continue
            rested = clock.monotonic() - listening.refreshed_at
            self._refresh_soon(code, listening, max(0.0, SETTLE_SECONDS - rested))

    def notify_answered(self, codes: set[str] | None) -> None:
        """Answers have come, and nothing else has changed."""
        self.notify_channels(codes, only_answers=True)

    def notify_channels(self, codes: set[str] | None, *, only_answers: bool = False) -> None:
        """Something changed in these rooms, answers too, or perhaps in all: who watches a whole room must know.

        Where phones are about to be told, those who watch come after them: their pictures are dear to make.
        """
        if codes is not None:
            waiting = {code for code in codes if code in self._rooms and self._rooms[code].awaits_look()}
            self._after_phones |= waiting
            codes = codes - waiting
        for channel in self.channels:
            channel.notify(codes, only_answers=only_answers)

    def _notify_after_phones(self, code: str) -> None:
        if code in self._after_phones:
            self._after_phones.discard(code)
            for channel in self.channels:
                channel.notify({code})

    @asynccontextmanager
    async def patience(self, seconds: float | None) -> AsyncIterator[asyncio.Timeout]:
        """Bounds a wait for a phone, which is cut short when the server stops. Raises TimeoutError.

        None leaves the bound to the caller, who may reschedule it.
        """
        async with asyncio.timeout(LAST_SECONDS if self.ended else seconds) as limit:
            self._limits.add(limit)
            try:
                yield limit
            finally:
                self._limits.discard(limit)

    def end(self) -> None:
        """The server stops: every stream is told to end, and phones come back to whoever serves next."""
        self.ended = True
        last = asyncio.get_running_loop().time() + LAST_SECONDS
        for limit in self._limits:
            limit.reschedule(last)
        for listening in self._rooms.values():
            for client in listening.clients:
                client.news.set()
        for channel in self.channels:
            channel.end()

    def streams(self) -> int:
        """Open streams of all rooms. Safe in any thread."""
        phones = sum(len(listening.clients) for listening in list(self._rooms.values()))
        return phones + sum(channel.watchers() for channel in self.channels)

    def present(self, code: str) -> int:
        """People with an open page now or in the last 30 seconds, each counted once. Safe in any thread."""
        listening = self._rooms.get(code)
        people = set(listening.people.copy()) if listening else set()
        since = clock.monotonic() - AWAY_SECONDS
        lately = {who for who, when in list(self._left.get(code, {}).items()) if when >= since}
        return len(people | lately) + self.nameless(code)

    def nameless(self, code: str) -> int:
        """Open pages of browsers that keep no cookie, as in another site's frame. Safe in any thread."""
        listening = self._rooms.get(code)
        return sum(client.participant is None for client in list(listening.clients)) if listening else 0

    def people(self, code: str) -> set[bytes]:
        """Who has the room's page open now, or had it in the last 30 seconds. Safe in any thread."""
        listening = self._rooms.get(code)
        here = {client.participant for client in list(listening.clients)} if listening else set()
        since = clock.monotonic() - AWAY_SECONDS
        lately = {who for who, when in list(self._left.get(code, {}).items()) if when >= since}
        return {who for who in here if who is not None} | lately

    def _refresh_soon(self, code: str, listening: _Listening, seconds: float) -> None:
        """One look at a time: whoever wakes a room while it is being looked at asks for one more look after."""
        if listening.refreshing:
            listening.dirty = True
        elif listening.refresh_timer is None:
            listening.refresh_timer = asyncio.get_running_loop().call_later(seconds, self._start_refresh, code)

    def _start_refresh(self, code: str) -> None:
        self._start(self._refresh_then_notify(code))

    def _start(self, job: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(job)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _refresh_then_notify(self, code: str) -> None:
        try:
            await self._refresh(code)
        finally:
            self._notify_after_phones(code)

    async def _refresh(self, code: str) -> None:
        listening = self._rooms.get(code)
        if listening is None:
            return
        listening.refresh_timer, listening.refreshing, listening.dirty = None, True, False
        started_at = listening.refreshed_at = clock.monotonic()
        try:
            state = await run_in_threadpool(self._load, code)
        except Exception:
            log.exception("A room could not be looked at; trying again")
            listening.refreshing = False
            if self._rooms.get(code) is listening:
                self._refresh_soon(code, listening, RETRY_SECONDS)
            return
        listening.refreshing = False
        if self._rooms.get(code) is not listening:
            return
        if state is None:
            self._forget(code, listening)
        elif state.current != listening.state.current:
            listening.state = state
            listening.messages.clear()
            self._watch_clock(listening)
            await self._tell_all(listening)
            self.measure(clock.monotonic() - started_at)
        if listening.dirty:
            self._refresh_soon(code, listening, SETTLE_SECONDS)

    def _forget(self, code: str, listening: _Listening) -> None:
        """The room is gone: its streams end, and phones that come back are told so."""
        if listening.ending:
            listening.ending.cancel()
        del self._rooms[code]
        for client in listening.clients:
            client.ended = client.deleted = True
            client.news.set()
        self._forget_people(code)

    def _forget_people(self, code: str) -> None:
        self._left.pop(code, None)
        self._forget_elsewhere(code)

    async def _forget_if_deleted(self, code: str) -> None:
        """A room to which nobody listens has changed: perhaps it is gone."""
        try:
            state = await run_in_threadpool(self._load, code)
        except Exception:
            log.exception("A room could not be looked at; what is remembered of it stays")
            return
        if state is None and code not in self._rooms:
            self._forget_people(code)

    def _broadcast(self, listening: _Listening) -> None:
        listening.messages.clear()
        self._start(self._tell_all(listening))

    async def _tell_all(self, listening: _Listening) -> None:
        """Sends the newest state to everybody; answers get their turn in between."""
        for place, client in enumerate(list(listening.clients), start=1):
            client.deliver(self._message(listening, client.lang))
            if place % TOLD_AT_ONCE == 0:
                await asyncio.sleep(0)

    def _watch_clock(self, listening: _Listening) -> None:
        """At the end of a countdown the question closes by itself: nothing is written, so everybody must be told."""
        if listening.ending:
            listening.ending.cancel()
            listening.ending = None
        if listening.state.counts_down:
            self._look_at_clock(listening, listening.is_open())

    def _look_at_clock(self, listening: _Listening, was_open: bool) -> None:
        remaining = listening.state.ends_in_ms(clock.now_ms())
        if was_open != (remaining is not None):
            self._broadcast(listening)
        wait = CLOCK_LOOK_SECONDS if remaining is None else min(CLOCK_LOOK_SECONDS, remaining / 1000 + 0.02)
        loop = asyncio.get_running_loop()
        listening.ending = loop.call_later(wait, self._look_at_clock, listening, remaining is not None)


@dataclass(frozen=True)
class PhoneLine:
    """One phone's stream of a room: its state as it was found, and the phone's language and participant."""

    hub: Hub
    code: str
    state: ParticipantState
    lang: str
    participant: bytes | None

    def join(self) -> Client:
        return self.hub.join(self.code, self.state, self.lang, self.participant)

    def leave(self, client: Client) -> None:
        self.hub.leave(self.code, client)

    def message(self) -> bytes:
        return self.hub.message(self.code, self.lang)

    def beat(self) -> bytes:
        return self.hub.beat(self.code, self.lang)
