"""The routes of questions to the speaker: asking, the list, and votes."""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.store.speaker_questions import UnknownQuestionError
from server.usecases.payloads import ApiAsked, ApiVote
from server.usecases.speaker_questions import QUESTIONS, QuestionsOffError
from server.web.routes import NEVER_STORED, STATUS, LiveRoutes
from workshop.speaker_questions import public_state

STATUS |= {QuestionsOffError: 409, UnknownQuestionError: 404}
MAX_DIGITS = 9


class SpeakerRoutes(LiveRoutes):
    """What phones ask beside the programme; throttled as answers are."""

    def routes(self, base: str) -> list[Route]:
        questions = f"{base}/live/{{code}}/questions"
        return [
            Route(questions, self._with_json_errors(self.visible), methods=["GET"]),
            Route(questions, self._with_json_errors(self.ask), methods=["POST"]),
            Route(f"{questions}/{{question}}/vote", self._with_json_errors(self.vote), methods=["POST"]),
        ]

    def direct_routes(self, base: str) -> list[Route]:
        """All of them: a full hall votes at the same moment."""
        return self.routes(base)

    async def visible(self, request: Request) -> Response:
        """The questions as this person sees them; none while the room has them off."""
        _, state = await self._room(request)
        room, participant = state.current.room, self._participant(request)
        if not room.speaker_questions:
            return JSONResponse({"questions": []}, headers=NEVER_STORED)
        questions = await run_in_threadpool(self._service.speaker_questions.visible, room, participant)
        return JSONResponse({"questions": questions}, headers=NEVER_STORED)

    async def ask(self, request: Request) -> Response:
        code, participant, _ = await self._sender(request)
        body = await self._body(request)
        job = await run_in_threadpool(self._service.speaker_questions.asking, code, participant, body)
        number, stored = await asyncio.wrap_future(self._service.store.writer.submit(job, (code, QUESTIONS)))
        receipt: ApiAsked = {"id": number, "state": public_state(stored)}
        return JSONResponse(receipt, headers=NEVER_STORED)

    async def vote(self, request: Request) -> Response:
        """Gives the one vote of a person or takes it back; a body with `voted` says which, and may be sent again."""
        code, participant, _ = await self._sender(request)
        written = request.path_params["question"]
        if not (written.isascii() and written.isdecimal() and len(written) <= MAX_DIGITS):
            raise UnknownQuestionError
        body = await self._body(request) if request.headers.get("content-length", "0") != "0" else {}
        job = self._service.speaker_questions.voting(code, participant, int(written), body)
        votes, voted = await asyncio.wrap_future(self._service.store.writer.submit(job, (code, QUESTIONS)))
        answer: ApiVote = {"id": int(written), "votes": votes, "voted": voted}
        return JSONResponse(answer, headers=NEVER_STORED)
