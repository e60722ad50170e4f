"""The tests of the store that need no file, on PostgreSQL."""

import inspect
from collections.abc import Iterator

import pytest

from server.store import Store
from server.store.engine import StoreAddressError, StoreUnreachableError, open_engine
from tests.server import test_store as on_sqlite


@pytest.fixture
def room_store(database: str) -> Iterator[on_sqlite.RoomStore]:
    room_store = on_sqlite.RoomStore(database)
    yield room_store
    room_store.store.close()


def _speaks_of_no_file(test: object) -> bool:
    return inspect.isfunction(test) and "room_store" in inspect.signature(test).parameters


globals().update(
    {name: test for name, test in vars(on_sqlite).items() if name[:5] == "test_" and _speaks_of_no_file(test)}
)


def test_a_database_server_that_does_not_answer_is_reported() -> None:
    with pytest.raises(StoreUnreachableError):
        Store("postgresql://nobody@127.0.0.1:1/propelli")


@pytest.mark.parametrize(
    "address", ["mysql://x/y", "not an address", "postgresql+psycopg2://x/y", "sqlite+aiosqlite://"]
)
def test_another_kind_of_database_is_refused(address: str) -> None:
    with pytest.raises(StoreAddressError):
        open_engine(address)
