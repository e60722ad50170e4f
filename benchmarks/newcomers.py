"""How long legitimate participants wait during a flood of new clients.  `python -m benchmarks.newcomers --help`

The flood sends answers to the question that is on, each with a participant's key of its own, from a process beside this
one. Honest phones open the page, keep a stream, and send one answer some seconds later, again and again with the waits
of the real page until it is taken. What is measured is the time from the first sending to the receipt.
"""

import argparse
import asyncio
import json
import random
import secrets
import statistics
import subprocess
import sys
import time
from collections import Counter

import httpx

from benchmarks.crowd_phones import CODE, request
from benchmarks.crowd_server import ROOT, Server

TIMEOUT_SECONDS = 8
HURRY = {"typed": 3.0, "at once": 0.0}


def room(server: Server) -> str:
    """Makes the room with the word cloud open; the round's id."""
    environment = {"PROPELLI_HOME": str(server.home), "PROPELLI_PASSWORD": "crowd", "PYTHONPATH": "."}
    subprocess.run(
        [sys.executable, "-m", "server", "room", "new", "--code", CODE, "--open", "word_cloud"],
        cwd=ROOT, env=environment, check=True, capture_output=True,
    )  # fmt: skip
    with httpx.stream("GET", f"http://127.0.0.1:{server.port}/live/{CODE}") as events:
        line = next(line for line in events.iter_lines() if line.startswith("data: "))
        return str(json.loads(line[6:])["round"])


async def post(port: int, round_id: str, who: str, word: str) -> int:
    body = json.dumps({"round": round_id, "words": [word]})
    status, _ = await request(port, f"POST /live/{CODE}/answers", body, who)
    return status


class Flood:
    """So many newcomers a second; `tries` is how often each of them comes, a second and a half apart."""

    def __init__(self, port: int, round_id: str, a_second: int, tries: int) -> None:
        self._port, self._round, self._a_second, self._tries = port, round_id, a_second, tries
        self.statuses: Counter[int] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, seconds: float) -> None:
        started = time.perf_counter()
        for number in range(int(self._a_second * seconds)):
            due = started + number / self._a_second
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            task = asyncio.create_task(self._arrive(number))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        await asyncio.gather(*self._tasks)

    async def _arrive(self, number: int) -> None:
        who = f"X-Participant: {secrets.token_hex(16)}\r\n"
        for _ in range(self._tries):
            try:
                status = await asyncio.wait_for(post(self._port, self._round, who, f"tulva {number % 97}"), 30)
            except (OSError, TimeoutError, IndexError):
                status = 0
            self.statuses[status] += 1
            if status != 429:
                return
            await asyncio.sleep(1.5)


class Honest:
    """A phone that waits between its tries as the page's script does."""

    def __init__(self, port: int, round_id: str) -> None:
        self._port, self._round = port, round_id
        self.waited: float | None = None

    async def arrive(self, after: float, typing: float) -> None:
        await asyncio.sleep(after)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self._port}", timeout=60) as phone:
            await phone.get(f"/{CODE}")
            listening = asyncio.create_task(self._listen(phone))
            await asyncio.sleep(typing)
            self.waited = await self._send(phone)
            listening.cancel()

    async def _listen(self, phone: httpx.AsyncClient) -> None:
        async with phone.stream("GET", f"/live/{CODE}") as events:
            async for _ in events.aiter_lines():
                pass

    async def _send(self, phone: httpx.AsyncClient) -> float:
        started, backoff = time.perf_counter(), 1.0
        while True:
            answer = {"round": self._round, "words": ["ihminen"]}
            try:
                response = await phone.post(f"/live/{CODE}/answers", json=answer, timeout=TIMEOUT_SECONDS)
                if response.status_code == 200:
                    return time.perf_counter() - started
            except httpx.HTTPError:
                pass
            await asyncio.sleep(backoff * random.uniform(0.5, 1.5))
            backoff = min(backoff * 2, 15)


async def measure(server: Server, round_id: str, options: argparse.Namespace) -> None:
    people = [Honest(server.port, round_id) for _ in range(options.honest)]
    arrivals = [options.seconds * (0.3 + 0.6 * place / len(people)) for place in range(len(people))]
    typing = [list(HURRY.values())[place % 2] for place in range(len(people))]
    await asyncio.gather(
        *(person.arrive(*times) for person, times in zip(people, zip(arrivals, typing, strict=True), strict=True))
    )
    for place, (name, _) in enumerate(HURRY.items()):
        waits = sorted(person.waited for person in people[place::2] if person.waited is not None)
        middle, longest = statistics.median(waits), waits[-1]
        print(f"honest, answer sent {name}: {len(waits)} in; median {middle:.2f} s, longest {longest:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description="How long honest newcomers wait in a flood of others.")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=500, help="newcomers a second in the flood")
    parser.add_argument("--tries", type=int, default=1, help="how often each of the flood comes")
    parser.add_argument("--honest", type=int, default=30)
    parser.add_argument("--flood", nargs=2, metavar=("PORT", "ROUND"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.flood:
        flood = Flood(int(options.flood[0]), options.flood[1], options.rate, options.tries)
        asyncio.run(flood.run(options.seconds))
        print(f"flood, by status: {dict(sorted(flood.statuses.items()))}")
        return
    with Server("app.py") as server:
        round_id = room(server)
        cpu = server.cpu()
        arguments = ["--rate", str(options.rate), "--seconds", str(options.seconds), "--tries", str(options.tries)]
        beside = [sys.executable, "-m", "benchmarks.newcomers", "--flood", str(server.port), round_id, *arguments]
        flooding = subprocess.Popen(beside, cwd=ROOT)
        started = time.perf_counter()
        asyncio.run(measure(server, round_id, options))
        flooding.wait()
        took, spent = time.perf_counter() - started, server.cpu() - cpu
        print(f"{took:.0f} s, processor {spent:.0f} s, memory {server.memory() // 1024} MB")


if __name__ == "__main__":
    main()
