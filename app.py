"""The ASGI app: Streamlit's pages, the HTTP API, the entry pages, start-up and shutdown.  `streamlit run app.py`"""

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

from pages.common.error_page import show_error
from server.file_permissions import prepare_home
from server.lifecycle import (
    on_shutdown,
    print_ready,
    raise_open_file_limit,
    reduce_latency,
)
from server.logs import set_up_logs
from server.service import Listener, Service, service
from server.settings import settings
from server.start_error import start_error
from server.web.another_person_routes import AnotherPersonRoutes
from server.web.bundles import BundlesMiddleware
from server.web.connection import TcpNoDelayMiddleware
from server.web.desk_routes import DeskRoutes
from server.web.direct_routes import DirectRoutesMiddleware
from server.web.draft_rules_routes import DraftRulesRoutes
from server.web.editor_routes import EditorRoutes
from server.web.entry_pages import EntryPages
from server.web.example_file_routes import ExampleFileRoutes
from server.web.garbage_collection import QuietCollection
from server.web.metrics import Metrics
from server.web.old_results_routes import OldResultsRoutes
from server.web.page_shell import PageShell
from server.web.paper_routes import PaperRoutes
from server.web.preview_routes import PreviewRoutes
from server.web.projector_routes import ProjectorRoutes
from server.web.published_routes import PublishedRoutes
from server.web.reading_routes import ReadingRoutes
from server.web.registry import titles
from server.web.room_files import RoomFileRoutes
from server.web.routes import LiveRoutes
from server.web.security_headers import SecurityHeadersMiddleware
from server.web.shown_words_routes import ShownWordsRoutes
from server.web.speaker_routes import SpeakerRoutes
from server.web.static_files import StaticFiles
from server.web.streamlit_addresses import UsedAddressesMiddleware
from server.web.unavailable import UnavailableMiddleware
from server.web.workshop_routes import WorkshopRoutes
from workshop.errors import PropelliError


def _started() -> Service:
    """The service of this process, or an end with sentences that say what to mend."""
    try:
        prepare_home(settings().home)
        set_up_logs(settings())
        return service()
    except PropelliError as error:
        print(start_error(error), file=sys.stderr)
        raise SystemExit(1) from None


running = _started()
pages = PageShell(
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
    raise_open_file_limit()
    reduce_latency()
    loop = asyncio.get_running_loop()
    running.notify_participants = lambda codes: _soon(loop, running.hub.notify, codes)
    running.notify_channels = lambda codes: _soon(loop, running.hub.notify_channels, codes)
    running.notify_answered = lambda codes: _soon(loop, running.hub.notify_answered, codes)
    on_shutdown(lambda: loop.call_soon_threadsafe(running.hub.end), lambda: running.store.close(0.5))
    running.lexicon.start()
    running.reading.start()
    running.retention.start()
    try:
        running.workshops.renew()
        print_ready(running)
    except PropelliError as error:
        print(start_error(error), file=sys.stderr)
        raise
    collecting = asyncio.create_task(QuietCollection(running.hub.streams).run())
    yield
    collecting.cancel()
    running.close()


def _soon(loop: asyncio.AbstractEventLoop, notify: Listener, codes: set[str] | None) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(notify, codes)


if base:
    config.set_option("server.baseUrlPath", base.strip("/"))

live_routes = (
    LiveRoutes(running, running.hub),
    ProjectorRoutes(running, running.hub),
    DeskRoutes(running, running.hub),
    SpeakerRoutes(running, running.hub),
    AnotherPersonRoutes(running, running.hub),
    ShownWordsRoutes(running, running.hub),
    ReadingRoutes(running),
)
metrics = Metrics(running.hub, lambda: len(running.rooms.all())) if running.settings.metrics else None
app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    lifespan=lifespan,
    on_script_error=show_error,
    middleware=[
        Middleware(TcpNoDelayMiddleware),
        Middleware(SecurityHeadersMiddleware, running.settings.secure),
        Middleware(UsedAddressesMiddleware, base=base),
        *([metrics.middleware()] if metrics else []),
        Middleware(BundlesMiddleware, base=base),
        Middleware(UnavailableMiddleware, running),
        Middleware(DirectRoutesMiddleware, [route for routes in live_routes for route in routes.direct_routes(base)]),
    ],
    routes=[
        *EntryPages(running, pages).routes(),
        *RoomFileRoutes(running).routes(base),
        *PublishedRoutes(running).routes(base),
        *PaperRoutes(running).routes(base),
        *(Route(f"{base}{path}", pages.show) for path in titles(running.content)),
        *(route for routes in live_routes for route in routes.routes(base)),
        *EditorRoutes(running, running.hub).routes(base),
        *DraftRulesRoutes(running, running.hub).routes(base),
        *WorkshopRoutes(running, running.hub).routes(base),
        *PreviewRoutes(running, running.hub).routes(base),
        *ExampleFileRoutes(running, running.hub).routes(base),
        *OldResultsRoutes(running, running.hub).routes(base),
        *(metrics.routes(base) if metrics else []),
        Route(f"{base}/assets/{{name:path}}", StaticFiles().show),
        Route(f"{base}/{{name:page}}", pages.missing),
    ],
)
