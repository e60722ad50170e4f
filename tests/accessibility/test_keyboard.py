"""The whole workshop by keyboard: Tab reaches every step, the focus is visible, no update takes it away."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.accessibility.keys import MAX_STEPS, focus, press, tab_to
from tests.accessibility.stage import Stage
from tests.accessibility.states import PHONE, WORDS, asked, said
from tests.idle import wait_until_idle


def named(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(re.escape(name))).first


def test_the_whole_workshop_is_run_by_keys(stage: Stage) -> None:
    text = stage.text
    desk = stage.visit("/ohjaus")
    expect(desk.locator("#password")).to_be_focused()
    desk.keyboard.type("lupa")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1, name=text("workshops.title"))).to_be_visible()
    wait_until_idle(desk)
    press(desk, named(desk, text("workshops.start")))
    toggle = desk.locator(".now .toggle button")
    expect(toggle).to_be_visible()
    expect(desk).to_have_url(re.compile("huone="))
    code = re.sub(r"\D", "", desk.url.rsplit("huone=", 1)[1])

    # a participant types the code; the facilitator opens the first question
    phone = stage.visit("/liity", viewport=PHONE)
    tab_to(phone, phone.locator("#code"))
    phone.keyboard.type(code)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name=text("participant.wait"))).to_be_visible()
    press(desk, toggle)
    expect(toggle).to_have_text(re.compile(text("control.close_question")))
    expect(toggle).to_be_focused()
    field = phone.locator("input.field").first
    tab_to(phone, field)
    for word in WORDS:
        phone.keyboard.type(word)
        phone.keyboard.press("Enter")
        assert focus(phone) is not None, "Enter took the focus away"
    expect(phone.locator(".said li")).to_have_count(len(WORDS))
    assert focus(phone) is not None, "saving took the focus away"

    # the facilitator hides a word and takes it back
    row = desk.locator(".word-desk li[data-key]").filter(has_text=WORDS[1])
    press(desk, row.locator(".choices button").locator("visible=true").first)
    expect(desk.locator(".word-desk li.hidden-word")).to_have_count(1)
    assert focus(desk) is not None, "hiding took the focus away"
    undo = desk.locator(".word-desk .undo")
    tab_to(desk, undo, "Shift+Tab")
    expect(undo).not_to_have_attribute("aria-disabled", "true")
    expect(undo).not_to_have_attribute("aria-busy", "true")
    desk.keyboard.press("Enter")
    expect(desk.locator(".word-desk li.hidden-word")).to_have_count(0)

    # what the projector shows; then the next question
    screen = stage.visit(f"/esitys?huone={code}")
    hold = desk.locator(".now .view button").filter(has_text=text("control.view_hold"))
    tab_to(desk, hold, "Shift+Tab")
    desk.keyboard.press("Space")
    expect(hold).to_have_attribute("aria-pressed", "true")
    expect(screen.locator(".screen")).to_have_attribute("data-view", "hold")
    tab_to(desk, desk.locator(".now .steps button").last, "Shift+Tab")
    desk.keyboard.press("Enter")
    expect(desk.locator("h2.question")).to_contain_text("roolisi")
    tab_to(desk, toggle, "Shift+Tab")
    desk.keyboard.press("Enter")
    press(phone, phone.locator("input[type=checkbox]").first, "Space")
    press(phone, phone.locator("button.send"))
    expect(phone.locator(".said li")).to_have_count(1)
    assert focus(phone) is not None, "saving took the focus away"

    # a question on the spot: into the dialog, out of it
    press(desk, named(desk, text("control.new_question")))
    dialog = desk.get_by_role("dialog")
    expect(dialog).to_be_visible()
    wait_until_idle(desk)
    tab_to(desk, dialog.get_by_label(text("editor.fields.question"), exact=True))
    desk.keyboard.type("Jatketaanko?")
    press(desk, named(desk, text("editor.room.show_now")))
    expect(dialog).to_have_count(0)
    expect(phone.get_by_role("heading", name="Jatketaanko?")).to_be_visible()

    # the quiz, step by step
    stage.beside.control.open(code, "quiz")
    for place in range(1, 9):
        expect(phone.locator(".steps .num")).to_contain_text(str(place))
        press(phone, phone.locator("input[type=radio]").first, "Space")
        press(phone, phone.locator("button.send"))
    expect(phone.locator(".outcome h2")).to_be_focused()

    # the last thing is a page to read, which leads to another
    stage.beside.control.open(code, "closing")
    expect(phone.locator(".reading h1")).to_be_focused()
    press(phone, phone.locator(".onward-links a[href*=esimerkit]"))
    expect(phone.locator(".reading [data-example]").first).to_be_visible()
    expect(phone).to_have_url(re.compile("#esimerkit$"))


def test_updates_leave_the_focus_where_it_is(stage: Stage) -> None:
    room = stage.new_room()
    people = [stage.phone(room.code) for _ in range(2)]
    asked(stage, room.code, "word_cloud", people[0])
    desk, phone = stage.visit(room.control), stage.visit(room.phone, viewport=PHONE)
    later = desk.locator(".now .time button").filter(has_text="2 min")
    tab_to(desk, later)
    tab_to(phone, phone.locator("input.field").nth(1))
    phone.keyboard.type("kesken")
    for person in people:
        said(person, *WORDS)
    stage.beside.control.count_down(room.code, 300)
    expect(desk.locator(".word-desk li[data-key]")).to_have_count(3)
    expect(phone.locator(".timer")).to_be_visible()
    expect(later).to_be_focused()
    expect(phone.locator("input.field").nth(1)).to_be_focused()
    expect(phone.locator("input.field").nth(1)).to_have_value("kesken")
    stage.beside.control.close(room.code)
    expect(phone.locator(".note.closed")).to_be_visible()
    stage.beside.control.open(room.code, "roles")
    expect(phone.locator("label.choice").first).to_be_visible()
    assert focus(phone) is not None, "the new question took the focus away"


def test_a_closed_dialog_gives_the_focus_back(stage: Stage) -> None:
    room, text = stage.new_room("word_cloud"), stage.text
    desk = stage.visit(room.control)
    for name in ("keys_title", "settings", "new_question"):
        opener = named(desk, text(f"control.{name}"))
        press(desk, opener)
        expect(desk.locator("[role=dialog], dialog[open]").first).to_be_visible()
        wait_until_idle(desk)
        desk.keyboard.press("Escape")
        expect(desk.locator("[role=dialog], dialog[open]")).to_have_count(0)
        expect(opener).to_be_focused()


def test_the_projector_is_alone_in_the_order_of_tabs(stage: Stage) -> None:
    room, text = stage.new_room("word_cloud"), stage.text
    page = stage.visit(room.screen)
    expect(page.locator(".screen h1")).to_be_visible()
    stops = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        at = focus(page)
        if at is not None:
            assert at["ring"]
            stops.add(at["name"])
    assert stops == {text(f"screen.{name}") for name in ("pause", "full_screen", "keys")}
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.keys")).to_be_hidden()
    assert page.get_by_role("heading").count() == 1


def test_leaving_the_projector_leaves_nothing_out_of_reach(stage: Stage) -> None:
    room = stage.new_room()
    page = stage.visit("/seuraavaksi")
    expect(page.locator("[inert]")).to_have_count(0)
    stage.go(page, room.screen)
    expect(page.locator("[inert]").first).to_be_attached()
    page.go_back()
    wait_until_idle(page)
    expect(page.locator("[inert]")).to_have_count(0)


@pytest.mark.parametrize("address", ["/", "/esimerkit", "/arviointi", "/testi", "/seuraavaksi", "/tietoa"])
def test_every_control_of_a_page_is_passed_with_the_focus_in_sight(stage: Stage, address: str) -> None:
    page = stage.visit(address)
    page.wait_for_load_state("networkidle")
    controls = page.locator("main").locator("a[href], button, input:not([type=radio]), summary").locator("visible=true")
    expect(controls.first).to_be_visible()
    passed = 0
    for _ in range(MAX_STEPS):
        page.keyboard.press("Tab")
        at = focus(page)
        if at is None:
            break
        assert at["ring"], f"no focus ring: {at['name']}"
        assert at["seen"], f"focus out of sight: {at['name']}"
        passed += 1
    disabled = page.locator("main").locator("button[disabled], button[tabindex='-1'], button[role=radio]").count()
    assert passed >= min(controls.count() - disabled, MAX_STEPS)
