"""A question to the speaker from the phone by a moderator to the wall and to the files; an own word taken back."""

import re

import httpx
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server

FIRST, SECOND = "Kuka maksaa, kun hankeraha loppuu?", "Mistä löydämme kunnan, joka on jo tehnyt tämän?"
HOSTILE = "<img src=x onerror=\"document.title='run'\"> paljonko?"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def ask(phone: Page, question: str) -> None:
    phone.get_by_label("Kysymyksesi").fill(question)
    press(phone, "Lähetä kysymys")
    expect(phone.locator(".speaker li").filter(has_text=question)).to_be_visible()


def row(desk: Page, question: str) -> Page:
    group: Page = desk.locator(".speaker-questions li").filter(has_text=question)  # type: ignore[assignment]
    return group


def results_file(server: Server, desk: Page, code: str, file: str) -> bytes:
    cookies = {cookie["name"]: cookie["value"] for cookie in desk.context.cookies()}
    answer = httpx.get(f"{server.address}/tulokset/{code}/{file}?kieli=fi", cookies=cookies, timeout=60)
    assert answer.status_code == 200
    return answer.content


def test_a_question_goes_from_the_phone_by_a_moderator_to_the_wall_and_to_the_files(
    server: Server, open_page: OpenPage
) -> None:
    room = server.new_room("--open", "word_cloud")
    desk, screen, phone = open_page(room.control, "desk"), open_page(room.screen, "screen"), open_page(room.phone)
    expect(phone.get_by_role("button", name="Kysy", exact=True)).to_be_visible()

    # switched off and on in the settings, with what waits for approval, and a link for a moderator
    press(desk, "Asetukset")
    dialog = desk.get_by_role("dialog")
    dialog.get_by_role("button", name="Hyväksy sanat ennen näyttämistä").click()
    expect(dialog).to_be_hidden()
    press(desk, "Asetukset")
    switch = dialog.get_by_role("button", name="Kysy puhujalta")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(phone.get_by_role("button", name="Kysy", exact=True)).to_be_hidden()
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    link = dialog.locator("code").last.inner_text()
    desk.keyboard.press("Escape")
    press(phone, "Kysy")
    for question in (FIRST, HOSTILE):
        ask(phone, question)
    expect(phone.locator(".speaker .tag").first).to_have_text("Odottaa hyväksyntää")

    # a moderator sees the two lists alone, and approves
    moderator = open_page(re.sub(r"^https?://[^/]+", server.address, link), "desk")
    expect(moderator.locator(".speaker-questions li")).to_have_count(2)
    expect(moderator.get_by_role("button", name="Sulje kysymys")).to_have_count(0)
    expect(moderator.get_by_role("button", name="Asetukset")).to_have_count(0)
    for question in (FIRST, HOSTILE):
        row(moderator, question).get_by_role("button", name="Hyväksy").click()
    expect(phone.locator(".speaker .tag").filter(has_text="Näkyy muille")).to_have_count(2)

    # another phone votes, the wall follows
    other = open_page(room.phone)
    press(other, "Kysy")
    other.get_by_role("button", name=re.compile(f"Anna ääni.*{re.escape(FIRST)}")).click()
    press(desk, "Kysy puhujalta")
    expect(screen.locator(".speaker li")).to_have_count(2)
    expect(screen.locator(".speaker li").first).to_contain_text(FIRST)
    expect(screen.locator(".speaker li b").first).to_have_text("1")
    row(desk, FIRST).get_by_role("button", name="Vastataan nyt").click()
    expect(screen.locator(".speaker .answering .words")).to_have_text(FIRST)
    expect(other.locator(".speaker .tag").filter(has_text="Tähän vastataan nyt")).to_have_count(1)
    screen.keyboard.press("l")
    expect(screen.locator(".figures tbody tr")).to_have_count(2)
    row(desk, FIRST).get_by_role("button", name="Merkitse vastatuksi").click()
    row(desk, HOSTILE).get_by_role("button", name="Piilota").click()
    expect(screen.get_by_text("Kaikkiin kysymyksiin on vastattu.")).to_be_visible()

    report = results_file(server, desk, room.code, "report.html").decode()
    assert f"{FIRST} (1 ääni)" in report
    assert "paljonko" not in report
    assert results_file(server, desk, room.code, "tables.xlsx")[:2] == b"PK"
    assert FIRST in results_file(server, desk, room.code, "room.json").decode()
    for page in (desk, screen, phone, other, moderator):
        assert page.title() != "run"
        expect(page.locator("img[src=x]")).to_have_count(0)


def test_a_word_that_is_taken_back_leaves_the_wall_and_is_told_at_the_desk(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    desk, screen, phone = open_page(room.control, "desk"), open_page(room.screen, "screen"), open_page(room.phone)
    for number, word in enumerate(("naapuriapu", "kahvihetki"), 1):
        phone.get_by_label(f"{number}. sana").fill(word)
    phone.locator(".send").click()
    expect(screen.locator(".cloud text")).to_have_count(2)
    press(phone, "Poista: kahvihetki")
    expect(screen.locator(".cloud text")).to_have_count(1)
    expect(desk.get_by_text("Vastaajien itse poistamia: 1 (kahvihetki)")).to_be_visible()
    press(phone, "Palauta: kahvihetki")
    expect(screen.locator(".cloud text")).to_have_count(2)
    expect(desk.get_by_text("Vastaajien itse poistamia")).to_have_count(0)


def test_the_answering_page_inside_the_app_has_the_questions_too(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    page = open_page(f"{server.address}/vastaa?huone={room.code}")
    press(page, "Kysy")
    ask(page, SECOND)
    press(page, "Takaisin")
    expect(page.get_by_label("Kysymyksesi")).to_be_hidden()
