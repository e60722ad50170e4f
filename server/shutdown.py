"""Ends the streams when the server is asked to stop: a web server waits for open answers, and a stream never ends."""

import signal
import threading
from collections.abc import Callable
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT)


def at_shutdown(end: Callable[[], object]) -> None:
    """Calls `end` when the process is told to stop, before the handler that was there already."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in SIGNALS:
        before = signal.getsignal(number)

        def handle(received: int, frame: FrameType | None, before: "signal._HANDLER" = before) -> None:
            end()
            if callable(before):
                before(received, frame)

        signal.signal(number, handle)
