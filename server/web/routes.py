"""The HTTP API of participants: state, event stream, answers, results and the QR code."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from server import clock
from server.access import TOKEN
from server.service import Service
from server.store import OutcomeUnknownError, StoreBusyError
from server.store.answers import ClosedError, RoundChangedError
from server.store.rooms import UnknownRoomError
from server.store.rows import Room
from server.usecases.participants import ParticipantState, ResultsHiddenError
from server.usecases.payloads import ApiError, ApiRetracted
from server.usecases.rooms import CODE_LENGTH, RESULTS_PATH, digits
from server.web import languages
from server.web.connection import client_address
from server.web.cookies import PARTICIPANT_DAYS
from server.web.hub import Hub, PhoneLine
from server.web.qr import qr_svg
from server.web.stream import Stream
from server.web.throttling import WAIT_SECONDS, CrowdedError, LockedError, TooFastError
from workshop.activities.answers import AnswerError, EmptyAnswerError
from workshop.content.draft_document import sentence_key
from workshop.content.item import ItemFaultsError
from workshop.errors import PropelliError

MAX_BYTES = 12_288
"""Three answers of 280 characters, every one of them written as an escape."""
MAX_CODE = 40  # six digits and what people write between them
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
    OutcomeUnknownError: 503,
}
NEVER_STORED = {"Cache-Control": "no-store"}
_COMPRESSED = Middleware(GZipMiddleware, minimum_size=500, compresslevel=1)
"""For what many fetch at once: on a few kilobytes a higher level costs more time than it saves."""
_ANOTHER_TRY = {429: {"Retry-After": "1"}, 503: {"Retry-After": "1"}}
Handler = Callable[[Request], Awaitable[Response]]


class ForeignOriginError(PropelliError):
    """The answer comes from another site's page."""

    id = "origin"


class LargeBodyError(PropelliError):
    """The body is larger than its address takes."""

    id = "size"


class NotJsonError(PropelliError):
    """The answer is not a JSON object."""

    id = "json"


STATUS |= {ForeignOriginError: 403, LargeBodyError: 413, NotJsonError: 415}


