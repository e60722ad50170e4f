"""A press counts once, however often a bad line sends it."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from server.store import OutcomeUnknownError, StoreBusyError

MAX_REMEMBERED = 1000
Act = Callable[[], Awaitable[int]]


class SinglePresses:
    """The outcomes of the latest presses of this process, by room and serial; a press under way is waited for.

    What the store could not take is not remembered: the next try may do it. Runs on the event loop.
    """

    def __init__(self) -> None:
        self._outcomes: OrderedDict[tuple[str, str], asyncio.Future[int]] = OrderedDict()

    async def do(self, code: str, serial: str | None, act: Act) -> int:
        """What `act` gives at the first time, a revision; the same again for the same serial, also what it raised.

        The act goes on though whoever sent it has left.
        """
        if serial is None:
            return await act()
        outcome = self._outcomes.get((code, serial))
        if outcome is None or _may_be_tried_again(outcome):
            outcome = self._outcomes[code, serial] = asyncio.ensure_future(act())
            outcome.add_done_callback(_look_at)
            if len(self._outcomes) > MAX_REMEMBERED:
                self._outcomes.popitem(last=False)
        return await asyncio.shield(outcome)


def _may_be_tried_again(outcome: "asyncio.Future[int]") -> bool:
    if not outcome.done():
        return False
    return outcome.cancelled() or isinstance(outcome.exception(), StoreBusyError | OutcomeUnknownError)


def _look_at(outcome: "asyncio.Future[int]") -> None:
    """An error that nobody waits for any more is no fault of the program."""
    if not outcome.cancelled():
        outcome.exception()
