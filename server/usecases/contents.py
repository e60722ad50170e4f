"""What each room shows: the content of the version that it runs, kept in memory by version."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property

from server import clock
from server.store import Store, StoreBusyError, workshops
from server.store.front_page import front_version
from server.store.rows import Room
from workshop.content.content import Content
from workshop.content.workshop_document import WorkshopDocument

MAX_CONTENTS = 16
FRONT_SECONDS = 1.0


class Contents:
    """The least recently used are forgotten first; what is in memory costs no query. Safe in any thread."""

    def __init__(self, store: Store, read_built_in: Callable[[], Content]) -> None:
        self._store, self._read_built_in = store, read_built_in
        self._lock = threading.Lock()
        self._front: Content | None = None
        self._front_read_at = clock.monotonic()
        self._front_reading = threading.Lock()
        self._contents: OrderedDict[int, Content] = OrderedDict()

    @cached_property
    def built_in(self) -> Content:
        """The content of the built-in workshop, read at first use. Raises ContentError."""
        return self._read_built_in()

    def of_room(self, room: Room | None) -> Content:
        """The content of a room; where there is none, that of the front page."""
        return self.of_version(room.version) if room else self.front()

    def front(self) -> Content:
        """What pages without a room show: the workshop that the organiser chose, as it was when it was chosen or held
        last; the built-in one where none is chosen.

        Every request asks this, on the event loop too, so nobody waits for the store: a thread asks it once a second,
        and every process shows the same by then. What was known last is shown while the store is away.
        """
        is_old = clock.monotonic() - self._front_read_at >= FRONT_SECONDS
        if is_old and self._front_reading.acquire(blocking=False):
            threading.Thread(target=self._reread_front, name="front-page", daemon=True).start()
        return self._front or self.built_in

    def read_front(self) -> None:
        """Asks the store now: before the first request, and where this process has changed the choice."""
        self._front = self.of_version(self._store.read(front_version)[1])
        self._front_read_at = clock.monotonic()

    def _reread_front(self) -> None:
        try:
            with suppress(StoreBusyError):
                self.read_front()
        finally:
            self._front_read_at = clock.monotonic()
            self._front_reading.release()

    def of_version(self, version: int | None) -> Content:
        """The content of a version by its id; the built-in workshop's for None and for a version that is gone."""
        if version is None:
            return self.built_in
        with self._lock:
            if version in self._contents:
                self._contents.move_to_end(version)
                return self._contents[version]
        content = self._read(version)
        with self._lock:
            content = self._contents.setdefault(version, content)
            while len(self._contents) > MAX_CONTENTS:
                self._contents.popitem(last=False)
        return content

    def forget_all(self) -> None:
        """Forgets every version: the store was put back from a backup, where an id may be another version's."""
        with self._lock:
            self._contents.clear()
        self.read_front()

    def _read(self, version: int) -> Content:
        text = self._store.read(workshops.document_of, version)
        if text is None:
            return self.built_in
        document = WorkshopDocument.model_validate_json(text, extra="ignore")  # a field that a later version gave up
        return self.built_in if document == self.built_in.document else Content(document)
