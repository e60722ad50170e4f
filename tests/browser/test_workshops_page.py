"""The organiser's page: workshops with their rooms, found by search, put away, and begun in four ways."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from server.service import Service
from server.settings import Settings
from tests.browser.conftest import OpenPage
from tests.conftest import Server

LINES = "tauko\nMistä tulet?\n- Kunta\n- Järjestö\nMitä se sinulle merkitsee? 5 min"


@pytest.fixture
def service(own_server: Server) -> Iterator[Service]:
    service = Service(Settings(home=own_server.home, password="lupa"))
    yield service
    service.close()


def signed_in(server: Server, open_page: OpenPage, path: str = "/ohjaus", who: str = "desk") -> Page:
    page = open_page(f"{server.address}/ohjaus", who)
    page.get_by_label("salasana").fill("lupa")
    page.get_by_role("button").first.click()
    page.goto(f"{server.address}{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


def test_rooms_are_shown_few_at_a_time_and_found_by_their_code(
    own_server: Server, open_page: OpenPage, service: Service
) -> None:
    rooms = [service.rooms.create(f"Kerta {number}") for number in range(30)]
    page = signed_in(own_server, open_page)
    card = page.locator(".shop").first
    expect(card.locator(".room")).to_have_count(3)
    expect(card.locator(".room").first).to_contain_text("Kerta 29")
    expect(page.locator(".btn.fill")).to_have_count(1)
    card.get_by_role("button", name="Näytä aiemmat kerrat").click()
    expect(card.locator(".room")).to_have_count(23)
    expect(card.locator(".room").nth(3).get_by_role("link").first).to_be_focused()
    page.get_by_role("searchbox").fill(f"{rooms[0].code[:3]} {rooms[0].code[3:]}")
    expect(page.locator(".room")).to_have_count(1)
    expect(page.locator(".room")).to_contain_text("Kerta 0")
    page.get_by_role("searchbox").fill("ei mitään tällaista")
    expect(page.locator(".shop")).to_have_count(0)
    expect(page.get_by_text("ei löytynyt työpajaa")).to_be_visible()


def test_a_session_begins_by_one_press(server: Server, open_page: OpenPage) -> None:
    page = signed_in(server, open_page)
    page.get_by_role("button", name="Aloita uusi kerta").first.click()
    expect(page).to_have_url(re.compile(r"/ohjaus\?huone=\d{6}"))
    expect(page.get_by_role("button", name="Avaa kysymys")).to_be_visible()


def test_a_workshop_is_put_away_and_brought_back(own_server: Server, open_page: OpenPage, service: Service) -> None:
    service.written_workshops.from_lines("Lähtevä", LINES, "fi")
    page = signed_in(own_server, open_page, who="phone")
    page.get_by_role("button", name="Lisää toimintoja: Lähtevä").click()
    page.get_by_role("button", name="Arkistoi").click()
    expect(page.get_by_role("heading", name="Lähtevä")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.get_by_role("button", name="Arkistoidut työpajat (1)").click()
    page.get_by_role("button", name="Palauta").click()
    expect(page.get_by_text("Työpaja on palautettu: Lähtevä.")).to_be_visible()
    page.get_by_role("button", name="Takaisin työpajoihin").click()
    expect(page.get_by_role("heading", name="Lähtevä")).to_be_visible()


def test_lines_become_questions_beside_them_and_outlive_a_reload(server: Server, open_page: OpenPage) -> None:
    page = signed_in(server, open_page, "/ohjaus?uusi=rivit")
    field = page.get_by_label("Kysymykset, kukin omalle rivilleen")
    field.fill(LINES)
    expect(page.locator(".got")).to_have_count(2)
    page.get_by_role("button", name="Jätä pois").click()
    expect(field).to_have_value(LINES.removeprefix("tauko\n"))
    page.get_by_label("Laji: Mistä tulet?").select_option("multiple")
    expect(field).to_have_value(re.compile(r"Mistä tulet\? \(valitse useita\)"))
    expect(page.get_by_label("Laji: Mistä tulet?")).to_be_focused()
    page.reload()
    expect(field).to_have_value(re.compile("valitse useita"))
    page.get_by_label("Työpajan otsikko").fill("Liitetty")
    page.get_by_role("button", name="Ota 2 kysymystä mukaan").click()
    expect(page).to_have_url(re.compile(r"/muokkaa\?tyopaja=liitetty"))
    page.goto(f"{server.address}/ohjaus")
    expect(page.get_by_role("heading", name="Liitetty")).to_be_visible()


def test_a_file_with_faults_is_told_line_by_line(server: Server, open_page: OpenPage, tmp_path: Path) -> None:
    page = signed_in(server, open_page)
    page.get_by_role("button", name="Tiedostosta").click()
    page.get_by_role("button", name="Tuo tiedosto").click()
    expect(page.get_by_text("Valitse ensin tiedosto.")).to_be_visible()
    (tmp_path / "muu.zip").write_bytes(b"ei zip")
    page.locator("input[type=file]").set_input_files(tmp_path / "muu.zip")
    expect(page.get_by_text("muu.zip")).to_be_visible()
    page.get_by_role("button", name="Tuo tiedosto").click()
    expect(page.get_by_text("Tästä tiedostosta ei voi tehdä työpajaa")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Lataa Excel-pohja").click()
    assert download.value.suggested_filename == "kysymykset.xlsx"
    page.locator("input[type=file]").set_input_files(download.value.path())
    page.get_by_role("button", name="Tuo tiedosto").click()
    expect(page.get_by_text("Rivi 2: Otsikkorivin alla ei ole yhtään kysymystä", exact=False)).to_be_visible()


def test_the_organisers_words_are_drawn_as_words(own_server: Server, open_page: OpenPage, service: Service) -> None:
    title = "<img src=x onerror=alert(1)> **Otsikko**"
    service.rooms.create(title, workshop=service.written_workshops.from_lines(title, LINES, "fi"))
    page = signed_in(own_server, open_page)
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.locator(".shop img[src=x]")).to_have_count(0)
