"""The life of the process: a start that fails, limits, pauses, the links, the end."""

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
from server.settings import PROJECT
from workshop.content.errors import ContentError
from workshop.content.text_files import load_texts
from workshop.errors import PropelliError

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


def start_fault(error: PropelliError) -> str:
    """One line a fault, in Finnish, in the packaged texts: the organiser's own may be what is at fault."""
    text = load_texts(PROJECT / "data" / "texts")[0]["fi"]
    if isinstance(error, ContentError):
        return "\n".join(error.sentences(text))
    return text(f"errors.{error.id}", **error.values)


def allow_many_open_files() -> None:
    """Raises the process's soft limit towards its hard limit, to at most 65,536: each phone is an open file.

    Never lowers it. A system may refuse (macOS calls its hard limit unlimited and then accepts no such number): the
    limit stays.
    """
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MAX_OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, MAX_OPEN_FILES)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def keep_pauses_short() -> None:
    """Lets threads switch sooner, and collections walk only through what is new.

    To be called when what lives as long as the process has been loaded; may be called again. Measured with 1,000 phones
    answering while a projector looks on: five milliseconds of another thread's work before each answer became half a
    millisecond, and a full collection of everything that was ever loaded took 80 to 130 ms.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()


def local_address() -> str:
    """The address of this machine's own browser, with the port that Streamlit listens on."""
    from streamlit import config  # commands need none of it

    return f"http://localhost:{config.get_option('server.port')}"


def tell_ready(running: Service) -> None:
    """Prints the links and how to stop; where nobody looks on, only how to see them.

    Links to the desk and the password open everything. They go to a terminal, where whoever started the server sits,
    and never into the output of a service, which others keep and read.
    """
    room = next(iter(running.rooms.all()), None) or running.rooms.create()
    log.info("The server is ready. Links and password: %s", LINKS_COMMAND)
    text = running.texts("fi")
    lines = [text("command.hidden", command=LINKS_COMMAND)]
    if sys.stdout.isatty():
        address = running.settings.url or local_address()
        lines = ["", text("command.ready"), "", *link_lines(running, room, address), "", text("command.stop")]
        if running.settings.log == "file":
            lines.append(text("command.log", file=running.settings.log_file))
        lines.append("")
    elif running.settings.log == "stderr":
        return
    for line in lines:
        print(f"  {line}" if line else "", flush=True)


def at_shutdown(end: Callable[[], object], close: Callable[[], object]) -> None:
    """Calls `end` when the process is told to stop, before the handler that was there already: a stream never ends.

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
