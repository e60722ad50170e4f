"""The papers of law as documents: what the about page shows, filled in with the same details, for whoever reads it."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from server.service import Service
from server.usecases.papers import document_of, readable_papers
from server.web import languages
from server.web.room_files import NEVER_STORED
from workshop.exports.office import DOCUMENT


class PaperRoutes:
    """The route that the about page links to."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}/tietoa/{{paper}}.docx", self.send)]

    async def send(self, request: Request) -> Response:
        """The paper as an attachment, of the room that the address names, else of the front page's workshop."""
        return await run_in_threadpool(self._answer, request)

    def _answer(self, request: Request) -> Response:
        running, query = self._service, request.query_params
        room = running.rooms.find(query.get("huone", ""))
        accepted = request.headers.get("accept-language", "")
        lang = languages.visitor_language(query, request.cookies, room.lang if room else None, accepted)
        content = running.content_of(room)
        paper = readable_papers(content, lang).get(request.path_params["paper"])
        if paper is None:
            return PlainTextResponse("", 404, NEVER_STORED)
        name, data = document_of(content, paper)
        disposition = f'attachment; filename="{name}"'
        return Response(data, media_type=DOCUMENT, headers={**NEVER_STORED, "Content-Disposition": disposition})
