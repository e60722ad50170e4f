"""Every page has one left edge, for its logo, its title and its content, and its languages end at the right one."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from server.service import Service
from server.settings import Settings
from tests.conftest import PATIENCE_MS, RoomLinks, Server

WIDTHS = (390, 768, 1280, 1366, 1920)
NARROWEST_EDGE, CONTENT = 20, 1152
RIGHT_OF_TEXT = """one => {
  const text = document.createRange();
  text.selectNodeContents(one);
  return text.getBoundingClientRect().right;
}"""
FIELDS = (
    "main :is([role=group]:has(> [role=combobox]), div:has(> input[type=text]), .code-form input:not([type=hidden]))"
)


@dataclass(frozen=True)
class Edges:
    """A page's address and what begins at its left edge: the title, and the first content below."""

    path: str
    content: str
    title: str = "main h1"
    logo: str = ".logo-link img"


OPEN_TO_ALL = (
    Edges("", ".st-key-home_hero", ".st-key-home_hero"),
    Edges("vastaa", "main label"),
    Edges("arviointi", ".st-key-assessment_marks"),
    Edges("arviointi?esimerkki=auraamo", ".st-key-card_example"),
    Edges("esimerkit", ".st-key-example_filters"),
    Edges("testi", ".st-key-quiz_body"),
    Edges("seuraavaksi", ".link-list"),
    Edges("tietoa", "main h2"),
    Edges("tulokset", "main [role=alert]"),
    Edges("ohjaus", "main label"),
)
ORGANISERS = (
    Edges("ohjaus", ".workshops .card", ".workshops h1"),
    Edges("ohjaus?uusi=rivit", ".paste label", ".paste h1"),
    Edges("tulokset?huone={code}", ".results-facts"),
    Edges("muokkaa?tyopaja=ei-ole", "main [role=status]"),
)
EDITORS = (
    Edges("muokkaa?tyopaja={workshop}", ".programme .count", ".tab span", ".bar .logo img"),
    Edges("muokkaa?tyopaja={workshop}&osa=details", ".form label", ".form h2", ".bar .logo img"),
)
"""The name of the workshop stands beside the logo there: the first tab is what begins at the edge."""


@pytest.fixture(scope="module")
def room(server: Server) -> RoomLinks:
    return server.new_room("--open", "word_cloud")


@pytest.fixture(scope="module")
def signed_in(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """The organiser's browser."""
    context = browser.new_context(locale="fi-FI", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{server.address}/ohjaus")
    page.locator("#password").fill("lupa")
    page.locator("form button").click()
    page.locator(".workshops h1").wait_for()
    page.close()
    yield context
    context.close()


def left(element: Locator) -> float:
    box = element.first.bounding_box()
    assert box is not None
    return box["x"]


def edge_faults(page: Page, edges: Edges) -> list[str]:
    """What of the page does not begin, or end, at its edge."""
    size = page.viewport_size
    assert size is not None
    edge = max(NARROWEST_EDGE, (size["width"] - CONTENT) / 2)
    measured = {
        name: left(page.locator(selector)) for name, selector in (("title", edges.title), ("content", edges.content))
    }
    logo = page.locator(edges.logo)
    measured["logo"] = left(logo)
    faults = [f"{name} at {round(x)}, not {round(edge)}" for name, x in measured.items() if abs(x - edge) > 1]
    places = page.locator(".st-key-menu_wide a, nav.pages a").locator("visible=true")
    if places.count() and size["width"] > 640:
        logo_box, place_box = logo.bounding_box(), places.first.bounding_box()
        assert logo_box
        assert place_box
        is_after = place_box["x"] > logo_box["x"] + logo_box["width"]
        is_in_row = abs(place_box["y"] + place_box["height"] / 2 - logo_box["y"] - logo_box["height"] / 2) <= 4
        faults += [] if is_after and is_in_row else ["the menu does not follow the logo"]
    if size["width"] > 1060 and page.locator("nav.languages").count():
        end = page.locator("nav.languages span").last.evaluate(RIGHT_OF_TEXT)
        faults += [] if abs(size["width"] - edge - end) <= 1 else [f"languages end at {round(end)}"]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append("wider than the window")
    return [f"{edges.path or 'home'} {size['width']}: {fault}" for fault in faults]


def all_faults(page: Page, server: Server, pages: tuple[Edges, ...], **named: str) -> list[str]:
    page.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    for edges in pages:
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        page.goto(f"{server.address}/{edges.path.format(**named)}")
        expect(page.locator(edges.content).first).to_be_visible()
        expect(page.locator(edges.title).first).to_be_visible()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            faults += edge_faults(page, edges)
    return faults


def test_logo_title_and_content_begin_at_one_edge(server: Server, browser: Browser) -> None:
    page = browser.new_page(locale="fi-FI", reduced_motion="reduce")
    faults = all_faults(page, server, OPEN_TO_ALL)
    page.close()
    assert faults == []


def test_the_organisers_pages_have_the_same_edge(server: Server, signed_in: BrowserContext, room: RoomLinks) -> None:
    page = signed_in.new_page()
    faults = all_faults(page, server, ORGANISERS, code=room.code)
    page.close()
    assert faults == []


def test_the_editor_has_the_edge_of_the_other_pages(server: Server, signed_in: BrowserContext) -> None:
    with closing(Service(Settings(home=server.home, password="lupa"))) as beside:
        workshop = beside.written_workshops.from_lines("Reunat", "Mitä toivot?", "fi")
    page = signed_in.new_page()
    faults = all_faults(page, server, EDITORS, workshop=workshop)
    page.close()
    assert faults == []


def test_a_page_without_its_workshop_keeps_the_way_to_the_others(server: Server, signed_in: BrowserContext) -> None:
    page = signed_in.new_page()
    page.goto(f"{server.address}/muokkaa?tyopaja=ei-ole")
    expect(page.locator("main h1")).to_be_visible()
    expect(page.get_by_role("link", name="Propelli")).to_be_visible()
    page.get_by_role("link", name="Työpajat", exact=True).click()
    expect(page.locator(".workshops h1")).to_be_visible()
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["vastaa", "esimerkit"])
def test_inputs_and_selects_look_alike(server: Server, browser: Browser, path: str, theme: str) -> None:
    """The ground of a surface, the line of a field, and 48 pixels."""
    page = browser.new_page(locale="fi-FI", color_scheme=theme)  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{server.address}/{path}")
    expect(page.locator(FIELDS).first).to_be_visible()
    styles = page.locator(FIELDS).evaluate_all(
        """all => all.map(one => { const style = getComputedStyle(one); return [style.backgroundColor,
            style.borderTopWidth, style.borderTopColor, Math.round(one.getBoundingClientRect().height) >= 48] })"""
    )
    ground, line = {"light": ((255, 255, 255), (133, 122, 105)), "dark": ((24, 38, 53), (127, 144, 163))}[theme]
    assert {tuple(style) for style in styles} == {(f"rgb{ground}", "2px", f"rgb{line}", True)}
    page.close()
