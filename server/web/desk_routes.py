"""The desk's presses over the wire: done once, and answered after the commit."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.store.rooms import ActivityNotOpenError, UnknownRoomError
from server.usecases.control import (
    AlreadyClosedError,
    AnsweredRoundError,
    ChangedElsewhereError,
    DurationError,
    EndedError,
    EndOfProgrammeError,
    NoRoundError,
    UnknownActivityError,
)
from server.usecases.desk_actions import UnknownActionError
from server.web.routes import NEVER_STORED, STATUS, LiveRoutes
from workshop.errors import PropelliError


class RightsError(PropelliError):
    """The browser may not control the room."""

    id = "rights"


CHANGED: tuple[type[PropelliError], ...] = (
    ActivityNotOpenError, AlreadyClosedError, AnsweredRoundError, ChangedElsewhereError, EndedError,
    EndOfProgrammeError, NoRoundError,
)  # fmt: skip
UNFIT: tuple[type[PropelliError], ...] = (DurationError, UnknownActionError, UnknownActivityError)
STATUS[RightsError] = 403
STATUS |= dict.fromkeys(CHANGED, 409) | dict.fromkeys(UNFIT, 422)


class DeskRoutes(LiveRoutes):
    """What facilitators' keys speak, to those alone who may control the room."""

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}/live/{{code}}/desk", self._told(self.press), methods=["POST"])]

    async def press(self, request: Request) -> Response:
        """Does what a button or a key said, and answers after the commit."""
        code, _ = await self._room(request)
        self._check_origin(request)
        if not await run_in_threadpool(self._service.may_control, code, request.cookies):
            raise RightsError
        body = await self._body(request)
        action, arguments, rev = body.get("action"), body.get("arguments"), body.get("rev")
        if not isinstance(action, str) or not isinstance(arguments, dict) or type(rev) is not int:
            raise UnknownActionError
        revision = await run_in_threadpool(self._do, code, action, arguments, rev)
        return JSONResponse({"rev": revision}, headers=NEVER_STORED)

    def _do(self, code: str, action: str, arguments: dict[str, Any], rev: int) -> int:
        self._service.actions.do(code, action, arguments, rev)
        room = self._service.rooms.find(code)
        if room is None:
            raise UnknownRoomError
        return room.rev
