"""The route of the reading pages' modules."""

import asyncio
import gzip

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.service import Service
from server.usecases.rooms import CODE_LENGTH, digits
from server.web.bundles import takes_gzip
from server.web.connection import client_address
from server.web.static_files import FOR_A_YEAR


class ReadingRoutes:
    """One module for each content and language, the same bytes for every phone."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}/live/{{code}}/reading/{{name}}", self.show)]

    async def show(self, request: Request) -> Response:
        code = digits(request.path_params["code"])
        state = await self._service.hub.state(code) if len(code) == CODE_LENGTH else None
        if state is None:
            await asyncio.sleep(self._service.throttling.unknown_code(client_address(request), code))
            return Response(status_code=404)
        room, name = state.current.room, request.path_params["name"]
        body = await run_in_threadpool(self._service.reading.module, room, name)
        if body is None:
            return Response(status_code=404)
        headers = {**FOR_A_YEAR, "Vary": "Accept-Encoding"}
        if takes_gzip(request.headers.get("accept-encoding", "")):
            headers["Content-Encoding"] = "gzip"
        else:
            body = await run_in_threadpool(gzip.decompress, body)
        return Response(body, media_type="text/javascript", headers=headers)
