"""Entry pages without Streamlit: the participant page, code entry, the control link, sign-in and sign-out."""

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from server.access import SIGNED_IN_MS, WrongKeyError, WrongPasswordError
from server.service import Service
from server.store import StoreBusyError
from server.store.rooms import UnknownRoomError
from server.store.rows import Room
from server.usecases.rooms import CODE_LENGTH, DAY_MS, RECORDING, digits
from server.web import languages
from server.web.connection import client_address
from server.web.cookies import CONTROL_DAYS
from server.web.page_shell import PageShell, greet
from server.web.plain_pages import join_page, participant_page, sign_in_page
from server.web.security_headers import PLAIN_POLICY, framed
from workshop.content.content import Content
from workshop.content.texts import LANGUAGES
from workshop.errors import PropelliError

MAX_FORM_BYTES = 2048
FORM_SECONDS = 10.0


class ForeignPageError(PropelliError):
    """The request comes from another site's page."""

    id = "foreign_page"


class CodeConvertor(Convertor[str]):
    """Digits of any script, with the spaces and dashes people write between them; six where they name a room."""

    regex = r"\d(?:[^\w/]{0,3}\d){3,11}"

    def convert(self, value: str) -> str:
        return digits(value)

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("code", CodeConvertor())


class EntryPages:
    """The routes that lead into a room or to the desk."""

    def __init__(self, service: Service, pages: PageShell) -> None:
        self._service, self._pages = service, pages
        self._base = service.settings.base

    def routes(self) -> list[Route]:
        return [
            Route(f"{self._base}/{{code:code}}", self.participant),
            Route(f"{self._base}/liity", self.join),
            Route(f"{self._base}/ohjaa/{{code:code}}/{{key}}", self.control_link),
            Route(f"{self._base}/ohjaus", self.desk),
            Route(f"{self._base}/ohjaus", self.sign_in, methods=["POST"]),
            Route(f"{self._base}/ohjaus/ulos", self.sign_out, methods=["POST"]),
        ]

    async def participant(self, request: Request) -> Response:
        """The participant page of a room; an unknown code asks for the code again."""
        code = request.path_params["code"]
        state = await self._service.hub.state(code) if len(code) == CODE_LENGTH else None
        if state is None:
            await self._slow_down_guesses(request, code)
            return await self._join(request, code, 404)
        room = state.current.room
        content = self._service.content_of(room)
        lang = self._language(request, room.lang, content)
        data = {
            **self._common(lang, "participant", content),
            "room": code,
            "privacy_href": f"{self._base}/tietoa?huone={code}",
            "state": state.payload(lang, self._service.now_ms()),
            "admitted": await self._is_admitted(request, room),
            "retention_days": room.retention_days,
        }
        if RECORDING in request.query_params and self._service.rights.holds(room, request.cookies):
            data["recording"] = self._service.modules.another_person.address(room, lang)
        policy = framed(PLAIN_POLICY, *self._service.settings.embed)
        return self._html(request, participant_page(data), policy=policy)

    async def join(self, request: Request) -> Response:
        """Code entry: `?koodi=` leads to the room."""
        typed = request.query_params.get("koodi", "")
        if len(digits(typed)) == CODE_LENGTH:
            language = request.query_params.get("kieli")
            query = f"?kieli={language}" if language in LANGUAGES else ""
            return RedirectResponse(f"{self._base}/{digits(typed)}{query}", 303)
        return await self._join(request, typed[:20], 422 if typed else 200)

    async def _is_admitted(self, request: Request, room: Room) -> bool:
        token = self._service.cookies.token_in(request.cookies)
        participant = self._service.access.participant(token) if token else None
        return await self._service.throttling.lets_in(room.code, participant, locked=room.locked)

    async def _join(self, request: Request, typed: str, status: int) -> Response:
        content = await run_in_threadpool(self._service.content_of, None)
        lang = self._language(request, None, content)
        data = {**self._common(lang, "join", content), "code": typed, "complete": len(digits(typed)) == CODE_LENGTH}
        return self._html(request, join_page(data), status)

    async def control_link(self, request: Request) -> Response:
        """The secret link, a facilitator's or a moderator's, becomes a cookie and a clean address."""
        code, key = request.path_params["code"], request.path_params["key"]
        try:
            cookie = self._cookie_of(await run_in_threadpool(self._service.rooms.get, code), key)
        except StoreBusyError:
            raise
        except PropelliError as error:
            if isinstance(error, UnknownRoomError):
                await self._slow_down_guesses(request, code)
            return self._sign_in(request, error)
        response = RedirectResponse(f"{self._base}/ohjaus?huone={code}", 303)
        self._service.cookies.set(response, cookie, key, CONTROL_DAYS)
        return response

    def _cookie_of(self, room: Room, key: str) -> str:
        """The name of the cookie that keeps this key to the room. Raises WrongKeyError."""
        access, cookies = self._service.access, self._service.cookies
        if access.is_room_key(room, key):
            return cookies.control(room.code)
        if access.is_moderator_key(room, key):
            return cookies.moderator(room.code)
        raise WrongKeyError

    async def desk(self, request: Request) -> Response:
        """The desk for those who may enter it, else the sign-in at the same address."""
        code = digits(request.query_params.get("huone", ""))
        may_enter = await run_in_threadpool(self._service.rights.may_moderate, code, request.cookies)
        if may_enter or self._service.is_organiser(request.cookies):
            return await self._pages.show(request)
        return self._sign_in(request, None)

    async def sign_in(self, request: Request) -> Response:
        """The organiser's password becomes a cookie."""
        try:
            ticket = await self._ticket(request)
        except PropelliError as error:
            return self._sign_in(request, error)
        code = digits(request.query_params.get("huone", ""))
        query = f"?huone={quote(code)}" if code else ""
        response = RedirectResponse(f"{self._base}/ohjaus{query}", 303)
        self._service.cookies.set(response, self._service.cookies.organiser, ticket, SIGNED_IN_MS / DAY_MS)
        return response

    async def _ticket(self, request: Request) -> str:
        """The ticket for the password in the request's form. Raises WrongPasswordError."""
        if not self._is_own_page(request):
            raise WrongPasswordError
        password = await self._password(request)
        address, throttling = client_address(request), self._service.throttling
        await asyncio.sleep(throttling.password(address))
        ticket = self._service.access.sign_in(password)
        throttling.password_was_right(address)
        return ticket

    async def _password(self, request: Request) -> str:
        """The password in the form; a form that is too long or does not come holds none. Raises WrongPasswordError."""
        raw = bytearray()
        try:
            async with self._service.hub.patience(FORM_SECONDS):
                async for chunk in request.stream():
                    raw += chunk
                    if len(raw) > MAX_FORM_BYTES:
                        raise WrongPasswordError
        except (TimeoutError, ClientDisconnect) as error:
            raise WrongPasswordError from error
        return parse_qs(raw.decode("utf-8", "replace")).get("password", [""])[0]

    async def _slow_down_guesses(self, request: Request, code: str) -> None:
        await asyncio.sleep(self._service.throttling.unknown_code(client_address(request), code))

    async def sign_out(self, request: Request) -> Response:
        """Takes this browser's rights away: the organiser's, and those to the room in the query, or else to any room.

        What another site's page asks for is left undone.
        """
        if not self._is_own_page(request):
            return self._sign_in(request, ForeignPageError())
        cookies, jar = self._service.cookies, request.cookies
        self._service.access.sign_out(jar.get(cookies.organiser))
        code = digits(request.query_params.get("huone", ""))
        response = RedirectResponse(f"{self._base}/ohjaus", 303)
        keys = [cookies.control(code), cookies.moderator(code)] if code else cookies.keys_in(jar)
        for name in (cookies.organiser, *keys):
            cookies.forget(response, name)
        return response

    def _is_own_page(self, request: Request) -> bool:
        return self._service.is_own_origin(request.headers.get("origin"), request.headers.get("host"))

    def _sign_in(self, request: Request, error: PropelliError | None) -> Response:
        lang = self._language(request)
        sentence = self._service.sentence(error, lang) if error else None
        code = digits(request.query_params.get("huone", ""))
        data = {**self._common(lang, "sign_in"), "error": sentence, "room": code, "action": f"{self._base}/ohjaus"}
        if code:
            data["action"] += f"?huone={code}"
        return self._html(request, sign_in_page(data), 403 if error else 200)

    def _language(self, request: Request, room: str | None = None, content: Content | None = None) -> str:
        offered = (content or self._service.content).languages
        accept = request.headers.get("accept-language", "")
        return languages.participant_language(request.query_params, request.cookies, room, accept, offered)

    def _common(self, lang: str, section: str, shown: Content | None = None) -> dict[str, Any]:
        """What every plain page needs; without a content, the built-in workshop's."""
        content = shown or self._service.content
        return {
            "base": self._base,
            "lang": lang,
            "languages": list(content.languages),
            "texts": content.texts[lang].section(section),
            "retention_days": content.retention_days,
            "privacy_href": f"{self._base}/tietoa",
            "title": content.title(lang),
        }

    def _html(self, request: Request, page: str, status: int = 200, *, policy: str = PLAIN_POLICY) -> Response:
        headers: Mapping[str, str] = {"Content-Security-Policy": policy, "Cache-Control": "private, no-cache"}
        response = HTMLResponse(page, status, headers)
        greet(request, response, self._service.cookies)
        return response
