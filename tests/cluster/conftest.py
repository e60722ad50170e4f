"""Servers over PostgreSQL, alone and two together behind nginx."""

import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.postgresql import PostgreSQL
from tests.conftest import Server
from tests.server.conftest import new_room, room

__all__ = ["new_room", "room"]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    with tempfile.TemporaryDirectory(prefix="propelli-", ignore_cleanup_errors=True) as folder:
        running = PostgreSQL(Path(folder))  # not under pytest's own folder: that one is closed to PostgreSQL's user
        yield running
        running.close()


@pytest.fixture
def database(postgresql: PostgreSQL) -> str:
    return postgresql.new_database()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, postgresql: PostgreSQL) -> Iterator[Server]:
    """The server that the tests of the API speak to, here over PostgreSQL."""
    home: Path = tmp_path_factory.mktemp("home")
    running = Server(home, environment={"PROPELLI_DATABASE_URL": postgresql.new_database()})
    running.start()
    yield running
    running.kill(signal.SIGTERM)
