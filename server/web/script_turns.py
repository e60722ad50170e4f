"""Limits how many page scripts run at once, so that opening a page does not delay those who answer."""

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from workshop.errors import PropelliError

MAX_AT_ONCE = 2
"""Python runs one thread at a time: a second script uses the moments when the first one waits, a third only waits."""

WAIT_SECONDS = 30.0


class PagesBusyError(PropelliError):
    """No turn came in time: the page would have been drawn for somebody who has left."""

    id = "pages_busy"


class ScriptTurns:
    """Turns in the order of asking. Whoever waits holds a thread and nothing else."""

    def __init__(
        self, at_once: int = min(MAX_AT_ONCE, os.cpu_count() or 1), wait_seconds: float = WAIT_SECONDS
    ) -> None:
        self._free, self._wait_seconds = at_once, wait_seconds
        self._waiting: deque[threading.Event] = deque()
        self._lock = threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits for a turn and holds it for the block, however that ends. Raises PagesBusyError."""
        self._take()
        try:
            yield
        finally:
            self._give_back()

    def _take(self) -> None:
        with self._lock:
            if self._free:
                self._free -= 1
                return
            mine = threading.Event()
            self._waiting.append(mine)
        if mine.wait(self._wait_seconds):
            return
        with self._lock:
            if mine in self._waiting:
                self._waiting.remove(mine)
                raise PagesBusyError

    def _give_back(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1
