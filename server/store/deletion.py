"""Deletion that leaves nothing and makes nobody wait: a room is gone at once, its rows in small steps, then the log.

A deleted room first gives up its code, so that nobody finds it; whoever is stopped in the middle leaves a room that
the next `finish` removes. Deleted content is overwritten (`secure_delete`), so that the file needs no VACUUM, which
would hold every writer; the write-ahead log forgets once it has been emptied into the file.
"""

import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from server.store.rooms import MARK, UnknownRoomError
from server.store.schema import activities, answers, rooms, rounds
from server.store.writer import Writer
from workshop.errors import PropelliError

STEP_ANSWERS = 2_000  # some ten milliseconds of the writer's time
MAX_LOG_BYTES = 32_000_000  # a reader that keeps the log from being emptied makes a deletion wait from here on
STEP_SECONDS = 60.0
LOG_WAIT_SECONDS = 0.03  # how long a writer may have to wait for a reader that keeps the log from being emptied
log = logging.getLogger(__name__)


def mark(connection: sa.Connection, code: str) -> None:
    """Takes the room's code away: nobody finds it from now on. Raises UnknownRoomError."""
    found = connection.execute(sa.select(rooms.c.id).where(rooms.c.code == code)).scalar()
    if found is None:
        raise UnknownRoomError
    freed = {"code": f"{MARK}{found:x}", "title": MARK, "activity": None, "rev": rooms.c.rev + 1}
    connection.execute(rooms.update().where(rooms.c.id == found).values(freed))


def remove_some(connection: sa.Connection) -> bool:
    """Removes some answers of a marked room, or the room with what is left of it; False where none is marked."""
    room = connection.execute(sa.select(rooms.c.id).where(rooms.c.code.startswith(MARK)).limit(1)).scalar()
    if room is None:
        return False
    of_room = sa.select(rounds.c.id).join(activities, rounds.c.activity == activities.c.id)
    some = sa.select(answers.c.id).where(answers.c.round.in_(of_room.where(activities.c.room == room)))
    removed = connection.execute(answers.delete().where(answers.c.id.in_(some.limit(STEP_ANSWERS))))
    if removed.rowcount == 0:
        connection.execute(rooms.delete().where(rooms.c.id == room))
    return True


class Deletion:
    """Carries deletions through. One at a time in a process; two processes may do it at once."""

    def __init__(self, engine: sa.Engine, writer: Writer) -> None:
        self._engine, self._writer = engine, writer
        self._one_at_a_time = threading.Lock()
        self._asked = True  # an earlier process may have left something

    def ask(self) -> None:
        """Something may have been deleted, here or by another process: its words may still stand in the log."""
        self._asked = True

    def finish(self) -> bool:
        """Removes what is left of deleted rooms, and their words from the log.

        False where the store is busy, or someone reads what was there before: try again later.
        """
        with self._one_at_a_time:
            if not self._asked:
                return True
            self._asked = False
            try:
                through = self._remove_all() and empty_log(self._engine)
            except BaseException:
                self._asked = True
                raise
            self._asked = self._asked or not through
            return through

    def _remove_all(self) -> bool:
        try:
            while self._writer.run(remove_some, STEP_SECONDS):
                if not keep_log_small(self._engine, MAX_LOG_BYTES):
                    return False
        except PropelliError as error:
            log.warning("store: what was deleted could not be removed yet (%s)", error.id)
            return False
        return True


def empty_log(engine: sa.Engine, wait_seconds: float = LOG_WAIT_SECONDS) -> bool:
    """Moves the write-ahead log into the file and cuts it to nothing; False while a reader still needs it.

    Most is moved without holding anyone; writers are held for the rest, and while readers are waited for.
    """
    if engine.dialect.name != "sqlite":
        return _vacuumed(engine)
    address = f"{Path(engine.url.database or '').resolve().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(address, wait_seconds, isolation_level=None, uri=True)) as own:
            own.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            busy, _, _ = own.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
    except sqlite3.Error as error:
        log.warning("store: the log could not be emptied (%s)", type(error).__name__)
        return False


def keep_log_small(engine: sa.Engine, most_bytes: int) -> bool:
    """Empties the log where it has grown past so many bytes; False where a reader still needs it."""
    if engine.dialect.name != "sqlite":
        return True
    log_file = Path(f"{engine.url.database}-wal")
    return not log_file.exists() or log_file.stat().st_size <= most_bytes or empty_log(engine)


def _vacuumed(engine: sa.Engine) -> bool:
    """PostgreSQL gives the room of deleted rows back without holding anyone."""
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM")
    except sa.exc.DBAPIError as error:
        log.warning("store: deleted rows could not be given back (%s)", type(error).__name__)
    return True
