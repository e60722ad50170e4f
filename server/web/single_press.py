"""A press counts once, however often a bad line sends it."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from server.store import OutcomeUnknownError, StoreBusyError
from workshop.errors import PropelliError

MAX_REMEMBERED = 1000
Outcome = TypeVar("Outcome")


class SinglePresses(Generic[Outcome]):
    """The outcomes of the latest presses of this process, by what they act on and serial.

    A press under way is waited for. What the store could not take is not remembered, nor what was refused by one of
    the `passing` errors: the next try may do it. Runs on the event loop.
    """

    def __init__(self, *passing: type[PropelliError]) -> None:
        self._passing: tuple[type[PropelliError], ...] = (StoreBusyError, OutcomeUnknownError, *passing)
        self._outcomes: OrderedDict[tuple[str, str], asyncio.Future[Outcome]] = OrderedDict()

    async def do(self, target: str, serial: str | None, act: Callable[[], Awaitable[Outcome]]) -> Outcome:
        """What `act` gives at the first time; the same again for the same serial, also what it raised.

        The act goes on though whoever sent it has left.
        """
        if serial is None:
            return await act()
        outcome = self._outcomes.get((target, serial))
        if outcome is None or self._may_be_tried_again(outcome):
            outcome = self._outcomes[target, serial] = asyncio.ensure_future(act())
            outcome.add_done_callback(_look_at)
            if len(self._outcomes) > MAX_REMEMBERED:
                self._outcomes.popitem(last=False)
        return await asyncio.shield(outcome)

    def _may_be_tried_again(self, outcome: "asyncio.Future[Outcome]") -> bool:
        if not outcome.done():
            return False
        return outcome.cancelled() or isinstance(outcome.exception(), self._passing)


def _look_at(outcome: "asyncio.Future[Any]") -> None:
    """An error that nobody waits for any more is no fault of the program."""
    if not outcome.cancelled():
        outcome.exception()
