"""The live routes: what phones speak."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from server import clock, languages
from server.access import TOKEN
from server.admission import Admission, CrowdedError, LockedError
from server.cookies import PARTICIPANT_DAYS
from server.hub import Hub
from server.limits import Limiter, TooFastError
from server.qr import qr_svg
from server.service import Service
from server.store import StoreBusyError
from server.store.answers import ClosedError, RoundChangedError, has_answered
from server.store.rooms import UnknownRoomError
from server.stream import Stream
from server.usecases.phones import ResultsHiddenError
from server.usecases.rooms import digits
from workshop.errors import PropelliError
from workshop.polls import AnswerError, EmptyAnswerError

MOST_BYTES = 4096
BODY_SECONDS = 10.0
STATUS: dict[type[PropelliError], int] = {
    UnknownRoomError: 404,
    RoundChangedError: 409,
    ClosedError: 409,
    AnswerError: 422,
    ResultsHiddenError: 403,
    LockedError: 403,
    TooFastError: 429,
    CrowdedError: 429,
    StoreBusyError: 503,
}
_NEVER_STORED = {"Cache-Control": "no-store"}
Handler = Callable[[Request], Awaitable[Response]]


class ForeignOriginError(PropelliError):
    """The answer comes from another site's page."""

    id = "origin"


class LargeBodyError(PropelliError):
    """The answer is over 4 kB."""

    id = "size"


class NotJsonError(PropelliError):
    """The answer is not a JSON object."""

    id = "json"


STATUS |= {ForeignOriginError: 403, LargeBodyError: 413, NotJsonError: 415}


