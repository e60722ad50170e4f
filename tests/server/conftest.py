"""Rooms for tests of the wire."""

from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Server
from tests.server.wire import OpenRoom


@pytest.fixture
def new_room(server: Server) -> Iterator[Callable[[], OpenRoom]]:
    """Makes rooms with the word cloud open, and closes their phones at the end."""
    made: list[OpenRoom] = []

    def make() -> OpenRoom:
        made.append(OpenRoom(server))
        return made[-1]

    yield make
    for room in made:
        room.close()


@pytest.fixture(scope="module")
def room(server: Server) -> Iterator[OpenRoom]:
    """One room for the tests of a file that leave it as it is."""
    made = OpenRoom(server)
    yield made
    made.close()
