"""The editor over a real server: two browsers, a tab that is killed in mid-word, and undo over many changes."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server, eventually

LINES = "Mistä tulet?\n- Kunta\n- Järjestö\nMitä se sinulle merkitsee?\nKenen kanssa?\n- Yksin\n- Yhdessä"
CHANGES = 54


@pytest.fixture
def service(own_server: Server) -> Iterator[Service]:
    service = Service(Settings(home=own_server.home, password="lupa"))
    yield service
    service.close()


@pytest.fixture
def workshop(service: Service) -> str:
    return service.written_workshops.from_lines("Muokattava", LINES, "fi")


@pytest.fixture
def editor(own_server: Server, open_page: OpenPage, workshop: str) -> Any:
    """Opens the editor in a browser of its own."""

    def opened() -> Page:
        page = open_page(f"{own_server.address}/ohjaus", "desk")
        page.get_by_label("salasana").fill("lupa")
        page.locator("form button").click()
        expect(page.get_by_role("heading", name="Työpajat")).to_be_visible()
        return to_editor(page, own_server, workshop)

    return opened


def to_editor(page: Page, server: Server, workshop: str) -> Page:
    page.goto(f"{server.address}/muokkaa?tyopaja={workshop}&kieli=fi")
    expect(page.locator(".programme .item").first).to_be_visible()
    return page


def question(page: Page) -> Locator:
    return page.get_by_role("textbox", name=re.compile("^Kysymys"))


def stored(service: Service, workshop: str) -> list[dict[str, Any]]:
    activities: list[dict[str, Any]] = service.drafts.get(workshop).document["workshop"]["activities"]
    return activities


def test_the_second_editor_waits_takes_over_and_nothing_is_lost(editor: Any, service: Service, workshop: str) -> None:
    first = editor()
    question(first).fill("Mistä tulet tänään?")
    expect(first.locator(".saved.saved")).to_be_visible()
    second = editor()
    expect(second.locator(".note p")).to_contain_text("Toinen muokkaa tätä työpajaa")
    expect(question(second)).to_be_disabled()
    second.get_by_role("button", name="Ota muokkaus itsellesi").click()
    expect(question(second)).to_have_value("Mistä tulet tänään?")
    question(second).fill("Mistä tulit?")
    expect(first.get_by_role("button", name="Ota muokkaus itsellesi")).to_be_visible()
    expect(question(first)).to_have_value("Mistä tulit?")
    first.get_by_role("button", name="Ota muokkaus itsellesi").click()
    first.locator(".programme .item").nth(1).click()
    question(first).fill("Mitä?")
    eventually(lambda: [item["question"]["fi"] for item in stored(service, workshop)][:2] == ["Mistä tulit?", "Mitä?"])


def test_a_tab_killed_in_mid_word_loses_no_letter(
    editor: Any, own_server: Server, service: Service, workshop: str
) -> None:
    page = editor()
    held_requests: list[object] = []
    page.route(
        re.compile(r"/draft(\?|$)"),
        lambda route: held_requests.append(route) if route.request.method == "POST" else None,
    )
    question(page).press("End")
    page.keyboard.type(" ja minne olet menos")
    expect(question(page)).to_have_value("Mistä tulet? ja minne olet menos")
    page.wait_for_timeout(500)
    assert held_requests, "a change is on its way"
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")
    assert stored(service, workshop)[0]["question"]["fi"] == "Mistä tulet?", "nothing has arrived"
    again = to_editor(page.context.new_page(), own_server, workshop)
    expect(question(again)).to_have_value("Mistä tulet? ja minne olet menos")
    eventually(lambda: stored(service, workshop)[0]["question"]["fi"] == "Mistä tulet? ja minne olet menos")


def test_undo_leads_back_over_more_than_fifty_changes_and_redo_forth(
    editor: Any, service: Service, workshop: str
) -> None:
    page = editor()
    before = stored(service, workshop)
    for number in range(CHANGES // 3):
        page.locator(".programme .item").nth(number % 3).click()
        question(page).fill(f"Kysymys numero {number}")
        page.get_by_role("button", name="Siirrä alas" if number % 3 == 0 else "Siirrä ylös", exact=True).click()
        page.locator(".programme .item").nth(1).press("Alt+ArrowDown")
    expect(page.locator(".saved.saved")).to_be_visible()
    eventually(lambda: service.drafts.get(workshop).head.position == CHANGES)
    after = stored(service, workshop)
    assert after != before
    undo, redo = (page.locator(".history").get_by_role("button", name=name) for name in ("Kumoa", "Tee uudelleen"))

    def is_stored(documents: list[dict[str, Any]]) -> bool:
        return bool(stored(service, workshop) == documents)

    for button, documents in ((undo, before), (redo, after)):
        for _ in range(CHANGES):
            expect(button).not_to_have_attribute("aria-disabled", "true")
            button.click()
        expect(button).to_have_attribute("aria-disabled", "true")
        eventually(partial(is_stored, documents))
        questions = [item["question"]["fi"] for item in documents]
        expect(page.locator(".programme .item b")).to_have_text(questions)
