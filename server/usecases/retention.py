"""Retention: expired rooms are deleted at start-up and every hour; backup and restore."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from server import clock
from server.store import Store
from server.store import rooms as table
from server.store.backup import backup, restore
from server.store.rows import Room
from server.usecases.rooms import DAY_MS
from workshop.errors import PropelliError

log = logging.getLogger(__name__)

PURGE_EVERY_SECONDS = 3600.0
TEND_SECONDS, AGAIN_SECONDS = 1.0, 5.0
MAX_JUMP_MS = 2 * DAY_MS


class ClockJumpError(PropelliError):
    """The clock is `days` past the newest write: it may be wrong, so nothing was deleted."""

    id = "clock_jump"


def deleted_at(room: Room) -> int:
    """When the room is deleted with its answers, in milliseconds since 1970."""
    return room.created_at + room.retention_days * DAY_MS


class Retention:
    """Use cases of whoever keeps the installation. `start` is for a server, the others for the command line too."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._started = clock.monotonic()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def purge(self, *, trust_clock: bool = False) -> int:
        """Deletes every room past its retention, with its answers; the number deleted.

        Raises ClockJumpError where the clock is more than two days past the newest write: unless it is to be trusted,
        or the process has run for an hour and nobody has put the clock right.
        """
        now = clock.now_ms()
        old = [room.code for room in self._store.read(table.all_rooms) if deleted_at(room) <= now]
        if old and not trust_clock:
            self._check_clock(now)
        deleted = sum(self._delete(code) for code in old)
        self._store.deletion.request()
        self._store.deletion.finish()
        if deleted:
            log.info("Rooms deleted after their retention: %d", deleted)
        return deleted

    def _check_clock(self, now: int) -> None:
        jump = now - self._store.read(table.newest_write)
        if jump > MAX_JUMP_MS and clock.monotonic() - self._started < PURGE_EVERY_SECONDS:
            raise ClockJumpError(days=jump // DAY_MS)

    def _delete(self, code: str) -> bool:
        """False where another process was faster."""
        with suppress(table.UnknownRoomError):
            self._store.delete_room(code)
            return True
        return False

    def backup(self, to: Path) -> None:
        """Writes the store into one file. Raises OtherStoreError or BackupPlaceError."""
        backup(self._store.engine, to)

    def restore(self, backup_file: Path) -> int:
        """Puts a backup in place of the store, less the rooms past their time; the number of rooms there are then.

        Raises OtherStoreError, BackupFileError or NewerStoreError; the store is then as it was. The clock is trusted:
        what is deleted here is still in the backup.
        """
        restore(self._store.engine, backup_file)
        self.purge(trust_clock=True)
        return len(self._store.read(table.all_rooms))

    def start(self) -> None:
        """Purges now and every hour, and carries deletions through, on a thread of its own."""
        self._thread = threading.Thread(target=self._run, name="keeping", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ends the thread, if it was started."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        next_purge = clock.monotonic()
        while not self._ended.is_set():
            if clock.monotonic() >= next_purge:
                next_purge += PURGE_EVERY_SECONDS
                _attempt(self.purge)
            done = _attempt(self._store.maintain)
            self._ended.wait(TEND_SECONDS if done else AGAIN_SECONDS)


def _attempt(work: Callable[[], int]) -> int:
    """What the work gives; 0 where it failed, for the next time tries again and the server goes on."""
    try:
        return work()
    except ClockJumpError as error:
        log.warning(
            "Nothing was deleted after its retention: the clock is %s days past the newest write. If it is still so "
            "after an hour of running, the clock is taken to be right.", error.values["days"],
        )  # fmt: skip
    except Exception:
        log.exception("What was to be deleted could not be.")
    return 0
