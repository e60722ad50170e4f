"""PostgreSQL restarted under running processes: they recover and are notified of changes again."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.service import Service
from server.settings import Settings
from server.store import Store, StoreBusyError, StoreUnreadableError
from server.store import pg_notify as notify
from server.store import rooms as table
from tests.cluster.postgresql import PostgreSQL
from tests.conftest import eventually


@pytest.fixture
def own_postgresql() -> Iterator[PostgreSQL]:
    """A database server of the test's own: another test's would not outlive it."""
    with tempfile.TemporaryDirectory(prefix="propelli-", ignore_cleanup_errors=True) as folder:
        running = PostgreSQL(Path(folder))
        yield running
        running.close()


def renamed(store: Store, code: str, title: str) -> bool:
    """Whether the change could be stored."""
    try:
        store.write(lambda c: table.change(c, code, title=title), (code, "room"))
    except StoreBusyError:
        return False
    return True


def test_two_restarts_within_seconds_leave_both_processes_well(own_postgresql: PostgreSQL, tmp_path: Path) -> None:
    address = own_postgresql.new_database()
    here = Service(Settings(home=tmp_path, password="lupa", database_url=address))
    other = Store(address)
    dirty: list[Any] = []
    here.notify_participants = dirty.append
    code = here.rooms.create("Ennen").code
    own_postgresql.restart()
    own_postgresql.restart()
    eventually(lambda: here.store.problem() is None and other.problem() is None, 60)
    eventually(lambda: renamed(other, code, "Jälkeen"), 60)
    dirty.clear()
    eventually(lambda: renamed(other, code, "Uudelleen") and {code} in dirty, 60)
    assert here.rooms.get(code).title == "Uudelleen"
    other.close()
    here.close()


def test_a_listener_that_fails_is_called_again(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notify, "RETRY_SECONDS", 0.05)
    here, other = Store(database), Store(database)
    notified: list[Any] = []

    def fails_at_first(topics: Any) -> None:
        notified.append(topics)
        if len(notified) < 3:
            raise StoreUnreadableError

    here.writer.on_foreign_commit = fails_at_first
    row = {"code": "482915", "title": "T", "lang": "fi", "created_at": 1, "retention_days": 90}
    other.write(lambda c: table.create(c, row, []), ("482915", "room"))
    eventually(lambda: len(notified) >= 3)
    assert here.problem() is None
    other.write(lambda c: table.change(c, "482915", title="U"), ("482915", "room"))
    eventually(lambda: {("482915", "room")} in notified[3:])
    other.close()
    here.close()


def test_a_listener_that_has_ended_is_seen_from_outside(database: str) -> None:
    store = Store(database)
    assert store.problem() is None
    assert store._listener
    store._listener.close()
    assert store.problem() == "store: listener"
    store.close()
