"""Who may answer in a room: everyone while it is open to new people, and those already in once it is locked.

Limits how many new people a room takes in a minute, so that a script that makes itself a new cookie for each answer
is stopped, while the largest crowd that one process was measured with gets in at once.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable

from server.limits import Limiter, TooFastError
from workshop.errors import PropelliError

NEWCOMERS_AT_ONCE = 4_000.0
NEWCOMERS_A_SECOND = 50.0
MOST_KNOWN = 20_000
HasAnswered = Callable[[str, bytes], Awaitable[bool]]


class LockedError(PropelliError):
    """The facilitator lets no new people into the room."""

    id = "locked"


class CrowdedError(PropelliError):
    """Too many new people have come to the room in a short time."""

    id = "crowded"


class Admission:
    """People known in each room, in memory: they came while the room was open, or have answered in it.

    What is forgotten in a restart is asked of the store: `has_answered(code, participant)`.
    """

    def __init__(self, has_answered: HasAnswered, newcomers: Limiter | None = None) -> None:
        self._has_answered = has_answered
        self._newcomers = newcomers or Limiter(NEWCOMERS_AT_ONCE, NEWCOMERS_A_SECOND)
        self._known: dict[str, OrderedDict[bytes, None]] = {}

    def arrived(self, code: str, participant: bytes | None, *, locked: bool) -> None:
        """Someone has opened the room's page; while it is open to new people, they are let in."""
        if participant is None or locked or self._knows(code, participant):
            return
        try:
            self._newcomers.take(code.encode())
        except TooFastError:
            return  # they are asked again when they answer
        self._remember(code, participant)

    async def lets_in(self, code: str, participant: bytes | None, *, locked: bool) -> bool:
        """Whether an answer of this person would be taken, so that a newcomer hears of the lock before answering."""
        if not locked:
            return True
        if participant is None:
            return False
        return self._knows(code, participant) or await self._has_answered(code, participant)

    async def check(self, code: str, participant: bytes, *, locked: bool) -> None:
        """Lets an answer through. Raises LockedError or CrowdedError."""
        if self._knows(code, participant):
            return
        if not await self._has_answered(code, participant):
            if locked:
                raise LockedError
            try:
                self._newcomers.take(code.encode())
            except TooFastError:
                raise CrowdedError from None
        self._remember(code, participant)

    def _knows(self, code: str, participant: bytes) -> bool:
        return participant in self._known.get(code, ())

    def _remember(self, code: str, participant: bytes) -> None:
        known = self._known.setdefault(code, OrderedDict())
        known[participant] = None
        if len(known) > MOST_KNOWN:
            known.popitem(last=False)
