"""The results are published at the desk, found at the end by participants, and taken back."""

import re

from playwright.sync_api import Browser, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.filled_rooms import filled
from tests.server.test_published_results import LIMIT_BYTES, fill_with_every_kind


def test_published_results_are_found_at_the_end_read_without_a_script_and_gone_when_taken_back(
    server: Server, open_page: OpenPage, browser: Browser
) -> None:
    room = server.new_room("--open", "word_cloud")
    phone, desk = open_page(room.phone), open_page(room.control, "desk")
    phone.locator("input.field").first.fill("rohkeus")
    phone.locator(".send").click()
    expect(phone.locator(".said li")).to_have_count(1)
    desk.goto(f"{server.address}/tulokset?huone={room.code}")
    desk.get_by_role("button", name="Julkaise tulokset").click()
    expect(desk.get_by_role("link", name="Avaa julkaistut tulokset")).to_be_visible()
    screen = open_page(room.screen, "screen")
    server.command("room", "open", room.code, "roles")
    expect(screen.locator(".qr img")).to_have_attribute("src", re.compile(rf"/qr/{room.code}\.svg$"))
    ending = open_page(room.control, "desk")
    ending.get_by_role("button", name="Asetukset").click()
    ending.get_by_role("button", name="Päätä työpaja").click()
    expect(screen.get_by_text(f"/tulos/{room.code}")).to_be_visible()
    expect(screen.locator(".qr img")).to_be_visible()
    phone.get_by_role("link", name="Katso työpajan tulokset").click()
    expect(phone.locator(".yours")).to_contain_text("rohkeus")
    without_script = browser.new_context(java_script_enabled=False, locale="fi-FI")
    reader = without_script.new_page()
    reader.goto(f"{server.address}/tulos/{room.code}")
    expect(reader.locator(".cloud")).to_contain_text("rohkeus")
    expect(reader.locator(".yours")).to_have_count(0)
    without_script.close()
    desk.get_by_role("button", name="Peru julkaisu").click()
    expect(desk.get_by_role("button", name="Julkaise tulokset")).to_be_visible()
    phone.reload()
    expect(phone.get_by_text("ei ole julkaistuja tuloksia")).to_be_visible()


def test_a_first_reading_of_every_kind_takes_at_most_eighty_kilobytes(server: Server, browser: Browser) -> None:
    """Everything that a browser without a cache fetches, fonts and pictures included."""
    beside = Service(Settings(home=server.home, password="lupa"))
    room = filled(beside)
    fill_with_every_kind(room)
    beside.rooms.publish(room.code, published=True)
    context = browser.new_context(java_script_enabled=False, locale="fi-FI")
    page = context.new_page()
    sizes: list[int] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(f"{server.address}/tulos/{room.code}", wait_until="networkidle")
    expect(page.locator("section.result")).to_have_count(8)
    assert 0 < sum(sizes) <= LIMIT_BYTES, sizes
    context.close()
    beside.close()
