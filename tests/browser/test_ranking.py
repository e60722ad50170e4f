"""A ranking from the desk to phones, to the wall, to the results and the files: a few people, and a full hall."""

import io
import random

import openpyxl
from playwright.sync_api import Page, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.filled_rooms import filled
from tests.server.items import ask_beside, order_item

HEIGHT_DIFFERENCE = 6
QUESTION = "Missä järjestyksessä edetään?"
HALL, RIDES, CAFE, HELP = "Kylätalo auki joka päivä", "Kyytirinki", "Yhteinen kyläkahvila", "Digiapua kotiin"


def rank(phone: Page, *labels: str) -> None:
    for label in labels:
        phone.get_by_role("button", name=label, exact=True).click()
    phone.get_by_role("button", name="Lähetä järjestys").click()
    expect(phone.get_by_role("heading", name="Kiitos! Vastauksesi on tallessa.")).to_be_visible()


def assert_in_columns(screen: Page) -> None:
    """What stands equal has its places and numbers in the same columns, its bars as high as those of its neighbours."""
    rows = screen.locator(".ranking tbody tr").all()
    edges = [
        row.locator(".places span, .mean, .first").evaluate_all(
            "cells => cells.map(cell => cell.getBoundingClientRect()).map(({ right }) => Math.round(right))"
        )
        for row in rows
    ]
    assert all(row == edges[0] for row in edges), edges
    heights = [row.locator(".places > span").evaluate("bars => bars.clientHeight") for row in rows]
    assert max(heights) - min(heights) <= HEIGHT_DIFFERENCE, heights


def test_a_few_people_rank_and_take_the_order_home(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, screen = open_page(room.control, "desk"), open_page(room.screen, "screen")
    phones = [open_page(room.phone), open_page(room.phone, dark=True)]
    ask_beside(server.home, room.code, order_item("ranking", QUESTION, [RIDES, CAFE, HALL, HELP], 4))
    for page in (screen, *phones):
        expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(screen.locator(".empty")).to_be_visible()
    rank(phones[0], HALL, RIDES, CAFE, HELP)
    rank(phones[1], HALL, CAFE, RIDES)

    # the wall: two that stand equal, and whom somebody left out
    expect(screen.locator(".ranking .label")).to_have_text([HALL, RIDES, CAFE, HELP])
    expect(screen.get_by_role("rowheader")).to_have_text(["1.", "2. tasan", "2. tasan", "4."])
    expect(screen.locator(".ranking .mean:visible")).to_have_text(["1,0", "2,5", "2,5", "4,0"])
    expect(screen.locator(".ranking .first:visible")).to_have_text(["2", "0", "0", "0"])
    expect(screen.locator(".ranking tbody .unplaced")).to_have_text(["0", "0", "0", "1"])
    assert_in_columns(screen)
    expect(screen.locator(".answered")).to_have_text("Järjestäneitä 2")
    expect(desk.locator(".options li").first).to_have_text(f"1. {HALL}2Keskisija 1,0")

    # an order is changed by its buttons, and the wall follows
    phones[1].get_by_role("button", name="Muuta vastaustasi").click()
    phones[1].get_by_role("button", name=f"Ylemmäs: {CAFE}").click()
    rank(phones[1])
    expect(screen.locator(".ranking .first:visible")).to_have_text(["1", "1", "0", "0"])
    assert_in_columns(screen)
    screen.keyboard.press("l")
    expect(screen.locator(".figures tbody tr").first).to_have_text(f"{HALL}1.1,511000")

    # the results page and the file
    desk.goto(f"{server.address}/tulokset?huone={room.code}")
    expect(desk.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(desk.get_by_role("img", name=HALL).first).to_be_visible()
    file = desk.context.request.get(f"{server.address}/tulokset/{room.code}/tables.xlsx").body()
    rows = list(openpyxl.load_workbook(io.BytesIO(file))[QUESTION.rstrip("?")].iter_rows(values_only=True))
    assert rows[1] == (1, HALL, 1, 1.5, 1, 1, 0, 0, 0, 2)
    assert rows[4] == (1, HELP, 4, 4, 0, 0, 0, 1, 1, 2)


def test_a_full_hall_ranks_ten_options(server: Server, open_page: OpenPage) -> None:
    service = Service(Settings(home=server.home, password="lupa"))
    room = filled(service)
    labels = [f"Vaihtoehto numero {number}" for number in range(1, 11)]
    service.questions.add(room.code, order_item("ranking", QUESTION, labels, 10), ["fi"], opens=True)
    service.control.show(room.code, "results")
    order = random.Random(3)
    for person in range(300):
        ranked = sorted(range(1, 11), key=lambda number: number + order.gauss(0, 3))
        room.answer(person, ranking=[f"option_{number}" for number in ranked[: 10 - person % 4]])
    links = service.rooms.links(room.room, server.address)
    service.close()
    screen = open_page(links.screen, "screen", dark=True)
    expect(screen.locator(".answered")).to_have_text("Järjestäneitä 300")
    expect(screen.locator(".ranking tbody tr")).to_have_count(10)
    means = [float(mean.replace(",", ".")) for mean in screen.locator("tbody .mean").all_inner_texts()]
    assert means == sorted(means)
    assert abs(sum(means) - 55) < 0.6
    firsts = [int(first) for first in screen.locator("tbody .first").all_inner_texts()]
    assert sum(firsts) == 300
    footer = screen.locator(".footing").bounding_box()
    rows = screen.locator(".ranking tbody tr")
    bottoms = rows.evaluate_all("rows => rows.map(row => row.getBoundingClientRect().bottom)")
    assert footer is not None
    assert max(bottoms) <= footer["y"] + 2
