"""Health check of the store: threads, reads, the latest write and free disk space."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

import sqlalchemy as sa

from server.store.engine import is_unavailable
from server.store.writer import Writer
from workshop.errors import PropelliError

StoreProblem = Literal["store", "store: disk full", "store: writer", "store: listener"]
MIN_FREE_BYTES = 1_000_000
PROBE_SECONDS = 2.0


def problem(engine: sa.Engine, writer: Writer, is_listening: Callable[[], bool]) -> StoreProblem | None:
    """Why the store cannot take answers; None where it can."""
    if not writer.is_alive:
        return "store: writer"
    if not is_listening():
        return "store: listener"
    if not _is_readable(engine):
        return "store"
    if _is_disk_full(engine):
        return "store: disk full"
    if writer.failure is not None:
        return _after_failure(writer)
    return None


def _is_readable(engine: sa.Engine) -> bool:
    """Whether a page of the file can be read, not only a connection opened."""
    try:
        with engine.connect() as connection:
            return connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar() == 1
    except sa.exc.SQLAlchemyError as error:
        if is_unavailable(error) or isinstance(error, sa.exc.ProgrammingError):
            return False
        raise


def _is_disk_full(engine: sa.Engine) -> bool:
    if engine.dialect.name != "sqlite":
        return False
    with suppress(OSError):
        return shutil.disk_usage(Path(engine.url.database or ".").parent).free < MIN_FREE_BYTES
    return False


def _after_failure(writer: Writer) -> StoreProblem | None:
    """Tries a write that changes nothing: an unhealthy server gets no answers, so it must find out by itself."""
    with suppress(PropelliError):
        writer.run(_probe, PROBE_SECONDS)
    cause = getattr(writer.failure, "orig", None)
    if writer.failure is None:
        return None
    is_full = isinstance(cause, sqlite3.Error) and cause.sqlite_errorcode == sqlite3.SQLITE_FULL
    return "store: disk full" if is_full else "store"


def _probe(connection: sa.Connection) -> None:
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
