"""A new organiser makes a workshop of her own in the browser, tries it, holds it and takes its results home."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.input_devices import InputDevice, Keys, Pointer, switched_tab
from tests.conftest import Server

TITLE = "Kotoutumisen kumppanuuspäivä"
LINES = "Mistä tulet?\n- Kunta\n- Järjestö\nMitä kotoutuminen sinulle merkitsee?"
PLACES, HOPES = "Missä kohtaamme?", "Mitä toivot seuraavaksi?"
OPTIONS = ("Kirjasto", "Kahvila", "Kotipiha")
SWEDISH = {PLACES: "Var möts vi?", HOPES: "Vad hoppas du härnäst?", "Kirjasto": "Bibliotek", "Kahvila": "Kafé"}
MOST_TEXTS = 40
WORD_SHEET = "Sanat"


class Organiser:
    """She works in the editor with one pair of hands."""

    def __init__(self, page: Page, device: InputDevice) -> None:
        self.page, self.device = page, device

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).locator("visible=true").first

    def begin(self) -> None:
        page, device = self.page, self.device
        device.write(page.get_by_label("salasana"), "lupa")
        device.press(page.locator("form button"))
        device.press(page.get_by_role("link", name=re.compile("^Liitä kysymykset")))
        device.write(page.get_by_label("Työpajan otsikko"), TITLE)
        device.write(page.get_by_label("Kysymykset, kukin omalle rivilleen"), LINES)
        expect(page.locator(".got")).to_have_count(2)
        device.press(self.button("Ota 2 kysymystä mukaan"))
        expect(page).to_have_url(re.compile("/muokkaa"))
        expect(page.locator(".programme .item")).to_have_count(2)

    def speak_swedish_too(self) -> None:
        self.device.choose_tab(self.page.get_by_role("tab", name="Tiedot"))
        self.device.press(self.page.get_by_label("ruotsi", exact=True))
        self.device.choose_tab(self.page.get_by_role("tab", name="Ohjelma"))

    def add(self, kind: str, question: str, options: tuple[str, ...] = ()) -> None:
        """An item after those that there are; the focus is where she writes next."""
        page, device = self.page, self.device
        place = page.locator(".programme .item").count()
        device.press(page.locator(".programme .item").last)
        device.press(self.button("Lisää kohta"))
        device.press(page.get_by_role("dialog").get_by_role("button", name=re.compile(f"^{kind}")))
        field = page.get_by_role("textbox", name=re.compile("^Kysymys"))
        expect(field).to_be_focused()
        device.write(field, question)
        for number, words in enumerate(options, 1):
            rows = page.get_by_role("textbox", name=re.compile(rf"^Vaihtoehdot, (rivi {number}|uusi rivi)\b"))
            device.write(rows.first, words)
            page.keyboard.press("Enter")
        expect(page.locator(".programme .item").nth(place)).to_contain_text(question)
        expect(page.locator(".fault:visible")).to_have_count(0)

    def translate(self) -> None:
        """Goes from one missing text to the next, as the line above the columns leads; the first language is beside."""
        for _ in range(MOST_TEXTS):
            left = self.page.get_by_role("button", name=re.compile("Ruotsiksi puuttuu"))
            if left.count() == 0:
                break
            before = left.inner_text()
            self.device.press(left)
            field = self.page.locator("textarea:focus")
            expect(field).to_have_attribute("lang", "sv")
            words = field.get_attribute("placeholder") or ""
            self.device.write(field, SWEDISH.get(words, f"{words} (på svenska)"))
            expect(self.page.get_by_role("button", name=before, exact=True)).to_have_count(0)
        expect(self.page.get_by_role("button", name=re.compile("Ruotsiksi puuttuu"))).to_have_count(0)

    def try_out(self, question: str, swedish: str) -> None:
        """The preview of an item, in both languages; an answer there goes nowhere."""
        page, device = self.page, self.device
        device.choose_tab(page.get_by_role("tab", name="Ohjelma"))
        device.press(page.locator(".programme .item", has_text=question))
        wall, phone = (page.frame_locator(f".preview iframe >> nth={place}") for place in (0, 1))
        for words, lang in ((question, "Suomi"), (swedish, "Svenska")):
            device.press(page.locator(".preview").get_by_role("button", name=lang, exact=True))
            for frame in (wall, phone):
                expect(frame.locator("h1")).to_have_text(words)
        expect(wall.locator(".bars dt").first).to_be_visible()

    def start(self) -> str:
        """A room of the workshop; its code."""
        self.device.press(self.button("Aloita kerta"))
        expect(self.page).to_have_url(re.compile(r"/ohjaus\?huone=\d{6}"))
        return re.sub(r"\D", "", self.page.url.rsplit("huone=", 1)[1])[:6]

    def open_question(self, question: str) -> None:
        toggle = self.page.locator(".now .toggle button")
        expect(self.page.locator("h2.question")).to_contain_text(question)
        self.device.press(toggle)
        expect(toggle).to_have_text(re.compile("Sulje kysymys"))

    def go_on(self) -> None:
        """One step on; a press made before the last one is drawn would be refused as made for what is gone."""
        before = self.page.locator("h2.question").inner_text()
        self.device.press(self.page.locator(".now .steps button").last)
        expect(self.page.locator("h2.question")).not_to_have_text(before)


def answer(phone: Page, question: str, *, option: str = "", words: str = "") -> None:
    expect(phone.locator("h1")).to_have_text(question)
    if option:
        phone.get_by_label(option).click()
    else:
        phone.locator("input.field").first.fill(words)
    phone.locator("button.send").click()
    expect(phone.locator(".said li")).to_have_count(1)


@pytest.mark.parametrize("device", [Pointer(), Keys()], ids=["pointer", "keys"])
def test_a_new_organiser_makes_a_workshop_holds_it_and_takes_the_results_home(
    own_server: Server, open_page: OpenPage, device: InputDevice
) -> None:
    page = open_page(f"{own_server.address}/ohjaus", "desk")
    organiser = Organiser(page, device)
    organiser.begin()
    organiser.add("Vaihtoehdot", PLACES, OPTIONS)
    organiser.add("Sanapilvi", HOPES)
    organiser.speak_swedish_too()
    organiser.translate()
    organiser.try_out(PLACES, SWEDISH[PLACES])
    code = organiser.start()

    phones = [open_page(f"{own_server.address}/{code}", lang=lang) for lang in ("fi-FI", "fi-FI", "sv-SE")]
    organiser.open_question("Mistä tulet?")
    for phone, option in zip(phones, ("Kunta", "Järjestö", "Kunta (på svenska)"), strict=True):
        is_swedish = phone is phones[2]
        answer(phone, f"Mistä tulet?{' (på svenska)' if is_swedish else ''}", option=option)
    organiser.go_on()
    organiser.go_on()
    organiser.open_question(PLACES)
    for phone, option in zip(phones, (*OPTIONS[:2], SWEDISH[OPTIONS[0]]), strict=True):
        answer(phone, SWEDISH[PLACES] if phone is phones[2] else PLACES, option=option)
    organiser.go_on()
    organiser.open_question(HOPES)
    for phone, words in zip(phones, ("naapuruus", "naapuruus", "grannskap"), strict=True):
        answer(phone, SWEDISH[HOPES] if phone is phones[2] else HOPES, words=words)
    expect(page.locator(".word-desk li[data-key]")).to_have_count(2)

    about = phones[0]
    about.goto(f"{own_server.address}/tietoa?huone={code}")
    expect(about.get_by_role("heading", name="Lähteet")).to_be_visible()
    for words in ("innovaatio", "Innokylä", "webinaari", "Arviointi", "Testi"):
        assert words not in about.locator("main").inner_text(), "what the workshop has not"

    results = switched_tab(page, device, page.get_by_role("link", name=re.compile("Tulokset")))
    with results.expect_download() as download:
        device.press(results.get_by_role("link", name="Lataa Excel-taulukot"))
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    places = list(book[PLACES.rstrip("?")].iter_rows(values_only=True))
    assert [(row[1], row[2]) for row in places[1:4]] == [("Kirjasto", 2), ("Kahvila", 1), ("Kotipiha", 0)], places
    hopes = list(book[WORD_SHEET].iter_rows(values_only=True))
    assert any(row[0] == HOPES and row[2:4] == ("naapuruus", 2) for row in hopes), hopes