class Live:
    """The routes of one running app."""

    def __init__(self, service: Service, hub: Hub) -> None:
        self._service, self._hub = service, hub
        self._limiter = Limiter()
        self.admission = Admission(self._has_answered)

    def routes(self, base: str) -> list[Route]:
        live = f"{base}/live/{{code}}"
        return [
            Route(live, self._told(self.events)),
            Route(f"{live}/results", self._told(self.results)),
            Route(f"{live}/me", self._told(self.me)),
            Route(f"{live}/answers", self._told(self.answer), methods=["POST"]),
            Route(f"{base}/qr/{{code}}.svg", self._told(self.qr)),
            Route(f"{base}/healthz", self.healthz),
        ]

    def _told(self, handler: Handler) -> Handler:
        """The handler, with every error told as the wire tells it."""

        async def handle(request: Request) -> Response:
            try:
                return await handler(request)
            except PropelliError as error:
                return await self._fault(request, error)

        return handle

    async def _fault(self, request: Request, error: PropelliError) -> Response:
        status = next((number for kind, number in STATUS.items() if isinstance(error, kind)), 500)
        return JSONResponse(self._body_of(error, await self._language(request)), status, _NEVER_STORED)

    def _body_of(self, error: PropelliError, lang: str) -> dict[str, str]:
        body = {"error": error.id, "message": self._service.sentence(error, lang)}
        refused = error.answer if isinstance(error, AnswerError) else None
        return body if refused is None else {**body, "answer": refused}

    async def _language(self, request: Request) -> str:
        asked = languages.chosen(request.query_params, request.cookies)
        if asked:
            return asked
        state = await self._hub.state(digits(request.path_params.get("code", "")))
        return self._language_in(request, state.current.room.lang if state else None)

    def _language_in(self, request: Request, room: str | None) -> str:
        accept, offered = request.headers.get("accept-language", ""), self._service.content.languages
        return languages.of_participant(request.query_params, request.cookies, room, accept, offered)

    def _token(self, request: Request) -> str | None:
        """The cookie; where cookies are blocked, the key that the ballot keeps for itself."""
        from_cookie = self._service.cookies.token_in(request.cookies)
        header = request.headers.get("x-participant", "")
        return from_cookie or (header if TOKEN.fullmatch(header) else None)

    def _participant(self, request: Request) -> bytes | None:
        token = self._token(request)
        return self._service.access.participant(token) if token else None

    async def events(self, request: Request) -> Response:
        code = digits(request.path_params["code"])
        state = await self._hub.state(code)
        if state is None:
            raise UnknownRoomError
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=_NEVER_STORED)
        room, participant = state.current.room, self._participant(request)
        lang = self._language_in(request, room.lang)
        self.admission.arrived(code, participant, locked=room.locked)
        stream: Any = Stream(self._hub, code, state, lang, participant, self._body_of(UnknownRoomError(), lang))
        return stream  # type: ignore[no-any-return]

    async def _has_answered(self, code: str, participant: bytes) -> bool:
        return await run_in_threadpool(self._service.store.read, has_answered, code, participant)

    async def results(self, request: Request) -> Response:
        code, lang = digits(request.path_params["code"]), await self._language(request)
        found = await run_in_threadpool(self._service.phones.results, code, self._participant(request), lang)
        return JSONResponse(found, headers=_NEVER_STORED)

    async def me(self, request: Request) -> Response:
        code, lang = digits(request.path_params["code"]), await self._language(request)
        participant = self._participant(request)
        own = await run_in_threadpool(self._service.answering.mine, code, participant, lang)
        state = await self._hub.state(code)
        locked = state is not None and state.current.room.locked
        admitted = await self.admission.lets_in(code, participant, locked=locked)
        return JSONResponse({**own, "known": participant is not None, "admitted": admitted}, headers=_NEVER_STORED)

    async def answer(self, request: Request) -> Response:
        self._check_origin(request)
        body = await self._body(request)
        token = self._token(request)
        fresh = None if token else clock.new_token()
        participant = self._service.access.participant(token or fresh or "")
        self._limiter.take(participant)
        code, lang = digits(request.path_params["code"]), await self._language(request)
        state = await self._hub.state(code)
        await self.admission.check(code, participant, locked=state is not None and state.current.room.locked)
        job = self._service.answering.job(code, participant, body)
        receipt = await asyncio.wrap_future(self._service.store.writer.submit(job, (code, "answers")))
        told: dict[str, Any] = {"saved": receipt.saved, "left": receipt.left, "result": None}
        if isinstance(body.get("form"), dict):
            told["result"] = self._service.answering.outcome(receipt.activity, body["form"], lang)
        response = JSONResponse(told, headers=_NEVER_STORED)
        if fresh:
            self._service.cookies.set(response, self._service.cookies.participant, fresh, PARTICIPANT_DAYS)
        return response

    async def _body(self, request: Request) -> dict[str, Any]:
        """The JSON object of a request; a body that does not come is waited for only so long. Raises StoreBusyError."""
        try:
            async with self._hub.patience(BODY_SECONDS):
                return await _body(request)
        except TimeoutError as error:
            raise StoreBusyError from error

    def _check_origin(self, request: Request) -> None:
        if not self._service.is_own_origin(request.headers.get("origin"), request.headers.get("host")):
            raise ForeignOriginError

    async def qr(self, request: Request) -> Response:
        code = digits(request.path_params["code"])
        if await self._hub.state(code) is None:
            raise UnknownRoomError
        address = self._service.address(str(request.base_url))
        picture = qr_svg(f"{address}/{code}")
        return Response(picture, media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=300"})

    async def healthz(self, _: Request) -> Response:
        well = await run_in_threadpool(self._service.store.is_well)
        return PlainTextResponse("ok" if well else "store", 200 if well else 503, _NEVER_STORED)


async def _body(request: Request) -> dict[str, Any]:
    """The JSON object of a request. Raises NotJsonError, LargeBodyError or EmptyAnswerError."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise NotJsonError
    raw = bytearray()
    try:
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > MOST_BYTES:
                raise LargeBodyError
        body = json.loads(raw.decode())
    except (ValueError, RecursionError, ClientDisconnect) as error:
        raise NotJsonError from error
    if not isinstance(body, dict):
        raise EmptyAnswerError
    return body
