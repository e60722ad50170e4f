"""How long things are kept: rooms past their time are deleted at start-up and every hour; backups and their return."""

import logging
import threading
from functools import partial
from pathlib import Path
from typing import Any

from server import clock
from server.store import Store
from server.store import rooms as table
from server.store.copies import backup, restore
from server.store.rows import Room
from server.usecases.rooms import DAY_MS

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 3600


def deleted_at(room: Room) -> int:
    """When the room is deleted with its answers, in milliseconds since 1970."""
    return room.created_at + room.retention_days * DAY_MS


def _delete(connection: Any, code: str) -> None:
    table.delete(connection, code)


class Keeping:
    """Use cases of whoever keeps the installation. `start` is for a server, the others for the command line too."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def purge(self) -> int:
        """Deletes every room past its retention, with its answers; the number deleted."""
        now = clock.now_ms()
        old = [room.code for room in self._store.read(table.all_rooms) if deleted_at(room) <= now]
        for code in old:
            self._store.write(partial(_delete, code=code), (code, "room"))
        if old:
            self._store.compact()
            log.info("Rooms deleted after their retention: %d", len(old))
        return len(old)

    def backup(self, to: Path) -> None:
        """Writes the store into one file. Raises OtherStoreError or BackupPlaceError."""
        backup(self._store.engine, to)

    def restore(self, given: Path) -> int:
        """Puts a backup in place of the store, less the rooms past their time; the number of rooms there are then.

        Raises OtherStoreError, BackupFileError or NewerStoreError; the store is then as it was.
        """
        restore(self._store.engine, given)
        self.purge()
        return len(self._store.read(table.all_rooms))

    def start(self) -> None:
        """Purges now and every hour on a thread of its own."""
        self._thread = threading.Thread(target=self._run, name="keeping", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ends the thread, if it was started."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                self.purge()
            except Exception:  # the next hour tries again; the server goes on
                log.exception("Rooms past their retention could not be deleted.")
            if self._ended.wait(LOOK_EVERY_SECONDS):
                return
