"""The projector in a browser, on its own page and inside the app: it follows the room by itself."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.api_client import Phone


def say(server: Server, code: str, text: str) -> None:
    phone = Phone(server, code)
    phone.join()
    assert phone.send(round=phone.state()["round"], words=[text]).status_code == 200
    phone.client.close()


@pytest.mark.parametrize("address", ["/esitys/{code}", "/esitys?huone={code}"], ids=["page", "app"])
def test_an_answer_comes_to_the_wall_by_itself(server: Server, open_page: OpenPage, address: str) -> None:
    room = server.new_room("--open", "word_cloud")
    page = open_page(server.address + address.format(code=room.code), "screen")
    expect(page.locator(".screen")).to_have_attribute("data-view", "empty")
    say(server, room.code, "sisu")
    expect(page.locator(".cloud .word").filter(has_text=re.compile("sisu", re.IGNORECASE))).to_be_visible()
    expect(page.locator(".lost, .refused").filter(visible=True)).to_have_count(0)


def test_a_slide_holds_one_picture_alone_without_a_ground_whatever_is_on(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    say(server, room.code, "sisu")
    slide = open_page(f"{room.screen}?vain=tulos&tausta=ei&kysymys=word_cloud", "screen")
    word = slide.locator(".cloud .word").filter(has_text=re.compile("sisu", re.IGNORECASE))
    expect(word).to_be_visible()
    for part in ("header.heading", "footer.footing"):
        expect(slide.locator(part)).to_be_hidden()
    for part in ("html", "body", ".screen"):
        expect(slide.locator(part)).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    whole = open_page(room.screen, "screen")
    expect(whole.locator("header.heading")).to_be_visible()
    server.command("room", "open", room.code, "roles")
    expect(whole.locator("header.heading")).to_contain_text("Mikä on roolisi")
    expect(word).to_be_visible()


def test_the_page_keeps_nothing_in_the_browser_and_opens_no_session(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    page = open_page("about:blank", "screen")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(room.screen)
    expect(page.locator(".screen")).to_have_attribute("data-view", "join")
    expect(page.locator(".qr img")).to_have_js_property("complete", value=True)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    assert not [url for url in requested if "_stcore" in url]


def test_the_facilitators_keys_work_where_the_browser_controls_the_room(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    page = open_page(room.control, "desk")
    page.goto(room.screen)
    expect(page.locator(".screen")).to_have_attribute("data-view", "join")
    page.keyboard.press("Space")
    expect(page.locator(".state")).to_have_text("Avoinna")
    page.keyboard.press("r")
    expect(page.locator(".screen")).to_have_attribute("data-view", "question")


def test_after_a_restart_of_the_server_the_wall_is_back_by_itself(own_server: Server, open_page: OpenPage) -> None:
    room = own_server.new_room("--open", "word_cloud")
    page = open_page(room.screen, "screen")
    say(own_server, room.code, "sisu")
    expect(page.locator(".cloud .word")).to_have_count(1)
    own_server.kill()
    expect(page.locator(".lost")).to_contain_text("Yhteys katkesi")
    expect(page.locator(".cloud .word")).to_have_count(1)
    own_server.start()
    say(own_server, room.code, "toivo")
    expect(page.locator(".cloud .word")).to_have_count(2)
    expect(page.locator(".lost")).to_be_hidden()


def test_a_deleted_room_is_told_calmly(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    page = open_page(room.screen, "screen")
    expect(page.locator(".screen")).to_have_attribute("data-view", "empty")
    server.command("room", "delete", room.code)
    expect(page.locator("h1")).to_have_text("Tämä työpaja on poistettu")
    expect(page.locator(".lost")).to_be_hidden()
