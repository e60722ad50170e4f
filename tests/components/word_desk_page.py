"""The word list in a page of its own, over words that the test keeps, and what a test sees and does on it."""

import copy
import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from components import presses, word_desk
from components.scripts import join
from components.styles import TOKENS
from workshop.content.text_files import packaged_texts

SERVER = """
const list = new WordDesk(document.querySelector(".word-desk"));
const send = async (action, answered) => {
  const data = await act(action);
  answered(true);
  if (data) drawWords(data);
};
globalThis.drawWords = (data) => list.update(data, send, () => {});
globalThis.spaces = 0;
document.addEventListener("keydown", (event) => (spaces += event.key === " "));
"""
"""What stands round the list: decisions go to the test, which gives what they led to; a key of the page's own."""


def page_html() -> str:
    style = f":root{{color-scheme:light dark}}{TOKENS}{presses.STYLE}{word_desk.STYLE}"
    script = join((*presses.BUTTON, *word_desk.SCRIPTS))
    head = f'<!doctype html><html lang="fi"><meta name="viewport" content="width=device-width"><style>{style}</style>'
    return f"{head}<body>{word_desk.HTML}<script>{script}{SERVER}</script>"


def entry(text: str, count: int = 1, *forms: tuple[str, int], **flags: bool) -> dict[str, Any]:
    typed = forms or ((text, count),)
    return {
        "key": f"e-{text}", "text": text, "count": count, "hidden": False, "blocked": False, "waiting": False,
        "forms": [{"key": form, "text": form, "count": n} for form, n in typed], **flags,
    }  # fmt: skip


class Case:
    """One list of words; the test changes the words as other people would. A deaf one keeps what it is asked to do."""

    def __init__(self, page: Page) -> None:
        self.page, self.state, self._actions = page, dict[str, Any](), list[dict[str, Any]]()
        self._before: list[list[dict[str, Any]]] = []
        page.expose_function("act", self._act)

    @property
    def actions(self) -> list[dict[str, Any]]:
        """What the list has sent so far."""
        self.page.evaluate("0")  # what waits comes now
        return self._actions

    def write(self, **changes: object) -> None:
        self.state |= changes
        self.page.evaluate("drawWords", self._data())

    def open(self, entries: list[dict[str, Any]], *, width: int = 1280, lang: str = "fi", **state: object) -> "Case":
        texts = packaged_texts(lang).section("word_desk")
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.set_content(page_html())
        start = {"lang": lang, "texts": texts, "approval": False, "entries": entries, "decisions": [], "deaf": False}
        self.write(**{**copy.deepcopy(start), **state})
        expect(self.page.get_by_role("region", name=re.compile("Sanojen|ord|words"))).to_be_visible()
        return self

    def _data(self) -> dict[str, Any]:
        return {name: value for name, value in self.state.items() if name != "deaf"}

    def _act(self, action: dict[str, Any]) -> dict[str, Any] | None:
        """Takes an action as the server does."""
        self._actions.append(action)
        if self.state["deaf"]:
            return None
        if action["action"] == "undo":
            self.state["entries"] = self._before.pop()
            decisions = [decision for decision in self.state["decisions"] if decision["id"] != action["decision"]]
            self.state["decisions"] = decisions
        else:
            self._decide(action)
        self.state["entries"].sort(key=lambda entry: -entry["count"])
        return self._data()

    def _decide(self, action: dict[str, Any]) -> None:
        self._before.append(copy.deepcopy(self.state["entries"]))
        keys, kind = set(action["keys"]), action["action"]
        touched = [entry for entry in self.state["entries"] if keys & {form["key"] for form in entry["forms"]}]
        text = touched[0]["text"] if touched else ""
        for entry in touched:
            if kind in {"hide", "restore"}:
                entry["hidden"] = kind == "hide"
                entry["blocked"] = entry["blocked"] and kind == "hide"
            if kind == "approve":
                entry["waiting"] = False
            if kind == "join":
                self._join(entry, action["target"])
            if kind in {"apart", "keep"}:
                entry["suggestions"] = [form for form in entry.get("suggestions", []) if form["key"] not in keys]
                text = next(form["text"] for form in entry["forms"] if form["key"] in keys)
            if kind == "apart":
                self._take_apart(entry, keys)
        decision = {"id": len(self._before) - 1, "kind": kind, "text": text, "target": action["target"]}
        self.state["decisions"] = [*self.state["decisions"], decision]

    def _join(self, entry: dict[str, Any], key: str) -> None:
        target = next(candidate for candidate in self.state["entries"] if candidate["key"] == key)
        target["forms"] += entry["forms"]
        target["count"] += entry["count"]
        self.state["entries"].remove(entry)

    def _take_apart(self, entry: dict[str, Any], keys: set[str]) -> None:
        forms = [form for form in entry["forms"] if form["key"] in keys]
        entry["forms"] = [form for form in entry["forms"] if form["key"] not in keys]
        entry["count"] -= forms[0]["count"]
        self.state["entries"].append({**entry, **forms[0], "forms": forms})

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
