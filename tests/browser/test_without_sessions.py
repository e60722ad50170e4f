"""A whole workshop on the participant page, which opens no session of the app for any part of it."""

import re

from playwright.sync_api import Page, WebSocket, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server

WORD = "rohkeus"
THIRD_GENERATION = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s with 400 ms of delay: DevTools' "slow 3G"."""


def test_a_participant_never_opens_a_session_of_the_app(server: Server, open_page: OpenPage) -> None:
    room, service = server.new_room("--open", "word_cloud"), Service(Settings(home=server.home, password="lupa"))
    phone = open_page("about:blank")
    addresses = addresses_opened_by(phone)
    join(phone, server, room.code)
    take_part(phone, service, room.code)
    assert [address for address in addresses if f"/live/{room.code}/reading/" in address]
    assert [address for address in addresses if "/_stcore/" in address or "/static/" in address] == []
    service.close()


def test_a_whole_workshop_goes_over_a_slow_line(server: Server, open_page: OpenPage) -> None:
    room, service = server.new_room("--open", "word_cloud"), Service(Settings(home=server.home, password="lupa"))
    phone = open_page("about:blank")
    line = phone.context.new_cdp_session(phone)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", THIRD_GENERATION)
    join(phone, server, room.code)
    take_part(phone, service, room.code)
    service.close()


def test_the_answering_page_inside_the_app_is_noticed_by_the_same_look(server: Server, open_page: OpenPage) -> None:
    phone = open_page("about:blank")
    addresses = addresses_opened_by(phone)
    phone.goto(f"{server.address}/vastaa?huone={server.new_room('--open', 'word_cloud').code}")
    expect(phone.locator("input.field")).to_have_count(3)
    assert [address for address in addresses if re.match(r"ws.*/_stcore/stream", address)]


def addresses_opened_by(page: Page) -> list[str]:
    """Every address that the context of the page asks for from now on, those of its web sockets too."""
    addresses: list[str] = []

    def note_socket(socket: WebSocket) -> None:
        addresses.append(socket.url)

    page.context.on("request", lambda request: addresses.append(request.url))
    page.on("websocket", note_socket)
    return addresses


def join(phone: Page, server: Server, code: str) -> None:
    phone.goto(f"{server.address}/liity")
    phone.get_by_label("koodi").fill(f"{code[:3]} {code[3:]}")
    phone.get_by_role("button").first.click()
    expect(phone).to_have_url(f"{server.address}/{code}")


def take_part(phone: Page, service: Service, code: str) -> None:
    """Two questions with their results, the examples and the closing, as they are opened at the desk."""
    answer_words(phone)
    service.control.show_results(code, "always", phones=True)
    expect(phone.locator(".results li")).to_contain_text(WORD)

    service.control.open(code, "roles")
    answer_choice(phone)
    service.control.show_results(code, "always", phones=True)
    expect(phone.locator(".results b").filter(has_text="1 · 100 %")).to_be_visible()

    service.control.open(code, "examples")
    expect(phone.locator(".reading .canvas [data-example]").first).to_be_visible()
    service.control.open(code, "closing")
    phone.get_by_role("button", name="Ohjelma jatkuu – avaa").click()
    expect(phone.locator(".onward-links")).to_be_visible()


def answer_words(phone: Page) -> None:
    phone.locator("input.field").first.fill(WORD)
    phone.locator(".send").click()
    expect(phone.locator(".said li")).to_have_text([WORD])


def answer_choice(phone: Page) -> None:
    phone.locator("label.choice").first.click()
    phone.locator(".send").click()
    expect(phone.locator(".said li")).to_have_count(1)
