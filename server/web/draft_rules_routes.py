"""What the editor is told of a draft's rules: how often each type of the quiz comes, and what the worked cases give."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.web.editor_routes import EditorRoutes
from server.web.routes import NEVER_STORED
from workshop.assessment.draft_cases import case_outcomes
from workshop.content.draft_changes import Tree
from workshop.quiz.balance import balance, points_of

Body = dict[str, Any]


class DraftRulesRoutes(EditorRoutes):
    """Computed of the newest revision at every request, for the organiser alone."""

    def routes(self, base: str) -> list[Route]:
        draft = f"{base}/workshops/{{workshop}}/draft"
        return [
            Route(f"{draft}/balance", self._with_json_errors(self._answer(balance_body))),
            Route(f"{draft}/cases", self._with_json_errors(self._answer(cases_body))),
        ]

    def _answer(self, body: Callable[[Tree], Body]) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            workshop = await self._workshop(request)
            draft = await run_in_threadpool(self._service.editing.draft, workshop)
            values = await run_in_threadpool(body, draft.document)
            return JSONResponse({"rev": draft.head.rev, **values}, headers=NEVER_STORED)

        return answer


def balance_body(document: Tree) -> Body:
    """The shares of the quiz's types; none where nothing can be counted yet."""
    quiz = document.get("quiz")
    counted = balance(*points_of(quiz)) if isinstance(quiz, dict) else None
    if counted is None:
        return {"shares": {}, "dual": 0.0, "combinations": 0, "exact": True, "rare": []}
    return {
        "shares": dict(counted.shares),
        "dual": counted.dual,
        "combinations": counted.combinations,
        "exact": counted.is_exact,
        "rare": list(counted.rare),
    }


def cases_body(document: Tree) -> Body:
    """The outcome of each worked case of the self-assessment."""
    criteria = document.get("criteria")
    return {"cases": [asdict(outcome) for outcome in case_outcomes(criteria)] if isinstance(criteria, dict) else []}
