"""The end of a workshop, a deleted room, a locked room and waiting words, on phone, projector and desk at once."""

import re

from playwright.sync_api import expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server, eventually
from tests.server.api_client import Phone


def test_an_ended_workshop_thanks_on_phones_and_on_the_wall(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    desk, screen = open_page(room.control, "desk"), open_page(room.screen, "screen")
    phone, inside = open_page(room.phone), open_page(f"{server.address}/vastaa?huone={room.code}")
    expect(phone.locator("input.field")).to_have_count(3)
    desk.get_by_role("button", name="Asetukset").click()
    desk.get_by_role("button", name="Päätä työpaja").click()
    for page in (phone, inside):
        expect(page.get_by_role("heading", name="Kiitos, että olit mukana!")).to_be_visible()
        expect(page.get_by_role("link", name="Mitä seuraavaksi?").last).to_have_attribute(
            "href", re.compile("seuraavaksi")
        )
    expect(screen.get_by_role("heading", name="Kiitos kaikille!")).to_be_visible()
    expect(screen.get_by_text(re.compile("/seuraavaksi"))).to_be_visible()
    expect(screen.get_by_text("Jatkamme pian", exact=False)).to_have_count(0)


def test_a_deleted_room_is_told_everywhere_and_the_same_code_works_again(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    desk, screen, phone = open_page(room.control, "desk"), open_page(room.screen, "screen"), open_page(room.phone)
    expect(desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    expect(screen.get_by_role("heading", level=1)).to_contain_text("sosiaalisista")
    expect(phone.locator("input.field")).to_have_count(3)
    server.command("room", "delete", room.code)
    for page in (phone, screen):
        expect(page.get_by_role("heading", name="Tämä työpaja on poistettu")).to_be_visible()
    expect(desk.get_by_text("Tämä työpaja on poistettu", exact=False)).to_be_visible()
    expect(phone.get_by_text("Ei verkkoyhteyttä")).to_have_count(0)
    expect(desk.get_by_text("meni vikaan")).to_have_count(0)
    server.command("room", "new", "--code", room.code, "--open", "word_cloud")
    expect(screen.get_by_role("heading", level=1)).to_contain_text("sosiaalisista")
    phone.get_by_role("button", name="Yritä uudelleen").click()
    expect(phone.locator("input.field")).to_have_count(3)


def test_a_newcomer_to_a_locked_room_is_told_on_arrival(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    inside = open_page(room.phone)
    expect(inside.locator("input.field")).to_have_count(3)
    service = Service(Settings(home=server.home, password="lupa"))
    api_phone = Phone(server, room.code)
    service.rooms.lock(room.code, locked=True)
    eventually(lambda: api_phone.state()["locked"])
    for address in (room.phone, f"{server.address}/vastaa?huone={room.code}"):
        late = open_page(address)
        expect(late.get_by_role("heading", name="Työpaja on lukittu")).to_be_visible()
        expect(late.locator("input.field")).to_have_count(0)
    inside.reload()
    inside.locator("input.field").first.fill("sisällä")
    inside.locator(".send").click()
    expect(inside.locator(".said li")).to_have_text(["sisällä"])
    service.rooms.lock(room.code, locked=False)
    expect(late.locator("input.field")).to_have_count(3)
    service.close()
    api_phone.client.close()


def test_words_that_wait_are_counted_at_the_desk_and_told_on_the_wall(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    service = Service(Settings(home=server.home, password="lupa"))
    service.moderation.set_approval(room.code, on=True, keeps=False)
    api_phone = Phone(server, room.code)
    api_phone.join()
    assert api_phone.send(round=api_phone.state()["round"], words=["ilo", "sisu"]).status_code == 200
    desk, screen = open_page(room.control, "desk"), open_page(room.screen, "screen")
    expect(desk.get_by_role("button", name="2 sanaa odottaa hyväksyntää")).to_be_visible()
    expect(screen.get_by_text("Vastauksia tulee.", exact=False)).to_be_visible()
    desk.get_by_role("button", name="Hyväksy kaikki (2)").click()
    expect(screen.locator("svg text")).to_have_count(2)
    service.close()
    api_phone.client.close()
