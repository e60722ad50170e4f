"""A round's cloud in one frame, shared by all viewers and laid out at most four times a second."""

import threading
from collections.abc import Sequence

from server import clock
from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.cloud.layout import arrange
from workshop.words.entries import Entry

LAYOUT_SECONDS = 0.25
"""The least time from one layout to the next: in a hall that answers, words come faster than anybody can read them."""


class CachedCloud:
    """Has a lock of its own: a layout takes many times as long as counting one answer, and counting does not wait.

    `is_behind`: whoever asked last got the cloud before the newest.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame, self._lock = frame, threading.Lock()
        self._cloud: Cloud | None = None
        self._words: list[tuple[str, str, int]] = []
        self._number, self._is_marked = 0, False
        self._begun_at = 0.0
        self.is_behind = False

    def get(self, shown: Sequence[Entry], number: int, *, newest: bool, marked: bool = False) -> Cloud:
        """The cloud of the counts with that number, or the one before while it is too early for a new one.

        The one before is given without the words that may not be shown any more. With `newest` it is waited for. Where
        it is `marked`, words have room for the mark of a theme.
        """
        before = self._cloud
        if before is not None and self._number >= number and self._is_marked == marked:
            return before
        is_early = clock.monotonic() - self._begun_at < LAYOUT_SECONDS
        if before is None or newest:
            with self._lock:
                return self._laid_out(shown, number, marked)
        if is_early or not self._lock.acquire(blocking=False):
            self.is_behind = True
            return before.only({entry.key for entry in shown})
        try:
            return self._laid_out(shown, number, marked)
        finally:
            self._lock.release()

    def arranged(self, shown: Sequence[Entry], *, marked: bool) -> Cloud:
        """The cloud of other counts, from where the words stand now; nothing is kept of it."""
        before = self._cloud
        words = [(entry.key, entry.text, entry.count) for entry in shown]
        if before is not None and (words, marked) == (self._words, self._is_marked):
            return before
        return arrange(before, words, self._frame, marked=marked)

    def _laid_out(self, shown: Sequence[Entry], number: int, marked: bool) -> Cloud:
        if self._cloud is None or self._number < number or self._is_marked != marked:
            self._begun_at = clock.monotonic()
            words = [(entry.key, entry.text, entry.count) for entry in shown]
            if self._cloud is None or (words, marked) != (self._words, self._is_marked):  # a theme moves no word
                self._cloud = arrange(self._cloud, words, self._frame, marked=marked)
            self._words, self._number, self._is_marked = words, number, marked
        self.is_behind = False
        return self._cloud
