"""The single writer: a thread with group commit that also detects other processes' commits."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from server.store.engine import begin, is_unavailable
from workshop.errors import PropelliError

Job = Callable[[sa.Connection], Any]
Topic = tuple[str, str]
"""The room's code, and what of it changed: `room`, `answers` or `questions`, those to the speaker."""
Announce = Callable[[sa.Connection, set[Topic]], None]
MAX_GROUP = 256
WATCH_SECONDS = 0.25
log = logging.getLogger(__name__)


class StoreBusyError(PropelliError):
    """Nothing was stored: the database was locked, full, damaged or away."""

    id = "busy"


class OutcomeUnknownError(PropelliError):
    """The commit takes so long that nobody waits for it; what was asked may still be stored."""

    id = "outcome_unknown"


@dataclass
class _Waiting:
    job: Job
    topic: Topic | None
    future: "Future[Any]" = field(default_factory=Future)


@dataclass
class _Outcome:
    waiting: _Waiting
    result: Any
    failure: BaseException | None

    def resolve(self) -> None:
        with suppress(InvalidStateError):  # whoever asked has given up
            if self.failure is None:
                self.waiting.future.set_result(self.result)
            else:
                self.waiting.future.set_exception(self.failure)


class Writer:
    """Runs jobs one after another, each in a savepoint, many in one transaction: one flush to disk for a whole burst.

    `on_commit` is called with the topics of the committed jobs; `on_foreign_commit` when another process has committed,
    with the topics or, where they are unknown, None. `announce` notifies other processes inside the transaction.
    """

    def __init__(self, engine: sa.Engine, announce: Announce | None = None) -> None:
        self._watch = _ConnectionWatch(engine)
        self._announce = announce
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._ended = threading.Event()
        self.on_commit: Callable[[set[Topic]], None] = lambda topics: None
        self.on_foreign_commit: Callable[[set[Topic] | None], None] = lambda topics: None
        self.failure: BaseException | None = None
        """Why the latest group could not be stored; None once a later one was."""
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether jobs are taken."""
        return self._thread.is_alive() and not self._ended.is_set()

    def submit(self, job: Job, topic: Topic | None = None) -> "Future[Any]":
        """The future is done only after the commit; it raises what the job raised, or StoreBusyError.

        A future that is cancelled in time keeps its job from running; one whose job has begun cannot be cancelled.
        """
        waiting = _Waiting(job, topic)
        self._queue.put(waiting)
        if self._ended.is_set():
            self._refuse_waiting()
        return waiting.future

    def run(self, job: Job, seconds: float, topic: Topic | None = None) -> Any:
        """Runs a job and returns its result once it is committed.

        Raises what the job raised; StoreBusyError where it did not begin in so many seconds, and then it never will;
        OutcomeUnknownError where it began and the commit took as long again.
        """
        future = self.submit(job, topic)
        for _ in range(2):
            try:
                return future.result(seconds)
            except TimeoutError as error:
                if future.cancel():
                    raise StoreBusyError from error
        raise OutcomeUnknownError

    def close(self, seconds: float | None = None) -> None:
        """Commits what waits and ends the thread; waits for that at most so many seconds."""
        self._queue.put(None)
        self._thread.join(seconds)

    def _run(self) -> None:
        is_open = True
        try:
            while is_open:
                group, is_open = self._take()
                if self._watch.has_foreign_commit():
                    _call_listener(lambda: self.on_foreign_commit(None))
                if group:
                    self._commit(group)
        finally:
            self._ended.set()
            self._refuse_waiting()
            self._watch.close()

    def _refuse_waiting(self) -> None:
        """Fails the futures of all waiting jobs: the thread has ended."""
        try:
            while True:
                waiting = self._queue.get_nowait()
                if waiting is not None and waiting.future.set_running_or_notify_cancel():
                    waiting.future.set_exception(StoreBusyError())
        except queue.Empty:
            return

    def _take(self) -> tuple[list[_Waiting], bool]:
        """What waits, at most one group; False once closing was asked."""
        group: list[_Waiting] = []
        try:
            next_job = self._queue.get(timeout=WATCH_SECONDS)
            while True:
                if next_job is None:
                    return group, False
                group.append(next_job)
                if len(group) == MAX_GROUP:
                    return group, True
                next_job = self._queue.get_nowait()
        except queue.Empty:
            return group, True

    def _commit(self, group: list[_Waiting]) -> None:
        try:
            outcomes = self._attempt_all(self._watch.connection(), group)
            self.failure = None
        except BaseException as error:  # whatever a job raises, those who wait are told
            self.failure = error
            self._watch.roll_back()
            log.warning("store: nothing of a group of %d could be stored (%s)", len(group), type(error).__name__)
            outcomes = [_Outcome(waiting, None, _busy(error)) for waiting in group]
        topics = _topics(outcomes)
        if topics:
            _call_listener(lambda: self.on_commit(topics))
        for outcome in outcomes:
            outcome.resolve()

    def _attempt_all(self, connection: sa.Connection, group: list[_Waiting]) -> list[_Outcome]:
        begin(connection)
        started = [waiting for waiting in group if waiting.future.set_running_or_notify_cancel()]
        outcomes = [_attempt(connection, waiting) for waiting in started]
        topics = _topics(outcomes)
        if topics and self._announce:
            self._announce(connection, topics)
        connection.commit()
        return outcomes


def _topics(outcomes: list[_Outcome]) -> set[Topic]:
    return {
        outcome.waiting.topic for outcome in outcomes if outcome.failure is None and outcome.waiting.topic is not None
    }


def _busy(error: BaseException) -> StoreBusyError:
    busy = StoreBusyError()
    busy.__cause__ = error
    return busy


def _call_listener(listener: Callable[[], None]) -> None:
    """Calls a listener; its error must not end the writer."""
    try:
        listener()
    except Exception:
        log.exception("store: a listener failed")


def _attempt(connection: sa.Connection, waiting: _Waiting) -> _Outcome:
    """The job's result, or what it raised with its own writes undone; the transaction lives on."""
    connection.exec_driver_sql("SAVEPOINT job")
    try:
        outcome = _Outcome(waiting, waiting.job(connection), None)
    except Exception as error:
        if is_unavailable(error):
            raise
        connection.exec_driver_sql("ROLLBACK TO SAVEPOINT job")
        outcome = _Outcome(waiting, None, error)
    connection.exec_driver_sql("RELEASE SAVEPOINT job")
    return outcome


class _ConnectionWatch:
    """The writer's connection, and whether someone else has committed: SQLite's data_version leaves out own commits."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._connection: sa.Connection | None = None
        self._version: int | None = None

    def connection(self) -> sa.Connection:
        """Raises DBAPIError where the database is away."""
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def roll_back(self) -> None:
        """Leaves the failed transaction; a connection that is lost is opened again when needed."""
        if self._connection is None:
            return
        try:
            self._connection.rollback()
            lost = self._connection.invalidated
        except Exception:  # whatever it was, the connection is of no more use
            lost = True
        if lost:
            with suppress(Exception):
                self._connection.invalidate()
            self.close()

    def close(self) -> None:
        if self._connection is not None:
            with suppress(Exception):
                self._connection.close()
            self._connection = None

    def has_foreign_commit(self) -> bool:
        if self._engine.dialect.name != "sqlite":
            return False
        try:
            version = self.connection().exec_driver_sql("PRAGMA data_version").scalar()
        except Exception:  # the next write tells what is wrong
            return False
        changed = self._version is not None and version != self._version
        self._version = version
        return changed
