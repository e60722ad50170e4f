"""Statements from the phone to the wall and to the files."""

import io
import re

import openpyxl
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.test_text import press, results_file
from tests.conftest import Server
from tests.server.api_client import Phone
from tests.server.items import ask_beside, scale_item

QUESTION = "Miten meillä nyt tehdään?"
FIRST, SECOND = "Asukkaat ovat mukana alusta asti", "Tieto kulkee yli rajojen"


def ask(server: Server, code: str, steps: int) -> None:
    ask_beside(server.home, code, scale_item(QUESTION, [FIRST, SECOND], steps=steps, high={"fi": "Kyllä"}))


def test_statements_go_from_the_phone_to_the_wall_and_to_the_files(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, screen, phone = open_page(room.control, "desk"), open_page(room.screen, "screen"), open_page(room.phone)
    ask(server, room.code, 7)
    expect(screen.locator(".empty")).to_be_visible()
    first, second = (phone.get_by_role("radiogroup", name=name) for name in (FIRST, SECOND))
    expect(first.get_by_role("radio")).to_have_count(8)
    first.get_by_role("radio", name="7 Kyllä").check()
    second.get_by_role("radio", name="En osaa sanoa").check()
    phone.locator(".send").click()
    expect(phone.locator(".said li")).to_have_text([f"{FIRST}: 7", f"{SECOND}: En osaa sanoa"])
    row = screen.locator(".scales .statement").first
    expect(row.locator(".framed")).to_have_text("100\u00a0%")
    expect(row.locator(".summary")).to_have_text("mediaani 7")

    # four more: the mean stands beside the distribution from the fifth on
    others = [Phone(server, room.code) for _ in range(4)]
    for step, other in enumerate(others, 1):
        other.join()
        scale = {"statement_1": step, "statement_2": step}
        assert other.send(round=other.state()["round"], scale=scale).status_code == 200
        other.client.close()
    expect(row.locator(".summary span")).to_have_text(["mediaani 3", "keskiarvo 3,4"])
    expect(screen.locator(".scales .unsure").nth(1)).to_have_text("1")
    expect(desk.locator(".statements li").first).to_contain_text("1: 1 · 2: 1 · 3: 1 · 4: 1 · 5: 0 · 6: 0 · 7: 1")

    # an answer that is changed counts once; the list has every number; results on the phone
    press(phone, "Muuta vastaustasi")
    first.get_by_role("radio", name="4", exact=True).check()
    phone.locator(".send").click()
    expect(row.locator(".summary span")).to_have_text(["mediaani 3", "keskiarvo 2,8"])
    screen.keyboard.press("l")
    expect(screen.get_by_role("row", name=FIRST).get_by_role("cell").nth(3)).to_have_text("2 (40 %)")
    press(desk, "Myös puhelimissa")
    expect(phone.locator(".results li").first).to_contain_text("sinä")
    expect(phone.locator(".results li").first).to_contain_text("keskiarvo 2,8")

    book = openpyxl.load_workbook(io.BytesIO(results_file(server, desk, room.code, "tables.xlsx")))
    cells = [cell.value for cell in book["Väittämät"][2]]
    assert cells == [QUESTION, 1, "1 Täysin eri mieltä – 7 Kyllä", FIRST, 1, 1, 1, 2, 0, 0, 0, 0, 3, 2.8, 5]
    assert "mediaani 3, keskiarvo 2,8" in results_file(server, desk, room.code, "report.html").decode()
    assert results_file(server, desk, room.code, "report.pdf").startswith(b"%PDF")
    desk.goto(f"{server.address}/tulokset?huone={room.code}")
    expect(desk.get_by_role("img", name=re.compile("mediaani 3"))).to_be_visible()
