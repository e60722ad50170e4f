"""The store: the only SQL. One writer with group commit, a pool of readers, detection of other processes' commits."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

import sqlalchemy as sa

from server.store.deletion import Deletion, limit_wal, mark_deleted, truncate_wal
from server.store.engine import WAL_BYTES, is_unavailable, migrate, open_engine
from server.store.health import StoreProblem, problem
from server.store.pg_notify import ChangeListener
from server.store.snapshot import Reader, StoreSnapshot, begin_reading
from server.store.writer import Job, OutcomeUnknownError, StoreBusyError, Topic, Writer

Result = TypeVar("Result")
WRITE_SECONDS = 30
CLOSE_SECONDS = 1.0


class StoreUnreadableError(StoreBusyError):
    """Nothing could be read: the database was damaged or away."""

    id = "unreadable"


class Store:
    """The database behind one address. Open it once a process and close it at the end."""

    def __init__(self, url: str) -> None:
        """Raises a PropelliError that names what is wrong where the database cannot be used."""
        self.engine = open_engine(url)
        migrate(self.engine)
        self._listener = ChangeListener(self.engine) if self.engine.dialect.name == "postgresql" else None
        self.writer = Writer(self.engine, self._listener.announce if self._listener else None)
        self.deletion = Deletion(self.engine, self.writer)
        if self._listener:
            self._listener.listen(lambda topics: self.writer.on_foreign_commit(topics))

    def read(self, query: Callable[..., Result], *arguments: Any) -> Result:
        """Runs `query(connection, *arguments)` on a reader's connection. Raises StoreUnreadableError."""
        try:
            with self.engine.connect() as connection:
                return query(connection, *arguments)
        except sa.exc.SQLAlchemyError as error:
            if is_unavailable(error):
                raise StoreUnreadableError from error
            raise

    @contextmanager
    def snapshot(self) -> Iterator[StoreSnapshot]:
        """One moment of the database, whatever is written meanwhile. Raises StoreUnreadableError.

        Keep it for as long as reading takes and no longer: what is deleted meanwhile stays on the disk.
        """
        try:
            with self.engine.connect() as connection:
                begin_reading(connection)
                try:
                    yield StoreSnapshot(connection)
                finally:
                    connection.rollback()
        except sa.exc.SQLAlchemyError as error:
            if is_unavailable(error):
                raise StoreUnreadableError from error
            raise

    def write(self, job: Job, topic: Topic | None = None) -> Any:
        """Runs the job in the next transaction and waits for its commit; for pages and the command line.

        Raises what the job raised, StoreBusyError where nothing was stored, OutcomeUnknownError where nobody knows.
        """
        return self.writer.run(job, WRITE_SECONDS, topic)

    def delete_room(self, code: str) -> None:
        """Nobody finds the room from now on; `deletion.finish` removes what was in it. Raises UnknownRoomError."""
        self.write(partial(mark_deleted, code=code), (code, "room"))
        self.deletion.request()

    def maintain(self) -> bool:
        """Maintenance: carries out pending deletions and limits the size of the write-ahead log.

        False where it could not be done: try again some seconds later.
        """
        return self.deletion.finish() and limit_wal(self.engine, WAL_BYTES)

    def problem(self) -> StoreProblem | None:
        """Why the store cannot take answers; None where it can."""
        return problem(self.engine, self.writer, lambda: self._listener is None or self._listener.is_alive)

    def close(self, seconds: float | None = None) -> None:
        """Commits what waits, for at most so many seconds, then lets the database go, all of it in one file."""
        self.writer.close(seconds)
        if self._listener:
            self._listener.close()
        self.engine.dispose()
        if self.engine.dialect.name == "sqlite":
            truncate_wal(self.engine, CLOSE_SECONDS)


__all__ = ["Job", "OutcomeUnknownError", "Reader", "Store", "StoreBusyError", "StoreSnapshot", "StoreUnreadableError"]
