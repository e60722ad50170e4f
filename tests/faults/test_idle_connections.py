"""Idle connections: phones that never read, and connections that never send a request."""

import json
import os
import resource
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from server.store import Store
from server.store.schema import activities, rooms
from tests.conftest import Server, eventually
from tests.server.api_client import OpenRoom

HALF_OPEN = 2_000
LONG = "pitkä kysymys " * 20_000
CUT_SECONDS = 60  # the server waits half a minute


@pytest.fixture
def room(own_server: Server) -> Iterator[OpenRoom]:
    open_room = OpenRoom(own_server)
    yield open_room
    open_room.close()


def _open_files(server: Server) -> int:
    assert server.process
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


@contextmanager
def _long_states(room: OpenRoom) -> Iterator[Callable[[], None]]:
    """Gives what makes a new state, a quarter of a megabyte long."""
    store = Store(f"sqlite:///{Path(room.server.home) / 'propelli.db'}")

    def change() -> None:
        def job(connection: sa.Connection) -> None:
            spec = json.loads(str(connection.execute(sa.select(activities.c.spec).limit(1)).scalar_one()))
            spec["question"] = dict.fromkeys(("fi", "sv", "en"), LONG)
            connection.execute(activities.update().values(spec=json.dumps(spec)))
            connection.execute(rooms.update().values(rev=rooms.c.rev + 1))

        store.write(job)

    yield change
    store.close()


def _is_open(server: Server, line: socket.socket) -> bool:
    """Whether the system still keeps the server's end of the line, by its own table."""
    ends = f":{server.port:04X}", f":{line.getsockname()[1]:04X}"
    rows = [row.split() for row in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]]
    return any(row[1].endswith(ends[0]) and row[2].endswith(ends[1]) for row in rows)


def test_a_stream_that_is_never_read_is_cut_and_others_go_on(room: OpenRoom) -> None:
    phone = room.phone()
    with socket.socket() as line, _long_states(room) as change:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", room.server.port))
        line.sendall(f"GET /live/{room.code} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        with phone.stream() as events:
            next(events)
            for _ in range(4):
                change()
                assert next(events)["open"] is True
        assert _is_open(room.server, line)
        eventually(lambda: not _is_open(room.server, line), CUT_SECONDS)
    assert room.phone().state()["open"] is True


def test_two_thousand_half_open_connections_leave_the_workshop_going(room: OpenRoom) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < HALF_OPEN + 500:
        pytest.skip(f"the system allows this process only {hard} open files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, HALF_OPEN + 500), hard))
    before = _open_files(room.server)
    with ExitStack() as stack:
        for number in range(HALF_OPEN):
            line = stack.enter_context(socket.create_connection(("127.0.0.1", room.server.port), timeout=60))
            line.sendall(b"POST /live/" if number % 2 else b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        eventually(lambda: _open_files(room.server) >= before + HALF_OPEN)
        phone = room.phone()
        round_id = phone.state()["round"]
        assert phone.send(round=round_id, words=["sisu"]).status_code == 200
    eventually(lambda: _open_files(room.server) <= before + 5)
    assert phone.me()["answers"] == ["sisu"]


def test_the_server_takes_as_many_connections_as_the_system_grants(room: OpenRoom) -> None:
    assert room.server.process
    limits = Path(f"/proc/{room.server.process.pid}/limits").read_text("ascii")
    soft, hard = next(line.split()[3:5] for line in limits.splitlines() if line.startswith("Max open files"))
    assert soft == hard
