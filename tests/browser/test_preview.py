"""The preview as an organiser sees it: the real pages in frames, which follow the form and tell nobody anything."""

from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, Request, expect

from components.editor import preview
from components.scripts import join
from server.usecases.preview import SAMPLE_CODE
from tests.browser.conftest import OpenPage
from tests.conftest import ROOT, Server
from workshop.content.loader import load

CONTENT = load(ROOT / "data")
STYLE = (ROOT / "components" / "editor" / "style" / "preview_frames.css").read_text("utf-8")
MOUNT = """([style, texts]) => {
  const root = document.createElement("div");
  root.style = "position: fixed; inset: 0; z-index: 9999999; overflow: auto; width: 420px; background: Canvas";
  document.body.append(root);
  const sheet = document.createElement("style");
  sheet.textContent = style;
  root.append(sheet);
  %s
  window.preview = mountPreview(root, { base: "", workshop: "built_in", lang: "fi", theme: "light", texts });
}"""

FORGERY = """() => new Promise((delivered) => {
  window.addEventListener("message", delivered, { once: true });
  const state = { round: "r1", kind: "words", question: "Väärä", open: true, max_answers: 1, max_chars: 9 };
  window.postMessage({ type: "preview", state: { ...state, results: "hidden" } }, location.origin);
})"""
"""A message that the page around has not sent; fulfilled when it has been heard."""


class Editor:
    """A page of the organiser with a preview on it."""

    def __init__(self, page: Page, texts: dict[str, Any]) -> None:
        self.page, self.requests = page, list[Request]()
        page.get_by_label("salasana").fill("lupa")
        page.get_by_role("button").first.click()
        expect(page.get_by_role("heading", name="Työpajat")).to_be_visible()
        page.evaluate(MOUNT % join(preview.SCRIPTS), [STYLE, texts])
        page.on("request", lambda request: self.requests.append(request))
        self.wall = page.frame_locator(f"iframe[title='{texts['projector']}']")
        self.phone = page.frame_locator(f"iframe[title='{texts['participant']}']")

    def show(self, **wish: object) -> None:
        self.page.evaluate("(wish) => window.preview.show(wish)", wish)


@pytest.fixture
def editor(open_page: OpenPage, server: Server) -> Editor:
    texts = CONTENT.texts["fi"].section("editor")["preview"]
    return Editor(open_page(f"{server.address}/ohjaus", "desk"), texts)


def background(frame: FrameLocator) -> str:
    return str(frame.locator("html").evaluate("(html) => getComputedStyle(html).backgroundColor"))


def test_phone_and_projector_follow_the_chosen_item_its_language_and_its_theme(editor: Editor) -> None:
    roles, cloud = (CONTENT.activity(name) for name in ("roles", "word_cloud"))
    assert roles is not None
    assert cloud is not None
    editor.show(item="roles", lang="fi", theme="light", rev=1)
    for frame in (editor.phone, editor.wall):
        expect(frame.locator("h1")).to_have_text(roles.question("fi"))
    expect(editor.wall.locator(".bars dt").first).to_be_visible()
    light = background(editor.phone)
    editor.show(theme="dark")
    expect(editor.phone.locator("html")).not_to_have_css("background-color", light)
    editor.show(item="word_cloud", lang="sv")
    for frame in (editor.phone, editor.wall):
        expect(frame.locator("h1")).to_have_text(cloud.question("sv"))
    expect(editor.wall.locator(".cloud")).to_contain_text("förtroende")
    expect(editor.phone.locator("html")).not_to_have_css("background-color", light)


def test_an_answer_on_the_phone_is_thanked_for_and_goes_nowhere(editor: Editor) -> None:
    editor.show(item="word_cloud", lang="fi", theme="light", rev=1)
    editor.phone.locator("input").first.fill("aurinko")
    editor.phone.locator("button[type=submit]").click()
    expect(editor.phone.locator(".said")).to_have_text("aurinko")
    editor.show(item="examples")
    link = editor.phone.locator(".body a")
    link.click()
    expect(link).to_be_visible()
    sent = [request for request in editor.requests if request.method != "GET" or "/live/" in request.url]
    assert sent == []
    assert editor.page.evaluate("(code) => localStorage.getItem(`propelli:${code}`)", SAMPLE_CODE) is None


def test_nothing_but_the_page_around_it_tells_a_preview_what_to_show(editor: Editor) -> None:
    editor.show(item="roles", lang="fi", theme="light", rev=1)
    question = editor.phone.locator("h1").inner_text()
    editor.phone.locator("html").evaluate(FORGERY)
    expect(editor.phone.locator("h1")).to_have_text(question)
    editor.show(item="no_such_item")
    expect(editor.page.locator(".preview-status")).not_to_be_empty()
    expect(editor.phone.locator("h1")).to_have_text(question)
