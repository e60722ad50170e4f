"""The page shell: Streamlit's own page with our language, title, cookie and headers. It precedes every page script."""

import base64
import hashlib
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from server import clock, languages
from server.cookies import LANGUAGE, PARTICIPANT_DAYS, Cookies
from workshop.texts import LANGUAGES

_INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
_INLINE = re.search(r"<script>(.*?)</script>", _INDEX, re.DOTALL)
_INLINE_HASH = base64.b64encode(hashlib.sha256(_INLINE[1].encode()).digest()).decode() if _INLINE else ""

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
_CLOSED = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
LIGHT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " + _CLOSED
)
STREAMLIT_POLICY = (
    f"default-src 'none'; script-src 'self' blob: 'sha256-{_INLINE_HASH}'; style-src 'self' 'unsafe-inline'; "
    f"connect-src 'self'; img-src 'self' data:; font-src 'self' data:; {_CLOSED}"
)


class Pages:
    """Serves Streamlit's index.html at each page address; `titles` is path to language to title."""

    def __init__(self, titles: Mapping[str, Mapping[str, str]], cookies: Cookies, base: str) -> None:
        self._titles, self._cookies, self._base = titles, cookies, base

    async def show(self, request: Request) -> Response:
        path = request.url.path.removeprefix(self._base).rstrip("/") or "/"
        asked = languages.chosen(request.query_params, request.cookies)
        lang = asked or languages.of_browser(request.headers.get("accept-language", "")) or "fi"
        text = _INDEX.replace('<html lang="en">', f'<html lang="{lang}">')
        text = text.replace("<title>Streamlit</title>", f"<title>{escape(self._titles[path][lang])}</title>")
        tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:16]}"'
        unchanged = request.headers.get("if-none-match") == tag
        response = Response(status_code=304) if unchanged else HTMLResponse(text)
        response.headers.update(
            {"ETag": tag, "Cache-Control": "private, no-cache", "Content-Security-Policy": STREAMLIT_POLICY}
        )
        greet(request, response, self._cookies)
        return response


def greet(request: Request, response: Response, cookies: Cookies) -> None:
    """Gives a new browser its participant cookie, and keeps the language that `?kieli=` asks for."""
    if cookies.token_in(request.cookies) is None:
        cookies.set(response, cookies.participant, clock.new_token(), PARTICIPANT_DAYS)
    wanted = request.query_params.get("kieli")
    if wanted in LANGUAGES and request.cookies.get(LANGUAGE) != wanted:
        cookies.set(response, LANGUAGE, wanted, PARTICIPANT_DAYS)


class Headers:
    """ASGI middleware: the headers that every answer carries. Websocket traffic passes untouched."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._extra = [(name.lower().encode(), value.encode()) for name, value in EVERYWHERE.items()]
        self._policy = (b"content-security-policy", STREAMLIT_POLICY.encode())

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._extra]
                if not any(name == self._policy[0] for name, _ in message["headers"]):
                    message["headers"].append(self._policy)
            await send(message)

        await self._app(scope, receive, with_headers)
