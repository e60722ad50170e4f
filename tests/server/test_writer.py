"""The writer: cancelled jobs are never stored, waiting callers get an error, and a dead thread is reported."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from server import store as stores
from server.store import OutcomeUnknownError, Store, StoreBusyError
from server.store import rooms as table
from server.store.engine import begin
from tests.conftest import eventually


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    new_store = Store(f"sqlite:///{tmp_path / 'propelli.db'}")
    yield new_store
    new_store.close(5)


def make_room(code: str) -> Any:
    row = {"code": code, "title": "T", "lang": "fi", "created_at": 1, "retention_days": 90}
    return lambda connection: table.create(connection, row, [])


def codes(store: Store) -> set[str]:
    return {room.code for room in store.read(table.all_rooms)}


def test_a_job_that_was_given_up_while_it_waited_is_never_stored(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "WRITE_SECONDS", 0.2)
    with store.engine.connect() as other:
        begin(other)
        with pytest.raises(StoreBusyError):
            store.write(make_room("111111"))
        other.rollback()
    monkeypatch.setattr(stores, "WRITE_SECONDS", 30)
    store.write(make_room("222222"))
    assert codes(store) == {"222222"}


def test_a_job_that_has_begun_is_reported_as_unknown_and_not_to_have_failed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "WRITE_SECONDS", 0.2)
    goes_on = threading.Event()

    def slow(connection: Any) -> None:
        goes_on.wait(20)
        make_room("111111")(connection)

    with pytest.raises(OutcomeUnknownError):
        store.write(slow)
    goes_on.set()
    eventually(lambda: codes(store) == {"111111"})


@pytest.mark.parametrize("fault", [SystemExit, KeyboardInterrupt, MemoryError])
def test_whatever_a_job_raises_others_are_stored_after_it(store: Store, fault: type[BaseException]) -> None:
    def fails(connection: Any) -> None:
        raise fault

    with pytest.raises((StoreBusyError, MemoryError)):
        store.write(fails)
    store.write(make_room("222222"))
    assert codes(store) == {"222222"}
    assert store.problem() is None


def test_a_damaged_page_met_by_a_job_is_the_stores_fault(store: Store) -> None:
    def fails(connection: Any) -> None:
        raise sa.exc.DatabaseError("SELECT", {}, sqlite3.DatabaseError("database disk image is malformed"))

    with pytest.raises(StoreBusyError):
        store.write(fails)
    assert store.problem() is None, "a write that changes nothing went through since"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_writer_that_has_ended_refuses_at_once_and_the_health_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies() -> bool:
        raise SystemExit

    monkeypatch.setattr(store.writer._watch, "has_foreign_commit", dies)
    eventually(lambda: store.problem() == "store: writer")
    with pytest.raises(StoreBusyError):
        store.writer.submit(make_room("111111")).result(10)


def test_after_closing_nobody_waits_for_ever(store: Store) -> None:
    store.close()
    with pytest.raises(StoreBusyError):
        store.writer.submit(make_room("111111")).result(10)


def test_a_full_disk_is_reported_by_the_health_until_writing_works(store: Store) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    attempt_all = store.writer._attempt_all

    def fails(*_: Any) -> Any:
        raise sa.exc.OperationalError("INSERT", {}, full)

    store.writer._attempt_all = fails  # type: ignore[method-assign, assignment]
    with pytest.raises(StoreBusyError):
        store.write(make_room("111111"))
    assert store.problem() == "store: disk full"
    store.writer._attempt_all = attempt_all  # type: ignore[method-assign]
    assert store.problem() is None, "the health tries a write itself: nobody else would"
