"""A server that is killed, and one that is stopped."""

import signal
import socket
import threading
from collections.abc import Iterator

import pytest

from tests.conftest import Server, eventually
from tests.faults.burst import Burst, exported
from tests.server.api_client import OpenRoom, Phone

PHONES = 120
LEAVES_SECONDS = 20  # it takes two; a loaded machine may need more, and a server that waits for phones needs thirty


@pytest.fixture
def room(own_server: Server) -> Iterator[OpenRoom]:
    open_room = OpenRoom(own_server)
    yield open_room
    open_room.close()


def test_a_server_killed_in_the_burst_loses_and_doubles_nothing(room: OpenRoom) -> None:
    phones = [room.phone() for _ in range(PHONES)]
    burst = Burst(phones, phones[0].state()["round"])
    eventually(lambda: burst.acknowledged > PHONES // 4)
    room.server.kill(signal.SIGKILL)
    room.server.start()
    burst.finish()
    assert exported(room.server, room.code) == dict.fromkeys(burst.words, 1)


def test_an_answer_cut_off_midway_is_not_kept_and_its_retry_is(room: OpenRoom) -> None:
    phone = room.phone()
    round_id = phone.state()["round"]
    body = f'{{"round":"{round_id}","words":["katkennut"]}}'.encode()
    cookie = "; ".join(f"{name}={value}" for name, value in phone.client.cookies.items())
    head = (
        f"POST /live/{room.code}/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"Cookie: {cookie}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    for sent in (head, head + body[:20], head + body[:-1]):
        with socket.create_connection(("127.0.0.1", room.server.port)) as line:
            line.sendall(sent)
    assert phone.me()["answers"] == []
    with socket.create_connection(("127.0.0.1", room.server.port)) as line:
        line.sendall(head + body)  # whole, but the phone is gone before its receipt: stored or not, it counts once
    assert phone.send(round=round_id, words=["katkennut"]).json() == {"saved": ["katkennut"], "left": 2, "result": None}
    assert exported(room.server, room.code) == {"katkennut": 1}


class _Listening:
    """A phone whose stream is read on a thread until it ends."""

    def __init__(self, phone: Phone) -> None:
        self.opened, self.ended_well = threading.Event(), False
        self._phone = phone
        self.thread = threading.Thread(target=self._listen)
        self.thread.start()

    def _listen(self) -> None:
        with self._phone.stream() as events:
            for _ in events:
                self.opened.set()
        self.ended_well = True


def test_a_stopping_server_finishes_answers_and_closes_streams(room: OpenRoom) -> None:
    listening = [_Listening(room.phone()) for _ in range(10)]
    assert all(listener.opened.wait(60) for listener in listening)
    phones = [room.phone() for _ in range(40)]
    burst = Burst(phones, phones[0].state()["round"])
    eventually(lambda: burst.acknowledged > 5)
    assert room.server.process
    room.server.process.send_signal(signal.SIGTERM)
    room.server.process.wait(LEAVES_SECONDS)
    for listener in listening:
        listener.thread.join(60)
    assert all(listener.ended_well for listener in listening), "every stream ended as a stream should"
    room.server.start()
    burst.finish()
    assert exported(room.server, room.code) == dict.fromkeys(burst.words, 1)
    assert "Traceback" not in room.server.log()


def test_phones_that_keep_their_connection_do_not_delay_the_servers_end(room: OpenRoom) -> None:
    address = ("127.0.0.1", room.server.port)
    unfinished = [
        b"GET /",
        b"GET /healthz HTTP/1.1\r\nHost: x\r\n",
        f"GET /live/{room.code} HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
        f"POST /live/{room.code}/answers HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f'Content-Length: 90\r\n\r\n{{"round"'.encode(),
        b"POST /ohjaus HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\npass",
    ]
    lines = [socket.create_connection(address) for _ in unfinished]
    for line, sent in zip(lines, unfinished, strict=True):
        line.sendall(sent)
    eventually(lambda: room.phone().state())
    assert room.server.process
    room.server.process.send_signal(signal.SIGTERM)
    room.server.process.wait(LEAVES_SECONDS)
    for line in lines:
        line.close()
