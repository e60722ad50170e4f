"""Opens the database: engine, connection settings, migrations."""

import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError

from server.store.aside import check_file
from workshop.errors import PropelliError

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
BUSY_WAIT_SECONDS = 15
CONNECT_SECONDS = 5
WRITERS_TURN = 7_746_735  # the number of PostgreSQL's advisory lock that writers take one after another
POSTGRESQL = {"postgres", "postgresql", "postgresql+psycopg"}


class StoreFileError(PropelliError):
    """The store's file cannot be opened; it is left as it is."""

    id = "store_old"


class StoreAwayError(PropelliError):
    """The database server does not answer, or does not let us in."""

    id = "store_away"


class StoreAddressError(PropelliError):
    """The database's address is neither SQLite's nor PostgreSQL's."""

    id = "store_address"


class NewerStoreError(PropelliError):
    """The store was made by a newer version of the app."""

    id = "upgrade"


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun by name, see begin()
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def open_engine(url: str) -> sa.Engine:
    """An engine whose every connection is ready for many readers and one writer.

    Raises StoreAddressError, and CorruptStoreError for a damaged file, which is kept aside.
    """
    try:
        parsed = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise StoreAddressError from error
    if parsed.drivername in POSTGRESQL:
        return _postgresql(parsed)
    if parsed.drivername != "sqlite":
        raise StoreAddressError
    if parsed.database:
        path = Path(parsed.database)
        path.parent.mkdir(parents=True, exist_ok=True)
        check_file(path)
    engine = sa.create_engine(
        parsed, connect_args={"timeout": BUSY_WAIT_SECONDS}, pool_size=10, max_overflow=20, hide_parameters=True
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _postgresql(url: sa.URL) -> sa.Engine:
    settings = {
        "connect_timeout": CONNECT_SECONDS,
        "options": f"-c lock_timeout={BUSY_WAIT_SECONDS}s",
        "keepalives_idle": 30,
        "tcp_user_timeout": BUSY_WAIT_SECONDS * 1000,
    }
    return sa.create_engine(
        url.set(drivername="postgresql+psycopg"), connect_args=settings, pool_pre_ping=True, hide_parameters=True
    )


def begin(connection: sa.Connection) -> None:
    """Begins a writing transaction and waits for the writers' turn: one process writes at a time.

    So a refusal is decided on what is really there, and answers become visible in the order of their ids.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.begin()
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITERS_TURN)))


def migrate(engine: sa.Engine) -> None:
    """Brings the tables to the newest revision.

    Raises StoreFileError or StoreAwayError where the database cannot be used, NewerStoreError for one from the future.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    try:
        with engine.connect() as connection:
            begin(connection)
            config.attributes["connection"] = connection
            if _revision(connection) != ScriptDirectory.from_config(config).get_current_head():
                command.upgrade(config, "head")
            connection.commit()
    except sa.exc.DatabaseError as error:
        if engine.dialect.name == "sqlite":
            raise StoreFileError(file=engine.url.database) from error
        raise StoreAwayError(host=engine.url.host or "localhost") from error
    except CommandError as error:
        raise NewerStoreError from error


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
