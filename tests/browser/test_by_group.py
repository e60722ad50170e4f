"""Answers by group: pressed at the desk, drawn on the wall, read on the results page."""

from typing import Any

from playwright.sync_api import expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.filled_rooms import filled
from tests.server.items import choice_item

PLACES = ("kunta", "jarjesto", "yritys")
HELPS = ("Kyytirinki ja kimppakyydit", "Kylätalo auki joka päivä", "Digiapua kotiin vietynä", "Yhteinen kyläkahvila")


def closed_room(server: Server) -> tuple[str, Any]:
    """The code and the links of a room whose question is closed: 23, 30 and 12 people of three groups."""
    service = Service(Settings(home=server.home, password="lupa"))
    room = filled(service)
    where = {**choice_item("Missä toimit?", ["Kunta", "Järjestö", "Yritys"]), "background": True}
    service.questions.add(room.code, where, ["fi"], opens=True)
    groups = [place for place, people in zip(PLACES, (23, 30, 12), strict=True) for _ in range(people)]
    for person, place in enumerate(groups):
        room.answer(person, choices=[place])
    service.questions.add(
        room.code, choice_item("Mitkä kaksi asiaa auttaisivat eniten?", HELPS, multiple=True), ["fi"], opens=True
    )
    names = [option.id for option in service.desks.get(room.code).current.model.options]  # type: ignore[union-attr]
    for person, place in enumerate(groups):
        first = {"kunta": 0, "jarjesto": 1, "yritys": 2}[place]
        room.answer(person, choices=[names[first if person % 3 else 3], names[(first + 1 + person % 2) % 4]])
    service.control.close(room.code)
    links = service.rooms.links(room.room, server.address)
    service.close()
    return room.code, links


def test_the_desk_sets_a_group_beside_all_others_and_the_groups_side_by_side(
    server: Server, open_page: OpenPage
) -> None:
    code, links = closed_room(server)
    desk, screen = open_page(links.control, "desk"), open_page(links.screen, "screen")
    desk.get_by_role("button", name="Kunta (23)").click()
    expect(screen.locator(".under")).to_have_text("Kunta, 23 vastaajaa")
    desk.get_by_role("button", name="Muiden rinnalla").click()
    expect(screen.locator(".groups thead th")).to_have_text(["Kunta23 vastaajaa", "Kaikki muut42 vastaajaa"])
    expect(screen.locator(".groups tbody th")).to_have_text(list(HELPS))
    expect(screen.locator(".groups tbody tr").first.locator("b")).to_have_text(["65 % 15", "14 % 6"])
    expect(desk.locator(".options small").first).to_have_text("Kunta 65 % (15) · Kaikki muut 14 % (6)")
    desk.get_by_role("button", name="Ryhmät rinnan").click()
    expect(screen.locator(".groups thead th")).to_have_count(3)
    screen.keyboard.press("l")
    expect(screen.locator(".figures thead th").last).to_have_text("Yritys (12)")
    desk.get_by_role("button", name="Kaikki yhdessä").click()
    expect(screen.locator(".bars dt")).to_have_count(4)
    desk.goto(f"{server.address}/tulokset?huone={code}")
    desk.get_by_text("Ryhmittäin: Missä toimit").click()
    expect(desk.get_by_text("Kunta (23)").first).to_be_attached()
