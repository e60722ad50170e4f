"""Detects an unusual flood of answers, such as a script that sends each with a new cookie, and withdraws them.

The rule: in one minute more than 60 people have answered in the room for the first time without having its page open,
and they are more than one and a half times the people who do have it open. A hall of a thousand phones that answers one
question within ten seconds is no flood, for each of those phones has the page open. Presence is known to one process
alone: behind a balancer to several processes, honest people of the other ones look like people without a page, which
takes at least three processes to make a flood of a hall that answers at once. It is told as a calm note, never acted on
without the facilitator, and whatever they do can be undone.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import sqlalchemy as sa

from server import clock
from server.store import Store, withdrawals
from server.store import rooms as table
from server.store.rows import Room, Withdrawal
from server.usecases.control import ChangedElsewhereError

WINDOW_MS = 60_000
LATE_MS = 5_000  # within which an answer is committed after its moment, by another process's clock too
FEWEST = 60
TIMES_PRESENT = 1.5
MAX_ROOMS = 200
Whose = Literal["newcomers", "all"]


@dataclass(frozen=True)
class Flood:
    """People who answered for the first time without the page open, since a moment in milliseconds since 1970."""

    since: int
    people: frozenset[bytes]


@dataclass
class _FloodWatch:
    """One room: its newcomers with whether each had the page open when first seen, and what is made of them.

    Answers up to `accepted` are right, the facilitator has said. `arrivals` has everybody who had answered by `read_at`
    while these withdrawals were in force, and when first: a look reads what has been answered since the one before.
    """

    lock: threading.Lock = field(default_factory=threading.Lock)
    arrivals: dict[bytes, int] = field(default_factory=dict)
    read_at: int = 0
    in_force: tuple[int, ...] = ()
    had_page: dict[bytes, bool] = field(default_factory=dict)
    began_at: int | None = None
    accepted: int = 0


class Floods:
    """Looks at newcomers when a desk looks, and remembers a flood until it is dealt with. Safe in any thread."""

    def __init__(self, store: Store, people: Callable[[str], set[bytes]], nameless: Callable[[str], int]) -> None:
        """`people` of a room have its page open; `nameless` counts open pages of browsers without a cookie."""
        self._store, self._people, self._nameless = store, people, nameless
        self._watches: OrderedDict[str, _FloodWatch] = OrderedDict()
        self._lock = threading.Lock()

    def detect(self, room: Room) -> Flood | None:
        """The flood that goes on in the room, or went on and is not dealt with."""
        watch = self._watch(room.code)
        with watch.lock:
            since = clock.now_ms() - WINDOW_MS if watch.began_at is None else watch.began_at
            since = max(since, watch.accepted + 1)
            newcomers = self._newcomers(watch, room, since)
            here = self._people(room.code)
            watch.had_page = {who: watch.had_page.get(who, who in here) for who in newcomers}
            absent = {who: arrived_at for who, arrived_at in newcomers.items() if not watch.had_page[who]}
            if watch.began_at is None and len(absent) > max(
                FEWEST, TIMES_PRESENT * (len(here) + self._nameless(room.code))
            ):
                watch.began_at = min(absent.values())
            elif not absent:
                watch.began_at = None
            return Flood(watch.began_at, frozenset(absent)) if watch.began_at is not None else None

    def _newcomers(self, watch: _FloodWatch, room: Room, since: int) -> dict[bytes, int]:
        """Whoever has answered in the room for the first time at or after `since`, and when."""
        now = clock.now_ms()
        since_last = watch.read_at - LATE_MS if watch.read_at <= now else 0
        in_force, lately = self._store.read(withdrawals.first_answers, room.id, since_last)
        if in_force != watch.in_force or not since_last:
            watch.arrivals = {}
            in_force, lately = self._store.read(withdrawals.first_answers, room.id, 0)
        watch.in_force, watch.arrivals, watch.read_at = in_force, lately | watch.arrivals, now
        return {who: arrived_at for who, arrived_at in watch.arrivals.items() if arrived_at >= since}

    def forget(self, code: str) -> None:
        """Forgets who answered in a deleted room: a new room with its code begins with nobody."""
        with self._lock:
            self._watches.pop(code, None)

    def forget_all(self) -> None:
        """Forgets every room: the store was put back from a backup."""
        with self._lock:
            self._watches.clear()

    def withdrawn(self, room: Room) -> list[Withdrawal]:
        """What has been taken out of the room and can be put back."""
        return self._store.read(withdrawals.in_force, room.id)

    def accept(self, code: str) -> None:
        """Takes everything answered so far as right."""
        watch = self._watch(code)
        with watch.lock:
            watch.began_at, watch.accepted = None, clock.now_ms()

    def withdraw(self, code: str, whose: Whose) -> None:
        """Takes out all that the flood's people answer, or all that anybody has answered since it began.

        Raises UnknownRoomError, or ChangedElsewhereError where there is no flood any more.
        """
        flood = self.detect(self._room(code))
        if flood is None:
            raise ChangedElsewhereError

        def job(connection: sa.Connection) -> None:
            room, now = table.current_for_change(connection, code).room, clock.now_ms()
            if whose == "all":
                withdrawals.withdraw_since(connection, room.id, flood.since, now)
            else:
                withdrawals.withdraw_people(connection, room.id, flood.people, now)

        self._store.write(job, (code, "room"))

    def put_back(self, code: str, withdrawal: int) -> None:
        """Undoes a withdrawal; its answers are right from then on."""

        def job(connection: sa.Connection) -> None:
            room = table.current_for_change(connection, code).room
            withdrawals.undo_withdrawal(connection, room.id, withdrawal, clock.now_ms())

        self._store.write(job, (code, "room"))
        self.accept(code)

    def _room(self, code: str) -> Room:
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        return current.room

    def _watch(self, code: str) -> _FloodWatch:
        with self._lock:
            watch = self._watches.setdefault(code, _FloodWatch())
            self._watches.move_to_end(code)
            if len(self._watches) > MAX_ROOMS:
                self._watches.popitem(last=False)
            return watch
