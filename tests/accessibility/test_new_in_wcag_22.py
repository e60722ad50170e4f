"""What WCAG 2.2 added to 2.1, where no other test has it: docs/accessibility.md tells of each criterion."""

import re
from itertools import pairwise

from playwright.sync_api import expect

from tests.accessibility.stage import Stage
from tests.conftest import ROOT
from tests.idle import wait_until_idle

PAGES = ("/", "/vastaa", "/arviointi", "/esimerkit", "/testi", "/seuraavaksi", "/tietoa")
TOP_ROW = "one => [...one.querySelectorAll('a')].filter(each => each.checkVisibility()).map(each => each.textContent)"
COVERED = """one => {
  const [level, row] = [one.closest("[role=radiogroup] > div"), document.querySelector(".st-key-assessment_steps")]
    .map(each => each.getBoundingClientRect());
  return Math.max(0, Math.min(level.bottom, row.bottom) - Math.max(level.top, row.top));
}"""
"""How many pixels of the radio's row lie under the row of the way on."""


def test_the_way_on_never_covers_the_chosen_level(stage: Stage) -> None:
    """2.4.11: the sticky row is below whatever has the focus, in a low window too."""
    page = stage.visit("/arviointi", viewport={"width": 1280, "height": 640})
    radios = page.get_by_role("radio")
    expect(radios.first).to_be_attached()
    radios.first.focus()
    for place in range(radios.count()):
        radio = radios.nth(place)
        radio.focus()
        assert radio.evaluate(COVERED) == 0, place


def test_help_stands_in_the_same_place_on_every_page(stage: Stage) -> None:
    """3.2.6: the page of contact and privacy is last of the places, and the languages come after it."""
    page = stage.page()
    rows = []
    for address in PAGES:
        stage.go(page, address)
        rows.append(page.locator(".st-key-top").evaluate(TOP_ROW))
    assert all(before == after for before, after in pairwise(rows))
    languages = [page.locator("nav.languages a").nth(place).inner_text() for place in range(3)]
    assert rows[0][-4:] == [stage.text("app.pages.about"), *languages]


def test_the_password_may_be_pasted_and_kept(stage: Stage) -> None:
    """3.3.8: a browser may fill the field in, and nothing has to be remembered, copied by eye or solved."""
    page = stage.page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{stage.server.address}/ohjaus")
    field = page.locator("#password")
    expect(field).to_have_attribute("autocomplete", "current-password")
    page.evaluate("navigator.clipboard.writeText('lupa')")
    field.focus()
    page.keyboard.press("Control+V")
    expect(field).to_have_value("lupa")
    page.keyboard.press("Enter")
    expect(page.locator(".workshops h1")).to_be_visible()
    wait_until_idle(page)


def test_every_test_that_the_document_names_is_there() -> None:
    document = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", document))
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert named
    assert {name for name in named if f"def {name}(" not in tests} == set()
    files = re.findall(r"`(tests/\S+\.py)`", document)
    assert [name for name in files if not (ROOT / name).exists()] == []
