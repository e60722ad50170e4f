"""Throttling: one rule for everything that is slowed down, described below.

**A guest may have to wait because of what others do, but is never kept out by it. A refusal costs nothing: whoever is
refused is as near to getting in as before, or nearer. What is remembered of a room goes with the room.**

- *Newcomers to a room* are counted by room. 4,000 get in at once and 50 a second after that. Whoever finds no place is
  remembered for half a minute and gets in from one second on after they were first seen, when they send again or by
  having kept the page open: a phone's own second or third try, under five seconds. Only patience is asked for, which
  a phone has anyway; a script that makes itself a new cookie for each answer stays at 50 a second, and one that comes
  back with each of its cookies takes places from nobody. A locked room takes only those who are in it or have answered.
- *Answers of one participant* are counted by participant: 60 at once and 5 a second after that. More are refused until
  then, and nobody else notices.
- *Codes that no room has* are counted by address. From the 61st on, each is told 0.1 s later than the one before, at
  most 4 s; one is forgiven a second. Codes of rooms are never slowed down, nor is the code of a room just deleted.
- *The organiser's password* is counted by address and in all, before it is looked at, so that right and wrong wait
  alike: at most 4 s for each of the two, so the right one works within ten. It is never refused unseen.
- *Control keys* are 120 random bits and are not counted.

An address is the client's; of IPv6 the network of 64 bits, which is what one customer has.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from server import clock
from workshop.errors import PropelliError

NEWCOMERS_AT_ONCE = 4_000.0
NEWCOMERS_A_SECOND = 50.0
WAIT_SECONDS = 1.0
REMEMBERED_SECONDS = 30.0
ANSWERS_AT_ONCE = 60.0
ANSWERS_A_SECOND = 5.0
MAX_INSIDE = 20_000
MAX_WAITING = 20_000
MAX_ADDRESSES = 10_000
DELETED_SECONDS = 600.0
MAX_DELETED = 1_000
HasAnswered = Callable[[str, bytes], Awaitable[bool]]


class TooFastError(PropelliError):
    """One participant sends faster than a person can type."""

    id = "fast"


class LockedError(PropelliError):
    """The facilitator lets no new people into the room."""

    id = "locked"


class CrowdedError(PropelliError):
    """Many new people have come to the room in a short time: send again in a second."""

    id = "crowded"


@dataclass(slots=True)
class Bucket:
    """So many at once, and so many a second after that; a take that is refused changes nothing."""

    size: float
    a_second: float
    level: float
    since: float

    @classmethod
    def full(cls, size: float, a_second: float) -> "Bucket":
        return cls(size, a_second, size, clock.monotonic())

    def take(self) -> bool:
        """Takes one if there is one."""
        now = clock.monotonic()
        level = min(self.size, self.level + (now - self.since) * self.a_second)
        if level < 1:
            return False
        self.level, self.since = level - 1, now
        return True


class _Room:
    """The people of one room: each who is inside with the bucket of their answers, and since when others wait."""

    def __init__(self) -> None:
        self._places = Bucket.full(NEWCOMERS_AT_ONCE, NEWCOMERS_A_SECOND)
        self._inside: OrderedDict[bytes, Bucket] = OrderedDict()
        self._waiting: OrderedDict[bytes, float] = OrderedDict()

    def answers_of(self, participant: bytes) -> Bucket | None:
        """The bucket of someone who is inside."""
        bucket = self._inside.get(participant)
        if bucket is not None:
            self._inside.move_to_end(participant)
        return bucket

    def enter(self, participant: bytes) -> Bucket:
        """Lets someone in; the one who has been away longest makes room where there are too many."""
        self._waiting.pop(participant, None)
        bucket = self._inside[participant] = Bucket.full(ANSWERS_AT_ONCE, ANSWERS_A_SECOND)
        if len(self._inside) > MAX_INSIDE:
            self._inside.popitem(last=False)
        return bucket

    def ask(self, participant: bytes) -> bool:
        """Whether a newcomer may enter now; else they wait from now on, if they did not already."""
        now = clock.monotonic()
        while self._waiting and next(iter(self._waiting.values())) < now - REMEMBERED_SECONDS:
            self._waiting.popitem(last=False)
        if now - self._waiting.get(participant, now) >= WAIT_SECONDS or self._places.take():
            return True
        self._waiting.setdefault(participant, now)
        if len(self._waiting) > MAX_WAITING:
            self._waiting.popitem(last=False)
        return False


class Delay:
    """Counts by key; the more have come lately, the longer the next is held up.

    `free` pass at once, each after them waits `step` seconds longer, never over `longest`; so many are `forgiven` a
    second. What is over the longest is not counted, so that the delay ends soon after a flood.
    """

    def __init__(self, free: float, step: float, longest: float, forgiven: float) -> None:
        self._free, self._step, self._forgiven = free, step, forgiven
        self._most = free + longest / step
        self._counts: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def count(self, key: str = "") -> float:
        """Counts one; the seconds that it must wait."""
        count = min(self._most, self._now(key) + 1)
        self._keep(key, count)
        return max(0.0, count - self._free) * self._step

    def give_back(self, key: str = "") -> None:
        """Counts one less."""
        self._keep(key, max(0.0, self._now(key) - 1))

    def _now(self, key: str) -> float:
        count, since = self._counts.get(key, (0.0, 0.0))
        return max(0.0, count - (clock.monotonic() - since) * self._forgiven)

    def _keep(self, key: str, count: float) -> None:
        self._counts[key] = count, clock.monotonic()
        self._counts.move_to_end(key)
        if len(self._counts) > MAX_ADDRESSES:
            self._counts.popitem(last=False)


class Throttling:
    """All that is counted in one process, in memory; for the event loop alone.

    What is forgotten in a restart is asked of the store where it matters: `has_answered(code, participant)`.
    """

    def __init__(self, has_answered: HasAnswered) -> None:
        self._has_answered = has_answered
        self._rooms: dict[str, _Room] = {}
        self._deleted: OrderedDict[str, float] = OrderedDict()
        self._unknown_codes = Delay(free=60, step=0.1, longest=4, forgiven=1)
        self._passwords = Delay(free=5, step=0.5, longest=4, forgiven=0.1)
        self._all_passwords = Delay(free=20, step=0.1, longest=4, forgiven=1)

    def arrived(self, code: str, participant: bytes, *, locked: bool) -> bool:
        """Someone has the page of a room that exists open; whether they are in."""
        room = self._rooms.setdefault(code, _Room())
        if room.answers_of(participant):
            return True
        if locked or not room.ask(participant):
            return False
        room.enter(participant)
        return True

    async def answer(self, code: str, participant: bytes, *, locked: bool) -> None:
        """Lets an answer to a room that exists through. Raises LockedError, CrowdedError or TooFastError."""
        room = self._rooms.setdefault(code, _Room())
        answers = room.answers_of(participant)
        if answers is None:
            if locked:
                if not await self._has_answered(code, participant):
                    raise LockedError
            elif not room.ask(participant):
                raise CrowdedError
            answers = room.enter(participant)
        if not answers.take():
            raise TooFastError

    def let_in(self, code: str, participant: bytes) -> None:
        """Lets someone in whatever the room says of newcomers."""
        self._rooms.setdefault(code, _Room()).enter(participant)

    async def lets_in(self, code: str, participant: bytes | None, *, locked: bool) -> bool:
        """Whether an answer of this person could be taken, so that a newcomer hears of the lock before answering."""
        if not locked:
            return True
        if participant is None:
            return False
        room = self._rooms.get(code)
        return bool(room and room.answers_of(participant)) or await self._has_answered(code, participant)

    def unknown_code(self, address: str, code: str) -> float:
        """Seconds until an address is told that no room has the code."""
        if clock.monotonic() - self._deleted.get(code, -DELETED_SECONDS) < DELETED_SECONDS:
            return 0.0
        return self._unknown_codes.count(network(address))

    def password(self, address: str) -> float:
        """Seconds until a password from an address is looked at."""
        return self._passwords.count(network(address)) + self._all_passwords.count()

    def password_was_right(self, address: str) -> None:
        """The password that was counted last is no guess."""
        self._passwords.give_back(network(address))
        self._all_passwords.give_back()

    def rooms(self) -> set[str]:
        """Codes of the rooms that anything is remembered of."""
        return set(self._rooms)

    def forget(self, code: str) -> None:
        """The room is deleted; its phones, which still ask for it, are no guessers."""
        if self._rooms.pop(code, None) is None:
            return
        self._deleted[code] = clock.monotonic()
        if len(self._deleted) > MAX_DELETED:
            self._deleted.popitem(last=False)


def network(address: str) -> str:
    """What an address is counted as."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address[:100]
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or ip_network((int(parsed) >> 64 << 64, 64)))
    return str(parsed)
