"""Opens the database: engine, connection settings, migrations."""

import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError

from workshop.errors import PropelliError

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
BUSY_WAIT_SECONDS = 15


class StoreFileError(PropelliError):
    """The store's file cannot be read as a store; it is left as it is."""

    id = "store_old"


class NewerStoreError(PropelliError):
    """The store was made by a newer version of the app."""

    id = "upgrade"


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun by name, see begin()
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def open_engine(url: str) -> sa.Engine:
    """An engine whose every connection is ready for many readers and one writer."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sa.create_engine(parsed, pool_pre_ping=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(parsed, connect_args={"timeout": BUSY_WAIT_SECONDS}, pool_size=10, max_overflow=20)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def begin(connection: sa.Connection) -> None:
    """Begins a writing transaction; SQLite takes its one write lock here, not at the first write."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.begin()


def migrate(engine: sa.Engine) -> None:
    """Brings the tables to the newest revision.

    Raises StoreFileError for a file that is no store, NewerStoreError for one from the future.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            if _revision(connection) != ScriptDirectory.from_config(config).get_current_head():
                command.upgrade(config, "head")
    except sa.exc.DatabaseError as error:
        raise StoreFileError(file=engine.url.database or engine.url.host) from error
    except CommandError as error:
        raise NewerStoreError from error


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
