"""Three phones are sent to the examples, and the next question finds them there; none of them opens the app for it."""

import re

from playwright.sync_api import Page, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import PATIENCE_MS, Server

NEW_QUESTION = {"fi": "Uusi kysymys – vastaa", "sv": "Ny fråga – svara", "en": "New question – answer"}


def test_the_next_question_finds_phones_at_the_examples(server: Server, open_page: OpenPage) -> None:
    room, service = server.new_room("--open", "word_cloud"), Service(Settings(home=server.home, password="lupa"))
    phones = {lang: open_page(f"{room.phone}?kieli={lang}", dark=lang == "sv") for lang in NEW_QUESTION}
    requested: list[str] = []
    for page in phones.values():
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda request: requested.append(request.url))
        expect(page.locator("input.field")).to_have_count(3)
    assert modules(requested) == []
    service.control.open(room.code, "examples")
    for page in phones.values():
        expect(page.locator(".reading .canvas [data-example]")).to_have_count(14)
        expect(page).to_have_url(re.compile("#esimerkit$"))
    service.control.open(room.code, "roles")
    for lang, page in phones.items():
        answer(page, NEW_QUESTION[lang])
    service.control.open(room.code, "closing")
    for page in phones.values():
        expect(page.locator(".onward-links")).to_be_visible()
    assert len(modules(requested)) == len(phones)
    assert [address for address in requested if "/_stcore/" in address or "/static/" in address] == []
    service.close()


def test_questions_at_ones_own_pace_are_told_to_who_reads(server: Server, open_page: OpenPage) -> None:
    room, beside = server.new_room("--open", "closing"), Service(Settings(home=server.home, password="lupa"))
    page = open_page(room.phone)
    expect(page.locator(".onward-links")).to_be_visible()
    beside.own_pace.begin(room.code, "word_cloud", "roles", None)
    expect(page.get_by_role("button", name="Ohjelma jatkuu – avaa")).to_be_visible()
    expect(page.locator(".onward-links")).to_be_visible()
    expect(page.locator(".pace")).to_be_hidden()
    page.get_by_role("button", name="Ohjelma jatkuu – avaa").click()
    expect(page.locator(".path li")).to_have_count(2)
    expect(page.locator(".onward-links")).to_be_hidden()
    beside.close()


def answer(page: Page, label: str) -> None:
    page.get_by_role("button", name=label).click()
    expect(page.locator("#question")).to_be_focused()
    page.locator("label.choice").first.click()
    page.locator(".send").click()
    expect(page.locator(".said li")).to_have_count(1)


def modules(requested: list[str]) -> list[str]:
    return [address for address in requested if "/reading/" in address]


def test_a_cold_phone_at_the_examples_takes_less_than_80_kb(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "examples")
    page = open_page(room.phone)
    expect(page.locator(".reading .canvas [data-example]")).to_have_count(14)
    sent = page.evaluate(
        """[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
           .map(entry => entry.transferSize)"""
    )
    assert 20_000 < sum(sent) < 80_000
