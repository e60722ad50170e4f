"""The routes of the organiser's list: workshops made, copied, put away, deleted and downloaded; and their rooms."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.service import Service
from server.store import StoreBusyError
from server.store.rows import Room
from server.store.workshops import WorkshopHeldError
from server.usecases.rooms import digits, grouped_code
from server.usecases.workshop_files import ZipEntryError, ZipFileError, ZipSizeError, zipped
from server.usecases.written_workshops import MAX_FILE_BYTES, NoLinesError, UploadKindError
from server.web import languages
from server.web.hub import Hub
from server.web.routes import NEVER_STORED, STATUS, Handler, LiveRoutes
from workshop.content.errors import ContentError
from workshop.content.question_sheet import SheetFaultsError, SheetFileError
from workshop.content.texts import LANGUAGES
from workshop.content.workshop_document import DocumentSizeError
from workshop.errors import PropelliError

MAX_LINES_BYTES = 500_000
FILE_SECONDS = 60.0
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class UploadSizeError(PropelliError):
    """The file is larger than `MAX_FILE_BYTES`."""

    id = "upload_size"


class RoomCodeError(PropelliError):
    """The code that was typed to confirm a deletion is another one."""

    id = "room_code"


FILE_FAULTS: tuple[type[PropelliError], ...] = (
    ContentError, DocumentSizeError, SheetFaultsError, SheetFileError, UploadKindError, ZipEntryError, ZipFileError,
    ZipSizeError,
)  # fmt: skip
"""What a file may be refused for."""

STATUS |= dict.fromkeys((*FILE_FAULTS, NoLinesError, RoomCodeError), 422)
STATUS[UploadSizeError] = 413
STATUS[WorkshopHeldError] = 409


class WorkshopRoutes(LiveRoutes):
    """Answered as the other live routes are, to the organiser alone."""

    def __init__(self, service: Service, hub: Hub) -> None:
        super().__init__(service, hub)
        self._new, self._written = service.new_workshops, service.written_workshops

    def routes(self, base: str) -> list[Route]:
        listed, workshop, room = f"{base}/workshops", f"{base}/workshops/{{workshop}}", f"{base}/live/{{code}}"

        def post(path: str, handler: Handler) -> Route:
            return Route(path, self._with_json_errors(handler), methods=["POST"])

        return [
            Route(listed, self._with_json_errors(self.list), methods=["GET"]),
            post(listed, self.begin),
            post(f"{listed}/lines", self.lines),
            post(f"{listed}/files", self.upload),
            Route(f"{listed}/questions.xlsx", self._with_json_errors(self.sheet)),
            Route(f"{workshop}/files.zip", self._with_json_errors(self.download)),
            post(f"{workshop}/copy", self.duplicate),
            post(f"{workshop}/archive", self.archive),
            post(f"{workshop}/delete", self.delete),
            post(f"{workshop}/front", self.show_first),
            post(f"{room}/copy", self.copy_room),
            post(f"{room}/delete", self.delete_room),
        ]

    def _language_in(self, request: Request, room: Room | None) -> str:
        """The language of the page that the list stands on."""
        accept = request.headers.get("accept-language", "")
        return languages.visitor_language(request.query_params, request.cookies, None, accept)

    def _organised(self, request: Request) -> None:
        """Raises OrganiserError where the browser is not signed in as the organiser now."""
        self._service.rights.check_organiser(request.cookies)

    async def _change(self, request: Request, max_bytes: int = 4096) -> dict[str, Any]:
        """The body of a change that the organiser asks for on a page of this site."""
        self._organised(request)
        self._check_origin(request)
        return await self._body(request, max_bytes)

    async def list(self, request: Request) -> Response:
        self._organised(request)
        listed = await run_in_threadpool(self._service.workshop_list.listed, request.state.lang)
        return JSONResponse({"workshops": listed}, headers=NEVER_STORED)

    async def begin(self, request: Request) -> Response:
        """A new workshop: empty, or of pasted lines."""
        body, lang = await self._change(request, MAX_LINES_BYTES), request.state.lang
        title, lines = _text(body, "title"), body.get("lines")
        if lines is None:
            return _new(await run_in_threadpool(self._new.empty, title, lang))
        return _new(await run_in_threadpool(self._written.from_lines, title, _text(body, "lines"), lang))

    async def lines(self, request: Request) -> Response:
        """What pasted lines become; nothing is stored."""
        body, lang = await self._change(request, MAX_LINES_BYTES), request.state.lang
        change = body.get("change")
        line, form = (change.get("line"), change.get("form")) if isinstance(change, dict) else (None, None)
        line = line if type(line) is int else None
        form = form if isinstance(form, str) else None
        text, items_lang = _text(body, "text"), body.get("items_in")
        lines = await run_in_threadpool(self._written.lines, text, lang, line, form)
        if items_lang in LANGUAGES:
            lines["items"] = await run_in_threadpool(self._written.items, text, lang, items_lang)
        return JSONResponse(lines, headers=NEVER_STORED)

    async def upload(self, request: Request) -> Response:
        """A new workshop of a file, whose faults are told one by one."""
        self._organised(request)
        self._check_origin(request)
        data, lang = await self._file(request), request.state.lang
        try:
            return _new(await run_in_threadpool(self._written.from_file, data, lang))
        except FILE_FAULTS as error:
            body = {**self._body_of(error, lang), "faults": self._written.faults(error, lang)}
            return JSONResponse(body, 422, NEVER_STORED)

    async def _file(self, request: Request) -> bytes:
        """The file in the body. Raises UploadSizeError as soon as it is known to be too large, unread."""
        announced = request.headers.get("content-length", "")
        if announced.isdigit() and len(announced) < 20 and int(announced) > MAX_FILE_BYTES:
            raise UploadSizeError(max=MAX_FILE_BYTES // 1_000_000)
        data = bytearray()
        try:
            async with self._service.hub.patience(FILE_SECONDS):
                async for chunk in request.stream():
                    data += chunk
                    if len(data) > MAX_FILE_BYTES:
                        raise UploadSizeError(max=MAX_FILE_BYTES // 1_000_000)
        except TimeoutError as error:
            raise StoreBusyError from error
        except ClientDisconnect as error:
            raise UploadKindError from error
        return bytes(data)

    async def sheet(self, request: Request) -> Response:
        self._organised(request)
        name, data = await run_in_threadpool(self._written.sheet, request.state.lang)
        return attachment(data, XLSX, name)

    async def download(self, request: Request) -> Response:
        """A zip of exactly what the workshop's folder holds."""
        self._organised(request)
        workshop = request.path_params["workshop"]
        content = await run_in_threadpool(self._service.workshops.content, workshop)
        return attachment(await run_in_threadpool(zipped, content.document), "application/zip", f"{workshop}.zip")

    async def duplicate(self, request: Request) -> Response:
        await self._change(request)
        text = self._service.texts(request.state.lang)
        return _new(await run_in_threadpool(self._new.duplicate, request.path_params["workshop"], text))

    async def archive(self, request: Request) -> Response:
        """Puts the workshop away, or brings it back."""
        body = await self._change(request)
        put = self._new.unarchive if body.get("archived") is False else self._new.archive
        await run_in_threadpool(put, request.path_params["workshop"])
        return JSONResponse({}, headers=NEVER_STORED)

    async def delete(self, request: Request) -> Response:
        """Deletes a workshop that no room runs."""
        await self._change(request)
        await run_in_threadpool(self._new.delete, request.path_params["workshop"])
        self._service.contents.read_front()
        return JSONResponse({}, headers=NEVER_STORED)

    async def show_first(self, request: Request) -> Response:
        await self._change(request)
        await run_in_threadpool(self._service.front_page.choose, request.path_params["workshop"])
        return JSONResponse({}, headers=NEVER_STORED)

    async def copy_room(self, request: Request) -> Response:
        await self._change(request)
        room = await run_in_threadpool(self._service.rooms.copy, digits(request.path_params["code"]))
        return JSONResponse({"code": room.code, "shown_code": grouped_code(room.code)}, headers=NEVER_STORED)

    async def delete_room(self, request: Request) -> Response:
        """Deletes a room whose code has been typed too."""
        body, code = await self._change(request), digits(request.path_params["code"])
        if digits(_text(body, "code")) != code:
            raise RoomCodeError
        await run_in_threadpool(self._service.rooms.delete, code)
        return JSONResponse({}, headers=NEVER_STORED)


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""


def _new(workshop: str) -> Response:
    return JSONResponse({"id": workshop}, headers=NEVER_STORED)


def attachment(data: bytes, mime: str, name: str) -> Response:
    disposition = f'attachment; filename="{name}"'
    return Response(data, media_type=mime, headers={**NEVER_STORED, "Content-Disposition": disposition})
