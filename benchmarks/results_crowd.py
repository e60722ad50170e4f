"""Phones that look at the results: python -m benchmarks.results_crowd [--phones 1000] [--answering 100]

The results of an open question are shown on phones, and every phone asks for them once in five seconds, as its page
does, while others answer. Printed beside the aims: how long the results and the answers' acknowledgements took.
"""

import argparse
import asyncio
import time
from functools import partial

from benchmarks.crowd import percentile
from benchmarks.crowd_phones import CODE, KeptConnection, Phone, spread
from benchmarks.crowd_phones import run as run_crowd
from benchmarks.crowd_propelli import Desk, prepare
from benchmarks.crowd_server import Server
from benchmarks.figures import print_beside_aims

ASKS_SECONDS = 5.0
ROUNDS = 3
FIRST_ANSWERING = 500_000
AIMS = {"results p95": (150, "ms"), "acknowledgement p95": (20, "ms")}


class Reader:
    """One phone that shows the results."""

    def __init__(self, port: int) -> None:
        self._connection = KeptConnection(port)
        self.waits: list[float] = []

    async def ask(self) -> None:
        started = time.perf_counter()
        status, body = await self._connection.request(f"GET /live/{CODE}/results?kieli=fi")
        if status != 200 or not body:
            raise RuntimeError(f"{status} {body.decode()}")
        self.waits.append(time.perf_counter() - started)

    async def read_results(self) -> None:
        """Asks so many times, a pause between."""
        for _ in range(ROUNDS):
            started = time.perf_counter()
            await self.ask()
            await asyncio.sleep(max(0.0, ASKS_SECONDS - (time.perf_counter() - started)))


async def measure(server: Server, desk: Desk, phones: int, answering: int) -> dict[str, float]:
    readers = [Reader(server.port) for _ in range(phones)]
    others = [Phone(server.port, FIRST_ANSWERING + number) for number in range(answering)]
    async with desk:
        await desk.warm_up()
        await desk.open()
        await desk.show_results()
        await spread([other.join for other in others], answering / 50)
        await asyncio.gather(*(other.wait_for_question() for other in others))
        answers = spread([other.answer for other in others], ASKS_SECONDS * ROUNDS)
        await asyncio.gather(spread([partial(reader.read_results) for reader in readers], ASKS_SECONDS), answers)
    for other in others:
        other.leave()
    results = [wait for reader in readers for wait in reader.waits]
    acknowledged = [other.acknowledged for other in others if other.acknowledged is not None]
    return {
        "results p95": percentile(results, 0.95) * 1000,
        "acknowledgement p95": percentile(acknowledged, 0.95) * 1000,
    }


def run(phones: int = 1000, answering: int = 100) -> dict[str, float]:
    """The figures of `AIMS`."""
    with Server("app.py") as server:
        return run_crowd(measure(server, prepare(server, "words"), phones, answering))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=int, default=1000)
    parser.add_argument("--answering", type=int, default=100)
    options = parser.parse_args()
    print_beside_aims(run(options.phones, options.answering), AIMS)


if __name__ == "__main__":
    main()
