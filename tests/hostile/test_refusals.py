"""A refused request costs the server next to nothing, and its sender no more than a wait."""

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from server.service import Service
from server.web import throttling
from server.web.hub import MAX_STREAMS_OF_ONE
from server.web.routes import LiveRoutes
from tests.conftest import Server, eventually, run_alone
from tests.server.api_client import OpenRoom

LONG = "1" * 60_000
REQUESTS = 800
JSON = {"Content-Type": "application/json"}
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def room(server: Server) -> Iterator[OpenRoom]:
    open_room = OpenRoom(server)
    yield open_room
    open_room.close()


def _memory(server: Server) -> int:
    assert server.process
    status = Path(f"/proc/{server.process.pid}/status").read_text("ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) * 1024


def _first_line(server: Server, head: str, body: bytes = b"") -> bytes:
    """The first line of the answer to a request whose body never ends."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(f"{head}\r\nHost: x\r\nContent-Length: 90000000\r\n\r\n".encode() + body)
        return line.recv(65536).partition(b"\r\n")[0]


@pytest.mark.parametrize("code", ["000000", "12345", "1234567", LONG, "x", "²²²²²²", "a482915"])
def test_of_a_room_that_is_not_there_no_body_is_read(server: Server, code: str) -> None:
    head = f"POST /live/{httpx.QueryParams({'c': code})!s} HTTP/1.1".replace("c=", "").replace(" HTTP", "/answers HTTP")
    assert _first_line(server, head).split()[1] == b"404"


def test_rooms_that_are_not_there_leave_nothing_in_memory(own_server: Server) -> None:
    def ask(number: int) -> None:
        line = HTTPConnection("127.0.0.1", own_server.port, timeout=60)
        line.request("POST", f"/live/{number}{LONG}/answers", '{"round":"r1","words":["x"]}', JSON)
        answer = line.getresponse()
        answer.read()  # a line that is broken off instead is kept by the web server for five seconds
        assert answer.status == 404
        line.close()

    for number in range(REQUESTS):  # the word list is loaded meanwhile
        ask(number)
    before = _memory(own_server)
    for number in range(REQUESTS, 2 * REQUESTS):
        ask(number)
    assert _memory(own_server) - before < 15 * MEGABYTE


def test_a_form_that_does_not_come_is_not_waited_for(server: Server) -> None:
    for body in (b"", b"password=lupa", b"x" * 100_000):
        assert _first_line(server, "POST /ohjaus HTTP/1.1", body).split()[1] == b"403"


def test_of_one_persons_streams_the_oldest_end(room: OpenRoom) -> None:
    person, other = room.phone(), room.phone()
    with ExitStack() as stack:
        theirs = stack.enter_context(other.stream())
        streams = [stack.enter_context(person.stream()) for _ in range(MAX_STREAMS_OF_ONE + 2)]
        for oldest in streams[:2]:
            assert list(oldest)[-1]["open"] is True  # until its end
        for events in (*streams[2:], theirs):
            assert next(events)["open"] is True
        room.run("close")
        for events in (*streams[2:], theirs):
            assert next(events)["open"] is False


@pytest.fixture
def crowded(service: Service, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Starlette]:
    """A room that has one place left, and no more for a long time."""
    monkeypatch.setattr(throttling, "NEWCOMERS_AT_ONCE", 1)
    monkeypatch.setattr(throttling, "NEWCOMERS_A_SECOND", 0.001)
    code = service.rooms.create("Huone").code
    service.control.open(code, "word_cloud")
    return code, Starlette(routes=LiveRoutes(service, service.hub).routes(""))


def test_whoever_is_refused_gets_in_by_coming_back(crowded: tuple[str, Starlette], service: Service) -> None:
    code, app = crowded
    state = service.participants.state(code)
    assert state
    answer = json.dumps({"round": state.payload("fi", 0)["round"], "words": ["sisu"]})

    async def statuses() -> list[int]:
        codes: list[int] = []
        transport = httpx.ASGITransport(app=app)
        for _ in range(2):
            async with httpx.AsyncClient(transport=transport, base_url="http://room") as guest:
                for _ in range(200):
                    reply = await guest.post(f"/live/{code}/answers", content=answer, headers=JSON)
                    codes.append(reply.status_code)
                    if reply.status_code == 200:
                        break
                    assert reply.headers["retry-after"] == "1"
                    await asyncio.sleep(0.1)
        return codes

    codes = run_alone(statuses())
    assert codes[0] == 200, "the last place"
    assert codes[1] == 429
    assert codes[-1] == 200
    eventually(lambda: service.throttling.rooms() == {code})
