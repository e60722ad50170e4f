"""Opens the database: engine, connection settings, migrations."""

import logging
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from server.file_permissions import make_private
from server.store.integrity import JOURNALS, check_file
from server.store.schema import REVISION
from workshop.errors import PropelliError

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
BUSY_WAIT_SECONDS = 15
CONNECT_SECONDS = 5
WAL_BYTES = 4_000_000  # from here on the write-ahead log is emptied beside the answers
MAX_WAL_PAGES = 8_000  # from here on, 32 MB, by the writer itself: nobody else does it while commands run
WRITER_LOCK = 7_746_735  # the number of PostgreSQL's advisory lock that writers take one after another
OVERWRITTEN = 0x50726F70  # SQLite's application_id of a file in which nothing deleted is left
POSTGRESQL = {"postgres", "postgresql", "postgresql+psycopg"}

log = logging.getLogger(__name__)


class StoreFileError(PropelliError):
    """The store's file cannot be opened; it is left as it is."""

    id = "store_old"


class StoreUnreachableError(PropelliError):
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
    connection.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten
    connection.execute(f"PRAGMA journal_size_limit={WAL_BYTES}")
    connection.execute(f"PRAGMA wal_autocheckpoint={MAX_WAL_PAGES}")
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
        _prepare_file(path)
        check_file(path)
    engine = sa.create_engine(
        parsed, connect_args={"timeout": BUSY_WAIT_SECONDS}, pool_size=10, max_overflow=20, hide_parameters=True
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_file(path: Path) -> None:
    """Makes the file and its folder where they are missing, for their owner alone. Raises StoreFileError.

    SQLite gives its journals the mode of the file; those of an earlier version are closed here.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_private(path)
        for ending in JOURNALS:
            if (journal := path.with_name(path.name + ending)).exists():
                make_private(journal)
    except OSError as error:
        raise StoreFileError(file=path) from error


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


def is_unavailable(error: Exception) -> bool:
    """Whether the database is locked, full, damaged or away; not so where a statement was wrong in itself."""
    if isinstance(error, sa.exc.IntegrityError | sa.exc.ProgrammingError | sa.exc.DataError | sa.exc.NotSupportedError):
        return False
    return isinstance(error, sa.exc.DBAPIError | sa.exc.TimeoutError | sa.exc.PendingRollbackError)


def begin(connection: sa.Connection) -> None:
    """Begins a writing transaction and waits for the writers' turn: one process writes at a time.

    So a refusal is decided on what is really there, and answers become visible in the order of their ids.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.begin()
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITER_LOCK)))


def migrate(engine: sa.Engine) -> None:
    """Brings the tables to the newest revision.

    Raises StoreFileError or StoreAwayError where the database cannot be used, NewerStoreError for one from the future.
    """
    try:
        with engine.connect() as connection:
            begin(connection)
            if _revision(connection) != REVISION:
                _upgrade(connection)
            connection.commit()
            if engine.dialect.name == "sqlite":
                _overwrite_deleted(connection)
    except sa.exc.DatabaseError as error:
        if engine.dialect.name == "sqlite":
            raise StoreFileError(file=engine.url.database) from error
        raise StoreUnreachableError(host=engine.url.host or "localhost") from error


def _upgrade(connection: sa.Connection) -> None:
    """Runs the migrations that are missing. Raises NewerStoreError."""
    from alembic import command  # a command on an up-to-date store need not load it
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NewerStoreError from error


def _overwrite_deleted(connection: sa.Connection) -> None:
    """Once a file: what was deleted before deletion overwrote it may still stand between the rows."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() == OVERWRITTEN:
        return
    try:
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql(f"PRAGMA application_id={OVERWRITTEN}")
    except sa.exc.OperationalError:
        log.warning("store: in use by another process; what was deleted earlier is overwritten at a later start")


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
