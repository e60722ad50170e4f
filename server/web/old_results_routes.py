"""The route by which old results come from a spreadsheet. For the organiser alone, who may set rooms side by side."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.usecases.rooms import digits
from server.web.routes import NEVER_STORED, STATUS
from server.web.workshop_routes import WorkshopRoutes
from workshop.old_results.answers import OldResultsFaultsError, OldResultsHeadingsError, OldResultsTwiceError
from workshop.old_results.cells import (
    OldResultsEmptyError,
    OldResultsEncodingError,
    OldResultsFileError,
    OldResultsSizeError,
)

STATUS |= dict.fromkeys(
    (
        OldResultsEmptyError, OldResultsEncodingError, OldResultsFaultsError, OldResultsFileError,
        OldResultsHeadingsError, OldResultsSizeError, OldResultsTwiceError,
    ),
    422,
)  # fmt: skip


class OldResultsRoutes(WorkshopRoutes):
    """Answered as the organiser's other routes are."""

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}/live/{{code}}/old-results", self._with_json_errors(self.add), methods=["POST"])]

    async def add(self, request: Request) -> Response:
        """A room of the file in the body, named `name`; where it has faults, nothing is taken and all are told."""
        self._organised(request)
        self._check_origin(request)
        data, lang, old = await self._file(request), request.state.lang, self._service.old_results
        code, name = digits(request.path_params["code"]), request.query_params.get("name", "")
        try:
            room = await run_in_threadpool(old.add, code, name, data, lang)
        except OldResultsFaultsError as error:
            body = {**self._body_of(error, lang), "faults": old.sentences(error, lang)}
            return JSONResponse(body, 422, NEVER_STORED)
        return JSONResponse({"code": room.code}, headers=NEVER_STORED)
