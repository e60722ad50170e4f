"""A fake server that a test controls: one room in memory, with the same HTTP API as the real one."""

import asyncio
import json
import threading
import time
import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import jsonschema
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from components.participant import FILES
from server.usecases.rooms import digits
from server.web.plain_pages import join_page, participant_page
from server.web.static_files import TYPES
from tests.conftest import free_port
from tests.hostile.openapi import check, check_state
from tests.participant.fake_faults import MESSAGES, fault
from tests.participant.fake_shown_words import FakeShownWords
from tests.participant.fake_speaker import FakeSpeaker
from tests.participant.reading_module import ROOM as ROOM
from tests.participant.reading_module import reading_module as reading_module
from workshop.content.texts import Texts

NOT_OF_SERVER = {429, 500, 502}
"""What something between may answer, or a process that is broken; the document does not name it."""
Endpoint = Callable[[Request], Awaitable[Response]]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#F5A63C"/></svg>'
)


def fold(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().strip(" !?.,")


@dataclass
class FakeServer:
    """What the room shows, what it has stored, and how badly it behaves."""

    texts: dict[str, Texts]
    port: int = 0
    lang: str = "fi"
    state: dict[str, Any] = field(default_factory=dict)
    stored: list[tuple[str, str, str]] = field(default_factory=list)
    posts: list[dict[str, Any]] = field(default_factory=list)
    forms: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    outcome: dict[str, Any] | None = None
    counts: dict[str, Any] | None = None
    results_requests: list[float] = field(default_factory=list)
    failing: int | None = None
    losing_receipts: int = 0
    delay: float = 0
    streams: int = 0
    sent_states: int = 0
    opened_streams: int = 0
    beats: int = 0
    holds_streams: bool = False
    silent_streams: int = 0
    state_requests: list[str] = field(default_factory=list)
    deleted: bool = False
    blocks_cookies: bool = False
    violations: list[str] = field(default_factory=list)
    outside: bool = False
    module_requests: list[str] = field(default_factory=list)
    without_modules: bool = False
    rev: int = 0
    rounds: int = 0
    retracted: list[dict[str, Any]] = field(default_factory=list)
    speaker: FakeSpeaker = field(default_factory=FakeSpeaker)
    shown_words: FakeShownWords = field(default_factory=FakeShownWords)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reset(self) -> None:
        fresh = FakeServer(self.texts)
        for name in vars(fresh):
            if name not in {"texts", "port", "rev", "rounds", "streams", "opened_streams", "speaker", "shown_words"}:
                setattr(self, name, getattr(fresh, name))
        self.speaker.reset()
        self.shown_words.reset()
        self.show(round=None, kind="words", question="", open=False)

    # ---- what the facilitator does
    def show(self, **state: Any) -> None:
        self.state = {"closes_in_ms": None, "results": "hidden", "locked": False, "ended": False, **state}
        self.rev += 1

    def ask(self, kind: str, question: str, **more: Any) -> None:
        self.rounds += 1
        self.show(round=f"r{self.rounds}", kind=kind, question=question, open=True, **more)

    def ask_words(self, question: str = "Mitä tulee mieleen?", **more: Any) -> None:
        self.ask("words", question, **{"max_answers": 3, "max_chars": 40, **more})

    def ask_choice(self, question: str = "Mikä on roolisi?", *, multiple: bool = False, **more: Any) -> None:
        options = [
            {"id": "developer", "label": "Kehitän ratkaisuja työkseni"},
            {"id": "spreader", "label": "Verkotan ja levitän"},
            {"id": "curious", "label": "Olen uteliaana mukana"},
        ]
        self.ask("choice", question, **{"options": options, "multiple": multiple, **more})

    def ask_ranking(self, question: str = "Missä järjestyksessä edetään?", **more: Any) -> None:
        self.ask("ranking", question, **{"options": PLANS, "places": len(PLANS), **more})

    def ask_dots(self, question: str = "Mihin lähtisimme ensin?", **more: Any) -> None:
        self.ask("dots", question, **{"options": PLANS, "dots": 5, "max_per_option": None, **more})

    def ask_text(self, question: str = "Mikä auttaisi arjessa?", **more: Any) -> None:
        self.ask("text", question, **{"max_answers": 3, "max_chars": 280, "approval": True, **more})

    def ask_scale(self, question: str = "Miten meillä nyt tehdään?", **more: Any) -> None:
        statements = [{"id": "a", "label": "Asukkaat ovat mukana"}, {"id": "b", "label": "Tieto kulkee"}]
        ends = {"low": "Täysin eri mieltä", "high": "Täysin samaa mieltä"}
        self.ask("scale", question, **{"statements": statements, "steps": 5, "unsure": True, **ends, **more})

    def ask_form(self, question: str = "Propellipäätesti", **more: Any) -> None:
        questions = [
            {
                "id": f"q{number}",
                "question": text,
                "options": [{"id": key, "label": f"{label} {number}"} for key, label in _LABELS.items()],
            }
            for number, text in enumerate(_QUESTIONS, 1)
        ]  # fmt: skip
        self.ask("form", question, **{"questions": questions, **more})

    def lead(self, page: str = "examples", question: str = "Tutustu esimerkkeihin") -> None:
        """A link whose page the phone draws itself."""
        self.ask("link", question, href="/elsewhere", reading=self.reading(page))

    def reading(self, page: str) -> dict[str, str]:
        return {"page": page, "script": f"/live/{ROOM}/reading/{self.lang}-0.js"}

    def change(self, **more: Any) -> None:
        self.state = {**self.state, **more}
        self.rev += 1

    def silence_streams(self) -> None:
        """The streams that are open stay open, and nothing comes through them any more."""
        self.silent_streams = self.opened_streams

    @property
    def words(self) -> list[str]:
        return [text for _, _, text in self.stored]

    # ---- what is sent
    def public_state(self) -> dict[str, Any]:
        optional_parts = {**self.speaker.state(self.lang), **self.shown_words.state(self.lang, self.state["kind"])}
        state = {**optional_parts, "rev": self.rev, "room": ROOM, "lang": self.lang, **self.state}
        check_state(state)
        return state

    def data(self, lang: str) -> dict[str, Any]:
        return {
            "room": ROOM, "base": "", "lang": lang, "languages": ["fi", "sv", "en"], "state": self.public_state(),
            "texts": self.texts[lang].section("participant"), "retention_days": 90, "privacy_href": "/tietoa",
            "title": "Propelli", "admitted": not (self.outside and self.state["locked"]),
        }  # fmt: skip

    async def page(self, request: Request) -> Response:
        lang = request.query_params.get("kieli", self.lang)
        response = HTMLResponse(participant_page(self.data(lang)), headers={"Content-Security-Policy": POLICY})
        if not self.blocks_cookies and "propelli" not in request.cookies:
            response.set_cookie("propelli", f"p{time.monotonic_ns()}", httponly=True, samesite="lax")
        return response

    async def join(self, request: Request) -> Response:
        typed = request.query_params.get("koodi", "")
        if digits(typed) == ROOM:
            return RedirectResponse(f"/{ROOM}", 303)
        lang = request.query_params.get("kieli", self.lang)
        data = {**self.data(lang), "texts": self.texts[lang].section("join"), "title": "Propelli", "code": typed}
        data["complete"] = len(digits(typed)) == len(ROOM)
        status = 404 if typed else 200
        return HTMLResponse(join_page(data), status, headers={"Content-Security-Policy": POLICY})

    def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        kind = TYPES[name.rpartition(".")[2]]
        return Response(FILES[name], media_type=kind, headers={"Cache-Control": "max-age=31536000, immutable"})

    def module(self, request: Request) -> Response:
        """A reading page's module, made of the project's own content as the server's is."""
        self.module_requests.append(request.path_params["name"])
        if self.without_modules:
            return Response(status_code=404)
        body = reading_module(request.path_params["name"][:2])
        headers = {"Cache-Control": "max-age=31536000, immutable", "Content-Encoding": "gzip"}
        return Response(body, media_type="text/javascript", headers=headers)

    async def events(self, request: Request) -> Response:
        if failure := self.failure():
            return failure
        return StreamingResponse(self._stream(request), media_type="text/event-stream")

    def failure(self) -> JSONResponse | None:
        """The answer of a server that is busy, or that no longer has the room."""
        if self.failing:
            return fault(self.failing, "busy")
        return fault(404, "room") if self.deleted else None

    async def _stream(self, request: Request) -> AsyncIterator[str]:
        sent_rev = None
        self.streams += 1
        self.opened_streams += 1
        number, beats = self.opened_streams, self.beats
        try:
            yield "retry: 1000\n\n"
            while (self.holds_streams or not self.failure()) and not await request.is_disconnected():
                if self.holds_streams or number <= self.silent_streams:
                    await asyncio.sleep(0.02)
                    continue
                if beats != self.beats:
                    beats = self.beats
                    yield f"event: beat\ndata: {self.rev}\n\n"
                if sent_rev != self.rev:
                    sent_rev = self.rev
                    yield f"data: {json.dumps(self.public_state())}\n\n"
                    self.sent_states += 1
                await asyncio.sleep(0.02)
            if self.deleted:
                yield f"event: gone\ndata: {json.dumps({'error': 'room', 'message': MESSAGES['room']})}\n\n"
        finally:
            self.streams -= 1

    async def latest_state(self, request: Request) -> Response:
        self.state_requests.append(request.query_params["rev"])
        if failure := self.failure():
            return failure
        if request.query_params["rev"] == str(self.rev):
            return Response(status_code=204)
        return JSONResponse(self.public_state())

    def participant(self, request: Request) -> str | None:
        return request.cookies.get("propelli") or request.headers.get("x-participant")

    def own(self, participant: str | None) -> list[str]:
        return [text for who, where, text in self.stored if (who, where) == (participant, self.state["round"])]

    async def me(self, request: Request) -> Response:
        if failure := self.failure():
            return failure
        participant, now = self.participant(request), self.state["round"]
        form = self.forms.get((participant or "", now or ""))
        answers = [f"{key}={value}" for key, value in form.items()] if form else self.own(participant)
        left = max(0, self.state.get("max_answers", 1) - len(answers))
        result = {"result": self.outcome} if form else {}
        known = {"known": participant is not None, "admitted": not (self.outside and self.state["locked"])}
        return JSONResponse({"round": now, "answers": answers, "left": left, **known, **result})

    async def answer(self, request: Request) -> Response:
        body = await request.json()
        self.posts.append(body)
        if self.delay:
            await asyncio.sleep(self.delay)
        if failure := self.failure():
            return failure
        reply = self._take(body, self.participant(request) or "")
        if self.losing_receipts:
            self.losing_receipts -= 1
            return Response("gone", 502)
        return reply

    def _take(self, body: dict[str, Any], participant: str) -> Response:
        if body["round"] != self.state["round"]:
            return fault(409, "round")
        if not self.state["open"]:
            return fault(409, "closed")
        if "form" in body:
            self.forms[participant, body["round"]] = body["form"]
            return JSONResponse({"saved": list(body["form"]), "left": 0, "result": self.outcome})
        dots = {f"{option}={n}": str(n) for option, n in body.get("dots", {}).items()}
        if chosen := body.get("choices") or body.get("ranking") or list(dots):
            self.stored = [row for row in self.stored if row[:2] != (participant, body["round"])]
            self.stored += [(participant, body["round"], option) for option in chosen]
            return JSONResponse({"saved": list(dots.values()) or chosen, "left": 0, "result": None})
        if "scale" in body:
            steps = {name: "unsure" if step is None else str(step) for name, step in body["scale"].items()}
            self.forms[participant, body["round"]] = steps
            return JSONResponse({"saved": list(steps.values()), "left": 0, "result": None})
        return self._take_words(body, participant)

    def _take_words(self, body: dict[str, Any], participant: str) -> Response:
        body = {**body, "words": body.get("words") or body["texts"]}
        own_words = {fold(text): text for text in self.own(participant)}
        fresh = {fold(word): word for word in body["words"] if fold(word) not in own_words}
        if long := [word for word in fresh.values() if len(word) > self.state["max_chars"]]:
            return fault(422, "long", answer=long[0])
        if len(own_words) + len(fresh) > self.state["max_answers"]:
            return fault(422, "many")
        self.stored += [(participant, body["round"], word) for word in fresh.values()]
        saved = {key: (own_words | fresh)[key] for key in map(fold, body["words"])}
        left = self.state["max_answers"] - len(own_words) - len(fresh)
        return JSONResponse({"saved": list(saved.values()), "left": left, "result": None})

    async def results(self, _: Request) -> Response:
        self.results_requests.append(time.monotonic())
        return JSONResponse({"round": self.state["round"], **self.counts}) if self.counts else fault(403, "results")

    def checked(self, endpoint: Endpoint, method: str, path: str) -> Endpoint:
        """The endpoint whose answers are held to docs/openapi.yaml as the server's are; a bad one fails the test."""

        async def answer(request: Request) -> Response:
            response = await endpoint(request)
            if response.status_code in NOT_OF_SERVER:
                return response
            copy = httpx.Response(response.status_code, headers=response.headers, content=bytes(response.body))
            try:
                check(copy, method, path)
            except (AssertionError, jsonschema.ValidationError) as error:
                self.violations.append(f"{method} {path}: {error}")
            return response

        return answer

    async def retract(self, request: Request) -> Response:
        body = await request.json()
        self.retracted.append(body)
        if failure := self.failure():
            return failure
        if not self.state["open"]:
            return fault(409, "closed")
        participant, retracted_words = (
            self.participant(request),
            {fold(text) for text in body.get("words") or body["texts"]},
        )
        self.stored = [row for row in self.stored if row[0] != participant or fold(row[2]) not in retracted_words]
        return JSONResponse({"left": self.state["max_answers"] - len(self.own(participant))})

    def app(self) -> Starlette:
        live, document = f"/live/{ROOM}", "/live/{code}"
        routes = [
            Route(f"/{ROOM}", self.page),
            Route("/liity", self.join),
            Route("/assets/{name}", self.asset),
            Route("/picture.svg", lambda _: Response(PICTURE, media_type="image/svg+xml")),
            Route("/elsewhere", lambda _: Response("elsewhere")),
            Route(live, self.events),
            Route(f"{live}/state", self.checked(self.latest_state, "GET", f"{document}/state")),
            Route(f"{live}/me", self.checked(self.me, "GET", f"{document}/me")),
            Route(f"{live}/answers", self.checked(self.answer, "POST", f"{document}/answers"), methods=["POST"]),
            Route(f"{live}/answers", self.checked(self.retract, "DELETE", f"{document}/answers"), methods=["DELETE"]),
            Route(f"{live}/reading/{{name}}", self.module),
            *self.speaker.routes(live),
            *self.shown_words.routes(live, lambda request: (self.state["round"], self.own(self.participant(request)))),
            Route(f"{live}/results", self.checked(self.results, "GET", f"{document}/results")),
        ]
        return Starlette(routes=routes, middleware=[Middleware(GZipMiddleware)])


PLANS = [
    {"id": "hall", "label": "Kylätalo auki joka päivä"},
    {"id": "rides", "label": "Kyytirinki ja kimppakyydit"},
    {"id": "cafe", "label": "Yhteinen kyläkahvila"},
    {"id": "help", "label": "Digiapua kotiin vietynä"},
]
_QUESTIONS = ("Kutsu kilahtaa. Mitä teet ensin?", "Mikä on paras palaveri?", "Mitä viet kotiin?")
_LABELS = {"a": "Soitan asiakkaalle", "b": "Kirjoitan ideoita", "c": "Lasken tunnit"}


@contextmanager
def served(texts: dict[str, Texts]) -> Iterator[FakeServer]:
    """The server on a free port of this machine."""
    fake_server = FakeServer(texts, port=free_port())
    fake_server.reset()
    config = uvicorn.Config(
        fake_server.app(), host="127.0.0.1", port=fake_server.port, log_level="error", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield fake_server
    server.should_exit = True
    thread.join(10)
