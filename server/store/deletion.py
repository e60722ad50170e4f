"""Deletion of rooms: at once for users, then its rows in small batches, then the write-ahead log.

A deleted room first loses its code, so that nobody finds it; a process that is stopped in the middle leaves a room that
the next `finish` removes. Deleted content is overwritten (`secure_delete`), so that the file needs no VACUUM, which
would hold every writer; the write-ahead log is checkpointed and truncated.
"""

import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from server import clock
from server.store.rooms import DELETED_PREFIX, UnknownRoomError
from server.store.schema import activities, answers, rooms, rounds, speaker_questions
from server.store.writer import Writer
from workshop.errors import PropelliError

BATCH_ANSWERS = 2_000  # some ten milliseconds of the writer's time
BATCH_QUESTIONS = 20  # with a hundred votes each
MAX_WAL_BYTES = 32_000_000  # a reader that keeps the log from being emptied makes a deletion wait from here on
BATCH_SECONDS = 60.0
CHECK_SECONDS = 45.0  # what another process has deleted is promised to be gone within a minute
WAL_WAIT_SECONDS = 0.03  # how long a writer may have to wait for a reader that keeps the log from being emptied
log = logging.getLogger(__name__)


def mark_deleted(connection: sa.Connection, code: str) -> None:
    """Takes the room's code away: nobody finds it from now on. Raises UnknownRoomError."""
    room = connection.execute(sa.select(rooms.c.id).where(rooms.c.code == code)).scalar()
    if room is None:
        raise UnknownRoomError
    values = {"code": f"{DELETED_PREFIX}{room:x}", "title": DELETED_PREFIX, "activity": None, "rev": rooms.c.rev + 1}
    connection.execute(rooms.update().where(rooms.c.id == room).values(values))


def remove_batch(connection: sa.Connection) -> bool:
    """Removes a batch of a deleted room's rows, or after the last the room itself; False where there is none."""
    room = connection.execute(sa.select(rooms.c.id).where(rooms.c.code.startswith(DELETED_PREFIX)).limit(1)).scalar()
    if room is None:
        return False
    round_ids = sa.select(rounds.c.id).join(activities, rounds.c.activity == activities.c.id)
    answer_ids = sa.select(answers.c.id).where(answers.c.round.in_(round_ids.where(activities.c.room == room)))
    removed = connection.execute(answers.delete().where(answers.c.id.in_(answer_ids.limit(BATCH_ANSWERS))))
    if removed.rowcount == 0 and not _remove_questions(connection, room):
        connection.execute(rooms.delete().where(rooms.c.id == room))
    return True


def _remove_questions(connection: sa.Connection, room: int) -> bool:
    """Removes some questions to the speaker with their votes; False where there is none."""
    question_ids = sa.select(speaker_questions.c.id).where(speaker_questions.c.room == room).limit(BATCH_QUESTIONS)
    return connection.execute(speaker_questions.delete().where(speaker_questions.c.id.in_(question_ids))).rowcount > 0


class Deletion:
    """Completes deletions. One at a time in a process; two processes may do it at once."""

    def __init__(self, engine: sa.Engine, writer: Writer) -> None:
        self._engine, self._writer = engine, writer
        self._one_at_a_time = threading.Lock()
        self._is_pending = True  # an earlier process may have left something
        self._is_unsure, self._emptied_at = False, -CHECK_SECONDS

    def request(self) -> None:
        """Schedules `finish`: a room has been deleted."""
        self._is_pending = True

    def check(self) -> None:
        """Schedules `finish`: someone else has changed the store, and perhaps could not complete a deletion.

        Emptying the log counts as such a change itself (SQLite's `data_version`), so that where nothing else was left
        an empty log is left alone, and another is emptied at most once in `CHECK_SECONDS`.
        """
        self._is_unsure = True

    def finish(self) -> bool:
        """Removes what is left of deleted rooms, and their words from the log.

        False where the store is busy, or someone reads what was there before: try again later.
        """
        with self._one_at_a_time:
            if not self._is_pending and not self._is_unsure:
                return True
            is_asked, self._is_pending, self._is_unsure = self._is_pending, False, False
            try:
                batches = self._remove_all()
                is_done = batches is not None and (self._empty_log() if batches or is_asked else self._check_log())
            except BaseException:
                self._is_pending = True
                raise
            self._is_pending = self._is_pending or not is_done
            return is_done

    def _empty_log(self) -> bool:
        is_done = truncate_wal(self._engine)
        if is_done:
            self._emptied_at = clock.monotonic()
        return is_done

    def _check_log(self) -> bool:
        """Empties a log in which another process may have left something; one that was emptied lately, later."""
        if wal_bytes(self._engine) == 0:
            return True
        if clock.monotonic() - self._emptied_at < CHECK_SECONDS:
            self._is_unsure = True
            return True
        return self._empty_log()

    def _remove_all(self) -> int | None:
        """How many batches there were; None where some may be left."""
        batches = 0
        try:
            while self._writer.run(remove_batch, BATCH_SECONDS):
                batches += 1
                if not limit_wal(self._engine, MAX_WAL_BYTES):
                    return None
        except PropelliError as error:
            log.warning("store: what was deleted could not be removed yet (%s)", error.id)
            return None
        return batches


def truncate_wal(engine: sa.Engine, wait_seconds: float = WAL_WAIT_SECONDS) -> bool:
    """Checkpoints and truncates the write-ahead log; False while a reader still needs it.

    Most is moved without blocking anyone; writers are held for the rest, and while readers are waited for.
    """
    if engine.dialect.name != "sqlite":
        return _vacuumed(engine)
    address = f"{Path(engine.url.database or '').resolve().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(address, wait_seconds, isolation_level=None, uri=True)) as wal_connection:
            wal_connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            busy, _, _ = wal_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
    except sqlite3.Error as error:
        log.warning("store: the log could not be emptied (%s)", type(error).__name__)
        return False


def limit_wal(engine: sa.Engine, max_bytes: int) -> bool:
    """Truncates the write-ahead log where it is over `max_bytes`; False where a reader still needs it."""
    return wal_bytes(engine) <= max_bytes or truncate_wal(engine)


def wal_bytes(engine: sa.Engine) -> int:
    """The length of SQLite's write-ahead log; 0 where there is none."""
    wal_file = Path(f"{engine.url.database}-wal")
    return wal_file.stat().st_size if engine.dialect.name == "sqlite" and wal_file.exists() else 0


def _vacuumed(engine: sa.Engine) -> bool:
    """PostgreSQL gives the room of deleted rows back without holding anyone."""
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM")
    except sa.exc.DBAPIError as error:
        log.warning("store: deleted rows could not be given back (%s)", type(error).__name__)
    return True
