"""Signing out by the button that a facilitator sees."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.idle import wait_until_idle


def test_the_organiser_and_the_facilitator_sign_out(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    page = open_page(f"{server.address}/ohjaus", "desk")
    page.get_by_label("salasana").fill("lupa")
    page.get_by_role("button").first.click()
    expect(page.get_by_role("heading", name="Työpajat")).to_be_visible()
    wait_until_idle(page)
    page.get_by_role("button", name="Kirjaudu ulos").click()
    expect(page.get_by_label("salasana")).to_be_visible()
    page.goto(room.control)
    expect(page.get_by_role("button", name="Avaa kysymys")).to_be_visible()
    wait_until_idle(page)
    page.get_by_role("button", name="Kirjaudu ulos").click()
    expect(page.get_by_label("salasana")).to_be_visible()
    page.goto(f"{server.address}/ohjaus?huone={room.code}")
    expect(page.get_by_label("salasana")).to_be_visible()
