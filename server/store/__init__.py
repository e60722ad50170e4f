"""The store: the only SQL. One writer commits in groups; readers use the pool; other processes' commits are noticed."""

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa

from server.notify import News
from server.store.copies import compact
from server.store.engine import migrate, open_engine
from server.store.writer import Job, StoreBusyError, Topic, Writer

Result = TypeVar("Result")
WRITE_SECONDS = 30


class Store:
    """The database behind one address. Open it once a process and close it at the end."""

    def __init__(self, url: str) -> None:
        """Raises a PropelliError that names what is wrong where the database cannot be used."""
        self.engine = open_engine(url)
        migrate(self.engine)
        self._news = News(self.engine) if self.engine.dialect.name == "postgresql" else None
        self.writer = Writer(self.engine, self._news.announce if self._news else None)
        if self._news:
            self._news.listen(lambda topics: self.writer.foreign(topics))

    def read(self, query: Callable[..., Result], *arguments: Any) -> Result:
        """Runs `query(connection, *arguments)` on a reader's connection. Raises StoreBusyError while it is away."""
        try:
            with self.engine.connect() as connection:
                return query(connection, *arguments)
        except (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError) as error:
            raise StoreBusyError from error

    def write(self, job: Job, topic: Topic | None = None) -> Any:
        """Runs the job in the next transaction and waits for its commit; for pages and the command line."""
        return self.writer.submit(job, topic).result(WRITE_SECONDS)

    def compact(self) -> None:
        """Gives back the room of deleted rows; whoever deletes calls this once the rows are gone."""
        compact(self.engine)

    def is_well(self) -> bool:
        """Whether the database answers."""
        try:
            with self.engine.connect() as connection:
                return connection.exec_driver_sql("SELECT 1").scalar() == 1
        except (sa.exc.DBAPIError, sa.exc.TimeoutError):
            return False

    def close(self, seconds: float | None = None) -> None:
        """Commits what waits, for at most so many seconds, then lets the database go."""
        self.writer.close(seconds)
        if self._news:
            self._news.close()
        self.engine.dispose()


__all__ = ["Job", "Store", "StoreBusyError"]
