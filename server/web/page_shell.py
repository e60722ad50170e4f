"""The page shell: Streamlit's HTML document with our language, title and cookies."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

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
from server.web.security_headers import STREAMLIT_POLICY
from server.web.streamlit_texts import shell_words
from workshop.content.texts import LANGUAGES, Texts

_INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
_STYLE = style()  # at the end of the body: after Streamlit's own styles, which have the same weight


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
