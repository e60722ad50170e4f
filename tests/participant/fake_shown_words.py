"""The part of the fake server that tells what own words were merged into."""

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components import shown_words
from workshop.content.text_files import with_packaged

OwnWords = Callable[[Request], tuple[str | None, list[str]]]
"""The round and what the sender of a request has answered in it."""


@dataclass
class FakeShownWords:
    """`labels`: word to the entry that it was merged into; `failing` is what a suggestion is answered instead."""

    labels: dict[str, str] = field(default_factory=dict)
    suggested: list[str] = field(default_factory=list)
    failing: int | None = None
    modules_sent: int = 0
    requests: int = 0

    def reset(self) -> None:
        self.__init__()  # type: ignore[misc]

    def state(self, lang: str, kind: str) -> dict[str, dict[str, str]]:
        """What the state of a room has of them, of words alone."""
        return {"shown_words": {"script": f"/live/482915/shown_words/{lang}-0.js"}} if kind == "words" else {}

    def routes(self, live: str, own: OwnWords) -> list[Route]:
        async def own_words(request: Request) -> Response:
            self.requests += 1
            round_id, answers = own(request)
            words = [
                {"text": text, "shown": self.labels[text], "suggested": text in self.suggested}
                for text in answers
                if text in self.labels
            ]
            return JSONResponse({"round": round_id, "words": words})

        async def suggest(request: Request) -> Response:
            if self.failing:
                return JSONResponse({"error": "round", "message": "Kysymys on jo vaihtunut."}, self.failing)
            self.suggested.append((await request.json())["word"])
            return Response(status_code=204)

        return [
            Route(f"{live}/words", own_words, methods=["GET"]),
            Route(f"{live}/words", suggest, methods=["POST"]),
            Route(f"{live}/shown_words/{{name}}", self.module),
        ]

    async def module(self, request: Request) -> Response:
        self.modules_sent += 1
        texts = with_packaged({})[request.path_params["name"][:2]].section("shown_words")
        return Response(shown_words.module(texts), media_type="text/javascript")
