"""The projector's keys, buttons and movements."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.components.projector_page import INTENTS, Show, show, state, words

__all__ = ["show"]


ADDRESS = "/live/482915/desk?kieli=fi"


def pressed(page: Page, count: int) -> list[str]:
    """The actions that the server was asked for, once there are so many."""
    page.wait_for_function("count => presses.length >= count", arg=count)
    return [intent["action"] for _, intent in page.evaluate("presses")]


def test_without_the_right_the_facilitators_keys_do_nothing(show: Show) -> None:
    page = show(state())
    page.keyboard.press("Space")
    page.clock.run_for(100)
    assert page.evaluate("presses") == []


def test_the_facilitators_keys_are_sent_as_they_were_meant(show: Show) -> None:
    page = show(state(), keys=True)
    for key in ("Space", "ArrowRight", "ArrowLeft", "r", "Control+ArrowRight", "x"):
        page.keyboard.press(key)
    assert pressed(page, 4) == ["toggle", "next", "previous", "results"]
    assert page.evaluate("presses[0]") == [ADDRESS, {"action": "toggle", "arguments": {}, "rev": 7}]
    page.evaluate("end()")
    page.keyboard.press("Space")
    page.clock.run_for(100)
    assert len(page.evaluate("presses")) == 4


def test_a_clicker_steps_and_its_black_screen_key_leads_there_and_back(show: Show) -> None:
    def hold(view: str) -> dict[str, Any]:
        return {"action": "show", "arguments": {"view": view}}

    page = show(state(view="results", intents={**INTENTS, "hold": hold("hold")}), keys=True)
    for key in ("PageDown", "PageUp", "F5", "Escape", "b"):
        page.keyboard.press(key)
    assert pressed(page, 3) == ["next", "previous", "show"]
    show(state(view="hold", intents={**INTENTS, "hold": hold("question")}), keys=True)
    page.keyboard.press(".")
    pressed(page, 4)
    assert [intent["arguments"] for _, intent in page.evaluate("presses")][2:] == [
        {"view": "hold"},
        {"view": "results"},
    ]


def test_letters_can_be_switched_off_and_clickers_still_work(show: Show) -> None:
    page = show(state(), keys=True)
    page.keyboard.press("?")
    page.get_by_label("Kirjaimet ja merkit toimivat").uncheck()
    page.get_by_role("button", name="Sulje").click()
    for key in ("r", "b", ".", "?", "PageDown", "Space"):
        page.keyboard.press(key)
    assert pressed(page, 2) == ["next", "toggle"]
    expect(page.locator("dialog")).to_be_hidden()


def test_larger_text_is_kept_and_has_an_end(show: Show) -> None:
    page = show(state(result=words(("arki", 1))))
    size = "parseFloat(getComputedStyle(document.querySelector('.question')).fontSize)"
    normal = page.evaluate(size)
    for _ in range(9):
        page.keyboard.press("+")
    assert page.evaluate(size) == pytest.approx(1.75 * normal)
    page.keyboard.press("?")
    expect(page.locator(".size output")).to_have_text(re.compile("175"))
    page.get_by_role("button", name="Pienempi teksti").click()
    assert page.evaluate(size) == pytest.approx(1.5 * normal)


def test_a_press_that_could_not_be_done_is_told_for_a_while(show: Show) -> None:
    page = show(state(), keys=True)
    expect(page.locator(".refused")).to_be_hidden()
    page.evaluate("reply = { status: 409, body: { error: 'elsewhere', message: 'Tila muuttui.' } }")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".refused")).to_have_text("Tila muuttui.")
    page.clock.run_for(9000)
    expect(page.locator(".refused")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    assert pressed(page, 2) == ["next", "next"]


def test_who_has_lost_the_right_is_told_and_the_keys_rest(show: Show) -> None:
    page = show(state(), keys=True)
    page.evaluate("reply = { status: 403, body: { error: 'rights', message: 'Kirjaudu uudelleen.' } }")
    page.keyboard.press("Space")
    expect(page.locator(".refused")).to_have_text("Kirjaudu uudelleen.")
    page.keyboard.press("Space")
    page.clock.run_for(100)
    assert len(page.evaluate("presses")) == 1


def test_keys_are_left_alone_while_someone_types_or_stands_on_a_button(show: Show) -> None:
    page = show(state(), keys=True)
    page.evaluate("document.body.append(document.createElement('input'))")
    page.locator("body > input").focus()
    page.keyboard.type("r l ")
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.locator(".pause").evaluate("one => one.matches(':focus')"):
            break
    page.keyboard.press("Space")
    assert page.evaluate("presses") == []
    expect(page.locator(".pause")).to_have_attribute("aria-label", "Jatka liikettä")


def test_the_space_bar_means_the_same_after_a_button_was_clicked_with_the_mouse(show: Show) -> None:
    page = show(state(), keys=True)
    page.locator(".pause").click()
    label = page.locator(".pause").get_attribute("aria-label")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert pressed(page, 2) == ["toggle", "next"]
    expect(page.locator(".pause")).to_have_attribute("aria-label", str(label))


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list(show: Show) -> None:
    page = show(state(), keys=True)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Avaa tai sulje kysymys")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.clock.run_for(100)
    assert page.evaluate("presses") == []


def test_the_facilitators_keys_are_not_listed_where_they_do_nothing(show: Show) -> None:
    page = show(state())
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).not_to_contain_text("Avaa tai sulje kysymys")


def test_movement_stops_by_its_button_and_by_the_wish_of_the_system(show: Show) -> None:
    page = show(state(result=words(("arki", 1))))
    moving = "getComputedStyle(document.querySelector('.word')).transitionDuration"
    assert page.evaluate(moving) == "0.9s, 0.6s"
    page.get_by_role("button", name="Pysäytä liike").click()
    assert page.evaluate(moving) == "0s"
    page.get_by_role("button", name="Jatka liikettä").click()
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == "0s"


def test_the_propeller_turns_once_when_the_holding_picture_comes_on_and_not_at_updates(show: Show) -> None:
    page = show(state(view="join"))
    running = "document.getAnimations().filter((animation) => animation.animationName === 'propeller-turn')"
    assert page.evaluate(f"{running}.length") == 0
    show(state(view="hold"))
    assert page.evaluate(f"{running}.length") == 1
    timing = page.evaluate(f"(() => {{ const a = {running}[0]; window.turn = a; return a.effect.getTiming() }})()")
    assert timing["iterations"] == 1
    assert timing["duration"] <= 5000
    show(state(view="hold"))
    assert page.evaluate(f"{running}[0] === window.turn")
