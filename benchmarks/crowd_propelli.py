"""Propelli itself, with three more addresses: readiness, opening a question, the projector's state.

It is ready once it knows Finnish and one question has been opened and closed: statements are compiled at first use.
"""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse

from app import app as propelli
from app import running

CODE = "482915"
QUESTIONS: dict[str, dict[str, Any]] = {
    "text": {"kind": "text", "question": {"fi": "What helps?"}, "approval": True},
    "scale": {
        "kind": "scale",
        "question": {"fi": "How is it now?"},
        "statements": [{"id": f"statement_{n}", "label": {"fi": f"Number {n}"}} for n in range(1, 5)],
        "low": {"fi": "No"},
        "high": {"fi": "Yes"},
    },
}
for _kind, _limit in (("dots", {"dots": 5}), ("ranking", {})):
    QUESTIONS[_kind] = {
        "kind": _kind,
        "question": {"fi": "Which comes first?"},
        "options": [{"id": f"option_{n}", "label": {"fi": f"Number {n}"}} for n in range(1, 6)],
        **_limit,
    }
"""Besides the word cloud of the programme."""


async def app(scope: Any, receive: Any, send: Any) -> None:
    path = scope.get("path", "")
    if not path.startswith("/bench/"):
        await propelli(scope, receive, send)
        return
    body: dict[str, Any] = {}
    if path == "/bench/ready":
        await run_in_threadpool(running.lexicon.wait)
        await run_in_threadpool(running.control.open, CODE, "roles")
        await run_in_threadpool(running.control.close, CODE)
    elif path.startswith("/bench/open/"):
        item = QUESTIONS.get(path.rpartition("/")[2])
        if item is None:
            await run_in_threadpool(running.control.open, CODE, "word_cloud", new_round=True)
        else:
            await run_in_threadpool(running.questions.add, CODE, item, ["fi"], opens=True)
    else:
        shown = await run_in_threadpool(running.projector.load, CODE, "fi")
        body = {"answered": shown.state["answered"] if shown else 0}
    await JSONResponse(body)(scope, receive, send)
