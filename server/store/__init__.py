"""The store: the only SQL. One writer commits in groups; readers use the pool; other processes' commits are noticed."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import sqlalchemy as sa

from server.store.deletion import Deletion, empty_log, keep_log_small, mark
from server.store.engine import LOG_BYTES, is_unavailable, migrate, open_engine
from server.store.health import Trouble, trouble
from server.store.pg_notify import ChangeListener
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
        self._news = ChangeListener(self.engine) if self.engine.dialect.name == "postgresql" else None
        self.writer = Writer(self.engine, self._news.announce if self._news else None)
        self.deletion = Deletion(self.engine, self.writer)
        if self._news:
            self._news.listen(lambda topics: self.writer.foreign(topics))

    def read(self, query: Callable[..., Result], *arguments: Any) -> Result:
        """Runs `query(connection, *arguments)` on a reader's connection. Raises StoreUnreadableError."""
        try:
            with self.engine.connect() as connection:
                return query(connection, *arguments)
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
        self.write(partial(mark, code=code), (code, "room"))
        self.deletion.ask()

    def tend(self) -> bool:
        """What is to be done beside the answers: deletions are carried through, the log is kept small.

        False while something keeps it from being done: try again some seconds later.
        """
        return self.deletion.finish() and keep_log_small(self.engine, LOG_BYTES)

    def trouble(self) -> Trouble | None:
        """What keeps the store from taking answers, None where nothing does."""
        return trouble(self.engine, self.writer, lambda: self._news is None or self._news.is_alive)

    def close(self, seconds: float | None = None) -> None:
        """Commits what waits, for at most so many seconds, then lets the database go, all of it in one file."""
        self.writer.close(seconds)
        if self._news:
            self._news.close()
        self.engine.dispose()
        if self.engine.dialect.name == "sqlite":
            empty_log(self.engine, CLOSE_SECONDS)


__all__ = ["Job", "OutcomeUnknownError", "Store", "StoreBusyError", "StoreUnreadableError"]
