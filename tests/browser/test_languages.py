"""The language switch and the menu on Streamlit's pages, and what Streamlit itself says, as a visitor meets them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server

PATHS = ("/", "/vastaa", "/arviointi", "/esimerkit", "/testi", "/seuraavaksi", "/tietoa")
NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
OWN = {
    "fi": ("Siirry sisältöön", "Ei yhteyttä palveluun", "Sivua ei löydy", "Sulje"),
    "sv": ("Gå till innehållet", "Ingen kontakt med tjänsten", "Sidan hittades inte", "Stäng"),
    "en": ("Skip to content", "No connection to the service", "Page not found", "Close"),
}


def document_language(page: Page) -> str:
    return str(page.evaluate("document.documentElement.lang"))


@pytest.mark.parametrize(("path", "who"), [*((path, "phone") for path in PATHS), ("/esimerkit", "desk")])
def test_every_page_changes_its_language_and_keeps_the_rest_of_the_address(
    server: Server, open_page: OpenPage, path: str, who: str
) -> None:
    room = server.new_room()
    page = open_page(f"{server.address}{path}?huone={room.code}", who)
    page.get_by_role("link", name="Svenska").first.click()
    expect(page).to_have_url(f"{server.address}{path}?huone={room.code}&kieli=sv")
    expect(page.locator('nav.languages [aria-current="true"]')).to_have_text("Svenska")
    assert document_language(page) == "sv"
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_choice_follows_to_pages_that_do_not_name_a_language(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/testi?kieli=en", "desk")
    page.goto(f"{server.address}/tietoa")
    expect(page.get_by_role("heading", level=1)).to_have_text("About this service")
    assert document_language(page) == "en"


@pytest.mark.parametrize("who", ["phone", "desk"])
def test_the_menu_keeps_room_and_language_and_tells_where_one_is(server: Server, open_page: OpenPage, who: str) -> None:
    room = server.new_room()
    page = open_page(f"{server.address}/tietoa?huone={room.code}&kieli=sv", who)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if who == "phone":
        page.get_by_role("button", name="Meny").click()
    menu = page.get_by_role("navigation", name="Sidor")
    expect(menu.get_by_role("link", name="Om tjänsten")).to_have_attribute("aria-current", "page")
    menu.get_by_role("link", name="Test").click()
    expect(page).to_have_url(f"{server.address}/testi?huone={room.code}&kieli=sv")
    expect(page.get_by_role("heading", level=1)).to_have_text("Testa ditt inre propellerhuvud")
    assert document_language(page) == "sv"
    if who == "phone":
        expect(menu).to_have_count(0)
    else:
        expect(menu.locator("[aria-current]")).to_have_text("Test")


def test_a_room_in_swedish_is_swedish_from_the_first_line(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--lang", "sv")
    page = open_page(f"{server.address}/testi?huone={room.code}", "phone", lang="en-GB")
    assert document_language(page) == "sv"
    expect(page.get_by_role("heading", level=1)).to_have_text("Testa ditt inre propellerhuvud")


def test_the_facilitators_pages_have_a_switch_and_the_projector_has_none(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    page = open_page(room.control, "desk")
    expect(page.get_by_role("button", name="Avaa kysymys")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("button", name="Open the question")).to_be_visible()
    page.goto(f"{server.address}/tulokset?huone={room.code}")
    expect(page.get_by_role("link", name="Suomi")).to_be_visible()
    page.goto(room.screen)
    expect(page.get_by_role("heading", name="Join in!")).to_be_visible()
    expect(page.locator("nav.languages")).to_have_count(0)
    expect(page.get_by_role("navigation")).to_have_count(0)


@pytest.mark.parametrize("lang", NAMES)
def test_what_streamlit_says_is_said_in_our_words(server: Server, open_page: OpenPage, lang: str) -> None:
    skip, _, missing, close = OWN[lang]
    page = open_page(f"{server.address}/hukassa?kieli={lang}", "desk")
    dialog = page.get_by_role("dialog", name=missing)
    expect(dialog).to_be_visible()
    expect(dialog).not_to_contain_text("Running the app")
    dialog.get_by_role("button", name=close).click()
    page.goto(f"{server.address}/testi?kieli={lang}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(skip)).to_be_attached()
    expect(page.get_by_text("Skip to main content")).to_have_count(0)


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_a_lost_connection_is_told_in_the_visitors_language(own_server: Server, open_page: OpenPage, lang: str) -> None:
    page = open_page(f"{own_server.address}/testi?kieli={lang}", "phone")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    own_server.kill()
    dialog = page.get_by_role("dialog", name=OWN[lang][1])
    expect(dialog).to_be_visible()
    expect(dialog).not_to_contain_text(re.compile("Streamlit|server|Connection"))
    own_server.start()
    expect(dialog).to_have_count(0)


def test_peoples_words_are_never_translated(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--title", "No results", "--open", "word_cloud")
    phone = open_page(room.phone, "phone")
    phone.get_by_role("textbox").first.fill("Running...")
    phone.get_by_role("button", name=re.compile("^Lähetä")).click()
    expect(phone.get_by_role("listitem").get_by_text("Running...", exact=True)).to_be_visible()
    page = open_page(room.control, "desk")
    expect(page.get_by_text("No results", exact=True)).to_be_visible()
    expect(page.get_by_text("Running").first).to_be_visible()
    expect(page.get_by_text("Ladataan…").or_(page.get_by_text("Ei osumia"))).to_have_count(0)
