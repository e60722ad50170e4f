"""The whole workshop from one desk: desk, projector and phones agree at every step."""

import re

import httpx
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server, eventually
from tests.server.api_client import Phone

QUESTION = "Mitä sinulle tulee mieleen sosiaalisista innovaatioista?"
ROLES = "Mikä on roolisi suhteessa ratkaisujen kehittämiseen?"


def press(desk: Page, name: str) -> None:
    desk.get_by_role("button", name=re.compile(name)).first.click()


def all_show(pages: list[Page], text: str) -> None:
    for page in pages:
        expect(page.get_by_role("heading", name=text).first).to_be_visible()


def answer(phone: Page, word: str) -> None:
    field = phone.locator("input.field:not([readonly]):visible").first
    field.fill(word)
    phone.locator(".send").click()
    expect(phone.get_by_text(word, exact=True).first).to_be_visible()


def test_a_whole_workshop(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, screen = open_page(room.control, "desk"), open_page(room.screen, "screen")
    typed, scanned = open_page(f"{server.address}/liity"), open_page(room.phone)
    typed.get_by_label("koodi").fill(f"{room.code[:3]} {room.code[3:]}")
    typed.get_by_role("button").first.click()
    inside = open_page(f"{server.address}/vastaa?huone={room.code}")
    fourth = open_page(f"{room.phone}?kieli=fi", lang="sv-FI")
    phones = [typed, scanned, inside, fourth]
    expect(screen.get_by_text(f"{room.code[:3]} {room.code[3:]}").first).to_be_visible()

    # the word cloud
    expect(desk.get_by_role("button", name="Avaa kysymys")).to_be_visible()
    desk.keyboard.press("Space")
    all_show([screen, *phones], QUESTION)
    for phone, word in zip(phones, ("yhteistyö", "yhteistyötä", "yhteistyössä", "rohkeus"), strict=True):
        answer(phone, word)
    expect(screen.locator("svg text").filter(has_text="yhteistyö").first).to_be_visible()
    expect(screen.locator("svg text")).to_have_count(2)
    expect(desk.get_by_text("4/", exact=False).first).to_be_visible()

    # reload in the middle: the room's state, not a new one
    desk.reload()
    screen.reload()
    expect(desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    expect(screen.locator("svg text").filter(has_text="yhteistyö").first).to_be_visible()

    # roles, with results hidden and then shown, and a countdown
    press(desk, "Seuraava: Kuka olet")
    all_show([desk, screen], ROLES)
    press(desk, "1 min")
    all_show([screen, *phones], ROLES)
    expect(screen.get_by_text(re.compile(r"0:[0-5]\d")).first).to_be_visible()
    expect(typed.get_by_text(re.compile(r"0:[0-5]\d")).first).to_be_visible()
    for phone in phones:
        phone.get_by_text("Ideoin uusia ratkaisuja").click()
        phone.get_by_role("button", name=re.compile("Lähetä")).first.click()
        expect(phone.get_by_text("Kiitos", exact=False).first).to_be_visible()
    expect(desk.get_by_role("button", name="Kysymys", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(screen.get_by_text("100 %", exact=True)).to_be_hidden()
    desk.locator(".now .view").get_by_role("button", name="Tulokset").click()
    expect(screen.get_by_text("100 %", exact=True).first).to_be_visible()

    # a question on the spot
    press(desk, "Uusi kysymys")
    dialog = desk.get_by_role("dialog")
    dialog.get_by_role("button", name="Vaihda laji").click()
    desk.locator("dialog.kinds").get_by_role("button", name=re.compile("^Vaihtoehdot")).click()
    dialog.get_by_label("Kysymys", exact=True).fill("Jatketaanko *tauon* jälkeen?")
    for row, option in enumerate(("Kyllä", "Ei"), 1):
        dialog.get_by_label(re.compile(f"^Vaihtoehdot.*{row}$")).fill(option)
    dialog.get_by_role("button", name="Näytä heti").click()
    all_show([screen, *phones], "Jatketaanko *tauon* jälkeen?")
    typed.get_by_text("Kyllä", exact=True).click()
    typed.get_by_role("button", name=re.compile("Lähetä")).first.click()
    expect(screen.get_by_text("Kyllä").first).to_be_visible()

    # a new round keeps the old
    press(desk, "Uusi kierros")
    press(desk, "Aloita kierros 2")
    expect(typed.get_by_role("button", name=re.compile("Lähetä")).first).to_be_visible()
    expect(desk.get_by_text("2 kierrosta", exact=False).first).to_be_visible()

    # the quiz on a phone
    press(desk, "Propellipäätesti")
    expect(desk.get_by_role("button", name=re.compile("^Propellipäätesti"))).to_have_attribute("aria-pressed", "true")
    press(desk, "Avaa kysymys")
    for _ in range(8):
        scanned.get_by_role("radio").first.check()
        scanned.get_by_role("button", name=re.compile("Seuraava|Lähetä")).first.click()
    expect(scanned.get_by_text("ehittäjätyyppisi", exact=False).first).to_be_visible()

    # closing
    press(desk, "Mitä seuraavaksi")
    expect(desk.get_by_role("button", name=re.compile("^Mitä seuraavaksi"))).to_have_attribute("aria-pressed", "true")
    press(desk, "Näytä puhelimissa")
    expect(typed.get_by_role("link", name=re.compile("Avaa"))).to_have_attribute("href", re.compile("seuraavaksi"))


def test_two_desks_agree_and_do_not_undo_each_other(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    first_desk, second_desk = open_page(room.control, "desk"), open_page(room.control, "phone")
    press(first_desk, "Avaa kysymys")
    expect(second_desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    press(second_desk, "Sulje kysymys")
    expect(first_desk.get_by_role("button", name="Jatka vastaamista")).to_be_visible()


def test_many_quick_presses_leave_no_error_and_the_state_of_the_last(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, screen = open_page(room.control, "desk"), open_page(room.screen, "screen")
    expect(desk.get_by_role("button", name="Avaa kysymys")).to_be_visible()
    for _ in range(50):
        desk.keyboard.press("Space", delay=5)
    for _ in range(50):
        desk.keyboard.press("r", delay=5)
    for key in ("ArrowRight", "ArrowLeft"):
        for _ in range(50):
            desk.keyboard.press(key, delay=5)
    for _ in range(10):
        for name in ("Kysymys", "Taukokuva", "Liittyminen", "Tulokset"):
            desk.locator(".now .view").get_by_role("button", name=name).click()
    press(desk, "Avaa kysymys|Sulje kysymys|Jatka vastaamista")
    expect(desk.get_by_text("meni vikaan")).to_have_count(0)
    expect(screen.get_by_role("heading", level=1)).to_be_visible()


def test_a_room_is_deleted_after_typing_its_code(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--title", "Poistettava työpaja")
    page = open_page(f"{server.address}/ohjaus", "desk")
    page.get_by_label("salasana").fill("lupa")
    page.get_by_role("button").first.click()
    page.get_by_role("searchbox").fill(room.code)
    expect(page.locator(".room")).to_have_count(1)
    page.get_by_role("button", name=f"Lisää toimintoja: {room.code[:3]} {room.code[3:]}").click()
    page.get_by_role("button", name="Poista").click()
    page.get_by_label("Kerran koodi").fill("111111")
    page.get_by_role("button", name="Poista lopullisesti").click()
    expect(page.get_by_text("Mitään ei poistettu")).to_be_visible()
    page.get_by_label("Kerran koodi").fill(room.code)
    page.get_by_role("button", name="Poista lopullisesti").click()
    eventually(lambda: httpx.get(room.phone).status_code == 404)


def test_a_new_link_cancels_the_old_one(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, other = open_page(room.control, "desk"), open_page(room.control, "desk")
    press(other, "Asetukset")
    expect(other.get_by_text(room.control)).to_be_visible()
    press(desk, "Asetukset")
    desk.get_by_role("button", name="Tee uusi ohjauslinkki").click()
    expect(desk.get_by_text("Vanhat linkit eivät enää toimi")).to_be_visible()
    assert 'name="password"' in httpx.get(room.control, follow_redirects=True).text

    # the other desk has ended, with its dialog, and is not told the new link
    expect(other.get_by_text("Tämä sivu on ohjaajalle")).to_be_visible()
    expect(other.get_by_role("link", name="Kirjaudu")).to_be_visible()
    expect(other.get_by_role("dialog")).to_have_count(0)
    expect(other.get_by_text("/ohjaa/")).to_have_count(0)
    expect(other.get_by_role("button", name="Avaa kysymys")).to_have_count(0)
    other.keyboard.press("Space")

    # whoever renewed the link goes on with it, and finds the room as it was
    desk.get_by_role("link", name="Jatka uudella linkillä").click()
    expect(desk.get_by_role("button", name="Avaa kysymys")).to_be_visible()


def test_results_reach_phones_where_the_facilitator_allows(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    desk, phone = open_page(room.control, "desk"), open_page(room.phone)
    answer(phone, "sisu")
    api_phone = Phone(server, room.code)
    assert api_phone.client.get(f"/live/{room.code}/results").status_code == 403
    desk.get_by_text("Myös puhelimissa").click()
    eventually(lambda: api_phone.client.get(f"/live/{room.code}/results").status_code == 200)
    assert api_phone.client.get(f"/live/{room.code}/results").json()["words"] == [{"text": "sisu", "count": 1}]
    expect(phone.get_by_role("heading", name="Tulokset")).to_be_visible()
    api_phone.client.close()


def test_an_assessment_made_on_its_own_page_is_sent_to_the_room_when_asked(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "assessment")
    page = open_page(f"{server.address}/arviointi?huone={room.code}&esimerkki=auraamo", "desk")
    page.get_by_role("button", name="Näytä kaikki samalla sivulla").click()
    open_one = page.get_by_role("radiogroup", name=re.compile("Toimiiko ratkaisu paremmin"))
    open_one.locator("label").nth(1).click()  # the one that the example's text leaves open
    send = page.get_by_role("button", name=re.compile("Lähetä ilman nimeä"))
    send.click()
    expect(page.get_by_text(re.compile("Lähetetty|mukana|tallessa", re.IGNORECASE)).first).to_be_visible()
    api_phone = Phone(server, room.code)
    api_phone.client.cookies.update({c["name"]: c["value"] for c in page.context.cookies()})
    assert len(api_phone.me()["answers"]) == 5
    api_phone.client.close()
