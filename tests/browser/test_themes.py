"""Sorting into themes from the desk to the wall, to the results and the files; a vote is made of the themes."""

import io

import openpyxl
from playwright.sync_api import Page, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.filled_rooms import filled
from tests.server.items import text_item

QUESTION = "Mikä auttaisi kohtaamaan?"
COFFEE, RIDE, CAR, POT = "Kahvihetki rannassa", "Kimppakyyti kylältä", "Palveluauto kylille", "Kahvihetkiä lisää"


def name(desk: Page, label: str) -> None:
    desk.locator(".new-theme input").fill(label)
    desk.get_by_role("button", name="Lisää", exact=True).click()
    expect(desk.locator(".heads li", has_text=label)).to_be_visible()


def test_answers_are_sorted_by_keys_and_the_wall_and_the_files_follow(server: Server, open_page: OpenPage) -> None:
    service = Service(Settings(home=server.home, password="lupa"))
    room = filled(service)
    service.questions.add(room.code, text_item(QUESTION, approval=False), ["fi"], opens=True)
    for person, text in enumerate((COFFEE, RIDE, CAR, POT)):
        room.answer(person, texts=[text])
    links = service.rooms.links(room.room, server.address)
    service.close()
    desk, screen = open_page(links.control, "desk"), open_page(links.screen, "screen")
    expect(screen.locator(".screen")).to_have_attribute("data-view", "cards")
    desk.get_by_role("button", name="Lajittele teemoihin").click()
    for label in ("Kohtaaminen", "Kyydit", "Raha"):
        name(desk, label)

    # two at once by the keyboard, one by the bar
    desk.get_by_role("checkbox", name=CAR).focus()
    desk.keyboard.press("Space")
    desk.keyboard.press("Shift+ArrowDown")
    expect(desk.locator(".move > b")).to_have_text("2 valittu")
    desk.keyboard.press("2")
    expect(desk.locator(".heads .count")).to_have_text(["0", "2", "0"])
    desk.get_by_role("checkbox", name=COFFEE).click()
    desk.get_by_role("group", name="Vie teemaan").get_by_role("button", name="Kohtaaminen").click()
    expect(desk.locator(".progress")).to_have_text("3/4 teemoissa")

    # the wall has columns with their counts
    expect(screen.locator(".screen")).to_have_attribute("data-view", "themes")
    expect(screen.locator(".by-theme header .count")).to_have_text(["1", "2", "0"])
    expect(screen.locator(".by-theme section").nth(1).locator("li")).to_have_text([CAR, RIDE])
    expect(screen.locator(".aside")).to_have_text("1 vielä ilman teemaa")
    screen.keyboard.press("l")
    expect(screen.locator(".list li", has_text=RIDE)).to_contain_text("2 Kyydit")
    screen.keyboard.press("l")

    # a suggestion says its word, and moves when it is pressed
    desk.get_by_role("button", name="Ehdota").click()
    offer = desk.locator(".offer:visible")
    expect(offer).to_have_text("1Kohtaaminensana: kahvihetki")
    expect(screen.locator(".by-theme header .count").first).to_have_text("1")
    offer.click()
    expect(screen.locator(".by-theme header .count").first).to_have_text("2")
    expect(desk.locator(".progress")).to_have_text("4/4 teemoissa")
    desk.get_by_role("button", name="Kumoa").click()
    expect(screen.locator(".by-theme header .count").first).to_have_text("1")

    # taken back before the desk has been told of the move: that move is meant, not the one before
    desk.get_by_role("checkbox", name=POT).focus()
    desk.keyboard.press("3")
    desk.keyboard.press("z")
    expect(desk.locator(".sorted .status")).to_contain_text(POT)
    expect(desk.locator(".heads .count")).to_have_text(["1", "2", "0"])

    # without themes, and with them again
    desk.get_by_role("button", name="Ilman teemoja").click()
    expect(screen.locator(".screen")).to_have_attribute("data-view", "cards")
    desk.get_by_role("button", name="Teemoittain").click()
    expect(screen.locator(".screen")).to_have_attribute("data-view", "themes")

    file = desk.context.request.get(f"{server.address}/tulokset/{room.code}/tables.xlsx").body()
    rows = list(openpyxl.load_workbook(io.BytesIO(file))["Avoimet vastaukset"].iter_rows(values_only=True))
    assert {row[2]: row[-1] or "" for row in rows[1:]} == {
        COFFEE: "Kohtaaminen", RIDE: "Kyydit", CAR: "Kyydit", POT: "",
    }  # fmt: skip

    # the themes become a vote, the largest first, which is open at once
    desk.get_by_role("button", name="Äänestä näistä…").click()
    desk.get_by_label("Kysymys", exact=True).fill("Mistä aloitamme?")
    desk.get_by_role("button", name="Avaa heti").click()
    expect(screen.get_by_role("heading", name="Mistä aloitamme?")).to_be_visible()
    expect(screen.locator(".bars dt")).to_have_text(["Kyydit", "Kohtaaminen", "Raha"])
    expect(desk.locator(".panes")).to_be_visible()
    desk.goto(f"{server.address}/tulokset?huone={room.code}")
    expect(desk.get_by_role("heading", name="2. Kyydit (2)")).to_be_visible()
