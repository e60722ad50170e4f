"""Simulated phones: each opens the page, listens to the stream and answers, over plain sockets to cost little."""

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import lru_cache
from typing import Any, TypeVar

import uvloop

CODE = "482915"
Result = TypeVar("Result")
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@lru_cache(maxsize=16)
def parsed(message: bytes) -> dict[str, Any]:
    """What the server says. A thousand phones have processors of their own: here the same message is read once."""
    state: dict[str, Any] = json.loads(message)
    return state


def run(crowd: Coroutine[Any, Any, Result]) -> Result:
    """Runs a crowd in a loop that costs the machine little, for the server is on it too."""
    return uvloop.run(crowd)


async def request(port: int, head: str, body: str = "", headers: str = "") -> tuple[int, bytes]:
    """One request on a connection of its own; status and body. Each of `headers` ends with a line break."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    length = f"Content-Type: application/json\r\nContent-Length: {len(body.encode())}\r\n" if body else ""
    writer.write(f"{head} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{headers}{length}\r\n{body}".encode())
    answer = await reader.read()
    writer.close()
    first, _, rest = answer.partition(b"\r\n\r\n")
    return int(first.split()[1]), rest


def _answer(state: dict[str, Any], number: int) -> dict[str, Any]:
    """What the phone of this number answers."""
    if state["kind"] == "text":
        return {
            "texts": [f"Somebody who calls back, and always the same person: this is the answer of phone {number}."]
        }
    if state["kind"] == "scale":
        statements = enumerate(state["statements"])
        return {"scale": {row["id"]: 1 + (number + place) % state["steps"] for place, row in statements}}
    if state["kind"] == "dots":
        shares = zip(_turned(state["options"], number), (2, 2, 1), strict=False)
        return {"dots": {option["id"]: dots for option, dots in shares}}
    if state["kind"] == "ranking":
        return {"ranking": [option["id"] for option in _turned(state["options"], number)]}
    return {"words": [f"sana {number % 97}"]}


def _turned(options: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    """The options, another first for each phone."""
    place = number % len(options)
    return options[place:] + options[:place]


class KeptConnection:
    """A connection that is kept between requests, as a browser keeps it, until the server ends it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def request(self, head: str, body: str = "", headers: str = "") -> tuple[int, bytes]:
        """Status and body; asked again, as browsers do, where the server ended the kept connection meanwhile."""
        length = f"Content-Type: application/json\r\nContent-Length: {len(body.encode())}\r\n" if body else ""
        message = f"{head} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}{length}\r\n{body}".encode()
        is_kept = self._ends is not None
        try:
            return await self._exchange(message)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.close()
            if not is_kept:
                raise
            return await self._exchange(message)

    async def _exchange(self, message: bytes) -> tuple[int, bytes]:
        if self._ends is None or self._ends[0].at_eof():
            self.close()
            self._ends = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._ends
        writer.write(message)
        head = await reader.readuntil(b"\r\n\r\n")
        size = LENGTH.search(head)
        return int(head.split(None, 2)[1]), await reader.readexactly(int(size[1])) if size else b""

    def close(self) -> None:
        if self._ends:
            self._ends[1].close()
            self._ends = None


class Phone:
    """Times are seconds of the monotonic clock, None until it has happened."""

    def __init__(self, port: int, number: int) -> None:
        self._port, self._number = port, number
        self._connection = KeptConnection(port)
        self._who = f"X-Participant: crowd-phone-number-{number:08d}"
        self.joined: float | None = None
        self.asked_at: float | None = None
        self.acknowledged: float | None = None
        self.acknowledged_at: float | None = None
        self._round: str | None = None
        self._state: dict[str, Any] = {"kind": "words"}
        self._first, self._question_opened = asyncio.Event(), asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def join(self) -> None:
        started = time.perf_counter()
        await self._connection.request(f"GET /{CODE}")
        self._task = asyncio.create_task(self._listen())
        await self._first.wait()
        self.joined = time.perf_counter() - started

    async def _listen(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(f"GET /live/{CODE} HTTP/1.1\r\nHost: 127.0.0.1\r\n{self._who}\r\n\r\n".encode())
        try:
            while line := await reader.readline():
                if line.startswith(b"data: {"):  # and not the revision of a heartbeat
                    self._receive(parsed(line[6:]))
        finally:
            writer.close()

    def _receive(self, state: dict[str, Any]) -> None:
        self._first.set()
        if state["open"] and not self._question_opened.is_set():
            self.asked_at, self._round, self._state = time.perf_counter(), state["round"], state
            self._question_opened.set()

    async def wait_for_question(self) -> None:
        await self._question_opened.wait()

    async def answer(self) -> None:
        await self.send(self._round)

    async def send(self, round_id: str | None) -> None:
        """Answers the round; the phone need not have joined."""
        body = json.dumps({"round": round_id, **_answer(self._state, self._number)})
        started = time.perf_counter()
        status, _ = await self._post(body)
        if status == 200:
            self.acknowledged_at = time.perf_counter()
            self.acknowledged = self.acknowledged_at - started

    async def _post(self, body: str) -> tuple[int, bytes]:
        return await self._connection.request(f"POST /live/{CODE}/answers", body, f"{self._who}\r\n")

    def leave(self) -> None:
        self._connection.close()
        if self._task:
            self._task.cancel()


async def spread(jobs: list[Callable[[], Awaitable[None]]], seconds: float) -> None:
    """Starts the jobs evenly over so many seconds and waits for all of them."""

    async def later(job: Callable[[], Awaitable[None]], wait: float) -> None:
        await asyncio.sleep(wait)
        await job()

    await asyncio.gather(*(later(job, seconds * place / len(jobs)) for place, job in enumerate(jobs)))
