"""The one writer: a thread that commits waiting jobs in groups and notices what other processes commit."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from server.store.engine import begin
from workshop.errors import PropelliError

Job = Callable[[sa.Connection], Any]
GROUP = 256
WATCH_SECONDS = 0.25


class StoreBusyError(PropelliError):
    """Nothing was stored: the database was locked, full or away."""

    id = "busy"


@dataclass
class _Waiting:
    job: Job
    topic: object
    future: "Future[Any]" = field(default_factory=Future)


class Writer:
    """Runs jobs one after another, each in a savepoint, many in one transaction: one flush to disk for a whole burst.

    `committed` is called with the topics of the jobs that were kept, `foreign` when another process has committed;
    both on the writer's thread.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self.committed: Callable[[set[Any]], None] = lambda topics: None
        self.foreign: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job, topic: object = None) -> "Future[Any]":
        """The future is done only after the commit; it raises what the job raised, or StoreBusyError."""
        waiting = _Waiting(job, topic)
        self._queue.put(waiting)
        return waiting.future

    def close(self) -> None:
        """Commits what waits and ends the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        watch = _Watch(self._engine)
        going = True
        while going:
            group, going = self._take()
            if watch.moved():
                self.foreign()
            if group:
                self._commit(watch.connection(), group)

    def _take(self) -> tuple[list[_Waiting], bool]:
        """What waits, at most one group; False once closing was asked."""
        group: list[_Waiting] = []
        try:
            next_one = self._queue.get(timeout=WATCH_SECONDS)
            while True:
                if next_one is None:
                    return group, False
                group.append(next_one)
                if len(group) == GROUP:
                    return group, True
                next_one = self._queue.get_nowait()
        except queue.Empty:
            return group, True

    def _commit(self, connection: sa.Connection, group: list[_Waiting]) -> None:
        outcomes: list[tuple[_Waiting, Any, Exception | None]]
        try:
            begin(connection)
            outcomes = [(waiting, *_attempt(connection, waiting.job)) for waiting in group]
            connection.exec_driver_sql("COMMIT") if connection.dialect.name == "sqlite" else connection.commit()
        except sa.exc.DBAPIError as error:
            _roll_back(connection)
            busy = StoreBusyError()
            busy.__cause__ = error
            outcomes = [(waiting, None, busy) for waiting in group]
        topics = {waiting.topic for waiting, _, error in outcomes if error is None and waiting.topic is not None}
        if topics:
            self.committed(topics)
        for waiting, result, failure in outcomes:
            if failure is None:
                waiting.future.set_result(result)
            else:
                waiting.future.set_exception(failure)


def _attempt(connection: sa.Connection, job: Job) -> tuple[Any, Exception | None]:
    """The job's result, or what it raised with its own writes undone; the transaction lives on."""
    connection.exec_driver_sql("SAVEPOINT job")
    try:
        result, failure = job(connection), None
    except sa.exc.OperationalError:
        raise
    except Exception as error:
        connection.exec_driver_sql("ROLLBACK TO job")
        result, failure = None, error
    connection.exec_driver_sql("RELEASE job")
    return result, failure


def _roll_back(connection: sa.Connection) -> None:
    try:
        if connection.dialect.name == "sqlite":
            raw: Any = connection.connection.driver_connection
            if raw.in_transaction:
                connection.exec_driver_sql("ROLLBACK")
        else:
            connection.rollback()
    except sa.exc.DBAPIError:
        connection.invalidate()


class _Watch:
    """The writer's connection, and whether someone else has committed: SQLite's data_version leaves out own commits."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._connection: sa.Connection | None = None
        self._seen: int | None = None

    def connection(self) -> sa.Connection:
        if self._connection is None or self._connection.invalidated or self._connection.closed:
            self._connection = self._engine.connect()
        return self._connection

    def moved(self) -> bool:
        if self._engine.dialect.name != "sqlite":
            return False
        try:
            version = self.connection().exec_driver_sql("PRAGMA data_version").scalar()
        except sa.exc.DBAPIError:
            return False
        moved = self._seen is not None and version != self._seen
        self._seen = version
        return moved
