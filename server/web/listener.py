"""Whoever reads a stream: flags that the stream's task sees, and a way past the task for a message to many at once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field


def _takes_nothing(_: bytes) -> bool:
    return False


@dataclass(eq=False, kw_only=True)
class Listener:
    """One open stream; `news` is set when there is a message to send or the stream is over.

    `send_now` sends a message on the spot and tells whether it could; the stream sets it while its connection is idle.
    """

    news: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False
    deleted: bool = False
    send_now: Callable[[bytes], bool] = _takes_nothing

    def deliver(self, message: bytes) -> None:
        """Sends the newest message, or wakes the stream to send it once the connection takes it.

        Waking a thousand streams, each to send through the web server's layers, cost four times as much as this.
        """
        if not self.send_now(message):
            self.news.set()
