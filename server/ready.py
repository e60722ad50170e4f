"""What the terminal says when the server is ready: the links into the newest room, made where there is none.

Links to the desk and the password open everything. They go to a terminal, where whoever started the server sits, and
never into the output of a service, which others keep and read.
"""

import logging
import sys

from streamlit import config

from server.cli.commands import link_lines
from server.service import Service

COMMAND = "python -m server links"

log = logging.getLogger(__name__)


def local_address() -> str:
    """The address of this machine's own browser, with the port that Streamlit listens on."""
    return f"http://localhost:{config.get_option('server.port')}"


def tell_ready(running: Service) -> None:
    """Prints the links and how to stop; where nobody looks on, only how to see them."""
    room = next(iter(running.rooms.all()), None) or running.rooms.create()
    log.info("The server is ready. Links and password: %s", COMMAND)
    text = running.texts("fi")
    lines = [text("command.hidden", command=COMMAND)]
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
