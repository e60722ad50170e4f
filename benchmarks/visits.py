"""Visitors of a Streamlit page: python -m benchmarks.visits [--path esimerkit] [--visitors 300] [--seconds 10]

Opens the page for so many sessions, evenly over so many seconds. Printed beside the aims: when the scripts were done,
how long `/healthz` took meanwhile and what a visit cost the processor. A warm-up visit comes first.
"""

import argparse
import asyncio
import time

import httpx
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.crowd import percentile
from benchmarks.crowd_phones import spread
from benchmarks.crowd_server import Server
from benchmarks.figures import print_beside_aims

PATIENCE_SECONDS = 120.0
LOOK_SECONDS = 0.02
AIMS = {"script p95": (6000, "ms"), "/healthz p95": (50, "ms"), "processor a visit": (25, "ms")}


class Visit:
    """One browser without a screen on one page."""

    def __init__(self, port: int, path: str) -> None:
        self._port, self._path = port, path
        self.seconds: float | None = None

    async def open(self) -> None:
        started = time.perf_counter()
        address = f"ws://127.0.0.1:{self._port}/_stcore/stream"
        async with (
            asyncio.timeout(PATIENCE_SECONDS),
            websockets.connect(address, max_size=None, compression=None, open_timeout=60) as line,
        ):
            message = BackMsg()
            message.rerun_script.query_string = "kieli=fi"
            message.rerun_script.page_name = self._path
            await line.send(message.SerializeToString())
            async for raw in line:
                answer = ForwardMsg()
                answer.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
                if answer.WhichOneof("type") == "script_finished":
                    break
        self.seconds = time.perf_counter() - started


async def watch(port: int, times: list[float]) -> None:
    """Asks for /healthz again and again."""
    async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
        while True:
            started = time.perf_counter()
            await client.get(f"http://127.0.0.1:{port}/healthz")
            times.append(time.perf_counter() - started)
            await asyncio.sleep(LOOK_SECONDS)


async def measure(server: Server, path: str, visitors: int, seconds: float) -> dict[str, float]:
    await Visit(server.port, path).open()
    await asyncio.sleep(2)
    visits, health = [Visit(server.port, path) for _ in range(visitors)], list[float]()
    before = server.cpu()
    watching = asyncio.create_task(watch(server.port, health))
    await spread([visit.open for visit in visits], seconds)
    watching.cancel()
    done = [visit.seconds if visit.seconds is not None else float("inf") for visit in visits]
    return {
        "script p95": percentile(done, 0.95) * 1000,
        "/healthz p95": percentile(health, 0.95) * 1000,
        "processor a visit": (server.cpu() - before) * 1000 / visitors,
    }


def run(path: str = "esimerkit", visitors: int = 300, seconds: float = 10) -> dict[str, float]:
    """The figures of `AIMS`."""
    with Server("app.py") as server:
        return asyncio.run(measure(server, path, visitors, seconds))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--path", default="esimerkit")
    parser.add_argument("--visitors", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=10)
    arguments = parser.parse_args()
    print_beside_aims(run(arguments.path, arguments.visitors, arguments.seconds), AIMS)


if __name__ == "__main__":
    main()
