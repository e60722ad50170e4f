"""The lower bound: the same poll in plain Starlette: streams, a question and submits that commit to disk."""

import asyncio
import json
import os
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

store = sqlite3.connect(Path(os.environ["PROPELLI_HOME"]) / "plain.db", isolation_level=None)
store.executescript(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    "CREATE TABLE question (round TEXT);"
    "CREATE TABLE answer (round TEXT, who TEXT, text TEXT, UNIQUE (round, who, text));"
)
waiting: set[asyncio.Event] = set()
state = {"round": None, "question": "", "kind": "words", "open": False}


async def page(_: Request) -> Response:
    return HTMLResponse("<!doctype html><title>poll</title>" + " " * 4000)


async def events(_: Request) -> Response:
    news = asyncio.Event()
    news.set()
    waiting.add(news)

    async def states() -> AsyncIterator[str]:
        try:
            while True:
                await news.wait()
                news.clear()
                yield f"data: {json.dumps(state)}\n\n"
        finally:
            waiting.discard(news)

    return StreamingResponse(states(), media_type="text/event-stream")


async def answer(request: Request) -> Response:
    body = await request.json()
    who = request.headers["x-participant"]
    for word in body["words"]:
        store.execute("INSERT OR IGNORE INTO answer VALUES (?, ?, ?)", (body["round"], who, word))
    return JSONResponse({"saved": body["words"]})


async def ask(request: Request) -> Response:
    store.execute("INSERT INTO question VALUES (?)", (request.path_params["round"],))
    state.update(round=request.path_params["round"], question="Which word?", open=True)
    for news in waiting:
        news.set()
    return JSONResponse({})


async def screen(_: Request) -> Response:
    return JSONResponse({"answered": store.execute("SELECT count(DISTINCT who) FROM answer").fetchone()[0]})


app = Starlette(
    routes=[
        Route("/bench/open/{round}", ask, methods=["POST"]),
        Route("/bench/screen", screen),
        Route("/{code}", page),
        Route("/live/{code}", events),
        Route("/live/{code}/answers", answer, methods=["POST"]),
    ]
)
