"""Every page and state speaks one language: no Finnish word on a Swedish or an English page."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import ROOT, Server
from tests.texts.test_keys import TEXTS, forms
from workshop.content.documents import read_yaml
from workshop.content.loader import load

PATHS = ("/", "/vastaa", "/arviointi", "/esimerkit", "/testi", "/seuraavaksi", "/liity", "/hukassa")
READING = {"examples", "closing"}
"""What phones show in the place of the question until they are led on."""
ACTIVITIES = ("word_cloud", "roles", "assessment", "examples", "quiz", "closing")
WORD = re.compile(r"[^\W\d_]{4,}")
# What the page says, in shadow roots too; the names of the languages are in their own language.
SPOKEN = """() => {
  const said = [document.title];
  const read = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.closest('script, style, nav.languages, .foot nav, .speaker-note p, .address')) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) said.push(one.getAttribute(name) ?? '');
      for (const node of one.childNodes) if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
      if (one.shadowRoot) read(one.shadowRoot);
    }
  };
  read(document);
  return said;
}"""


def localised(tree: Any) -> Iterator[Mapping[str, str]]:
    """Every text of the content with its languages."""
    if isinstance(tree, dict) and {"fi", "sv", "en"} <= set(tree):
        yield tree
    elif isinstance(tree, dict | list):
        for child in tree.values() if isinstance(tree, dict) else tree:
            yield from localised(child)


def words(lang: str) -> set[str]:
    """Each word that the screen and the content have in a language."""
    texts = [form for text in TEXTS[lang].values() for form in forms(text)]
    for name in ("workshop", "criteria", "quiz"):
        texts += [str(text[lang]) for text in localised(read_yaml(ROOT / "data" / f"{name}.yaml").data)]
    for example in load(ROOT / "data").examples:
        texts += [text(lang) for text in (example.title, example.place, example.summary, example.note) if text]
    return {word.lower() for text in texts for word in WORD.findall(re.sub(r"\S+\.\S+|#\S+", " ", text))}


FINNISH = words("fi") - words("sv") - words("en")


def finnish_words(page: Page) -> set[str]:
    texts = [re.sub(r"\S+[./]\S+|#\S+", " ", text) for text in page.evaluate(SPOKEN)]
    return {word.lower() for text in texts for word in WORD.findall(text)} & FINNISH


def settled(page: Page) -> None:
    expect(page.get_by_role("heading").first).to_be_visible()
    page.wait_for_load_state("networkidle")


def test_there_are_words_to_find(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/tietoa?kieli=fi", "phone")
    settled(page)
    assert {"tietosuoja", "evästeet", "lähteet"} & finnish_words(page)
    assert len(FINNISH) > 500


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_pages_for_everybody(server: Server, open_page: OpenPage, lang: str) -> None:
    page = open_page(f"{server.address}/?kieli={lang}", "phone")
    for path in PATHS:
        page.goto(f"{server.address}{path}")
        settled(page)
        assert (path, finnish_words(page)) == (path, set())


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_room_from_the_phone_to_the_results(server: Server, open_page: OpenPage, lang: str) -> None:
    room = server.new_room("--lang", lang)
    phone = open_page(f"{room.phone}?kieli={lang}", "phone")
    screen = open_page(room.screen, "screen", lang="fi-FI")
    desk = open_page(room.control, "desk", lang="fi-FI")
    expect(desk.get_by_role("heading").first).to_be_visible()
    texts, before = load(ROOT / "data").texts[lang], ""
    for activity in ACTIVITIES:
        server.command("room", "open", room.code, activity)
        if before in READING:
            onward = texts("reading.onward" if activity in READING else "reading.answer")
            phone.get_by_role("button", name=onward).click()
        before = activity
        title = next(item.question(lang) for item in load(ROOT / "data").activities if item.id == activity)
        for page in (phone, screen, desk):
            is_read = page is phone and activity in READING
            expect(page.locator(".reading h1") if is_read else page.get_by_text(title).first).to_be_visible()
            assert (activity, finnish_words(page)) == (activity, set())
    server.command("room", "close", room.code)
    desk.goto(f"{server.address}/tulokset?huone={room.code}")
    settled(desk)
    assert finnish_words(desk) == set()
