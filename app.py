"""The server: Streamlit's pages, the live routes, the doors, start-up and shutdown.  `streamlit run app.py`"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import config

from pages.common.error_page import told
from server.faults import start_fault
from server.file_permissions import prepare_home
from server.logs import set_up_logs
from server.open_files import allow_many_open_files
from server.pauses import keep_pauses_short
from server.ready import tell_ready
from server.service import Service, service
from server.settings import settings
from server.shutdown import at_shutdown
from server.web.connection import SentAtOnce
from server.web.entry_pages import Doors
from server.web.metrics import Metrics
from server.web.page_shell import Headers, Pages
from server.web.registry import titles
from server.web.room_files import Files
from server.web.routes import Live
from server.web.static_files import Assets
from server.web.streamlit_addresses import UsedAddresses
from server.web.unavailable import Unavailable
from workshop.errors import PropelliError


def _started() -> Service:
    """The service of this process, or an end with sentences that say what to mend."""
    try:
        prepare_home(settings().home)
        set_up_logs(settings())
        return service()
    except PropelliError as error:
        print(start_fault(error), file=sys.stderr)
        raise SystemExit(1) from None


running = _started()
pages = Pages(
    titles(running.content),
    running.content.texts,
    running.rooms.find,
    running.cookies,
    running.settings.base,
    running.throttling.unknown_code,
)


base = running.settings.base


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Joins the store to the phones of this process, prints the links, and ends every stream at shutdown."""
    allow_many_open_files()
    keep_pauses_short()
    loop = asyncio.get_running_loop()
    running.wake_phones = lambda codes: _soon(loop, codes)
    at_shutdown(lambda: loop.call_soon_threadsafe(running.hub.end), lambda: running.store.close(0.5))
    running.lexicon.start()
    running.keeping.start()
    try:
        tell_ready(running)
    except PropelliError as error:
        print(start_fault(error), file=sys.stderr)
        raise
    yield
    running.close()


def _soon(loop: asyncio.AbstractEventLoop, codes: set[str] | None) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(running.hub.wake, codes)


if base:
    config.set_option("server.baseUrlPath", base.strip("/"))

metrics = Metrics(running.hub, lambda: len(running.rooms.all())) if running.settings.metrics else None
app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    lifespan=lifespan,
    on_script_error=told,
    middleware=[
        Middleware(SentAtOnce),
        Middleware(Headers, running.settings.secure),
        Middleware(UsedAddresses, base=base),
        *([metrics.middleware()] if metrics else []),
        Middleware(Unavailable, running),
    ],
    routes=[
        *Doors(running, pages).routes(),
        *Files(running).routes(base),
        *(Route(f"{base}{path}", pages.show) for path in titles(running.content)),
        *Live(running, running.hub).routes(base),
        *(metrics.routes(base) if metrics else []),
        Route(f"{base}/assets/{{name:path}}", Assets().show),
        Route(f"{base}/{{name:page}}", pages.missing),
    ],
)
