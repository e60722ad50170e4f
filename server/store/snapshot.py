"""Reading several things as they were at one moment."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa

from server.store.schema import rooms

Result = TypeVar("Result")


class Reader(Protocol):
    """What runs `query(connection, *arguments)`: the store as it is at each call, or one moment of it."""

    def read(self, query: Callable[..., Result], *arguments: Any) -> Result: ...


class StoreSnapshot:
    """One moment of the database, for the thread that opened it."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def read(self, query: Callable[..., Result], *arguments: Any) -> Result:
        return query(self._connection, *arguments)


def begin_reading(connection: sa.Connection) -> None:
    """Begins a transaction that only reads; its moment is now, since a first row is read."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
    else:
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    connection.execute(sa.select(rooms.c.id).limit(1)).first()
