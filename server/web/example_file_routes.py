"""The files of a draft's examples: downloaded and put in the place of what there is. For the organiser alone."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.usecases.example_files import FILE, ExampleFaultsError, ExampleWordsError
from server.web.routes import NEVER_STORED, STATUS
from server.web.workshop_routes import XLSX, WorkshopRoutes, attachment

STATUS |= dict.fromkeys((ExampleFaultsError, ExampleWordsError), 422)
MAX_TOLD = 50
"""The most faults of a file that are told at once."""


class ExampleFileRoutes(WorkshopRoutes):
    """Answered as the organiser's other routes are."""

    def routes(self, base: str) -> list[Route]:
        draft, files = f"{base}/workshops/{{workshop}}/draft", self._service.example_files
        return [
            Route(f"{draft}/{FILE}.csv", self._with_json_errors(self._download(files.csv, "text/csv", "csv"))),
            Route(f"{draft}/{FILE}.xlsx", self._with_json_errors(self._download(files.xlsx, XLSX, "xlsx"))),
            Route(f"{draft}/{FILE}", self._with_json_errors(self.replace), methods=["POST"]),
        ]

    def _download(
        self, write: Callable[[str, str], bytes], mime: str, ending: str
    ) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            self._organised(request)
            workshop = str(request.path_params["workshop"])
            data = await run_in_threadpool(write, workshop, request.state.lang)
            return attachment(data, mime, f"{workshop}-{FILE}.{ending}")

        return answer

    async def replace(self, request: Request) -> Response:
        """The examples of the file in the body; where it has faults, nothing is taken and all are told."""
        self._organised(request)
        self._check_origin(request)
        session, lang = request.query_params.get("session", ""), request.state.lang
        data, files = await self._file(request), self._service.example_files
        workshop = str(request.path_params["workshop"])
        try:
            n = await run_in_threadpool(files.read, workshop, session, lang, data)
        except ExampleFaultsError as error:
            faults = files.sentences(error, lang)[:MAX_TOLD]
            return JSONResponse({**self._body_of(error, lang), "faults": faults}, 422, NEVER_STORED)
        return JSONResponse({"n": n}, headers=NEVER_STORED)
