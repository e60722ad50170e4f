"""The projector's page and its stream: one look and one message for all who watch a room in a language."""

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from server.service import Service
from server.store.rooms import UnknownRoomError
from server.store.rows import Room
from server.usecases.projector import Projector
from server.usecases.rooms import digits
from server.web import languages
from server.web.channels import Channel, Snapshot
from server.web.hub import Hub
from server.web.plain_pages import projector_page
from server.web.projector_options import ProjectorOptions, parts_of, variant
from server.web.routes import NEVER_STORED, LiveRoutes
from server.web.security_headers import PROJECTOR_POLICY, framed
from server.web.stream import Stream

BEHIND_SECONDS = 0.1
"""How soon a picture that is behind the answers is looked at again; the cloud is laid out four times a second."""


class ProjectorChannel(Channel):
    """The channel of `/live/<code>/projector`."""

    def __init__(self, projector: Projector, hub: Hub) -> None:
        self._projector = projector
        super().__init__(self._snapshot, hub.present, sends_now=True)
        hub.channels.append(self)

    def _snapshot(self, code: str, name: str) -> Snapshot | None:
        projected = self._projector.load(code, *parts_of(name))
        if projected is None:
            return None
        again_in = BEHIND_SECONDS if projected.is_behind else None
        return Snapshot.encode(projected.state, projected.state["rev"], projected.now, projected.ends_at, again_in)


class ProjectorRoutes(LiveRoutes):
    """What projectors speak; nobody needs a cookie to watch."""

    def __init__(self, service: Service, hub: Hub) -> None:
        super().__init__(service, hub)
        self._channel = ProjectorChannel(service.projector, hub)
        self._policy = framed(PROJECTOR_POLICY, *service.settings.embed)

    def routes(self, base: str) -> list[Route]:
        stream = f"{base}/live/{{code}}/projector"
        return [
            Route(f"{base}/esitys/{{code:code}}", self._with_json_errors(self.page)),
            *self.direct_routes(base),
            Route(f"{stream}/state", self._with_json_errors(self.state)),
        ]

    def direct_routes(self, base: str) -> list[Route]:
        """What every watcher holds: the stream."""
        return [Route(f"{base}/live/{{code}}/projector", self._with_json_errors(self.events))]

    def _language_in(self, request: Request, room: Room | None) -> str:
        """The wall speaks the room's language before its browser's."""
        accept, lang = request.headers.get("accept-language", ""), room.lang if room else None
        return languages.visitor_language(request.query_params, request.cookies, lang, accept)

    async def page(self, request: Request) -> Response:
        """The page of one room; where there is none (any more), it says so until there is one."""
        code, status, room = digits(request.path_params["code"]), 200, None
        try:
            room = (await self._room(request))[1].current.room
        except UnknownRoomError:
            status = 404
        lang, service, options = request.state.lang, self._service, ProjectorOptions.read(request.query_params)
        may_control = await run_in_threadpool(service.may_control, code, request.cookies)
        state = await self._channel.state(code, variant(lang, options.item)) if status == 200 else None
        address = service.address(str(request.base_url))
        page = {
            **service.projector.page(code, room, address, lang, keys=may_control and not options.item),
            **options.page(),
            "state": json.loads(state) if state else None,
        }
        headers = {"Content-Security-Policy": self._policy, "Cache-Control": "private, no-cache"}
        title = f"{service.content_of(room).texts[lang]('app.pages.screen')} – Propelli"
        return HTMLResponse(projector_page({"data": page, "lang": lang, "title": title}), status, headers)

    async def events(self, request: Request) -> Response:
        code, _ = await self._room(request)
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=NEVER_STORED)
        line = self._channel.line(code, self._variant(request))
        stream: Any = Stream(self._hub, line, self._body_of(UnknownRoomError(), request.state.lang))
        return stream  # type: ignore[no-any-return]

    def _variant(self, request: Request) -> str:
        return variant(request.state.lang, ProjectorOptions.read(request.query_params).item)

    async def state(self, request: Request) -> Response:
        """The state for a projector whose stream does not flow. Answers change no revision: it is always told."""
        code, _ = await self._room(request)
        body = await self._channel.state(code, self._variant(request))
        if body is None:
            raise UnknownRoomError
        return Response(body, media_type="application/json", headers=NEVER_STORED)
