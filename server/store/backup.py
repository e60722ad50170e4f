"""Online backup and restore.

Only SQLite's file is copied here; a PostgreSQL server has its own tools for that.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from server.store.engine import migrate, open_engine
from workshop.errors import PropelliError


class OtherStoreError(PropelliError):
    """The store is no file that could be copied: the database server's own tools do it."""

    id = "store_other"


class BackupPlaceError(PropelliError):
    """The backup cannot be written where it was asked."""

    id = "backup_place"


class BackupFileError(PropelliError):
    """The file is not a whole backup of a store; nothing was changed."""

    id = "backup_file"


def generation(connection: sa.Connection) -> int:
    """A number that changes when the store has been put back from a backup, so that cached counts are discarded."""
    if connection.dialect.name != "sqlite":
        return 0
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def backup(engine: sa.Engine, file: Path) -> None:
    """Copies the store as it is at this moment into one file, readable by its owner alone.

    Raises OtherStoreError or BackupPlaceError.
    """
    _check_is_file(engine)
    try:
        with _temporary_beside(file) as part:
            with _driver(engine) as source, closing(sqlite3.connect(part)) as target:
                source.backup(target)
                target.execute("PRAGMA journal_mode=DELETE")
            part.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise BackupPlaceError(file=file) from error


def restore(engine: sa.Engine, file: Path) -> None:
    """Puts a backup in place of all that the store holds, in one step, also while servers are running.

    An older version's backup is brought up to date first. Raises OtherStoreError, BackupFileError or NewerStoreError;
    the store is then as it was.
    """
    _check_is_file(engine)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        _checked_copy(file, copy)
        upgraded = open_engine(f"sqlite:///{copy}")
        try:
            migrate(upgraded)
        finally:
            upgraded.dispose()
        with _driver(engine) as live, closing(sqlite3.connect(copy)) as source:
            source.execute("VACUUM")  # an older version's backup may hold remains of what was deleted before it
            generation_number = int(live.execute("PRAGMA user_version").fetchone()[0])
            source.execute(f"PRAGMA user_version={generation_number + 1}")
            source.backup(live)


def _check_is_file(engine: sa.Engine) -> None:
    if engine.dialect.name != "sqlite":
        raise OtherStoreError


@contextmanager
def _driver(engine: sa.Engine) -> Iterator[sqlite3.Connection]:
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        yield raw


@contextmanager
def _temporary_beside(file: Path) -> Iterator[Path]:
    """A new file in the same folder that only its owner may read; it is gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _checked_copy(file: Path, copy: Path) -> None:
    """Copies a backup after an integrity check. Raises BackupFileError."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source:
            is_intact = source.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            tables = {row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type='table'")}
            if not is_intact or not {"alembic_version", "room"} <= tables:
                raise BackupFileError(file=file)
            with closing(sqlite3.connect(copy)) as target:
                source.backup(target)
    except (OSError, sqlite3.Error) as error:
        raise BackupFileError(file=file) from error
