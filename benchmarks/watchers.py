"""What watchers of the projector cost: python -m benchmarks.watchers [--watchers 100] [--answers 5] [--seconds 20]

A room's word cloud is answered so many times a second while nobody watches, while one does, and while so many hold the
projector's stream. Told are the server's processor time as a share of a core (with one watcher the counting and laying
out begins, and more cost only their messages), the messages a second to each, and how long it takes from an answer's
acknowledgement to the message that shows it, at the watcher who gets it last.
"""

import argparse
import asyncio
import json
import time
from contextlib import suppress

from benchmarks.crowd import APPLICATIONS, percentile
from benchmarks.crowd_phones import CODE, Phone, request
from benchmarks.crowd_phones import run as run_crowd
from benchmarks.crowd_projector import Watcher
from benchmarks.crowd_propelli import Desk, prepare
from benchmarks.crowd_server import Server

SETTLE_SECONDS = 2.0
AIMS = {"processor": (2, "% of a core"), "on the last projector p95": (150, "ms")}


async def answering(port: int, first: int, rate: float, seconds: float, answered: list[float]) -> None:
    """Different people answer evenly; `answered` gets the time of each acknowledgement."""
    _, body = await request(port, f"GET /live/{CODE}/state")
    round_id = json.loads(body)["round"]
    for number in range(int(rate * seconds)):
        began = time.perf_counter()
        await Phone(port, first + number).send(round_id)
        answered.append(time.perf_counter())
        await asyncio.sleep(max(0.0, 1 / rate - (time.perf_counter() - began)))


class Watched:
    """So many watchers of one room, for as long as the block lasts."""

    def __init__(self, port: int, count: int) -> None:
        self.watchers = [Watcher(port) for _ in range(count)]
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> "Watched":
        self._tasks = [asyncio.create_task(watcher.watch()) for watcher in self.watchers]
        await asyncio.gather(*(watcher.first.wait() for watcher in self.watchers))
        await asyncio.sleep(SETTLE_SECONDS)
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    def messages(self) -> int:
        return sum(watcher.messages for watcher in self.watchers)


async def watched(server: Server, count: int, first: int, rate: float, seconds: float) -> dict[str, float]:
    """Processor time, messages and delays while so many watch."""
    answered: list[float] = []
    async with Watched(server.port, count) as group:
        known = max((watcher.answered for watcher in group.watchers), default=0)
        cpu, messages = server.cpu(), group.messages()
        await answering(server.port, first, rate, seconds, answered)
        cpu, messages = server.cpu() - cpu, group.messages() - messages
        await asyncio.sleep(SETTLE_SECONDS)
        delays = [
            max(watcher.seen_at(known + place) for watcher in group.watchers) - when
            for place, when in enumerate(answered, start=1)
            if group.watchers
        ]
    return {
        "percent_of_a_core": round(cpu * 100 / seconds, 1),
        "messages_a_second": round(messages / seconds / max(1, count), 1),
        "last_watcher_p50_ms": round(percentile(delays, 0.5) * 1000, 1),
        "last_watcher_p95_ms": round(percentile(delays, 0.95) * 1000, 1),
    }


async def measured(
    server: Server, desk: Desk, watchers: int, rate: float, seconds: float
) -> dict[str, dict[str, float]]:
    async with desk:
        await desk.open()
    await answering(server.port, 0, rate, SETTLE_SECONDS, [])
    return {
        f"{count} watchers": await watched(server, count, (place + 1) * 1_000, rate, seconds)
        for place, count in enumerate((0, 1, watchers))
    }


def _measured(watchers: int, rate: float, seconds: float) -> dict[str, dict[str, float]]:
    with Server(APPLICATIONS["propelli"]) as server:
        return run_crowd(measured(server, prepare(server, "words"), watchers, rate, seconds))


def run(watchers: int = 100, rate: float = 5.0, seconds: float = 20.0) -> dict[str, float]:
    """The figures of `AIMS`; the processor's share is what watching costs beyond the answers themselves."""
    nobody, _, all_watch = _measured(watchers, rate, seconds).values()
    return {
        "processor": all_watch["percent_of_a_core"] - nobody["percent_of_a_core"],
        "on the last projector p95": all_watch["last_watcher_p95_ms"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--watchers", type=int, default=100)
    parser.add_argument("--answers", type=float, default=5.0)
    parser.add_argument("--seconds", type=float, default=20.0)
    options = parser.parse_args()
    print(json.dumps(_measured(options.watchers, options.answers, options.seconds), indent=1))


if __name__ == "__main__":
    main()
