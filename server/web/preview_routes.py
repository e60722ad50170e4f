"""The preview of a workshop that is being edited: the states of one item, and the two pages that draw them.

The pages are those of a room with another script: they open no stream and send nothing, and stand in a frame of the
editor, which hands them each state.
"""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from components.participant import preview as participant
from components.projector import preview as projector
from server.store.rows import Room
from server.store.workshops import UnknownWorkshopError
from server.usecases.rights import OrganiserError
from server.web import languages
from server.web.plain_pages import participant_page, projector_page
from server.web.qr import qr_svg
from server.web.routes import NEVER_STORED, STATUS, LiveRoutes
from server.web.security_headers import PLAIN_POLICY, PROJECTOR_POLICY, framed
from workshop.content.draft_content import DraftContent, UnfinishedItemError, UnknownItemError

STATUS |= {UnknownWorkshopError: 404, UnknownItemError: 404, UnfinishedItemError: 422, OrganiserError: 403}
_TITLE = "editor.preview.title"


class PreviewRoutes(LiveRoutes):
    """Answered as the live routes are, to the organiser alone."""

    def routes(self, base: str) -> list[Route]:
        preview = f"{base}/workshops/{{workshop}}/preview"
        return [
            Route(preview, self._with_json_errors(self.states)),
            Route(f"{preview}/participant", self._with_json_errors(self.participant)),
            Route(f"{preview}/projector", self._with_json_errors(self.projector)),
        ]

    def _language_in(self, request: Request, room: Room | None) -> str:
        """The language of the editor, in which it is told what is wrong."""
        return languages.visitor_language(request.query_params, request.cookies, None, "")

    def _wish(self, request: Request) -> tuple[str, str | None]:
        """The workshop and the language of the preview. Raises OrganiserError."""
        self._service.rights.check_organiser(request.cookies)
        return request.path_params["workshop"], request.query_params.get("kieli")

    async def states(self, request: Request) -> Response:
        """One item of the programme as phones and the projector would be told it."""
        workshop, lang = self._wish(request)
        item = request.query_params.get("item", "")
        states = await run_in_threadpool(self._service.preview.states, workshop, item, lang)
        return JSONResponse(states, headers=NEVER_STORED)

    async def participant(self, request: Request) -> Response:
        """The participant page, which waits for a state from the page around it."""
        content = await self._content(request)
        data = {
            **self._service.preview.participant_page(content),
            "style_name": participant.STYLE_NAME,
            "script_name": participant.SCRIPT_NAME,
        }
        return _framed(participant_page(data), PLAIN_POLICY)

    async def projector(self, request: Request) -> Response:
        """The projector's page, which waits for a state from the page around it."""
        content = await self._content(request)
        address = self._service.address(str(request.base_url))
        picture = f"data:image/svg+xml,{quote(qr_svg(f'{address}/liity'))}"
        data = {
            "data": self._service.preview.projector_page(content, address, picture),
            "lang": content.lang,
            "title": content.texts[content.lang](_TITLE),
            "projector_style_name": projector.STYLE_NAME,
            "projector_script_name": projector.SCRIPT_NAME,
        }
        return _framed(projector_page(data), PROJECTOR_POLICY)

    async def _content(self, request: Request) -> DraftContent:
        workshop, lang = self._wish(request)
        return await run_in_threadpool(self._service.preview.content, workshop, lang)


def _framed(page: str, policy: str) -> Response:
    """A page that our own pages may hold in a frame, and no others."""
    return HTMLResponse(page, headers={**NEVER_STORED, "Content-Security-Policy": framed(policy, "'self'")})
