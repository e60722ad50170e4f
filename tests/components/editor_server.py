"""The editor in a page of its own, over a draft that the test keeps as the server does in the store."""

import copy
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from components import editor
from components.scripts import join
from server.usecases.written_workshops import WrittenWorkshops
from tests.conftest import ROOT, free_port
from workshop.content.loader import load
from workshop.content.text_files import packaged_texts
from workshop.content.texts import LANGUAGES

PAGE = """<!doctype html><html lang="fi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Muokkaa</title><link rel="icon" href="/assets/svg/favicon.svg">
<style>:root{{color-scheme:light dark}}body{{margin:0}}</style><main id="host"></main>
<script type="module">
import mount from "/editor.js";
const root = document.querySelector("#host").attachShadow({{ mode: "open" }});
root.innerHTML = {html};
globalThis.parts = [];
mount({{ data: {data}, parentElement: root, setStateValue: (_, part) => globalThis.parts.push(part) }});
</script>"""


def field(name: str, kind: str, label: str, **values: Any) -> dict[str, Any]:
    rest = {"hint": "", "required": True, "max": None, "multiline": False, "least": None, "most": None}
    return {"name": name, "type": kind, "label": label, **rest, "choices": [], "fields": [], **values}


QUESTION = [
    field("question", "text", "Kysymys", max=200),
    field("help", "text", "Ohje", required=False, max=400),
]
PLAN = [
    field("minutes", "number", "Aikaa", required=False, least=1, most=480, hint="min"),
    field("speaker_note", "plain", "Muistiinpano ohjaajalle", required=False, multiline=True, max=2000),
]
OPTIONS = field(
    "options", "rows", "Vaihtoehdot", least=2, most=30, fields=[field("label", "text", "Vaihtoehto", max=80)]
)
RESULTS = [{"value": "always", "label": "Koko ajan"}, {"value": "after", "label": "Lopuksi"}]


def kind(name: str, label: str, about: str, *fields: dict[str, Any], **blank: Any) -> dict[str, Any]:
    return {
        "kind": name, "label": label, "about": about, "picture": f"/assets/svg/kind_{name}.svg",
        "fields": [*QUESTION, *fields, *PLAN], "blank": {"kind": name, "question": {}, **blank}, "available": True,
    }  # fmt: skip


KINDS = [
    kind("words", "Sanapilvi", "Kasvavia sanoja", field("max_answers", "number", "Vastauksia", least=1, most=10)),
    kind(
        "choice", "Vaihtoehdot", "Yksi tai monta", OPTIONS, field("multiple", "switch", "Saa valita monta"),
        field("results", "choice", "Tulokset", choices=RESULTS), options=[{"label": {}}, {"label": {}}],
    ),
    kind("ranking", "Järjestä", "Tärkein ensin", OPTIONS, options=[]),
    kind("quiz", "Testi", "Kuka sinusta löytyy?") | {"available": False},
]  # fmt: skip
LINK = [field("label", "text", "Teksti"), field("url", "plain", "Osoite")]
FORMS = {
    "details": field("workshop", "group", "Tiedot", fields=[
        field("title", "text", "Nimi", max=200),
        field("organiser", "group", "Järjestäjä", fields=[field("contact", "text", "Yhteystieto")]),
    ]),
    "pages": field("pages", "group", "Sivut", fields=[
        field("benefits", "texts", "Hyödyt", required=False),
        field("links", "list", "Linkit", required=False, most=20, fields=LINK),
    ]),
}  # fmt: skip


def choice(name: str, question: str, *options: str, **values: Any) -> dict[str, Any]:
    rows = [{"id": f"o{number}", "label": {"fi": text}} for number, text in enumerate(options, 1)]
    return {"id": name, "kind": "choice", "question": {"fi": question}, "options": rows, **values}


FEW = [
    {"id": "first", "kind": "words", "question": {"fi": "Mitä kuuluu?", "sv": "Hur går det?"}, "minutes": 6},
    choice("second", "Mihin lähtisimme ensin?", "Kahvila", "Kimppakyydit", "Kylätalo", minutes=5),
    choice("third", "Missä järjestyksessä?", "Yksi", "Kaksi"),
]
DENSE = [
    choice(
        f"item_{number}", f"Kysymys {number}: mitä tästä ajattelette, kun katsotte koko vuotta yhdessä?",
        *(f"Vaihtoehto {option}, jonka nimi on tavallista pitempi" for option in range(30)), minutes=number % 15 + 1,
    )
    for number in range(60)
]  # fmt: skip


