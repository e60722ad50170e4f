"""Dots from the desk to phones, to the wall, to the results and the files: a few people, and a full hall."""

import io

import openpyxl
from playwright.sync_api import Page, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.filled_rooms import filled
from tests.server.items import ask_beside, order_item

QUESTION = "Mihin lähtisimme ensin?"
HALL, RIDES, CAFE = "Kylätalo auki joka päivä", "Kyytirinki ja kimppakyydit", "Yhteinen kyläkahvila"


def place(phone: Page, *labels: str) -> None:
    for label in labels:
        phone.get_by_role("button", name=f"Lisää piste: {label}").click()
    phone.get_by_role("button", name="Lähetä pisteet").click()
    expect(phone.get_by_role("heading", name="Kiitos! Vastauksesi on tallessa.")).to_be_visible()


def test_a_few_people_place_dots_and_take_the_numbers_home(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, screen = open_page(room.control, "desk"), open_page(room.screen, "screen")
    phones = [open_page(room.phone), open_page(room.phone, dark=True)]
    ask_beside(server.home, room.code, order_item("dots", QUESTION, [HALL, RIDES, CAFE], 3))
    for page in (screen, *phones):
        expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    place(phones[0], HALL, HALL, CAFE)
    place(phones[1], HALL)

    # the wall follows, and its table
    expect(screen.locator(".dots .count")).to_have_text(["3", "0", "1"])
    expect(screen.locator(".drawn").first.locator("i")).to_have_count(3)
    expect(screen.locator(".dots li").first).to_contain_text("2 vastaajaa")
    expect(screen.locator(".aside")).to_have_text("4 pistettä jaettu, jokaisella 3.")
    screen.keyboard.press("l")
    expect(screen.locator(".figures tbody tr").first).to_have_text(f"{HALL}32")
    expect(desk.locator(".options li")).to_have_text(
        [f"{HALL}32 vastaajaa", f"{RIDES}00 vastaajaa", f"{CAFE}11 vastaaja"]
    )

    # another answer takes the place of the first, and a new round begins empty
    phones[1].get_by_role("button", name="Muuta vastaustasi").click()
    place(phones[1], RIDES, RIDES)
    expect(screen.locator(".figures tbody tr").nth(1)).to_have_text(f"{RIDES}21")
    desk.get_by_role("button", name="Uusi kierros").click()
    desk.get_by_role("button", name="Aloita kierros 2").click()
    expect(phones[1].locator(".purse")).to_contain_text("3 pistettä jäljellä")
    expect(screen.locator(".figures tbody tr").first).to_have_text(f"{HALL}00")
    place(phones[0], CAFE)

    # the results page and the file
    desk.goto(f"{server.address}/tulokset?huone={room.code}")
    expect(desk.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(desk.get_by_role("img", name=HALL).first).to_be_visible()
    file = desk.context.request.get(f"{server.address}/tulokset/{room.code}/tables.xlsx").body()
    rows = list(openpyxl.load_workbook(io.BytesIO(file))[QUESTION.rstrip("?")].iter_rows(values_only=True))
    assert rows[1:4] == [(1, HALL, 3, 2, 2), (1, RIDES, 2, 1, 2), (1, CAFE, 1, 1, 2)]
    assert (2, CAFE, 1, 1, 1) in rows


def test_a_full_hall_of_dots_is_drawn_in_units_that_are_told(server: Server, open_page: OpenPage) -> None:
    service = Service(Settings(home=server.home, password="lupa"))
    room = filled(service)
    labels = [f"Vaihtoehto numero {number}" for number in range(1, 31)]
    service.questions.add(room.code, order_item("dots", QUESTION, labels, 5), ["fi"], opens=True)
    service.control.show(room.code, "results")
    for person in range(300):
        room.answer(person, dots={f"option_{person % 30 + 1}": 1, "option_1": 3 + bool(person % 30)})
    links = service.rooms.links(room.room, server.address)
    service.close()
    screen = open_page(links.screen, "screen", dark=True)
    expect(screen.locator(".answered")).to_have_text("Vastanneita 300")
    expect(screen.locator(".dots .count").first).to_have_text("1190")
    expect(screen.locator(".drawn").first.locator("i")).to_have_count(24)
    expect(screen.locator(".aside")).to_contain_text("Yksi merkki on 50 pistettä.")
    assert len(screen.locator(".drawn").all()) == 30
    footer = screen.locator(".footing").bounding_box()
    bottoms = screen.locator(".drawn i").evaluate_all("dots => dots.map(dot => dot.getBoundingClientRect().bottom)")
    assert footer is not None
    assert max(bottoms) <= footer["y"]
