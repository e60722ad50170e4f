"""The part of the fake server that takes questions to the speaker."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components import speaker_questions
from workshop.content.text_files import with_packaged


@dataclass
class FakeSpeaker:
    """The questions as one phone is told them; `failing` is what it is answered instead, after `slow_by` seconds."""

    on: bool = False
    state_of_new: str = "waiting"
    failing: int | None = None
    slow_by: float = 0
    questions: list[dict[str, Any]] = field(default_factory=list)
    modules_sent: int = 0
    bodies: list[dict[str, Any]] = field(default_factory=list)

    def reset(self) -> None:
        self.__init__()  # type: ignore[misc]

    def state(self, lang: str) -> dict[str, Any]:
        """What a room's state has of them; a form's own questions stand in the place of the first."""
        return {"questions": True, "speaker": {"script": f"/live/482915/speaker/{lang}-0.js"}} if self.on else {}

    def add(self, text: str, votes: int = 0, **more: Any) -> None:
        question = {"id": len(self.questions) + 1, "text": text, "votes": votes, "mine": False, "voted": False}
        self.questions.append({**question, "state": "shown", **more})

    def routes(self, live: str) -> list[Route]:
        return [
            Route(f"{live}/questions", self.visible, methods=["GET"]),
            Route(f"{live}/questions", self.ask, methods=["POST"]),
            Route(f"{live}/questions/{{number:int}}/vote", self.vote, methods=["POST"]),
            Route(f"{live}/speaker/{{name}}", self.module),
        ]

    async def visible(self, _: Request) -> Response:
        return JSONResponse({"questions": self.questions})

    async def ask(self, request: Request) -> Response:
        body = await request.json()
        self.bodies.append(body)
        if self.failing:
            return JSONResponse({"error": "busy", "message": "Yritä uudelleen."}, self.failing)
        self.add(body["text"], mine=True, state=self.state_of_new)
        return JSONResponse({"id": len(self.questions), "state": self.state_of_new})

    async def vote(self, request: Request) -> Response:
        body = await request.json()
        self.bodies.append(body)
        await asyncio.sleep(self.slow_by)
        if self.failing:
            return JSONResponse({"error": "busy", "message": "Yritä uudelleen."}, self.failing)
        question = self.questions[request.path_params["number"] - 1]
        question["votes"] += int(body["voted"]) - int(question["voted"])
        question["voted"] = body["voted"]
        return JSONResponse({name: question[name] for name in ("id", "votes", "voted")})

    async def module(self, request: Request) -> Response:
        self.modules_sent += 1
        texts = with_packaged({})[request.path_params["name"][:2]].section("speaker")
        return Response(speaker_questions.module(texts), media_type="text/javascript")