def change_in_place(document: Any, change: Mapping[str, Any]) -> dict[str, Any]:
    """As workshop/content/draft_changes.py, without its checks; returns the change that takes it back."""
    path = list(change["path"])
    parent, key = document, path[-1]
    for step in path[:-1]:
        parent = parent.setdefault(step, {}) if isinstance(parent, dict) else parent[step]
    if change["op"] == "set":
        former = parent.get(key) if isinstance(parent, dict) else parent[key]
        if change.get("value") is None:
            parent.pop(key, None)
        else:
            parent[key] = copy.deepcopy(change["value"])
        return {"op": "set", "path": path, "value": former}
    if change["op"] == "insert":
        parent.insert(key, copy.deepcopy(change["value"]))
        return {"op": "remove", "path": path}
    row = parent.pop(key)
    if change["op"] == "remove":
        return {"op": "insert", "path": path, "value": row}
    parent.insert(change["to"], row)
    return {"op": "move", "path": [*path[:-1], change["to"]], "to": key}


class EditorServer:
    """One draft. `failing` is answered instead of a change, `lost` changes are done without an answer."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.texts: dict[str, dict[str, Any]] = {lang: packaged_texts(lang).section("editor") for lang in LANGUAGES}
        self.reset(FEW)

    def reset(self, activities: list[dict[str, Any]]) -> None:
        self.document: dict[str, Any] = {
            "workshop": {
                "title": {"fi": "Lähipalvelut kylillä: mitä tehdään yhdessä?"}, "languages": ["fi", "sv"],
                "organiser": {"contact": {"fi": "kylät@example.org"}}, "activities": copy.deepcopy(activities),
                "pages": {"benefits": [{"fi": "Lähellä"}], "links": []},
            },
        }  # fmt: skip
        self.rev, self.posts, self.rooms = 1, list[dict[str, Any]](), 0
        self.before, self.after = list[Any](), list[Any]()
        self.editor: str | None = None
        self.answers: dict[str, Any] = {}
        self.failing, self.lost, self.count = 0, 0, 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/muokkaa"

    @property
    def items(self) -> list[dict[str, Any]]:
        return list(self.document["workshop"]["activities"])

    def options(self, item: int) -> list[str]:
        return [option["label"].get("fi", "") for option in self.items[item]["options"]]

    def edit(self, *changes: Mapping[str, Any]) -> None:
        """A change by somebody else."""
        for change in changes:
            change_in_place(self.document, change)
        self.rev += 1

    def findings(self) -> list[dict[str, Any]]:
        findings: list[dict[str, Any]] = []
        for number, item in enumerate(self.items):
            path = ["workshop", "activities", number]
            if not item.get("question", {}).get("fi", "").strip():
                findings.append({"path": [*path, "question"], "sentence": "Kirjoita kysymys.", "blocking": True})
            labels = [option["label"].get("fi") for option in item.get("options", [])]
            for row, label in enumerate(labels):
                if label in labels[:row]:
                    sentence = f"”{label or ''}” on mukana kahdesti. Poista toinen."
                    findings.append({"path": [*path, "options", row], "sentence": sentence, "blocking": True})
        return findings

    def missing(self) -> dict[str, list[Any]]:
        paths = []
        for number, item in enumerate(self.items):
            texts: list[tuple[list[Any], Any]] = [(["question"], item["question"])]
            texts += [
                (["options", row, "label"], option["label"]) for row, option in enumerate(item.get("options", []))
            ]
            base = ["workshop", "activities", number]
            paths += [[*base, *path] for path, text in texts if text.get("fi") and not text.get("sv")]
        return {"sv": paths}

    def standing(self) -> dict[str, Any]:
        findings = self.findings()
        return {
            "rev": self.rev, "saved_at": 1_800_000_000_000, "findings": findings, "missing": self.missing(),
            "can_undo": bool(self.before), "can_redo": bool(self.after), "can_start": not findings,
        }  # fmt: skip

    def state(self, session: str) -> dict[str, Any]:
        mine = self.editor in {None, session}
        return {
            "id": "x", "title": "Lähipalvelut", **self.standing(), "document": self.document, "example_count": 0,
            "editor": {"mine": mine, "since": None if mine else 1_800_000_000_000}, "kinds": KINDS, "forms": FORMS,
        }  # fmt: skip

    async def newest(self, request: Request) -> Response:
        query = request.query_params
        if self.failing:
            return JSONResponse({"error": "away", "message": "Ei nyt."}, self.failing)
        same = query.get("rev") == str(self.rev) and self.editor in {None, query["session"]}
        return Response(status_code=204) if same else JSONResponse(self.state(query["session"]))

    async def change(self, request: Request) -> Response:
        body = await request.json()
        if self.failing:
            return JSONResponse({"error": "away", "message": "Ei nyt."}, self.failing)
        self.posts.append(body)
        serial = request.headers["press-id"]
        if serial not in self.answers:
            if self.editor not in {None, body["session"]} or body["rev"] != self.rev:
                return JSONResponse(self.state(body["session"]), 409)
            self.answers[serial] = self.take(body)
        if self.lost:
            self.lost -= 1
            return Response("gone", 502)
        return JSONResponse(self.answers[serial])

    def take(self, body: dict[str, Any]) -> dict[str, Any]:
        self.editor = body["session"]
        self.rev += 1
        if body.get("undo") or body.get("redo"):
            source, target = (self.before, self.after) if body.get("undo") else (self.after, self.before)
            changes = source.pop()
            target.append([change_in_place(self.document, change) for change in changes][::-1])
            return {"changes": changes, **self.standing()}
        inverses, ids = [], []
        for change in body["changes"]:
            inverses.append(change_in_place(self.document, change))
            if (
                change["op"] == "insert"
                and "id" not in change["value"]
                and change["path"][-2] in {"activities", "options"}
            ):
                self.count += 1
                ids.append({"op": "set", "path": [*change["path"], "id"], "value": f"made_{self.count}"})
        for change in ids:
            change_in_place(self.document, change)
        self.before.append(inverses[::-1])
        self.after.clear()
        return {"changes": ids, **self.standing()}

    async def take_over(self, request: Request) -> Response:
        self.editor = (await request.json())["session"]
        return JSONResponse(self.state(self.editor))

    async def start(self, request: Request) -> Response:
        self.rooms += 1
        return JSONResponse({"code": "482915"})

    async def lines(self, request: Request) -> Response:
        """What the real server would make of the lines."""
        body = await request.json()
        written = WrittenWorkshops(SimpleNamespace(built_in=load(ROOT / "data")), None)  # type: ignore[arg-type]
        lines = written.lines(body["text"], "fi")
        return JSONResponse({**lines, "items": written.items(body["text"], "fi", body["items_in"])})

    async def page(self, request: Request) -> Response:
        query, lang = request.query_params, request.query_params.get("kieli", "fi")
        data = {
            "base": "", "workshop": "x", "lang": lang, "part": query.get("osa", "programme"),
            "item": query.get("kohta", ""), "texts": self.texts[lang],
        }  # fmt: skip
        html = f"<style>{editor.STYLE}</style>{editor.HTML}"
        dump = json.dumps([html, data]).replace("</", "<\\/")
        return HTMLResponse(PAGE.format(html=f"({dump})[0]", data=f"({dump})[1]"))

    def app(self) -> Starlette:
        script = join(editor.SCRIPTS)
        draft = "/workshops/x/draft"
        return Starlette(routes=[
            Route("/muokkaa", self.page),
            Route("/ohjaus", lambda _: HTMLResponse("<title>Ohjaus</title>")),
            Route("/editor.js", lambda _: Response(script, media_type="text/javascript")),
            Route(draft, self.newest),
            Route(draft, self.change, methods=["POST"]),
            Route(f"{draft}/editor", self.take_over, methods=["POST"]),
            Route("/workshops/lines", self.lines, methods=["POST"]),
            Route("/workshops/x/rooms", self.start, methods=["POST"]),
        ])  # fmt: skip


@contextmanager
def served() -> Iterator[EditorServer]:
    """The editor on a free port of this machine."""
    editor = EditorServer(free_port())
    app = editor.app()
    app.mount("/assets/svg", StaticFiles(directory=ROOT / "static" / "svg"))
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=editor.port, log_level="error", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield editor
    server.should_exit = True
    thread.join(10)
