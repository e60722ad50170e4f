"""The projector's keys, buttons and movements."""

from playwright.sync_api import expect

from tests.components.projector_page import Show, data, show, words

__all__ = ["show"]


def test_the_facilitators_keys_are_sent_only_when_they_are_asked_for(show: Show) -> None:
    page = show(data())
    page.keyboard.press("Space")
    assert page.evaluate("presses") == []
    show(data(keys=True))
    for key in ("Space", "ArrowRight", "ArrowLeft", "r", "Control+ArrowRight", "x"):
        page.keyboard.press(key)
    assert page.evaluate("presses") == [["press", name, 7] for name in ("toggle", "next", "previous", "results")]
    page.evaluate("end()")
    page.keyboard.press("Space")
    assert len(page.evaluate("presses")) == 4


def test_keys_are_left_alone_while_someone_types_or_stands_on_a_button(show: Show) -> None:
    page = show(data(keys=True))
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
    page = show(data(keys=True))
    page.locator(".pause").click()
    label = page.locator(".pause").get_attribute("aria-label")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert [one[1] for one in page.evaluate("presses")] == ["toggle", "next"]
    expect(page.locator(".pause")).to_have_attribute("aria-label", str(label))


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list(show: Show) -> None:
    page = show(data(keys=True))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Avaa tai sulje kysymys")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    assert page.evaluate("presses") == []
    show(data())
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).not_to_contain_text("Avaa tai sulje kysymys")


def test_movement_stops_by_its_button_and_by_the_wish_of_the_system(show: Show) -> None:
    page = show(data(result=words(("arki", 1))))
    moving = "getComputedStyle(document.querySelector('.word')).transitionDuration"
    assert page.evaluate(moving) == "0.9s, 0.6s"
    page.get_by_role("button", name="Pysäytä liike").click()
    assert page.evaluate(moving) == "0s"
    page.get_by_role("button", name="Jatka liikettä").click()
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == "0s"


def test_the_propeller_turns_once_when_the_holding_picture_comes_on_and_not_at_updates(show: Show) -> None:
    page = show(data(view="join"))
    running = "document.getAnimations().filter((animation) => animation.animationName === 'propeller-turn')"
    assert page.evaluate(f"{running}.length") == 0
    show(data(view="hold"))
    assert page.evaluate(f"{running}.length") == 1
    timing = page.evaluate(f"(() => {{ const a = {running}[0]; window.turn = a; return a.effect.getTiming() }})()")
    assert timing["iterations"] == 1
    assert timing["duration"] <= 5000
    show(data(view="hold"))
    assert page.evaluate(f"{running}[0] === window.turn")
