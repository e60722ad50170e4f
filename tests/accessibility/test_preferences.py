"""The visitor's system preferences: forced colours, reduced motion, their own text size."""

import pytest
from playwright.sync_api import expect

from tests.accessibility.inspection import layout
from tests.accessibility.scripts import script
from tests.accessibility.stage import Stage
from tests.accessibility.states import PHONE, WORDS, answered, asked, said


@pytest.mark.parametrize("address", ["/{code}", "/liity", "/ohjaus", "/vastaa?huone={code}", "/testi", "/arviointi"])
def test_forced_colours_keep_the_edges_of_what_can_be_pressed(stage: Stage, address: str) -> None:
    code = stage.new_room("roles").code
    page = stage.visit(address.format(code=code), viewport=PHONE, forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(script("unbordered")) == []


def test_forced_colours_keep_the_projectors_bars_and_words(stage: Stage) -> None:
    room = stage.new_room()
    people = [stage.phone(room.code)]
    asked(stage, room.code, "roles", people[0])
    answered(people[0])
    page = stage.visit(room.screen, forced_colors="active")
    bar = page.locator(".bars .bar").first
    expect(bar).to_be_visible()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    edge = bar.evaluate("one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).borderTopStyle]")
    assert edge[0] != ground or edge[1] != "none"
    asked(stage, room.code, "word_cloud", people[0])
    said(people[0], *WORDS)
    word = page.locator("svg.cloud text").first
    expect(word).to_be_attached()
    assert word.evaluate("one => getComputedStyle(one).fill") == "rgb(0, 0, 0)"


def test_nothing_moves_for_those_who_asked_for_no_movement(stage: Stage) -> None:
    room = stage.new_room("word_cloud")
    person = stage.phone(room.code)
    screen = stage.visit(room.screen, reduced_motion="reduce")
    phone = stage.visit(room.phone, viewport=PHONE, reduced_motion="reduce")
    expect(screen.locator(".screen")).to_have_attribute("data-view", "empty")
    assert screen.evaluate(script("moving")) == []
    said(person, *WORDS)
    expect(screen.locator("svg.cloud text")).to_have_count(3)
    assert screen.evaluate(script("moving")) == []
    field = phone.locator("input.field").first
    field.fill("oma")
    phone.locator(".send").click()
    expect(phone.locator(".said li")).to_have_count(1)
    assert phone.evaluate(script("moving")) == []
    for address in ("/", "/testi", "/esimerkit"):
        assert stage.visit(address, reduced_motion="reduce").evaluate(script("moving")) == [], address


def test_the_projectors_movement_can_be_paused_by_anyone(stage: Stage) -> None:
    room = stage.new_room("word_cloud")
    person = stage.phone(room.code)
    page = stage.visit(room.screen)
    page.get_by_role("button", name=stage.text("screen.pause")).click()
    said(person, *WORDS)
    expect(page.locator("svg.cloud text")).to_have_count(3)
    assert page.evaluate(script("moving")) == []
    expect(page.get_by_role("button", name=stage.text("screen.resume"))).to_be_visible()


def test_twice_as_large_text_still_fits_the_phone(stage: Stage) -> None:
    room = stage.new_room("roles")
    for address in (room.phone, "/liity", "/ohjaus"):
        page = stage.visit(address, viewport=PHONE)
        page.evaluate(
            "document.documentElement.style.fontSize = '200%'"
        )  # the script may: the policy forbids style tags
        assert layout(page)["wide"] == []
        assert page.locator("h1").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 28


def test_a_dialog_in_the_dark_theme_is_written_in_light_ink(stage: Stage) -> None:
    room = stage.new_room()
    page = stage.visit(room.control, color_scheme="dark")
    page.get_by_role("button", name=stage.text("control.settings")).click()
    note = page.get_by_role("dialog").locator(".note").first
    expect(note).to_have_css("color", "rgb(180, 192, 204)")
