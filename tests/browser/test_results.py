"""The results page: files arrive, the page stays as it is, rounds are compared, nobody else sees it."""

import csv
import io
import re
from base64 import b64decode
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import RoomLinks, Server, eventually
from tests.idle import wait_until_idle
from tests.server.api_client import OpenRoom
from tests.server.filled_rooms import whole_workshop

SMALLEST_LETTERS = 12
FILES = {
    "Lataa raportti (PDF)": ("raportti", "pdf", b"%PDF-"),
    "Lataa Excel-taulukot": ("taulukot", "xlsx", b"PK"),
    "Lataa CSV (Excel)": ("vastaukset", "csv", b"\xef\xbb\xbf"),
    "Lataa raportti verkkosivuna (HTML)": ("raportti", "html", b"<!doctype"),
    "Lataa kaikki taulukot CSV-tiedostoina (zip)": ("taulukot", "zip", b"PK"),
    "Lataa koko työpaja (JSON)": ("tyopaja", "json", b"{"),
}


@pytest.fixture(scope="module")
def room(server: Server) -> RoomLinks:
    """A whole workshop, written into the running server's store by another process's way."""
    service = Service(Settings(home=server.home, password="lupa"))
    filled_room = whole_workshop(service)
    links = service.rooms.links(filled_room.room, server.address)
    service.close()
    return RoomLinks(filled_room.code, links.phone, links.control, links.screen)


@pytest.fixture
def results(server: Server, open_page: OpenPage, room: RoomLinks) -> OpenPage:
    def opened(who: str = "desk", **how: object) -> Page:
        page = open_page(room.control, who, **how)
        page.goto(f"{server.address}/tulokset?huone={room.code}")
        expect(page.get_by_role("heading", name="Kaikki vastaukset")).to_be_visible()
        return page

    return opened


