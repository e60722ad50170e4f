"""The routes of the modules that phones fetch when they need them."""

import asyncio
import gzip
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.service import Service
from server.store.rows import Room
from server.usecases.rooms import CODE_LENGTH, digits
from server.web.bundles import takes_gzip
from server.web.connection import client_address
from server.web.static_files import FOR_A_YEAR

MAX_LATEST = 64
FindModule = Callable[[Room, str], bytes | None]
"""The room's module of a name, compressed with gzip."""


class ReadingRoutes:
    """One module for each content and language, the same bytes for every phone."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._latest: dict[tuple[str, int | None], bytes] = {}

    def routes(self, base: str) -> list[Route]:
        return self.direct_routes(base)

    def direct_routes(self, base: str) -> list[Route]:
        """A thousand phones fetch the same module at the same moment; its bytes are compressed already."""
        live = f"{base}/live/{{code}}"
        return [
            Route(f"{live}/reading/{{name}}", self.show),
            Route(f"{live}/speaker/{{name}}", self.show_speaker),
            Route(f"{live}/own_pace/{{name}}", self.show_own_pace),
            Route(f"{live}/another_person/{{name}}", self.show_another_person),
            Route(f"{live}/shown_words/{{name}}", self.show_shown_words),
        ]

    async def show(self, request: Request) -> Response:
        return await self._module(request, self._service.reading.module)

    async def show_speaker(self, request: Request) -> Response:
        return await self._module(request, self._service.modules.speaker.body)

    async def show_shown_words(self, request: Request) -> Response:
        return await self._module(request, self._service.modules.shown_words.body)

    async def show_own_pace(self, request: Request) -> Response:
        return await self._module(request, self._service.modules.own_pace.body)

    async def show_another_person(self, request: Request) -> Response:
        return await self._module(request, self._service.modules.another_person.body)

    async def _body(self, request: Request, room: Room, find: FindModule) -> bytes | None:
        """The module's bytes. Its name says what is in it, so that only the first phone waits for a thread."""
        key = (request.scope["path"], room.version)
        body = self._latest.get(key)
        if body is None and (body := await run_in_threadpool(find, room, request.path_params["name"])) is not None:
            while len(self._latest) >= MAX_LATEST:
                del self._latest[next(iter(self._latest))]
            self._latest[key] = body
        return body

    async def _module(self, request: Request, find: FindModule) -> Response:
        code = digits(request.path_params["code"])
        state = await self._service.hub.state(code) if len(code) == CODE_LENGTH else None
        if state is None:
            await asyncio.sleep(self._service.throttling.unknown_code(client_address(request), code))
            return Response(status_code=404)
        body = await self._body(request, state.current.room, find)
        if body is None:
            return Response(status_code=404)
        headers = {**FOR_A_YEAR, "Vary": "Accept-Encoding"}
        if takes_gzip(request.headers.get("accept-encoding", "")):
            headers["Content-Encoding"] = "gzip"
        else:
            body = await run_in_threadpool(gzip.decompress, body)
        return Response(body, media_type="text/javascript", headers=headers)
