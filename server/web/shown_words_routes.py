"""The routes of what a participant's own words are shown as, and of the suggestion that one is another word."""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.usecases.shown_words import SUGGESTIONS
from server.web.routes import NEVER_STORED, LiveRoutes


class ShownWordsRoutes(LiveRoutes):
    """What a phone asks a while after it has answered; suggestions are throttled as answers are."""

    def routes(self, base: str) -> list[Route]:
        words = f"{base}/live/{{code}}/words"
        return [
            Route(words, self._with_json_errors(self.own), methods=["GET"]),
            Route(words, self._with_json_errors(self.suggest), methods=["POST"]),
        ]

    def direct_routes(self, base: str) -> list[Route]:
        """All of them: a full hall has answered at the same moment."""
        return self.routes(base)

    async def own(self, request: Request) -> Response:
        _, state = await self._room(request)
        participant = self._participant(request)
        words = await run_in_threadpool(self._service.shown_words.own, state.current, participant)
        return JSONResponse(words, headers=NEVER_STORED)

    async def suggest(self, request: Request) -> Response:
        code, participant, _ = await self._sender(request)
        job = self._service.shown_words.suggesting(code, participant, await self._body(request))
        await asyncio.wrap_future(self._service.store.writer.submit(job, (code, SUGGESTIONS)))
        return Response(status_code=204, headers=NEVER_STORED)