class LiveRoutes:
    """The routes of one running app."""

    def __init__(self, service: Service, hub: Hub) -> None:
        self._service, self._hub, self._throttling = service, hub, service.throttling

    def routes(self, base: str) -> list[Route]:
        live = f"{base}/live/{{code}}"
        return [
            *self.direct_routes(base),
            Route(f"{live}/state", self._with_json_errors(self.state)),
            Route(f"{live}/me", self._with_json_errors(self.me)),
            Route(f"{base}/qr/{{code}}.svg", self._with_json_errors(self.qr)),
            Route(f"{base}/qr{RESULTS_PATH}/{{code}}.svg", self._with_json_errors(self.results_qr)),
        ]

    def direct_routes(self, base: str) -> list[Route]:
        """What every phone asks at the same moment, and what must be answered at that moment."""
        live = f"{base}/live/{{code}}"
        return [
            Route(f"{live}/answers", self._with_json_errors(self.answer), methods=["POST"]),
            Route(f"{live}/answers", self._with_json_errors(self.retract), methods=["DELETE"]),
            Route(live, self._with_json_errors(self.events)),
            Route(f"{live}/results", self._with_json_errors(self.results), middleware=[_COMPRESSED]),
            Route(f"{base}/healthz", self.healthz),
        ]

    def _with_json_errors(self, handler: Handler) -> Handler:
        """The handler, with every error as a body of the API."""

        async def handle(request: Request) -> Response:
            request.state.lang, request.state.new_token = self._language_in(request, None), None
            try:
                response = await handler(request)
            except PropelliError as error:
                response = self._fault(request, error)
            if request.state.new_token:  # told with a refusal too: it is by their cookie that newcomers get in
                cookies = self._service.cookies
                cookies.set(response, cookies.participant, request.state.new_token, PARTICIPANT_DAYS)
            return response

        return handle

    def _fault(self, request: Request, error: PropelliError) -> Response:
        status = next((number for kind, number in STATUS.items() if isinstance(error, kind)), 500)
        return JSONResponse(
            self._body_of(error, request.state.lang), status, {**NEVER_STORED, **_ANOTHER_TRY.get(status, {})}
        )

    def _body_of(self, error: PropelliError, lang: str) -> ApiError:
        body: ApiError = {"error": error.id, "message": self._service.sentence(error, lang)}
        refused = error.answer if isinstance(error, AnswerError) else None
        if refused is not None:
            body["answer"] = refused
        if isinstance(error, ItemFaultsError):
            text = self._service.texts(lang)
            body["findings"] = [
                {"path": list(finding.path), "sentence": text(sentence_key(finding), **finding.values)}
                for finding in error.findings
            ]
        return body

    def _language_in(self, request: Request, room: Room | None) -> str:
        accept, offered = request.headers.get("accept-language", ""), self._service.content_of(room).languages
        lang = room.lang if room else None
        return languages.participant_language(request.query_params, request.cookies, lang, accept, offered)

    async def _room(self, request: Request) -> tuple[str, ParticipantState]:
        """The room of the address, before anything else is read. Raises UnknownRoomError.

        From here on, errors speak the room's language where neither the phone nor its browser asked for one.
        """
        written = request.path_params["code"]
        code = digits(written) if len(written) <= MAX_CODE else ""
        if len(code) != CODE_LENGTH:
            raise UnknownRoomError
        state = await self._hub.state(code)
        if state is None:
            await asyncio.sleep(self._throttling.unknown_code(client_address(request), code))
            raise UnknownRoomError
        request.state.lang = self._language_in(request, state.current.room)
        return code, state

    def _token(self, request: Request) -> str | None:
        """The cookie; where cookies are blocked, the key that the participant page keeps for itself."""
        from_cookie = self._service.cookies.token_in(request.cookies)
        header = request.headers.get("x-participant", "")
        return from_cookie or (header if TOKEN.fullmatch(header) else None)

    def _participant(self, request: Request) -> bytes | None:
        token = self._token(request)
        return self._service.access.participant(token) if token else None

    async def events(self, request: Request) -> Response:
        code, state = await self._room(request)
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=NEVER_STORED)
        participant, lang = self._participant(request), request.state.lang
        if participant is not None:
            self._arrive(code, participant, state)
        deleted = self._body_of(UnknownRoomError(), lang)
        stream: Any = Stream(self._hub, PhoneLine(self._hub, code, state, lang, participant), deleted)
        return stream  # type: ignore[no-any-return]

    def _arrive(self, code: str, participant: bytes, state: ParticipantState) -> None:
        if not self._throttling.arrived(code, participant, locked=state.current.room.locked):
            asyncio.get_running_loop().call_later(WAIT_SECONDS, self._arrive_later, code, participant)

    def _arrive_later(self, code: str, participant: bytes) -> None:
        """Whoever found no place and has kept the page open gets in, if the room still takes new people."""
        state = self._hub.newest(code)
        if state is not None and self._hub.is_present(code, participant):
            self._throttling.arrived(code, participant, locked=state.current.room.locked)

    async def state(self, request: Request) -> Response:
        """The state for a phone whose stream does not flow; nothing where `rev` is the newest that there is."""
        _, state = await self._room(request)
        now = clock.now_ms()
        if not state.is_newer(_revision(request.query_params.get("rev", "")), now):
            return Response(status_code=204, headers=NEVER_STORED)
        return JSONResponse(state.payload(request.state.lang, now), headers=NEVER_STORED)

    async def results(self, request: Request) -> Response:
        _, state = await self._room(request)
        participant, lang, over = self._participant(request), request.state.lang, request.query_params.get("round")
        participants = self._service.participants
        body = participants.results_at_hand(state, over, lang)
        if body is None and over is None:
            body = await run_in_threadpool(participants.results, state.current, participant, lang)
        elif body is None and over is not None:
            body = await run_in_threadpool(participants.round_results, state, over, participant, lang)
        return Response(body, media_type="application/json", headers=NEVER_STORED)

    async def me(self, request: Request) -> Response:
        code, state = await self._room(request)
        participant = self._participant(request)
        own = await run_in_threadpool(self._service.answering.mine, code, participant, request.state.lang)
        locked = state.current.room.locked
        admitted = await self._throttling.lets_in(code, participant, locked=locked)
        return JSONResponse({**own, "known": participant is not None, "admitted": admitted}, headers=NEVER_STORED)

    async def _sender(self, request: Request) -> tuple[str, bytes, ParticipantState]:
        """The room's code and whoever sends something to it from a page of this site, not too fast.

        Raises UnknownRoomError, ForeignOriginError, LockedError, CrowdedError or TooFastError.
        """
        code, state = await self._room(request)
        self._check_origin(request)
        token = self._token(request)
        if token is None:
            token = request.state.new_token = clock.new_token()
        participant = self._service.access.participant(token)
        await self._throttling.answer(code, participant, locked=state.current.room.locked)
        return code, participant, state

    async def retract(self, request: Request) -> Response:
        """Takes the sender's own answers back."""
        code, participant, _ = await self._sender(request)
        job = self._service.answering.retraction(code, participant, await self._body(request))
        left = await asyncio.wrap_future(self._service.store.writer.submit(job, (code, "answers")))
        body: ApiRetracted = {"left": left}
        return JSONResponse(body, headers=NEVER_STORED)

    async def answer(self, request: Request) -> Response:
        code, participant, _ = await self._sender(request)
        body = await self._body(request)
        job = self._service.answering.job(code, participant, body, request.state.lang)
        saved = await asyncio.wrap_future(self._service.store.writer.submit(job, (code, "answers")))
        receipt = self._service.answering.receipt(code, saved, body, request.state.lang)
        return JSONResponse(receipt, headers=NEVER_STORED)

    async def _body(self, request: Request, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
        """The JSON object of a request; a body that does not come is waited for only so long. Raises StoreBusyError."""
        try:
            async with self._hub.patience(BODY_SECONDS):
                return await _body(request, max_bytes)
        except TimeoutError as error:
            raise StoreBusyError from error

    def _check_origin(self, request: Request) -> None:
        if not self._service.is_own_origin(request.headers.get("origin"), request.headers.get("host")):
            raise ForeignOriginError

    async def qr(self, request: Request) -> Response:
        code, _ = await self._room(request)
        address = self._service.address(str(request.base_url))
        picture = qr_svg(f"{address}/{code}")
        return Response(picture, media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=300"})

    async def results_qr(self, request: Request) -> Response:
        """The QR code of published results; where they are not published there is none, as where there is no room."""
        code, state = await self._room(request)
        if state.current.room.published_at is None:
            raise UnknownRoomError
        address = self._service.address(str(request.base_url))
        picture = qr_svg(f"{address}{RESULTS_PATH}/{code}")
        return Response(picture, media_type="image/svg+xml", headers=NEVER_STORED)

    async def healthz(self, _: Request) -> Response:
        problem = await run_in_threadpool(self._service.store.problem)
        return PlainTextResponse(problem or "ok", 503 if problem else 200, NEVER_STORED)


def _revision(written: str) -> int:
    """The revision that a phone says it knows; -1, which is older than any, where it names none."""
    return int(written) if re.fullmatch("[0-9]{1,18}", written) else -1


async def _body(request: Request, max_bytes: int) -> dict[str, Any]:
    """The JSON object of a request. Raises NotJsonError, LargeBodyError or EmptyAnswerError."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise NotJsonError
    raw = bytearray()
    try:
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > max_bytes:
                raise LargeBodyError
        body = json.loads(raw.decode())
    except (ValueError, RecursionError, ClientDisconnect) as error:
        raise NotJsonError from error
    if not isinstance(body, dict):
        raise EmptyAnswerError
    return body
