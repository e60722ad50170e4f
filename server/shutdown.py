"""Ends what would keep the server from stopping: a web server waits for open answers, and a stream never ends."""

import os
import signal
import threading
from collections.abc import Callable
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT)
PATIENCE_SECONDS = 2.0


def at_shutdown(end: Callable[[], object], close: Callable[[], object]) -> None:
    """Calls `end` when the process is told to stop, before the handler that was there already.

    What still holds on two seconds later is left behind: `close` puts the store in order and the process ends.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in SIGNALS:
        before = signal.getsignal(number)

        def handle(received: int, frame: FrameType | None, before: "signal._HANDLER" = before) -> None:
            end()
            if callable(before):
                before(received, frame)
            timer = threading.Timer(PATIENCE_SECONDS, _leave, [close])
            timer.daemon = True
            timer.start()

        signal.signal(number, handle)


def _leave(close: Callable[[], object]) -> None:
    try:
        close()
    finally:
        os._exit(0)
