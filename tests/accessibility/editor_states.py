"""The editor in every state: its parts empty and full, its menu, its faults, and a second editor."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page, expect

from server.usecases.workshops import BUILT_IN
from tests.accessibility.stage import Stage
from tests.idle import wait_until_idle
from workshop.activities.registry import KINDS

State = tuple[str, Page]
PARTS = ("assessment", "quiz", "examples", "pages", "details")
LINES = "Mistä tulet?\n- Kunta\n- Järjestö\nMitä se merkitsee?"


def signed_in(stage: Stage) -> Page:
    page = stage.visit(f"/ohjaus?kieli={stage.lang}")
    page.locator("#password").fill("lupa")
    page.locator("form button").click()
    expect(page.locator(".shop").first).to_be_visible()
    return page


def opened(stage: Stage, page: Page, workshop: str, more: str = "") -> Page:
    stage.go(page, f"/muokkaa?tyopaja={workshop}&kieli={stage.lang}{more}")
    expect(page.locator(".editor")).not_to_have_attribute("aria-busy", "true")
    return page


def chosen_part(page: Page, part: str) -> None:
    page.locator(f"#editor-tab-{part}").click()
    expect(page.locator(f".editor[data-part={part}]")).to_be_visible()
    wait_until_idle(page)


def unfolded(page: Page) -> None:
    """Opens the first of each list of the form, with the first of the lists within it."""
    for lists in (
        ".fields > .field > .list-body",
        ".list-item[open] .list-body",
        ".list-item details[open] .list-body",
    ):
        for body in page.locator(lists).locator("visible=true").all()[:4]:
            summary = body.locator("summary").first
            if summary.count() and summary.is_visible():
                summary.click()


def editor_of_a_full_workshop(stage: Stage) -> Iterator[State]:
    workshop = stage.beside.new_workshops.duplicate(BUILT_IN, stage.text)
    page = opened(stage, signed_in(stage), workshop)
    expect(page.locator(".preview iframe").first).to_be_visible()
    yield "editor, programme", page
    for part in PARTS:
        chosen_part(page, part)
        unfolded(page)
        if part == "examples":
            expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
        yield f"editor, {part}", page


def editor_of_a_new_workshop(stage: Stage) -> Iterator[State]:
    text, beside = stage.text, stage.beside
    workshop = beside.written_workshops.from_lines("Uusi", LINES, stage.lang)
    beside.editing.add(workshop, {"op": "set", "path": ["workshop", "languages"], "value": ["fi", "sv", "en"]})
    page = opened(stage, signed_in(stage), workshop)
    yield "editor, missing texts", page
    for kind in KINDS:
        page.locator(".add-item").locator("visible=true").click()
        expect(page.locator("dialog.kinds")).to_be_visible()
        if kind is KINDS[0]:
            yield "editor, kinds", page
        choice = page.get_by_role("dialog").get_by_role(
            "button", name=re.compile(f"^{re.escape(text(f'editor.kinds.{kind.name}.label'))}")
        )
        if choice.first.get_attribute("aria-disabled") == "true":
            page.keyboard.press("Escape")
            continue
        choice.first.click()
        expect(page.locator(".form .head h2")).to_have_text(text(f"editor.kinds.{kind.name}.label"))
        yield f"editor, a new item: {kind.name}", page
    page.locator(".add-item").locator("visible=true").click()
    page.locator("dialog.kinds .other").click()
    page.locator(".paste-questions textarea").fill(f"{LINES}\nkahvi")
    expect(page.locator(".paste-questions .left-over")).to_be_visible()
    yield "editor, pasted questions", page
    page.keyboard.press("Escape")
    page.locator(".start").locator("visible=true").first.click(force=True)
    expect(page.locator(".fault:visible").first).to_be_visible()
    yield "editor, faults", page
    for part in PARTS:
        chosen_part(page, part)
        yield f"editor, {part}, empty", page
    for part in ("assessment", "quiz"):
        chosen_part(page, part)
        page.locator(".part-switch button, .form .fields button.go").locator("visible=true").first.click()
        expect(page.locator(".form textarea").first).to_be_visible()
        yield f"editor, {part}, begun", page
    second = opened(stage, signed_in(stage), workshop)
    expect(second.get_by_role("button", name=text("editor.component.take_over"))).to_be_visible()
    yield "editor, second editor", second
    page.context.set_offline(True)
    chosen_part(page, "details")
    page.locator(".form textarea").first.fill("Toinen")
    expect(page.locator(".saved.lost")).to_be_visible()
    yield "editor, offline", page


def item_form(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room(), stage.text
    page = stage.visit(room.control)
    page.get_by_role("button", name=text("control.new_question")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".form textarea").first).to_be_visible()
    dialog.get_by_role("button", name=text("editor.room.show_now")).click()
    expect(dialog.locator(".fault").first).to_be_visible()
    yield "item form, faults", page
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name=text("control.edit_room")).click()
    expect(dialog.locator(".items button").first).to_be_visible()
    yield "item form, the room's items", page
    dialog.locator(".items button").nth(1).click()
    expect(dialog.locator(".form textarea").first).to_be_visible()
    yield "item form, an item of the room", page
