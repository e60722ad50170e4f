"""The error page while the store is unavailable, for every address of a page."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from server.service import Service
from server.store import OutcomeUnknownError, StoreBusyError
from server.web import languages
from server.web.plain_pages import notice_page
from server.web.security_headers import PLAIN_POLICY
from workshop.content.texts import LANGUAGES
from workshop.errors import PropelliError

AGAIN_SECONDS = "5"


class UnavailableMiddleware:
    """ASGI middleware: the routes of pages need not think of a store that is away, full or damaged."""

    def __init__(self, app: Any, service: Service) -> None:
        self._app, self._service = app, service

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await self._app(scope, receive, send)
        except (StoreBusyError, OutcomeUnknownError) as error:
            if scope["type"] != "http":
                raise
            await self._page(Request(scope), error)(scope, receive, send)

    def _page(self, request: Request, error: PropelliError) -> HTMLResponse:
        lang = languages.visitor_language(
            request.query_params, request.cookies, None, request.headers.get("accept-language", "")
        )
        data = {
            "base": self._service.settings.base,
            "lang": lang,
            "languages": LANGUAGES,
            "title": self._service.content.title(lang),
            "sentence": self._service.sentence(error, lang),
        }
        headers = {
            "Content-Security-Policy": PLAIN_POLICY, "Cache-Control": "no-store", "Retry-After": AGAIN_SECONDS,
        }  # fmt: skip
        return HTMLResponse(notice_page(data), 503, headers)
