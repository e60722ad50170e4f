"""The examples as people use them: on the map, in the list, by keys, by a shared link, on a phone and on a desk."""

from functools import partial
from itertools import combinations, pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server, eventually

FINGER = 44
CHARTS = ("evidence", "partners", "themes", "regions")


@pytest.fixture
def examples(open_page: OpenPage, server: Server) -> Any:
    """Opens the page with an address and waits for its map."""

    def opened(query: str = "", who: str = "desk", **how: Any) -> Page:
        page = open_page(f"{server.address}/esimerkit?kieli=fi{query}", who, **how)
        expect(marks(page).first).to_be_visible()
        return page

    return opened


def marks(page: Page) -> Locator:
    return page.locator("svg [role=button]:visible")


def mark(page: Page, name: str) -> Locator:
    return page.locator("svg [role=button]", has_text="").and_(page.get_by_label(name))


def rows(page: Page) -> Locator:
    return page.locator(".finland-map .list li:visible")


def row(page: Page, name: str) -> Locator:
    return page.locator(".finland-map .list button", has_text=name)


def card(page: Page) -> Locator:
    return page.locator(".finland-map article")


def query_value(page: Page, name: str) -> str | None:
    """A part of the address that the browser shows now: `page.url` lags behind."""
    return parse_qs(str(page.evaluate("() => location.search")).removeprefix("?")).get(name, [None])[0]


def shows(page: Page, example: str) -> bool:
    return query_value(page, "esimerkki") == example


def boxes(elements: Locator) -> list[FloatRect]:
    return [box for box in (element.bounding_box() for element in elements.all()) if box is not None]


def overlap(box: FloatRect, other: FloatRect) -> bool:
    is_beside = box["x"] + box["width"] <= other["x"] + 0.5 or other["x"] + other["width"] <= box["x"] + 0.5
    is_below = box["y"] + box["height"] <= other["y"] + 0.5 or other["y"] + other["height"] <= box["y"] + 0.5
    return not (is_beside or is_below)


@pytest.mark.parametrize("who", ["phone", "desk", "screen"])
def test_numbers_never_overlap_and_are_large_enough_for_a_finger(examples: Any, who: str) -> None:
    page = examples(who=who)
    numbers = boxes(marks(page))
    assert len(numbers) == 14
    assert [pair for pair in combinations(numbers, 2) if overlap(*pair)] == []
    assert min(min(box["width"], box["height"]) for box in numbers) >= FINGER - 0.5
    assert min(box["height"] for box in boxes(row(page, ""))) >= FINGER


@pytest.mark.parametrize("who", ["phone", "desk"])
def test_a_press_on_the_map_tells_everything_of_the_example(examples: Any, who: str) -> None:
    page = examples(who=who)
    mark(page, "8. Kulttuurilähete").click()
    expect(card(page).get_by_role("heading", level=2)).to_have_text("Kulttuurilähete")
    expect(card(page)).to_contain_text("Tampere · Pirkanmaa")
    expect(card(page)).to_contain_text("Kunta (päätelty)")
    expect(card(page).locator(".told li")).to_have_text(
        ["◐UutuusViitataan", "●KäyttöönottoKerrotaan", "◐Yhteiskunnallinen tarveViitataan",
         "○Parempi kuin ennenEi mainita", "●Yhteiskunnan toimintakykyKerrotaan"]
    )  # fmt: skip
    expect(card(page)).to_be_in_viewport()
    expect(row(page, "Kulttuurilähete")).to_have_attribute("aria-pressed", "true")
    eventually(lambda: query_value(page, "esimerkki") == "culture_referral")
    page.reload()
    expect(card(page).get_by_role("heading", level=2)).to_have_text("Kulttuurilähete")


def test_the_list_chooses_too_and_closing_takes_the_example_from_the_address(examples: Any) -> None:
    page = examples()
    row(page, "Kylille kulttuuria").click()
    expect(mark(page, "9. Kylille kulttuuria")).to_have_attribute("aria-pressed", "true")
    eventually(lambda: query_value(page, "esimerkki") == "culture_to_villages")
    card(page).get_by_role("button", name="Sulje").click()
    expect(card(page).get_by_role("heading")).to_have_text("Valitse esimerkki")
    eventually(lambda: query_value(page, "esimerkki") is None)
    assert query_value(page, "kieli") == "fi"


