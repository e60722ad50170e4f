"""Phones sent to the examples while others answer: python -m benchmarks.examples_crowd [--phones 300] [--answering 50]

All phones have joined. One press then opens the link to the examples: every phone hears of it and fetches the module.
At the same time others answer a question of a second room. Printed beside the aims: how long answers and `/healthz`
took, the bytes a phone fetched, and how long after the press it had all of them.
"""

import argparse
import asyncio
import json
import re
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import httpx

from benchmarks.crowd import percentile
from benchmarks.crowd_phones import run as run_crowd
from benchmarks.crowd_phones import spread
from benchmarks.crowd_propelli import LEXICONS_SECONDS
from benchmarks.crowd_server import Server
from benchmarks.figures import print_beside_aims
from benchmarks.visits import watch
from server.service import Service
from server.settings import Settings

ANSWERS_SECONDS = 3.0
PRESS_AFTER_SECONDS = 2.5  # of which a process needs about one to begin
JOINS_A_SECOND = 50
AIMS = {
    "acknowledgement p95": (20, "ms"), "/healthz p95": (50, "ms"), "bytes a phone": (60, "kB"),
    "usable p95": (1000, "ms"), "module p95": (1000, "ms"),
}  # fmt: skip


class Reader:
    """A phone that follows the link as soon as it hears of it; its second connection is kept, as a browser's is."""

    def __init__(self, port: int, code: str) -> None:
        self._port, self._code = port, code
        self.joined = asyncio.Event()
        self.usable_at: float | None = None
        self.module_seconds: float | None = None
        self.fetched_bytes = 0

    async def listen(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        other, asking = await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(f"GET /live/{self._code} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        while line := await reader.readline():
            if line.startswith(b"data: {"):
                self.joined.set()
                if reading := json.loads(line[6:]).get("reading"):
                    await self._fetch(other, asking, reading["script"])
                    break
        writer.close()
        asking.close()

    async def _fetch(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str) -> None:
        started = time.perf_counter()
        writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in head.partition(b"\r\n")[0]
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        assert length is not None
        body = await reader.readexactly(int(length[1]))
        self.fetched_bytes, self.usable_at = len(head) + len(body), time.perf_counter()
        self.module_seconds = self.usable_at - started


def answer_all(port: int, code: str, people: int) -> list[float]:
    """So many people answer, evenly spread; the seconds that each waited. In its own process: readers cost time."""
    return run_crowd(_answer_all(port, code, people))


async def _answer_all(port: int, code: str, people: int) -> list[float]:
    waits: list[float] = []
    address = f"http://127.0.0.1:{port}/live/{code}"
    async with httpx.AsyncClient(timeout=90) as client:
        current = (await client.get(f"{address}/state")).json()["round"]

        async def answer(number: int) -> None:
            headers = {"X-Participant": f"examples-crowd-number-{number:06d}"}
            started = time.perf_counter()
            body = {"round": current, "words": [f"sana {number}"]}
            reply = await client.post(f"{address}/answers", json=body, headers=headers)
            waits.append(time.perf_counter() - started)
            assert reply.status_code == 200, reply.text

        await spread([partial(answer, number) for number in range(people)], ANSWERS_SECONDS)
    return waits


async def measure(server: Server, beside: Service, phones: int, answering: int) -> dict[str, float]:
    code, other = (beside.rooms.create(None).code for _ in range(2))
    beside.control.open(other, "word_cloud")
    await asyncio.sleep(LEXICONS_SECONDS)
    readers, health = [Reader(server.port, code) for _ in range(phones)], list[float]()
    tasks: list[asyncio.Task[None]] = []

    async def join(reader: Reader) -> None:
        tasks.append(asyncio.create_task(reader.listen()))
        await reader.joined.wait()

    await spread([lambda reader=reader: join(reader) for reader in readers], phones / JOINS_A_SECOND)  # type: ignore[misc]
    watching = asyncio.create_task(watch(server.port, health))
    with ProcessPoolExecutor(1) as process:
        answers = asyncio.get_running_loop().run_in_executor(process, answer_all, server.port, other, answering)
        await asyncio.sleep(PRESS_AFTER_SECONDS)
        pressed_at = time.perf_counter()
        await asyncio.to_thread(beside.control.open, code, "examples")
        await asyncio.gather(*tasks)
        waits = await answers
    watching.cancel()
    usable = [reader.usable_at - pressed_at for reader in readers if reader.usable_at]
    return {
        "acknowledgement p95": _p95(waits),
        "/healthz p95": _p95(health),
        "bytes a phone": statistics.mean(reader.fetched_bytes for reader in readers) / 1000,
        "usable p95": _p95(usable),
        "module p95": _p95([reader.module_seconds for reader in readers]),
    }


def _p95(seconds: Sequence[float | None]) -> float:
    """In milliseconds."""
    return percentile([value for value in seconds if value is not None], 0.95) * 1000


def run(phones: int = 300, answering: int = 50) -> dict[str, float]:
    """The figures of `AIMS`."""
    with Server("app.py") as server:
        beside = Service(Settings(home=server.home))
        figures = run_crowd(measure(server, beside, phones, answering))
        beside.close()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--answering", type=int, default=50)
    arguments = parser.parse_args()
    print_beside_aims(run(arguments.phones, arguments.answering), AIMS)


if __name__ == "__main__":
    main()
