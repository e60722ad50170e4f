"""Rooms for tests of the HTTP API."""

from collections.abc import Callable, Iterator

import pytest

from server.usecases import cached_cloud, results_cache, shared_results, texts_cache
from tests.conftest import Server
from tests.server.api_client import OpenRoom


@pytest.fixture(autouse=True)
def whole_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look at the words reads, merges and lays out all of them, however slow the machine is."""
    for name in ("READ_SECONDS", "MERGE_SECONDS"):
        monkeypatch.setattr(results_cache, name, 600.0)
    monkeypatch.setattr(texts_cache, "READ_SECONDS", 600.0)
    monkeypatch.setattr(cached_cloud, "LAYOUT_SECONDS", 0.0)
    monkeypatch.setattr(shared_results, "FRESH_SECONDS", 0.0)


@pytest.fixture
def new_room(server: Server) -> Iterator[Callable[[], OpenRoom]]:
    """Makes rooms with the word cloud open, and closes their phones at the end."""
    rooms: list[OpenRoom] = []

    def make() -> OpenRoom:
        rooms.append(OpenRoom(server))
        return rooms[-1]

    yield make
    for room in rooms:
        room.close()


@pytest.fixture(scope="module")
def room(server: Server) -> Iterator[OpenRoom]:
    """One room for the tests of a file that leave it as it is."""
    open_room = OpenRoom(server)
    yield open_room
    open_room.close()
