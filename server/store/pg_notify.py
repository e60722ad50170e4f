"""Change notifications between processes through PostgreSQL's LISTEN and NOTIFY."""

import json
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from server import clock

CHANNEL = "propelli"
MAX_BYTES = 7_999  # PostgreSQL's limit of one payload
WAIT_SECONDS = 0.5
RETRY_SECONDS = 1.0
Topics = set[tuple[str, str]]
log = logging.getLogger(__name__)


class ChangeListener:
    """Sends and receives change notifications on one channel. Close it at the end."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._sender_id = clock.new_token()
        self._on_change: Callable[[Topics | None], None] = lambda topics: None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="store-news", daemon=True)

    def listen(self, on_change: Callable[[Topics | None], None]) -> None:
        """Calls `on_change`, on a thread of its own, with the topics that another process has committed.

        With None when notifications may have been missed: everything may have changed.
        """
        self._on_change = on_change
        self._thread.start()

    def announce(self, connection: sa.Connection, topics: Topics) -> None:
        """Notifies the other processes when, and only if, the transaction commits."""
        payload = json.dumps({"from": self._sender_id, "topics": sorted(topics)}, separators=(",", ":"))
        if len(payload) > MAX_BYTES:
            payload = json.dumps({"from": self._sender_id, "topics": None})
        connection.execute(sa.select(sa.func.pg_notify(CHANNEL, payload)))

    def close(self) -> None:
        self._closing.set()
        self._thread.join()

    @property
    def is_alive(self) -> bool:
        """Whether the thread is listening, or trying to reconnect."""
        return self._thread.is_alive()

    def _listen(self) -> None:
        first = True
        while not self._closing.is_set():
            try:
                with self._listening_connection() as driver:
                    if not first:
                        self._on_change(None)
                    first = False
                    self._receive(driver)
            except Exception as error:  # nobody would start this thread again
                first = False
                log.warning("notifications: the database is unreachable (%s)", type(error).__name__)
                self._closing.wait(RETRY_SECONDS)

    @contextmanager
    def _listening_connection(self) -> Iterator[Any]:
        """A connection of its own that listens, outside any transaction."""
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"LISTEN {CHANNEL}")
            driver = connection.connection.driver_connection
            connection.detach()
            yield driver

    def _receive(self, driver: Any) -> None:
        while not self._closing.is_set():
            for notice in driver.notifies(timeout=WAIT_SECONDS):
                self._dispatch(notice.payload)

    def _dispatch(self, payload: str) -> None:
        try:
            message = json.loads(payload)
            sender, topics = message["from"], _pairs(message["topics"])
        except (ValueError, KeyError, TypeError):
            sender, topics = "", None  # another program's message on our channel
        if sender != self._sender_id:
            self._on_change(topics)


def _pairs(topics: Any) -> Topics | None:
    return {(str(code), str(what)) for code, what in topics} if topics is not None else None
