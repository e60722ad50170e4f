"""What watchers of the projector cost: python -m benchmarks.watchers [--watchers 100] [--answers 5] [--seconds 20]

A room's word cloud is answered so many times a second while nobody watches, and then while so many watchers hold the
projector's stream. Told are the processor time beyond that of the answers, as a share of a core, and how long it takes
from an answer's acknowledgement to the message that shows it, at the watcher who gets it last.
"""

import argparse
import asyncio
import json
import time
from contextlib import suppress
from typing import Any

from benchmarks.crowd import APPLICATIONS, percentile, prepare
from benchmarks.crowd_phones import CODE, Phone, request
from benchmarks.crowd_projector import Watcher
from benchmarks.crowd_server import Server

SETTLE_SECONDS = 2.0


async def answering(port: int, first: int, rate: float, seconds: float, answered: list[float]) -> None:
    """Different people answer evenly; `answered` gets the time of each acknowledgement."""
    _, body = await request(port, f"GET /live/{CODE}/state")
    round_id = json.loads(body)["round"]
    for number in range(int(rate * seconds)):
        began = time.perf_counter()
        await Phone(port, first + number).send(round_id)
        answered.append(time.perf_counter())
        await asyncio.sleep(max(0.0, 1 / rate - (time.perf_counter() - began)))


async def measured(server: Server, watchers: int, rate: float, seconds: float) -> dict[str, Any]:
    await request(server.port, "POST /bench/open/r1")
    answered: list[float] = []
    await answering(server.port, 0, rate, SETTLE_SECONDS, [])
    before = server.cpu()
    await answering(server.port, 1_000, rate, seconds, [])
    alone = server.cpu() - before
    walls = [Watcher(server.port) for _ in range(watchers)]
    tasks = [asyncio.create_task(wall.watch()) for wall in walls]
    await asyncio.gather(*(wall.first.wait() for wall in walls))
    await asyncio.sleep(SETTLE_SECONDS)
    known, before, sent = max(wall.answered for wall in walls), server.cpu(), sum(wall.messages for wall in walls)
    await answering(server.port, 2_000, rate, seconds, answered)
    watched, sent = server.cpu() - before, sum(wall.messages for wall in walls) - sent
    await asyncio.sleep(SETTLE_SECONDS)
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    delays = [max(wall.seen_at(known + place) for wall in walls) - when for place, when in enumerate(answered, start=1)]
    return {
        "watchers": watchers,
        "answers_a_second": rate,
        "percent_of_a_core": round((watched - alone) * 100 / seconds, 2),
        "answers_alone_percent_of_a_core": round(alone * 100 / seconds, 2),
        "messages_a_second_and_watcher": round(sent / watchers / seconds, 2),
        "last_watcher_p50_ms": round(percentile(delays, 0.5) * 1000, 1),
        "last_watcher_p95_ms": round(percentile(delays, 0.95) * 1000, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--watchers", type=int, default=100)
    parser.add_argument("--answers", type=float, default=5.0)
    parser.add_argument("--seconds", type=float, default=20.0)
    options = parser.parse_args()
    with Server(APPLICATIONS["propelli"]) as server:
        prepare("propelli", server)
        result = asyncio.run(measured(server, options.watchers, options.answers, options.seconds))
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