def test_quick_presses_end_at_the_last_one(examples: Any) -> None:
    page = examples()
    for name in ("Kylille kulttuuria", "Kulttuurilähete", "Monitoimitalo Auraamo"):
        row(page, name).click()
    eventually(lambda: query_value(page, "esimerkki") == "auraamo")
    expect(card(page).get_by_role("heading", level=2)).to_have_text("Monitoimitalo Auraamo")


def test_a_tour_for_the_projector_shows_one_example_after_another_by_the_arrow_keys(examples: Any) -> None:
    page = examples()
    page.get_by_role("button", name="Esittele yksi kerrallaan").click()
    heading = card(page).get_by_role("heading", level=2)
    expect(page.locator(".finland-map.tour")).to_be_visible()
    expect(heading).to_have_text("Monitoimitalo Auraamo")
    expect(page.get_by_label("Teema")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(heading).to_have_text("Elintapaohjauksen ja liikuntaneuvonnan malli")
    eventually(lambda: query_value(page, "esimerkki") == "lifestyle_guidance")
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    expect(heading).to_have_text("Monitoimitalo Auraamo")
    page.get_by_role("button", name="Lopeta esittely").click()
    expect(page.get_by_label("Teema")).to_be_visible()
    expect(page.locator(".finland-map.tour")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(heading).to_have_text("Monitoimitalo Auraamo")


def test_the_browsers_back_opens_the_example_before(examples: Any) -> None:
    page = examples()
    for name, example in (("Kylille kulttuuria", "culture_to_villages"), ("Kulttuurilähete", "culture_referral")):
        row(page, name).click()
        eventually(partial(shows, page, example))
    page.go_back()
    expect(card(page).get_by_role("heading", level=2)).to_have_text("Kylille kulttuuria")


def test_keys_move_between_numbers_and_choose(examples: Any) -> None:
    page = examples()
    assert page.locator("svg [role=button][tabindex='0']").count() == 1
    page.locator("svg [role=button][tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
    expect(mark(page, "2. Elintapaohjauksen")).to_be_focused()
    expect(page.locator(".finland-map .tip")).to_contain_text("Elintapaohjauksen")
    page.keyboard.press("Escape")
    expect(page.locator(".finland-map .tip")).to_be_hidden()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("heading", level=2)).to_have_text("Osallisuussparraus kunnan esihenkilöille")
    expect(page.locator(".finland-map [role=status]")).to_contain_text("Valittu: Osallisuussparraus")
    page.keyboard.press("ArrowRight")
    expect(mark(page, "1. Monitoimitalo")).to_be_focused()


def test_the_pointer_joins_the_map_and_the_list(examples: Any) -> None:
    page = examples()
    mark(page, "12. Nuorten").hover()
    expect(page.locator(".finland-map .tip")).to_have_text(
        "Nuorten osallisuutta vahvistava pelitoiminta\nKuopio · Pohjois-Savo"
    )
    expect(page.locator(".finland-map .list .near")).to_contain_text("Nuorten osallisuutta")


def test_the_list_says_what_the_map_shows(examples: Any) -> None:
    page = examples()
    numbered = [mark.get_attribute("aria-label") for mark in marks(page).all()]
    listed = [
        "{} {}, {}".format(*(row.locator(part).inner_text().strip() for part in (".reader", ".title", ".place")))
        for row in rows(page).all()
    ]
    assert sorted(listed) == sorted(str(label) for label in numbered)


@pytest.mark.parametrize("who", ["phone", "desk"])
def test_a_shared_link_opens_the_same_view(examples: Any, who: str) -> None:
    page = examples("&teema=digital&kumppani=municipality&esimerkki=id_for_all", who)
    expect(page.locator(".finland-map .list h2")).to_have_text("2 esimerkkiä")
    assert marks(page).count() == rows(page).count() == 2
    expect(card(page).get_by_role("heading", level=2)).to_have_text("Henkkarit kaikille -kampanja")
    for name, value in (("Teema", "Digi ja teknologia (4)"), ("Kenen kanssa", "Kunta (8)"), ("Alue", "Kaikki")):
        expect(page.get_by_role("combobox", name=name)).to_have_value(value)


def test_a_filtered_example_leaves_no_trace_on_the_map(examples: Any) -> None:
    page = examples("&teema=nature")
    expect(marks(page)).to_have_count(1)
    assert page.locator(".line:visible, .label:visible, .region.covered").count() == 0
    everything = examples()
    assert everything.locator(".line:visible").count() == 2
    expect(everything.get_by_text("koko maa", exact=True)).to_be_visible()


def test_unknown_values_of_an_address_are_ignored(examples: Any) -> None:
    page = examples("&teema=%3Cscript%3E&alue=mars&esimerkki=nobody")
    expect(page.locator(".finland-map .list h2")).to_have_text("14 esimerkkiä")
    expect(card(page).get_by_role("heading", level=2)).to_have_text("Monitoimitalo Auraamo")  # the first one is open


def test_a_filter_narrows_map_and_list_and_stands_in_the_address(examples: Any) -> None:
    page = examples("&esimerkki=auraamo")
    page.get_by_role("combobox", name="Teema").click()
    page.get_by_role("option", name="Luonto (1)").click()
    expect(page.locator(".finland-map .list h2")).to_have_text("1 esimerkki")
    only = page.locator(".finland-map .list .title").locator("visible=true").inner_text()
    expect(card(page).get_by_role("heading", level=2)).to_have_text(only)
    eventually(lambda: query_value(page, "teema") == "nature")
    page.get_by_role("button", name="Poista rajaukset").click()
    expect(page.locator(".finland-map .list h2")).to_have_text("14 esimerkkiä")
    eventually(lambda: query_value(page, "teema") is None)


def test_filters_that_leave_nothing_say_what_to_do(examples: Any, open_page: OpenPage, server: Server) -> None:
    page = open_page(f"{server.address}/esimerkit?kieli=fi&teema=food&kenelle=youth", "phone")
    expect(page.get_by_text("Näillä rajauksilla ei löydy esimerkkejä. Poista jokin rajaus.")).to_be_visible(
        timeout=30_000
    )


def test_links_keep_the_room_and_open_the_source_beside(examples: Any, server: Server) -> None:
    room = server.new_room()
    page = examples(f"&huone={room.code}&esimerkki=auraamo")
    assess = card(page).get_by_role("link", name="Kokeile arviointia tällä esimerkillä")
    address = urlsplit(str(assess.get_attribute("href")))
    assert address.path == "/arviointi"
    assert parse_qs(address.query) == {"esimerkki": ["auraamo"], "huone": [room.code], "kieli": ["fi"]}
    source = card(page).get_by_role("link", name="Lue lisää Innokylässä (avautuu uuteen välilehteen)")
    assert str(source.get_attribute("href")).startswith("https://innokyla.fi/")
    assert (source.get_attribute("target"), "noopener" in str(source.get_attribute("rel"))) == ("_blank", True)


def test_the_source_of_the_map_is_named_and_the_map_called_generalised(examples: Any) -> None:
    source = examples().locator(".finland-map .source")
    expect(source).to_contain_text("yleistetty")
    expect(source).to_contain_text("Natural Earth")


@pytest.mark.parametrize("who", ["phone", "desk"])
def test_each_chart_is_described_and_has_its_table(examples: Any, who: str) -> None:
    page = examples("&kenelle=youth", who)
    page.get_by_role("button", name="Näytä kaaviot").click()
    for name in CHARTS:
        part = page.locator(f".st-key-card_{name}")
        expect(part.locator(".js-plotly-plot svg").first).to_be_visible()
        expect(part.get_by_role("heading", level=3)).to_be_visible()
        expect(part.get_by_label("Samat tiedot ovat taulukossa").first).to_be_attached()
        part.locator("summary").click()
        expect(part.locator("table tbody tr").first).to_be_visible()


def test_without_the_press_there_are_tables_and_no_figures(examples: Any) -> None:
    page = examples()
    table = page.locator(".st-key-card_themes")
    table.locator("summary").click()
    expect(table.locator("table tbody tr").first).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)


def test_nothing_is_wider_than_a_phone_and_headings_go_in_order(examples: Any) -> None:
    page = examples("&esimerkki=lifestyle_guidance&kaaviot=1", "phone")
    expect(page.locator(".js-plotly-plot svg").first).to_be_visible()
    right = page.evaluate(
        "() => Math.max(...[...document.querySelectorAll('*')].map((one) => one.getBoundingClientRect().right))"
    )
    assert right <= 391
    levels = [
        int(str(heading.evaluate("(node) => node.tagName"))[1]) for heading in page.locator("h1, h2, h3, h4").all()
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_page_without_charts_does_not_fetch_the_script_of_charts(open_page: OpenPage, server: Server) -> None:
    fetched: list[str] = []
    page = open_page("about:blank", "desk")
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(server.address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert fetched
    assert [url for url in fetched if "plotly" in url.lower()] == []
