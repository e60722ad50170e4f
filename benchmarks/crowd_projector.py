"""A simulated watcher of the projector, on the stream that the projector's page holds."""

import asyncio
import re
import time
from contextlib import suppress

from benchmarks.crowd_phones import CODE

ANSWERED = re.compile(rb'"answered":(\d+)')
MAX_LINE_BYTES = 2**20


class Watcher:
    """Keeps when each number of people who answered was first shown, by the monotonic clock."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.first = asyncio.Event()
        self.answered = self.messages = 0
        self.shown: list[tuple[float, int]] = []

    async def watch(self) -> None:
        """Reads the stream until cancelled."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=MAX_LINE_BYTES)
        writer.write(f"GET /live/{CODE}/projector?kieli=fi HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        try:
            while line := await reader.readline():
                if line.startswith(b"data: {"):
                    self._receive(line)
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    def _receive(self, line: bytes) -> None:
        self.messages += 1
        count = ANSWERED.search(line)
        self.answered = int(count[1]) if count else 0
        self.shown.append((time.perf_counter(), self.answered))
        self.first.set()

    def seen_at(self, count: int) -> float:
        """When at least so many answers were shown; infinity where they never were."""
        return next((when for when, shown in self.shown if shown >= count), float("inf"))
