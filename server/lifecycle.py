"""The process life cycle: the limit of open files, latency, links at start, shutdown."""

import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from server.cli.commands import link_lines
from server.service import Service
from server.store.rows import Room
from workshop.strict_model import build_models

try:
    import resource
except ImportError:  # Windows counts otherwise
    resource = None  # type: ignore[assignment]

MAX_OPEN_FILES = 65_536
SWITCH_SECONDS = 0.0005
LINKS_COMMAND = "python -m server links"
SIGNALS = (signal.SIGTERM, signal.SIGINT)
PATIENCE_SECONDS = 2.0

log = logging.getLogger(__name__)


def raise_open_file_limit() -> None:
    """Raises the soft limit of open files to the hard limit, at most to 65,536: each phone is an open file.

    Never lowers it. A system may refuse (macOS calls its hard limit unlimited and then accepts no such number): the
    limit stays.
    """
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    new_limit = MAX_OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, MAX_OPEN_FILES)
    if soft == resource.RLIM_INFINITY or soft >= new_limit:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (new_limit, hard))


def reduce_latency() -> None:
    """Makes what is otherwise made at first use, shortens the thread switch interval, and exempts what is loaded from
    garbage collection.

    Call it when everything long-lived has been loaded; may be called again. Measured with 1,000 phones
    answering while a projector looks on: five milliseconds of another thread's work before each answer became half a
    millisecond, and a full collection of everything that was ever loaded took 80 to 130 ms.
    """
    build_models()
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()


def local_address() -> str:
    """The address of this machine's own browser, with the port that Streamlit listens on."""
    from streamlit import config  # commands need none of it

    return f"http://localhost:{config.get_option('server.port')}"


def print_ready(service: Service) -> None:
    """Prints the links and how to stop; without a terminal, only the command that shows them.

    Links to the desk and the password open everything. They go to a terminal, where whoever started the server sits,
    and never into the output of a service, which others keep and read.
    """
    room = next(iter(service.rooms.all()), None) or service.rooms.create()
    log.info("The server is ready. Links and password: %s", LINKS_COMMAND)
    text = service.texts("fi")
    lines = [text("command.hidden", command=LINKS_COMMAND)]
    if sys.stdout.isatty():
        address = service.settings.url or local_address()
        links = [*link_lines(service, room, address), *_lan_lines(service, room, address)]
        lines = ["", text("command.ready"), "", *links, "", text("command.stop")]
        if service.settings.log == "file":
            lines.append(text("command.log", file=service.settings.log_file))
        lines.append("")
    elif service.settings.log == "stderr":
        return
    for line in lines:
        print(f"  {line}" if line else "", flush=True)


def _lan_lines(service: Service, room: Room, address: str) -> list[str]:
    """The link of phones in the same network, where it is another than that of this machine's own browser."""
    reachable = service.address(address)
    if reachable == address:
        return []
    return [f"{service.texts('fi')('command.same_network')}: {service.rooms.links(room, reachable).phone}"]


def on_shutdown(end: Callable[[], object], close: Callable[[], object]) -> None:
    """Calls `end` on SIGTERM and SIGINT before the earlier handler, because streams never end by themselves.

    Two seconds later `close` closes the store and the process exits, whatever still runs.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in SIGNALS:
        before = signal.getsignal(number)

        def handle(received: int, frame: FrameType | None, before: "signal._HANDLER" = before) -> None:
            end()
            if callable(before):
                before(received, frame)
            timer = threading.Timer(PATIENCE_SECONDS, _exit, [close])
            timer.daemon = True
            timer.start()

        signal.signal(number, handle)


def _exit(close: Callable[[], object]) -> None:
    try:
        close()
    finally:
        os._exit(0)