def downloaded(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_every_file_arrives_and_the_page_stays(results: OpenPage, room: RoomLinks) -> None:
    page = results()
    page.evaluate("window.unmoved = true")
    for name, (what, ending, start) in FILES.items():
        if not page.get_by_role("link", name=name, exact=True).is_visible():
            page.get_by_role("button", name="Muut tiedostot").click()
        file, data = downloaded(page, name)
        assert file == f"{room.code}-{what}.{ending}"
        assert file.isascii()
        assert data.startswith(start)
    again = downloaded(page, "Lataa Excel-taulukot")[1]
    assert openpyxl.load_workbook(io.BytesIO(again)).sheetnames[0] == "Yhteenveto"
    assert page.evaluate("window.unmoved")


def test_a_page_that_was_left_open_gives_no_files_once_its_link_is_cancelled(
    server: Server, open_page: OpenPage
) -> None:
    service = Service(Settings(home=server.home, password="lupa"))
    filled_room = whole_workshop(service)
    page = open_page(service.rooms.links(filled_room.room, server.address).control, "desk")
    page.goto(f"{server.address}/tulokset?huone={filled_room.code}")
    link = page.get_by_role("link", name="Lataa raportti (PDF)")
    expect(link).to_be_visible()
    service.rooms.new_link(filled_room.code)
    service.close()
    link.click()
    expect(page.get_by_role("alert")).to_have_text("Ohjauslinkki ei kelpaa. Pyydä järjestäjältä uusi linkki.")


def test_a_table_has_no_download_of_its_own(results: OpenPage) -> None:
    """It would write people's words undefused."""
    page = results()
    table = page.get_by_test_id("stDataFrame").locator("visible=true").first
    table.hover()
    expect(page.get_by_role("button", name="Etsi").first).to_be_visible()
    expect(page.get_by_test_id("stElementToolbarButton").get_by_role("button", name="CSV")).to_have_count(0)


def test_pictures_of_the_cloud_and_of_a_chart_arrive(results: OpenPage, room: RoomLinks) -> None:
    page = results()
    for name, start in (("Lataa kuva (PNG)", b"\x89PNG"), ("Lataa kuva (SVG)", b"<svg")):
        for place in (0, 1):
            with page.expect_download() as download:
                page.get_by_role("link", name=name, exact=True).nth(place).click()
            data = Path(download.value.path()).read_bytes()
            assert data.startswith(start)
            ending = start.decode("latin-1")[1:].lower()
            named = ("sanapilvi-kierros-2-tulos", "kuka-olet-tulos")[place]
            assert download.value.suggested_filename == f"{room.code}-{named}.{ending}"
            if ending == "svg":
                assert "vastaajaa · " in data.decode()
    assert downloaded(page, "Lataa tumma kuva (SVG)")[1].count(b"#0F1A26") == 1


def test_an_earlier_round_is_chosen_and_compared(results: OpenPage) -> None:
    page = results()
    card = page.locator(".st-key-results_question_word_cloud")
    expect(card.get_by_text("3 vastaajaa")).to_be_visible()
    card.get_by_text("Vertaa kierroksia").click()
    expect(card.get_by_text("Uusia sanoja 1,", exact=False)).to_be_visible()
    card.get_by_role("radio", name="Kierros 1,").click()
    expect(card.get_by_text("38 vastaajaa")).to_be_visible()
    expect(card.get_by_role("img", name="yhteistyö 4, kahvi 3")).to_be_visible()


@pytest.mark.parametrize("who", ["phone", "desk"])
def test_every_picture_has_words_and_nothing_is_wider_than_the_page(results: OpenPage, who: str) -> None:
    page = results(who)
    pictures = page.locator("img.result-picture:visible")
    expect(pictures).to_have_count(4)
    assert all(pictures.evaluate_all("all => all.map(one => one.alt.length > 10 && one.naturalWidth > 0)"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    levels = page.locator("h1,h2,h3").evaluate_all("all => all.map(one => +one.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    small = page.locator(".st-key-page_results :is(button,a):visible").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML.slice(0, 160))"
    )
    assert small == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_letters_of_a_chart_are_large_enough_to_read(results: OpenPage, width: int) -> None:
    page = results()
    page.set_viewport_size({"width": width, "height": 800})
    charts = page.locator("img.result-chart:visible")
    expect(charts.first).to_be_visible()
    for chart in charts.all():
        svg = b64decode((chart.get_attribute("src") or "").split(",")[1]).decode()
        scale = chart.evaluate("""one => {
          const { paddingLeft, paddingRight } = getComputedStyle(one);
          return (one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) / one.naturalWidth;
        }""")
        assert min(map(int, re.findall(r'font-size="(\d+)"', svg))) * scale >= SMALLEST_LETTERS


def test_rows_are_linked_only_where_that_is_chosen(results: OpenPage, room: RoomLinks) -> None:
    page = results()
    page.get_by_role("button", name="Muut tiedostot").click()
    expect(page.get_by_text("vastaajan numero arvotaan joka kysymykseen uudelleen", exact=False)).to_be_visible()
    assert downloaded(page, "Lataa CSV (Excel)")[0] == f"{room.code}-vastaukset.csv"
    page.get_by_role("button", name="Muut tiedostot").click()
    page.get_by_text("Yhdistetyt rivit", exact=True).click()
    expect(page.get_by_text("voivat paljastaa, kuka hän on", exact=False)).to_be_visible()
    file, data = downloaded(page, "Lataa CSV (Excel)")
    assert "yhdistet" in file
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) > 12
    assert downloaded(page, "Lataa raportti (PDF)")[0] == f"{room.code}-raportti.pdf"


def test_when_the_answers_are_deleted_is_told(results: OpenPage) -> None:
    expect(results().get_by_text("Työpaja ja sen vastaukset poistetaan", exact=False)).to_be_visible()


def test_without_the_key_there_are_no_results(server: Server, open_page: OpenPage, room: RoomLinks) -> None:
    page = open_page(f"{server.address}/tulokset?huone={room.code}", "desk")
    expect(page.get_by_text("Tämä sivu on ohjaajalle", exact=False)).to_be_visible()
    expect(page.get_by_role("link", name="Lataa", exact=False)).to_have_count(0)


def test_a_room_without_rounds_says_so(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    page = open_page(room.control, "desk")
    page.goto(f"{server.address}/tulokset?huone={room.code}")
    expect(page.get_by_text("Yhtään kysymystä ei ole vielä avattu", exact=False)).to_be_visible()
    assert downloaded(page, "Lataa Excel-taulukot")[1].startswith(b"PK")


def choose(page: Page, label: str, name: str) -> None:
    """Chooses from a list, which a page that is drawn anew at that moment closes: then it is opened again."""

    def is_chosen() -> bool:
        option = page.get_by_role("option", name=name, exact=False).first
        wait_until_idle(page)
        if not option.is_visible():
            page.get_by_role("combobox", name=label).click()
        option.click(timeout=5_000)
        return True

    eventually(is_chosen)


def test_the_organiser_sets_rooms_and_old_results_side_by_side_and_joins_them(
    server: Server, open_page: OpenPage, room: RoomLinks
) -> None:
    other = OpenRoom(server, "--title", "Toinen työpaja")
    phone = other.phone()
    state = phone.state()
    assert phone.send(round=state["round"], words=["yhdessä"]).status_code == 200
    page = open_page(f"{server.address}/ohjaus", "desk")
    page.get_by_label("salasana").fill("lupa")
    page.get_by_role("button").first.click()
    expect(page.get_by_role("heading", name="Työpajat")).to_be_visible()
    page.goto(f"{server.address}/tulokset?huone={other.code}")
    page.locator(".st-key-old_results").get_by_text("Tuo vanhat tulokset").click()
    for heading, sentence in (("Muu", "Yksikään sarakkeen otsikko"), (str(state["question"]), "on tuotu")):
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Valitse taulukko").click()
        data = f"{heading};Sähköposti\nyhdessä;a@example.org\nsisu;".encode()
        chooser.value.set_files({"name": "Kysely 2024.csv", "mimeType": "text/csv", "buffer": data})
        expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Kaikki vastaukset")).to_be_visible()
    shown_code = f"{room.code[:3]} {room.code[3:]}"
    for name in ("Kysely 2024.csv", shown_code):
        choose(page, "Työpajat, joissa on samoja kysymyksiä", name)
        expect(page.locator(".st-key-sides_word_cloud")).to_be_visible()
        expect(page.locator(f".st-key-joined_rooms_{other.code}").get_by_text(name, exact=False)).to_be_visible()
    page.get_by_text("Yhtenä", exact=True).click()
    expect(page.get_by_text("Vastaajia 6, työpajoja 3")).to_be_visible()
    with page.expect_download() as download:
        page.locator(".st-key-joined_files").get_by_role("link", name="Lataa Excel-taulukot").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    service = [row[3:5] for row in book["Työpajat rinnakkain"].values]
    assert ("sisu", 1) in service
    other.close()


def test_a_facilitator_sees_no_other_rooms(results: OpenPage, server: Server, room: RoomLinks) -> None:
    page = results()
    expect(page.get_by_text("Muut työpajat rinnalla")).to_have_count(0)
    other = OpenRoom(server)
    refused = page.request.get(f"{server.address}/tulokset/{room.code}/tables.xlsx?with={other.code}")
    assert refused.status == 403
    refused = page.request.post(f"{server.address}/live/{room.code}/old-results", data="a\nb")
    assert refused.status == 403
    other.close()
