"""The page shell: Streamlit's HTML document with our language, title, cookies and headers."""

import asyncio
import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from components.styles import style
from server import clock
from server.store.rows import Room
from server.usecases.rooms import CODE_LENGTH, digits
from server.web import languages
from server.web.connection import client_address
from server.web.cookies import LANGUAGE, PARTICIPANT_DAYS, Cookies
from server.web.plain_pages import shell_head
from server.web.streamlit_texts import shell_words
from workshop.content.texts import LANGUAGES, Texts

_INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
_STYLE = style()  # at the end of the body: after Streamlit's own styles, which have the same weight
_INLINE = re.search(r"<script>(.*?)</script>", _INDEX, re.DOTALL)
_INLINE_HASH = base64.b64encode(hashlib.sha256(_INLINE[1].encode()).digest()).decode() if _INLINE else ""

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
ONLY_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}  # a year, for this host alone
_CLOSED = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
LIGHT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " + _CLOSED
)
PROJECTOR_POLICY = "font-src 'self'; " + LIGHT_POLICY
STREAMLIT_POLICY = (
    f"default-src 'none'; script-src 'self' blob: 'sha256-{_INLINE_HASH}'; style-src 'self' 'unsafe-inline'; "
    f"connect-src 'self'; img-src 'self' data:; font-src 'self' data:; frame-src 'self'; {_CLOSED}"
)


def framed(policy: str, *sites: str) -> str:
    """A policy of a page that these sites may hold in a frame; without any, nobody may."""
    return policy.replace("frame-ancestors 'none'", f"frame-ancestors {' '.join(sites)}") if sites else policy


class PageName(Convertor[str]):
    """A name that could be a page's: a word without a dot, so that Streamlit's own files are let through."""

    regex = r"[^/._][^/.]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("page", PageName())


class PageShell:
    """Serves Streamlit's index.html at each page address.

    `titles` is path to language to title; `find_room` gives the room of a code, None where there is none, and then
    `unknown_code` the seconds that an address must wait for that.
    """

    def __init__(
        self,
        titles: Mapping[str, Mapping[str, str]],
        texts: Mapping[str, Texts],
        find_room: Callable[[str], Room | None],
        cookies: Cookies,
        base: str,
        unknown_code: Callable[[str, str], float] = lambda address, code: 0.0,
    ) -> None:
        self._unknown_code = unknown_code
        self._find_room, self._cookies, self._base = find_room, cookies, base
        words = {lang: shell_words(text) for lang, text in texts.items()}
        self._heads = {
            path: {lang: shell_head(base, title, words[lang]) for lang, title in by_language.items()}
            for path, by_language in titles.items()
        }

    async def show(self, request: Request, status: int = 200) -> Response:
        """The page of the request's path; the opening's title for a path that no page has."""
        path = str(request.scope["path"]).removeprefix(self._base).rstrip("/") or "/"
        heads = self._heads.get(path, self._heads["/"])
        code = request.query_params.get("huone", "")
        room = await run_in_threadpool(self._find_room, code)
        if room is None and len(digits(code)) == CODE_LENGTH:
            await asyncio.sleep(self._unknown_code(client_address(request), code))
        accept = request.headers.get("accept-language", "")
        lang = languages.visitor_language(request.query_params, request.cookies, room.lang if room else None, accept)
        text = _INDEX.replace('<html lang="en">', f'<html lang="{lang}">')
        text = text.replace("<title>Streamlit</title>", heads[lang]).replace("</body>", f"{_STYLE}</body>", 1)
        tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:16]}"'
        unchanged = request.headers.get("if-none-match") == tag
        response = Response(status_code=304) if unchanged else HTMLResponse(text, status)
        response.headers.update(
            {"ETag": tag, "Cache-Control": "private, no-cache", "Content-Security-Policy": STREAMLIT_POLICY}
        )
        greet(request, response, self._cookies)
        return response

    async def missing(self, request: Request) -> Response:
        """An address that no page has: the opening, with Streamlit's dialog that says so."""
        return await self.show(request, 404)


def greet(request: Request, response: Response, cookies: Cookies) -> None:
    """Gives a new browser its participant cookie, and keeps the language that `?kieli=` asks for."""
    if cookies.token_in(request.cookies) is None:
        cookies.set(response, cookies.participant, clock.new_token(), PARTICIPANT_DAYS)
    language = request.query_params.get("kieli")
    if language in LANGUAGES and request.cookies.get(LANGUAGE) != language:
        cookies.set(response, LANGUAGE, language, PARTICIPANT_DAYS)


class SecurityHeadersMiddleware:
    """ASGI middleware: the headers that every answer carries. Websocket traffic passes untouched.

    With `secure`, browsers are told to come by https only, and Streamlit's own cookie becomes Secure as ours are.
    """

    def __init__(self, app: Any, secure: bool = False) -> None:
        self._app, self._secure = app, secure
        headers = {**EVERYWHERE, **(ONLY_HTTPS if secure else {})}
        self._extra = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        self._policy = (b"content-security-policy", STREAMLIT_POLICY.encode())

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = [_secure_cookie(*pair) for pair in message["headers"]] if self._secure else message["headers"]
                message["headers"] = [*headers, *self._extra]
                if not any(name == self._policy[0] for name, _ in message["headers"]):
                    message["headers"].append(self._policy)
            await send(message)

        await self._app(scope, receive, with_headers)


def _secure_cookie(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header; a cookie goes over https only, which Streamlit asks for only where it holds the certificate itself."""
    if name.lower() != b"set-cookie" or b"secure" in {part.strip().lower() for part in value.split(b";")}:
        return name, value
    return name, value + b"; Secure"
