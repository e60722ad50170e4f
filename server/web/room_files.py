"""Downloads of a room over HTTP: authorised at each request, never stored or cached."""

from collections.abc import Mapping
from pathlib import PurePath

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from server.access import WrongKeyError
from server.service import Service
from server.store import StoreBusyError
from server.store.rooms import UnknownRoomError
from server.usecases.downloads import JOINED_FILES, ROOM_FILES, export_file, file_name, joined_file
from server.usecases.joined_rooms import MAX_ROOMS, NothingSharedError
from server.usecases.room_data import NoPictureError
from server.usecases.rooms import digits
from server.usecases.round_pictures import PictureOf, picture
from server.web import languages
from server.web.plain_pages import notice_page
from server.web.security_headers import PLAIN_POLICY
from workshop.content.texts import LANGUAGES
from workshop.errors import PropelliError

MADE_AT_ONCE = 2
"""A file takes a processor's whole time while it is made: more of them at once would only make the phones wait."""

PICTURES = {"picture.png": "image/png", "picture.svg": "image/svg+xml"}
NEVER_STORED = {"Cache-Control": "no-store"}


class UnknownFileError(PropelliError):
    """The room has no file of this name."""

    id = "file"


STATUS: Mapping[type[PropelliError], int] = {
    UnknownRoomError: 404,
    UnknownFileError: 404,
    NoPictureError: 404,
    NothingSharedError: 404,
    WrongKeyError: 403,
    StoreBusyError: 503,
}


class RoomFileRoutes:
    """The route that the results page links to."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._limiter: CapacityLimiter | None = None

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}/tulokset/{{code:code}}/{{file}}", self.send)]

    async def send(self, request: Request) -> Response:
        """The file as an attachment, or a page with a sentence."""
        self._limiter = self._limiter or CapacityLimiter(MADE_AT_ONCE)  # belongs to the loop that runs
        return await to_thread.run_sync(self._answer, request, limiter=self._limiter)

    def _answer(self, request: Request) -> Response:
        try:
            return self._response(request)
        except PropelliError as error:
            return self._error(request, error)

    def _response(self, request: Request) -> Response:
        """Asks for the right when the file's turn has come, not when it began to wait. Raises the errors of STATUS."""
        code = request.path_params["code"]
        room = self._service.rooms.get(code)
        if not self._service.may_control(code, request.cookies):
            raise WrongKeyError
        lang = self._language(request, room.lang)
        name, mime, body = self._file(request, code, lang)
        disposition = f'attachment; filename="{name}"'
        return Response(body, media_type=mime, headers={**NEVER_STORED, "Content-Disposition": disposition})

    def _file(self, request: Request, code: str, lang: str) -> tuple[str, str, bytes]:
        """Name, type and content of the file that the address asks for."""
        running, file = self._service, request.path_params["file"]
        ending = PurePath(file).suffix
        if file in PICTURES:
            what, body = picture(running, code, lang, _picture_of(request, ending[1:]))
            return file_name(code, what, ending[1:]), PICTURES[file], body
        if file not in ROOM_FILES:
            raise UnknownFileError
        if "with" in request.query_params:
            return self._joined(request, code, lang)
        kind = ROOM_FILES[file]
        linked = request.query_params.get("linked") == "1"
        whats = (kind.what, "linked") if linked and kind.has_rows else (kind.what,)
        name = file_name(code, "-".join(running.texts(lang)(f"export.files.{what}") for what in whats), ending[1:])
        return name, kind.mime, export_file(running, code, lang, ending, lambda _: None, linked=linked)

    def _joined(self, request: Request, code: str, lang: str) -> tuple[str, str, bytes]:
        """A file of several rooms as one. Raises WrongKeyError without the right to each of them."""
        running, file = self._service, request.path_params["file"]
        others = [digits(other) for other in request.query_params["with"].split(",")[:MAX_ROOMS]]
        if file not in JOINED_FILES:
            raise UnknownFileError
        if not all(running.may_control(other, request.cookies) for other in others):
            raise WrongKeyError
        kind, ending = ROOM_FILES[file], PurePath(file).suffix
        what = "-".join(running.texts(lang)(f"export.files.{what}") for what in ("joined", kind.what))
        return file_name(code, what, ending[1:]), kind.mime, joined_file(running, code, others, lang, ending)

    def _language(self, request: Request, of_room: str | None) -> str:
        accepted = request.headers.get("accept-language", "")
        return languages.visitor_language(request.query_params, request.cookies, of_room, accepted)

    def _error(self, request: Request, error: PropelliError) -> Response:
        lang = self._language(request, None)
        text, base = self._service.texts(lang), self._service.settings.base
        data = {
            "base": base,
            "lang": lang,
            "languages": list(LANGUAGES),
            "title": text("results.no_file"),
            "sentence": self._service.sentence(error, lang),
            "link": text("results.to_control"),
            "href": f"{base}/ohjaus?huone={digits(request.path_params['code'])}",
        }
        headers = {**NEVER_STORED, "Content-Security-Policy": PLAIN_POLICY}
        return HTMLResponse(notice_page(data), STATUS.get(type(error), 500), headers)


def _picture_of(request: Request, ending: str) -> PictureOf:
    """The picture that the query names. Raises NoPictureError where it names none."""
    query = request.query_params
    number = query.get("round", "")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise NoPictureError
    return PictureOf(query.get("question", ""), int(number), ending, dark=query.get("shade") == "dark")
