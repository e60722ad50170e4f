"""The editor's routes: a workshop's draft, its changes one by one, and the start of a room. For the organiser alone."""

import re
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.service import Service
from server.store.rows import Room
from server.store.workshops import UnknownWorkshopError
from server.usecases.drafts import DraftFaultsError, OpenDraft
from server.usecases.editing import (
    DraftElsewhereError,
    NothingToUndoError,
    ReadOnlyWorkshopError,
    SavedChanges,
    SessionError,
)
from server.usecases.editor_payloads import EditorPayloads
from server.usecases.rights import OrganiserError
from server.web import languages
from server.web.hub import Hub
from server.web.routes import NEVER_STORED, STATUS, LiveRoutes
from server.web.single_press import SinglePresses
from workshop.content.draft_changes import ChangeError
from workshop.content.texts import Texts
from workshop.content.workshop_document import MAX_DOCUMENT_BYTES, DocumentSizeError

MAX_CHANGES_BYTES = 2 * MAX_DOCUMENT_BYTES
"""A whole part may be pasted or undone at once; JSON may write each letter as six."""
MAX_SERIAL = 100
_WORKSHOP = re.compile("[a-z0-9_-]{1,60}")

STATUS[OrganiserError] = 403
STATUS[ReadOnlyWorkshopError] = 403
STATUS[UnknownWorkshopError] = 404
STATUS |= dict.fromkeys((DraftElsewhereError, NothingToUndoError, DraftFaultsError), 409)
STATUS |= dict.fromkeys((ChangeError, SessionError, DocumentSizeError), 422)


class EditorRoutes(LiveRoutes):
    """What the editor speaks; answered as the live routes are."""

    def __init__(self, service: Service, hub: Hub) -> None:
        super().__init__(service, hub)
        self._payloads = EditorPayloads(service.drafts, service.editing, service.settings.base)
        self._presses: SinglePresses[dict[str, Any]] = SinglePresses(DraftElsewhereError)

    def routes(self, base: str) -> list[Route]:
        workshop = f"{base}/workshops/{{workshop}}"
        return [
            Route(f"{workshop}/draft", self._with_json_errors(self.state)),
            Route(f"{workshop}/draft", self._with_json_errors(self.change), methods=["POST"]),
            Route(f"{workshop}/draft/editor", self._with_json_errors(self.take_over), methods=["POST"]),
            Route(f"{workshop}/rooms", self._with_json_errors(self.start_room), methods=["POST"]),
        ]

    def _language_in(self, request: Request, room: Room | None) -> str:
        accept = request.headers.get("accept-language", "")
        return languages.visitor_language(request.query_params, request.cookies, None, accept)

    def _texts(self, request: Request) -> Texts:
        return self._service.texts(request.state.lang)

    async def _workshop(self, request: Request) -> str:
        """The workshop of the address, once the organiser is known. Raises OrganiserError or UnknownWorkshopError."""
        await run_in_threadpool(self._service.rights.check_organiser, request.cookies)
        workshop = str(request.path_params["workshop"])
        if not _WORKSHOP.fullmatch(workshop):
            raise UnknownWorkshopError(workshop=workshop[:60])
        return workshop

    async def _posted(self, request: Request) -> tuple[str, dict[str, Any]]:
        """The workshop and the body of a change. Raises OrganiserError, ForeignOriginError and the body's errors."""
        self._check_origin(request)
        workshop = await self._workshop(request)
        return workshop, await self._body(request, MAX_CHANGES_BYTES)

    async def state(self, request: Request) -> Response:
        """The draft; nothing where `rev` is the newest that there is."""
        workshop, query = await self._workshop(request), request.query_params
        session, rev = query.get("session", ""), query.get("rev", "")
        draft = await run_in_threadpool(self._service.editing.draft, workshop)
        if re.fullmatch("[0-9]{1,18}", rev) and int(rev) == draft.head.rev:
            return Response(status_code=204, headers=NEVER_STORED)
        return await self._draft_state(request, draft, session, 200)

    async def _draft_state(self, request: Request, draft: OpenDraft, session: str, status: int) -> Response:
        body = await run_in_threadpool(self._payloads.state, draft, session, self._texts(request))
        return JSONResponse(body, status, NEVER_STORED)

    async def change(self, request: Request) -> Response:
        """Changes, or the undoing or redoing of the latest step; done once, and answered after the commit."""
        workshop, body = await self._posted(request)
        text = self._texts(request)

        async def act() -> dict[str, Any]:
            return await run_in_threadpool(lambda: self._payloads.saved(self._do(workshop, body), text))

        try:
            answer = await self._presses.do(f"draft {workshop}", _serial(request), act)
        except DraftElsewhereError:
            draft = await run_in_threadpool(self._service.editing.draft, workshop)
            return await self._draft_state(request, draft, str(body.get("session")), 409)
        return JSONResponse(answer, headers=NEVER_STORED)

    def _do(self, workshop: str, body: dict[str, Any]) -> SavedChanges:
        editing, session, rev, changes = self._service.editing, *map(body.get, ("session", "rev", "changes"))
        if not isinstance(session, str):
            raise SessionError
        if type(rev) is not int or not 0 <= rev < 2**31:
            raise ChangeError
        steps: dict[str, Callable[[str, str, int], SavedChanges]] = {"undo": editing.undo, "redo": editing.redo}
        for name, step in steps.items():
            if body.get(name) is True:
                return step(workshop, session, rev)
        if not isinstance(changes, list) or not changes:
            raise ChangeError
        return editing.change(workshop, session, rev, changes)

    async def take_over(self, request: Request) -> Response:
        """Makes the session the one that edits, and tells it the draft."""
        workshop, body = await self._posted(request)
        session = body.get("session")
        if not isinstance(session, str):
            raise SessionError
        draft = await run_in_threadpool(self._service.editing.take_over, workshop, session)
        return await self._draft_state(request, draft, session, 200)

    async def start_room(self, request: Request) -> Response:
        """A new room of the workshop as it now stands."""
        workshop, _ = await self._posted(request)
        lang = request.state.lang

        async def act() -> dict[str, Any]:
            room = await run_in_threadpool(lambda: self._service.rooms.create(workshop=workshop, lang=lang))
            return {"code": room.code}

        answer = await self._presses.do(f"room {workshop}", _serial(request), act)
        return JSONResponse(answer, headers=NEVER_STORED)


def _serial(request: Request) -> str | None:
    """The press of a request, by which it is done once. Raises ChangeError."""
    serial = request.headers.get("press-id")
    if serial is not None and len(serial) > MAX_SERIAL:
        raise ChangeError
    return serial
