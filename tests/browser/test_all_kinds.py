"""One day with every kind of question in a row: from one phone to the wall and to the file."""

import io
import re

import openpyxl
from playwright.sync_api import Page, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.items import choice_item, order_item, scale_item, text_item, words_item

HALL, RIDES, CAFE = "Kylätalo auki joka päivä", "Kyytirinki ja kimppakyydit", "Yhteinen kyläkahvila"
OPTIONS = (HALL, RIDES, CAFE)
STATEMENT = "Asukkaat ovat mukana alusta asti"
ASKED = "Kuka maksaa, kun hankeraha loppuu?"
WORDS, CHOICE, TEXT, SCALE, RANKING, DOTS = (
    "Mitä lähipalvelu merkitsee?", "Mistä tulet?", "Mikä auttaisi kohtaamaan?", "Miten meillä nyt tehdään?",
    "Missä järjestyksessä edetään?", "Mihin lähtisimme ensin?",
)  # fmt: skip


def send(phone: Page) -> None:
    phone.locator(".send").click()


def fill_form(phone: Page) -> None:
    """The first option of every step of what is on."""
    steps = int(phone.locator(".steps .num").first.inner_text().split("/")[1])
    for step in range(1, steps + 1):
        expect(phone.locator(".steps .num").first).to_have_text(re.compile(rf"^{step}\s/"))
        phone.locator(".body label").first.click()
        send(phone)
    expect(phone.locator(".outcome")).to_be_visible()


def test_one_day_uses_every_kind_of_question(server: Server, open_page: OpenPage) -> None:
    service = Service(Settings(home=server.home, password="lupa"))
    room = server.new_room()
    screen, phone = open_page(room.screen, "screen"), open_page(room.phone)

    def ask(item: dict[str, object]) -> None:
        service.questions.add(room.code, item, ["fi"], opens=True)
        question = item["question"]
        assert isinstance(question, dict)
        expect(phone.get_by_role("heading", name=question["fi"])).to_be_visible()

    ask(words_item(WORDS))
    phone.get_by_label("1. sana").fill("yhteistyö")
    send(phone)
    expect(screen.locator(".cloud text")).to_have_text("yhteistyö")
    ask(choice_item(CHOICE, OPTIONS))
    phone.get_by_label(RIDES).check()
    send(phone)
    expect(screen.locator(".share", has_text="100")).to_be_visible()
    ask(text_item(TEXT, approval=False))
    phone.get_by_role("textbox").fill("Yhteinen sauna")
    send(phone)
    expect(screen.locator(".cards .text")).to_have_text("Yhteinen sauna")
    ask(scale_item(SCALE, [STATEMENT]))
    phone.get_by_role("radiogroup", name=STATEMENT).get_by_role("radio", name="5").check()
    send(phone)
    expect(screen.locator(".scales .summary")).to_have_text("mediaani 5")
    ask(order_item("ranking", RANKING, OPTIONS, 3))
    for label in (CAFE, HALL, RIDES):
        phone.get_by_role("button", name=label, exact=True).click()
    send(phone)
    expect(screen.locator(".ranking .label")).to_have_text([CAFE, HALL, RIDES])
    ask(order_item("dots", DOTS, OPTIONS, 3))
    for _ in range(3):
        phone.get_by_role("button", name=f"Lisää piste: {HALL}").click()
    send(phone)
    expect(screen.locator(".dots .count")).to_have_text(["3", "0", "0"])

    # the forms, a page to read, and a question to the speaker
    for name in ("assessment", "quiz"):
        service.control.open(room.code, name)
        expect(phone.locator(".steps .num").first).to_have_text(re.compile(r"^1\s/"))
        fill_form(phone)
        expect(screen.locator(".answered")).to_have_text(re.compile("1$"))
    service.control.open(room.code, "examples")
    expect(phone.locator(".reading")).to_be_visible()
    phone.get_by_role("button", name="Kysy", exact=True).click()
    phone.get_by_label("Kysymyksesi").fill(ASKED)
    phone.get_by_role("button", name="Lähetä kysymys").click()
    service.control.show(room.code, "questions")
    expect(screen.get_by_text(ASKED)).to_be_visible()

    # at one's own pace: another person on the same phone answers two of the programme, and changes one
    service.rooms.share_phones(room.code, on=True)
    service.own_pace.begin(room.code, "word_cloud", "sectors", None)
    phone.go_back()
    phone.reload()
    phone.get_by_role("button", name="Vastaa toinen henkilö").click()
    phone.get_by_role("button", name="Aloita uutena vastaajana").click()
    expect(phone.locator(".pace .steps .num")).to_have_text("0/3")
    phone.get_by_role("button", name="Aloita", exact=True).click()
    phone.get_by_label("1. sana").fill("luottamus")
    phone.get_by_role("button", name="Ohita, kohtaan 2").click()
    phone.locator(".body label").first.click()
    send(phone)
    phone.get_by_role("button", name="Jatka kohtaan 3").click()
    phone.get_by_role("button", name="Kaikki kohdat (3/3)").click()
    expect(phone.locator(".pace .steps .num")).to_have_text("1/3")
    phone.reload()
    phone.get_by_role("button", name="Jatka kohtaan 1").click()
    expect(phone.get_by_label("1. sana")).to_have_value("luottamus")
    send(phone)
    expect(phone.get_by_role("button", name="Jatka kohtaan 3")).to_be_visible()
    phone.go_back()
    expect(phone.locator(".pace .path small").first).to_have_text("1 sana")
    phone.get_by_role("button", name="Muuta vastausta").first.click()
    phone.get_by_role("button", name="Poista: luottamus").click()
    expect(phone.get_by_role("button", name="Palauta: luottamus")).to_be_visible()
    service.rooms.end(room.code)
    expect(phone.get_by_role("heading", name="Kiitos")).to_be_visible()
    service.close()

    desk = open_page(room.control, "desk")
    data = desk.context.request.get(f"{server.address}/tulokset/{room.code}/tables.xlsx").body()
    book = openpyxl.load_workbook(io.BytesIO(data))
    exported = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"yhteistyö", *OPTIONS, "Yhteinen sauna", STATEMENT, ASKED} <= exported
    assert "luottamus" not in exported
