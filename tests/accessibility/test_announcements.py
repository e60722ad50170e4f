"""Screen-reader announcements: the new question, a saved answer, the time; never the cloud by itself."""

import re

from playwright.sync_api import Page, expect

from tests.accessibility.scripts import script
from tests.accessibility.stage import Stage
from tests.accessibility.states import PHONE, WORDS, asked, said


def listen(page: Page) -> None:
    page.evaluate(script("listen"))


def told(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.announced")
    return found


def test_a_phone_is_told_of_the_question_and_of_what_is_safe(stage: Stage) -> None:
    room, text = stage.new_room(), stage.text
    page = stage.visit(room.phone, viewport=PHONE)
    listen(page)
    stage.beside.control.open(room.code, "word_cloud")
    question = page.locator("#question")
    expect(page.locator("input.field")).to_have_count(3)
    assert text("participant.new_question", question=question.inner_text()) in told(page)
    field = page.locator("input.field").first
    field.fill(WORDS[0])
    page.locator(".send").click()
    expect(page.locator(".said li")).to_have_count(1)
    assert text("participant.thanks_words.one") in told(page)
    stage.beside.control.close(room.code)
    expect(page.locator(".note.closed")).to_be_visible()
    assert any(text("participant.closed") in one for one in told(page))


def test_a_phone_is_told_the_time_twice_and_not_every_second(stage: Stage) -> None:
    room, text = stage.new_room("word_cloud"), stage.text
    page = stage.page(viewport=PHONE)
    page.clock.install()
    stage.go(page, room.phone)
    listen(page)
    stage.beside.control.count_down(room.code, 60)
    expect(page.locator(".timer")).to_be_visible()
    # Two short runs: a stream that says nothing for 35 s is opened anew, and tells the server's own time.
    page.clock.run_for(31_000)
    stage.beside.control.count_down(room.code, 20)
    expect(page.locator(".timer")).to_contain_text(re.compile("0.(20|1[5-9])"))
    page.clock.run_for(11_000)
    times = [one for one in told(page) if one in {text("participant.time_left", n=n) for n in range(1, 61)}]
    assert times == [text("participant.time_left", n=30), text("participant.time_left", n=10)]
    assert page.locator(".timer").get_attribute("role") == "timer"


def test_the_projector_does_not_read_the_cloud_aloud(stage: Stage) -> None:
    room = stage.new_room()
    person = stage.phone(room.code)
    asked(stage, room.code, "word_cloud", person)
    page = stage.visit(room.screen)
    expect(page.locator(".screen")).to_have_attribute("data-view", "empty")
    listen(page)
    said(person, *WORDS)
    expect(page.locator("svg.cloud text")).to_have_count(3)
    assert told(page) == []
    twin = page.get_by_role("list", name=stage.text("screen.list"))
    expect(twin.get_by_role("listitem")).to_have_count(3)
    assert page.locator("svg.cloud").get_attribute("aria-hidden") == "true"


def test_the_desk_does_not_read_every_answer_aloud(stage: Stage) -> None:
    room = stage.new_room()
    person = stage.phone(room.code)
    asked(stage, room.code, "word_cloud", person)
    page = stage.visit(room.control)
    expect(page.locator(".word-desk")).to_be_visible()
    listen(page)
    said(person, *WORDS)
    expect(page.locator(".word-desk li[data-key]")).to_have_count(3)
    assert [one for one in told(page) if any(word in one for word in WORDS)] == []
