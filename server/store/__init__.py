"""The store: the only SQL. One writer commits in groups; readers use the pool; other processes' commits are noticed."""

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa

from server.store.engine import migrate, open_engine
from server.store.writer import Job, StoreBusyError, Writer

Result = TypeVar("Result")
WRITE_SECONDS = 30


class Store:
    """The database behind one address. Open it once a process and close it at the end."""

    def __init__(self, url: str) -> None:
        """Raises StoreFileError or NewerStoreError where the database cannot be used."""
        self.engine = open_engine(url)
        migrate(self.engine)
        self.writer = Writer(self.engine)

    def read(self, query: Callable[..., Result], *arguments: Any) -> Result:
        """Runs `query(connection, *arguments)` on a reader's connection."""
        with self.engine.connect() as connection:
            return query(connection, *arguments)

    def write(self, job: Job, topic: object = None) -> Any:
        """Runs the job in the next transaction and waits for its commit; for pages and the command line."""
        return self.writer.submit(job, topic).result(WRITE_SECONDS)

    def is_well(self) -> bool:
        """Whether the database answers."""
        try:
            with self.engine.connect() as connection:
                return connection.exec_driver_sql("SELECT 1").scalar() == 1
        except sa.exc.DBAPIError:
            return False

    def close(self) -> None:
        self.writer.close()
        self.engine.dispose()


__all__ = ["Job", "Store", "StoreBusyError"]
