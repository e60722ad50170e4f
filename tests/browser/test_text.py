"""An open answer from the phone to the desk, to the wall and to the files."""

import re

import httpx
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.items import ask_beside, text_item

QUESTION = "Mikä auttaisi ihmisiä kohtaamaan arjessa?"
SAUNA, CALL = "Yhteinen sauna", "Joku, joka soittaa takaisin.\nAina sama ihminen."


def press(desk: Page, name: str) -> None:
    desk.get_by_role("button", name=re.compile(name)).first.click()


def ask(server: Server, code: str) -> None:
    ask_beside(server.home, code, text_item(QUESTION, max_answers=2))


def results_file(server: Server, desk: Page, code: str, file: str) -> bytes:
    cookies = {cookie["name"]: cookie["value"] for cookie in desk.context.cookies()}
    answer = httpx.get(f"{server.address}/tulokset/{code}/{file}?kieli=fi", cookies=cookies, timeout=60)
    assert answer.status_code == 200
    return answer.content


def test_an_answer_goes_from_the_phone_by_the_desk_to_the_wall_and_to_the_files(
    server: Server, open_page: OpenPage
) -> None:
    room = server.new_room()
    desk, screen, phone = open_page(room.control, "desk"), open_page(room.screen, "screen"), open_page(room.phone)
    ask(server, room.code)
    expect(phone.get_by_role("heading", name=QUESTION)).to_be_visible()
    phone.get_by_label("1. vastaus").fill(SAUNA)
    press(phone, "Lisää vastaus")
    phone.get_by_label("2. vastaus").fill(CALL)
    press(phone, "Lähetä 2 vastausta")
    expect(phone.locator(".said li")).to_have_text([SAUNA, CALL])

    # nothing is shown before it is approved
    expect(screen.get_by_text("kun ne on käyty läpi")).to_be_visible()
    expect(desk.get_by_text("2 vastausta odottaa hyväksyntää")).to_be_visible()
    desk.get_by_role("button", name=f"Hyväksy: {SAUNA}").click()
    expect(screen.locator(".cards .text")).to_have_text([SAUNA])
    press(desk, "Hyväksy: Joku")
    expect(screen.locator(".cards .newest .text")).to_have_text(CALL)
    expect(screen.locator(".people")).to_contain_text("2 vastausta")

    # hidden, undone, hidden again; results on the phone follow
    desk.get_by_role("button", name=f"Piilota: {SAUNA}").last.click()
    expect(screen.locator(".cards .text")).to_have_text([CALL])
    press(desk, "Kumoa piilotus")
    expect(screen.locator(".cards .text")).to_have_count(2)
    desk.get_by_role("button", name=f"Piilota: {SAUNA}").last.click()
    expect(screen.locator(".cards .text")).to_have_count(1)
    press(desk, "Myös puhelimissa")
    expect(phone.locator(".results li")).to_have_count(1)
    expect(phone.locator(".results li")).to_contain_text("sinä")

    # a reload loses nothing, and a new round begins empty
    for page in (screen, phone):
        page.reload()
    expect(phone.locator(".said li")).to_have_text([SAUNA, CALL])
    expect(screen.locator(".cards .text")).to_have_text([CALL])

    report = results_file(server, desk, room.code, "report.html").decode()
    assert CALL in report
    assert SAUNA not in report
    answers = results_file(server, desk, room.code, "answers.csv").decode("utf-8-sig")
    assert SAUNA in answers
    assert "piilotettu" in answers
    desk.goto(f"{server.address}/tulokset?huone={room.code}")
    expect(desk.get_by_role("listitem").filter(has_text="Aina sama ihminen.")).to_be_visible()

    desk.goto(room.control)
    press(desk, "Uusi kierros")
    press(desk, "Aloita kierros 2")
    expect(phone.get_by_label("1. vastaus")).to_be_visible()
    expect(screen.locator(".cards .text:visible")).to_have_count(0)


def test_an_answer_is_text_and_nothing_else_in_three_languages(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, screen = open_page(room.control, "desk"), open_page(room.screen, "screen", dark=True)
    ask(server, room.code)
    hostile = "<img src=x onerror=\"document.title='run'\">"
    for lang, label, number in (("sv-FI", "Svar 1", "1"), ("en-GB", "Answer 1", "2")):
        phone = open_page(f"{room.phone}?kieli={lang[:2]}", lang=lang)
        phone.get_by_label(label).fill(f"{hostile} {number}")
        phone.locator(".send").click()
        expect(phone.locator(".said li")).to_have_text([f"{hostile} {number}"])
    press(desk, "Hyväksy kaikki")
    expect(screen.locator(".cards .text")).to_have_count(2)
    expect(screen.locator(".cards .newest .text")).to_have_text(f"{hostile} 2")
    for page in (desk, screen):
        assert page.title() != "run"
        expect(page.locator("img[src=x]")).to_have_count(0)
