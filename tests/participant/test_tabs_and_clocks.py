"""Seven tabs of one browser in one room, and a device whose clock is set while the page is open."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PATIENCE_MS, eventually
from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import ROOM, FakeServer

TABS = 7
"""One more than the connections that a browser opens to a server; an open stream holds one."""
LOOK = """state => {
  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""
HOUR_MS = 3_600_000
SET_CLOCK = """milliseconds => {
  window.RealDate ??= Date;
  window.Date = class extends RealDate {
    constructor(...parts) { parts.length ? super(...parts) : super(RealDate.now() + milliseconds); }
    static now() { return RealDate.now() + milliseconds; }
  };
}"""


@pytest.fixture
def tabs(new_phone: NewPhone, fake_server: FakeServer) -> list[Page]:
    """Tabs opened one after the other, each hidden by the next for half a minute; the last is seen."""
    fake_server.ask_words("Ensimmäinen?")
    context = new_phone().context
    opened: list[Page] = []
    for _ in range(TABS):
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.clock.install()
        page.goto(f"{fake_server.address}/{ROOM}")
        expect(page.locator("h1:visible")).to_have_text("Ensimmäinen?")
        for hidden in opened[-1:]:
            leave(hidden)
        opened.append(page)
    return opened


def leave(page: Page) -> None:
    page.evaluate(LOOK, "hidden")
    page.clock.fast_forward(31_000)


def test_the_next_question_comes_to_each_of_seven_tabs_and_is_answered_in_one(
    tabs: list[Page], fake_server: FakeServer
) -> None:
    eventually(lambda: fake_server.streams == 1)
    fake_server.ask_words("Toinen?")
    expect(tabs[-1].locator("h1:visible")).to_have_text("Toinen?")
    tabs[-1].locator(".field:visible").first.fill("sisu")
    tabs[-1].locator(".send").tap()
    expect(tabs[-1].locator(".said li")).to_have_text(["sisu"])
    assert fake_server.words == ["sisu"]
    visible_tab = tabs[-1]
    for page in tabs[:-1]:
        leave(visible_tab)
        page.evaluate(LOOK, "visible")
        expect(page.locator("h1:visible")).to_have_text("Toinen?")
        expect(page.locator(".said li")).to_have_text(["sisu"])
        visible_tab = page
    eventually(lambda: fake_server.streams == 1)


@pytest.mark.parametrize("jump_ms", [HOUR_MS, -HOUR_MS], ids=["forth", "back"])
def test_a_clock_that_jumps_an_hour_moves_neither_the_countdown_nor_the_stream(
    phone: Phone, fake_server: FakeServer, jump_ms: int
) -> None:
    fake_server.ask_words("Ensimmäinen?", closes_in_ms=120_000)
    timer = phone.visit().page.locator(".timer")
    eventually(lambda: fake_server.sent_states)
    before, opened = timer.inner_text(), fake_server.opened_streams
    for milliseconds in (jump_ms, 0):
        phone.page.evaluate(SET_CLOCK, milliseconds)
        expect(timer).not_to_have_text(before)
        expect(timer).to_have_text(re.compile(r"^Aikaa [01]:\d\d$"))
        before = timer.inner_text()
        fake_server.change(question=f"Kello {milliseconds}?")
        expect(phone.title).to_have_text(f"Kello {milliseconds}?")
    assert fake_server.opened_streams == opened
    assert phone.streams() == 1
    assert fake_server.state_requests == []
