"""What each room shows: the content of the version that it runs, kept in memory by version."""

import threading
from collections import OrderedDict
from contextlib import suppress

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

    def __init__(self, store: Store, built_in: Content) -> None:
        self._store, self.built_in = store, built_in
        self._lock = threading.Lock()
        self._front_version: int | None = None
        self._front_read_at = -FRONT_SECONDS
        self._contents: OrderedDict[int, Content] = OrderedDict()

    def of_room(self, room: Room | None) -> Content:
        """The content of a room; where there is none, that of the front page."""
        return self.of_version(room.version) if room else self.front()

    def front(self) -> Content:
        """What pages without a room show: the workshop that the organiser chose, as it was when it was chosen or held
        last; the built-in one where none is chosen.

        Every request asks this: the store is asked once a second, so that every process shows the same, and what was
        chosen last is shown while it cannot be read.
        """
        now = clock.monotonic()
        if now - self._front_read_at >= FRONT_SECONDS:
            with suppress(StoreBusyError):
                _, self._front_version = self._store.read(front_version)
            self._front_read_at = now
        return self.of_version(self._front_version)

    def forget_front(self) -> None:
        """The choice has changed in this process: the next request asks the store."""
        self._front_read_at = -FRONT_SECONDS

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
        self.forget_front()

    def _read(self, version: int) -> Content:
        text = self._store.read(workshops.document_of, version)
        if text is None:
            return self.built_in
        document = WorkshopDocument.model_validate_json(text, extra="ignore")  # a field that a later version gave up
        return self.built_in if document == self.built_in.document else Content(document)
