"""A page over a file of words for the word list's browser tests, and what a test sees and does on it."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.conftest import ROOT
from workshop.content.text_files import load_texts

HARNESS = """
import json, os
from pathlib import Path
import streamlit as st
from components.word_desk import pressed, word_desk

folder = Path(__file__).parent / st.query_params["case"]


def kept(name):
    return json.loads((folder / name).read_text("utf-8"))


def keep(name, value):
    fresh = folder / f"{name}.new"
    fresh.write_text(json.dumps(value), "utf-8")
    os.replace(fresh, folder / name)


def apply(state, action):
    keys = set(action["keys"])
    before = json.dumps(state["entries"])
    touched = [entry for entry in state["entries"] if keys & {form["key"] for form in entry["forms"]}]
    kind, text, number = action["action"], touched[0]["text"] if touched else "", len(state["taken"])
    for entry in touched:
        if kind in ("hide", "restore"):
            entry["hidden"] = kind == "hide"
        if kind == "restore":
            entry["blocked"] = False
        if kind == "approve":
            entry["waiting"] = False
        if kind == "join":
            target = next(one for one in state["entries"] if one["key"] == action["target"])
            target["forms"] += entry["forms"]
            target["count"] += entry["count"]
            state["entries"].remove(entry)
        if kind == "apart":
            out = [form for form in entry["forms"] if form["key"] in keys]
            entry["forms"] = [form for form in entry["forms"] if form["key"] not in keys]
            entry["count"] -= out[0]["count"]
            text = out[0]["text"]
            state["entries"].append({**entry, **out[0], "forms": out})
    if kind == "undo":
        state["entries"] = json.loads(state["taken"].pop())
        state["decisions"] = [one for one in state["decisions"] if one["id"] != action["decision"]]
    else:
        state["taken"].append(before)
        state["decisions"].append({"id": number, "kind": kind, "text": text, "target": action["target"]})
    state["entries"].sort(key=lambda entry: -entry["count"])


st.button("Space", shortcut="Space", on_click=lambda: (folder / "space").write_text("pressed"))


def take():
    action = pressed("words")
    if action is None:
        return
    keep("actions.json", [*kept("actions.json"), action])
    state = kept("state.json")
    if not state["deaf"]:
        apply(state, action)
        keep("state.json", state)


@st.fragment(run_every=0.3)
def live():
    state = kept("state.json")
    data = {name: state[name] for name in ("lang", "texts", "approval", "entries", "decisions")}
    word_desk(data, key="words", on_action=take)


live()
"""


def entry(text: str, count: int = 1, *forms: tuple[str, int], **flags: bool) -> dict[str, Any]:
    typed = forms or ((text, count),)
    return {
        "key": f"e-{text}", "text": text, "count": count, "hidden": False, "blocked": False, "waiting": False,
        "forms": [{"key": form, "text": form, "count": n} for form, n in typed], **flags,
    }  # fmt: skip


class Case:
    """One list of words with its own page address; the test changes the words as other people would."""

    def __init__(self, folder: Path, address: str, page: Page) -> None:
        self.folder, self.address, self.page = folder, address, page

    def write(self, **changes: object) -> None:
        path = self.folder / "state.json"
        path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")

    def open(self, entries: list[dict[str, Any]], *, width: int = 1280, lang: str = "fi", **state: object) -> "Case":
        self.folder.mkdir()
        texts = load_texts(ROOT / "data")[0][lang].section("word_desk")
        start = {"lang": lang, "texts": texts, "approval": False, "entries": entries, "decisions": []}
        whole = {**start, "taken": [], "deaf": False, **state}
        (self.folder / "state.json").write_text(json.dumps(whole), "utf-8")
        (self.folder / "actions.json").write_text("[]")
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(f"{self.address}/?case={self.folder.name}")
        expect(self.page.get_by_role("region", name=re.compile("Sanojen|ord|words"))).to_be_visible()
        return self

    @property
    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = json.loads((self.folder / "state.json").read_text("utf-8"))
        return state

    @property
    def actions(self) -> list[dict[str, Any]]:
        actions: list[dict[str, Any]] = json.loads((self.folder / "actions.json").read_text("utf-8"))
        return actions

    def row(self, word: str) -> Locator:
        exact = self.page.locator(".word > .text", has_text=re.compile(f"^{re.escape(word)}$"))
        return self.page.locator("li[data-key]").filter(has=exact)

    def words(self) -> list[str]:
        return self.page.locator("li[data-key]:not(.gone) .word > .text").all_inner_texts()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def status(self) -> Locator:
        return self.page.get_by_role("status").filter(has_text=re.compile(r"\S"))

    def away(self) -> None:
        self.page.mouse.move(5, 5)
