"""Questions at one's own pace where the line breaks and the desk ends them."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server


def test_an_answer_waits_for_the_line_and_nothing_is_lost_when_the_desk_ends_it(
    server: Server, open_page: OpenPage
) -> None:
    room = server.new_room("--pace", "own")
    desk, phone = open_page(room.control, "desk"), open_page(room.phone)
    phone.get_by_role("button", name="Aloita", exact=True).click()
    phone.get_by_label("1. sana").fill("luottamus")
    phone.context.set_offline(True)
    phone.locator(".send").click()
    expect(phone.locator("#status")).to_contain_text("tallessa tässä laitteessa")
    phone.get_by_role("button", name="Kaikki kohdat").click()
    expect(phone.locator("#status")).to_contain_text("vielä matkalla")
    expect(phone.locator(".pace")).to_be_hidden()
    phone.context.set_offline(False)
    expect(phone.get_by_role("button", name="Jatka kohtaan 2")).to_be_visible()
    expect(desk.locator(".own-pace li").first).to_contain_text("Vastanneita 1")
    phone.get_by_role("button", name="Jatka kohtaan 2").click()
    phone.locator(".body label").first.click()

    # the space bar ends nothing, the button does
    desk.locator(".question").click()
    desk.keyboard.press("Space")
    expect(desk.get_by_text("Lopeta se ensin")).to_be_visible()
    expect(desk.locator(".own-pace")).to_be_visible()
    desk.get_by_role("button", name="Lopeta oma tahti").click()
    expect(desk.locator(".own-pace")).to_be_hidden()
    expect(phone.get_by_role("heading", name="Odota hetki")).to_be_visible()
    expect(phone.locator(".pace-back")).to_be_hidden()
    desk.get_by_role("button", name="Jatka vastaamista").click()
    expect(phone.get_by_role("button", name="Poista: luottamus")).to_be_visible()
