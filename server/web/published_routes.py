"""The published results of a room: a page to read without a script, never stored anywhere."""

import asyncio
import re
from datetime import datetime

from babel.dates import format_date
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from server.service import Service
from server.store.rows import Room
from server.usecases.published_results import NotPublishedError, PublishedPage
from server.usecases.rooms import RESULTS_PATH, grouped_code
from server.web import languages
from server.web.connection import client_address
from server.web.plain_pages import notice_page, own_answers, results_page
from server.web.security_headers import PLAIN_POLICY
from workshop.content.texts import LANGUAGES

HEADERS = {
    "Content-Security-Policy": PLAIN_POLICY,
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}
_PLACE = re.compile(rb"\0(\w+)\0")
"""Where the page has room for what is the reader's own: the id of a round, or the page's top. No text holds a NUL."""


class PublishedRoutes:
    """One address; a code that no room has and one whose results are not published answer alike."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}{RESULTS_PATH}/{{code:code}}", self.page)]

    async def page(self, request: Request) -> Response:
        """The page in the reader's language, with a mark at what this browser answered."""
        code = request.path_params["code"]
        try:
            room = await run_in_threadpool(self._service.published.room, code)
        except NotPublishedError as error:
            await asyncio.sleep(self._service.throttling.unknown_code(client_address(request), code))
            return self._missing(request, error)
        offered = self._service.content_of(room).languages
        lang = self._language(request, room.lang, offered)
        token = self._service.cookies.token_in(request.cookies)
        body = await run_in_threadpool(self._body, room, lang, token)
        return HTMLResponse(body, headers=HEADERS)

    def _language(self, request: Request, of_room: str | None, offered: tuple[str, ...]) -> str:
        accept = request.headers.get("accept-language", "")
        return languages.participant_language(request.query_params, request.cookies, of_room, accept, offered)

    def _body(self, room: Room, lang: str, token: str | None) -> bytes:
        """The shared bytes with the reader's own put in."""
        shared = self._service.published.page(room, lang, lambda page: self._encoded(page, lang))
        texts = self._service.content_of(room).texts[lang].section("published")
        own: dict[bytes, bytes] = {}
        if token:
            answers = self._service.published.own(room, self._service.access.participant(token), lang)
            own = {
                str(round_id).encode(): own_answers(texts, round_texts)
                for round_id, round_texts in answers.rounds.items()
            }
            if answers.count:
                own[b"top"] = own_answers(texts, [], answers.count)
        return _PLACE.sub(lambda place: own.get(place[1], b""), shared)

    def _encoded(self, page: PublishedPage, lang: str) -> bytes:
        content, base = self._service.content_of(page.room), self._service.settings.base
        text = content.texts[lang]

        def date(moment: datetime, form: str) -> str:
            return str(format_date(moment, format=form, locale=lang))

        data = {
            "base": base,
            "lang": lang,
            "languages": list(content.languages),
            "texts": text.section("published"),
            "page": page,
            "code": grouped_code(page.room.code).replace(" ", "\u00a0"),
            "title": page.room.title,
            "opened_on": date(page.started_at, "full"),
            "until": date(page.deleted, "long"),
            "closing": text("app.pages.closing"),
            "closing_href": f"{base}/seuraavaksi?huone={page.room.code}&kieli={lang}",
            "privacy_link": text("participant.privacy_link"),
            "privacy_href": f"{base}/tietoa?huone={page.room.code}&kieli={lang}",
            "dot_unit": lambda unit: text("screen.dot_unit", n=unit),
        }
        return results_page(data).encode()

    def _missing(self, request: Request, error: NotPublishedError) -> Response:
        lang = self._language(request, None, LANGUAGES)
        text, base = self._service.texts(lang), self._service.settings.base
        data = {
            "base": base,
            "lang": lang,
            "languages": list(LANGUAGES),
            "title": text("published.missing"),
            "sentence": self._service.sentence(error, lang),
            "link": text("published.to_join"),
            "href": f"{base}/liity",
        }
        return HTMLResponse(notice_page(data), 404, HEADERS)
