"""The desk's routes: its state as it changes, its presses, and words that are searched for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.service import Service
from server.store.rooms import ActivityNotOpenError, UnknownRoomError
from server.store.rows import Room
from server.usecases.control import (
    AlreadyClosedError,
    AnsweredRoundError,
    ChangedElsewhereError,
    DurationError,
    EndedError,
    EndOfProgrammeError,
    NoRoundError,
    OwnPaceError,
    UnknownActivityError,
)
from server.usecases.desk_actions import UnknownActionError
from server.usecases.own_pace import NothingPacedError, PaceEndError
from server.usecases.questions import AnsweredError
from server.usecases.rights import RightsError
from server.usecases.rooms import AlreadyEndedError, LinkRenewedError, NotEndedError, TitleError
from server.web import languages
from server.web.desk_line import DeskChannel
from server.web.hub import Hub
from server.web.routes import NEVER_STORED, STATUS, LiveRoutes
from server.web.single_press import SinglePresses
from server.web.stream import Stream
from workshop.activities.themes import ThemeNameError, ThemeTakenError, TooManyThemesError, UnknownThemeError
from workshop.activities.vote_options import VoteOptionsError, VoteQuestionError
from workshop.content.content import MissingPartError
from workshop.content.draft_changes import ChangeError
from workshop.content.item import ItemFaultsError
from workshop.errors import PropelliError

MAX_PRESS_BYTES = 65_536
MINUTE_MS = 60_000
MAX_SERIAL = 100
MAX_SEARCHED = 200
CHANGED: tuple[type[PropelliError], ...] = (
    ActivityNotOpenError, AlreadyClosedError, AlreadyEndedError, AnsweredError, AnsweredRoundError, OwnPaceError,
    ChangedElsewhereError, EndedError, EndOfProgrammeError, LinkRenewedError, NoRoundError, NotEndedError,
    ThemeTakenError, TooManyThemesError, UnknownThemeError,
)  # fmt: skip
"""The room is not what the press was meant for."""
UNFIT: tuple[type[PropelliError], ...] = (
    NothingPacedError, PaceEndError,
    ChangeError, DurationError, ItemFaultsError, MissingPartError, ThemeNameError, TitleError, UnknownActionError,
    UnknownActivityError, VoteOptionsError, VoteQuestionError,
)  # fmt: skip
"""What the press says cannot be done in any room."""

STATUS[RightsError] = 403
STATUS |= dict.fromkeys(CHANGED, 409) | dict.fromkeys(UNFIT, 422)


@dataclass(frozen=True)
class DeskPress:
    """What a button said: its action, its arguments, and the revision that it was drawn for."""

    action: str
    arguments: Mapping[str, Any]
    rev: int
    serial: str | None

    @classmethod
    def read(cls, body: Mapping[str, Any], serial: str | None) -> "DeskPress":
        """The press in a body, whose serial counts where there is none beside it. Raises UnknownActionError."""
        action, arguments, rev = body.get("action"), body.get("arguments"), body.get("rev")
        serial = body.get("serial") if serial is None else serial
        is_known = isinstance(action, str) and isinstance(arguments, dict) and type(rev) is int
        if not is_known or not (serial is None or (isinstance(serial, str) and len(serial) <= MAX_SERIAL)):
            raise UnknownActionError
        return cls(str(action), dict(arguments or {}), int(rev or 0), serial)


class DeskRoutes(LiveRoutes):
    """What desks speak: answered as the other live routes are, to those alone who may control the room."""

    def __init__(self, service: Service, hub: Hub) -> None:
        super().__init__(service, hub)
        view, rights = service.desk_view, service.rights
        self._desks = DeskChannel(view.picture, rights.holds, self._pulse)
        self._moderators = DeskChannel(view.moderators_picture, rights.moderates, self._pulse)
        hub.open_desks = self._desks.open_desks
        hub.channels += [self._desks.channel, self._moderators.channel]
        self._presses: SinglePresses[int] = SinglePresses()

    def _pulse(self, code: str) -> object:
        """What a desk shows and no table has: people, desks, and the minutes that are left."""
        minute = self._service.now_ms() // MINUTE_MS
        return self._service.versions.get(code), self._hub.present(code), self._desks.open_desks(code), minute

    def routes(self, base: str) -> list[Route]:
        desk = f"{base}/live/{{code}}/desk"
        return [
            *self.direct_routes(base),
            Route(f"{desk}/state", self._with_json_errors(self.state)),
            Route(f"{desk}/words", self._with_json_errors(self.words)),
            Route(f"{desk}/themes", self._with_json_errors(self.themes)),
        ]

    def direct_routes(self, base: str) -> list[Route]:
        """What a desk holds and presses: its stream and its buttons."""
        desk = f"{base}/live/{{code}}/desk"
        return [
            Route(desk, self._with_json_errors(self.events), methods=["GET"]),
            Route(desk, self._with_json_errors(self.press), methods=["POST"]),
        ]

    def _language_in(self, request: Request, room: Room | None) -> str:
        """The language of the page that the desk stands on."""
        accept, lang = request.headers.get("accept-language", ""), room.lang if room else None
        return languages.visitor_language(request.query_params, request.cookies, lang, accept)

    async def _moderated(self, request: Request) -> str:
        """The code of a room that the browser may moderate now. Raises UnknownRoomError or RightsError."""
        code, _ = await self._room(request)
        await run_in_threadpool(self._service.rights.check_moderator, code, request.cookies)
        return code

    async def _channel(self, code: str, request: Request) -> DeskChannel:
        """What the browser is sent of a room that it may moderate: the whole desk where it may control the room."""
        may_control = await run_in_threadpool(self._service.may_control, code, request.cookies)
        return self._desks if may_control else self._moderators

    async def events(self, request: Request) -> Response:
        code, lang = await self._moderated(request), request.state.lang
        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=NEVER_STORED)
        refusal, deleted = self._body_of(RightsError(), lang), self._body_of(UnknownRoomError(), lang)
        channel = await self._channel(code, request)
        stream: Any = Stream(self._hub, channel.line(code, lang, request.cookies, refusal), deleted)
        return stream  # type: ignore[no-any-return]

    async def state(self, request: Request) -> Response:
        """The state for a desk whose stream does not flow. Answers change no revision: it is always told."""
        code = await self._moderated(request)
        body = await (await self._channel(code, request)).channel.state(code, request.state.lang)
        if body is None:
            raise UnknownRoomError
        return Response(body, media_type="application/json", headers=NEVER_STORED)

    async def words(self, request: Request) -> Response:
        """The list of words with those that are searched for."""
        code, query = await self._moderated(request), request.query_params
        search = query.get("search", "")[:MAX_SEARCHED]
        words = await run_in_threadpool(self._service.desk_view.words, code, search, query.get("key"))
        return JSONResponse({"words": words}, headers=NEVER_STORED)

    async def themes(self, request: Request) -> Response:
        """What is sorted into themes; with `suggest`, which theme shares a word with an entry that stands in none."""
        code, suggests = await self._moderated(request), bool(request.query_params.get("suggest"))
        lang = request.state.lang
        sorting = await run_in_threadpool(lambda: self._service.desk_view.themes(code, lang, suggests=suggests))
        return JSONResponse({"sorting": sorting}, headers=NEVER_STORED)

    async def press(self, request: Request) -> Response:
        """Does what a button said, once, and answers after the commit."""
        code, _ = await self._room(request)
        self._check_origin(request)
        rights = self._service.rights
        await run_in_threadpool(rights.check_moderator, code, request.cookies)
        press = DeskPress.read(await self._body(request, MAX_PRESS_BYTES), request.headers.get("press-id"))
        await run_in_threadpool(rights.check_action, code, request.cookies, press.action)

        async def act() -> int:
            return await run_in_threadpool(self._do, code, press)

        return JSONResponse({"rev": await self._presses.do(code, press.serial, act)}, headers=NEVER_STORED)

    def _do(self, code: str, press: DeskPress) -> int:
        self._service.actions.do(code, press.action, press.arguments, press.rev)
        return self._service.rooms.get(code).rev
