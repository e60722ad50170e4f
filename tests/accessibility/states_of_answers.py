"""Open answers and statements in every state, on the phone, at the desk and on the projector."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, expect

from tests.accessibility.stage import Stage
from tests.accessibility.states import LONGEST, PHONE, State, Tour, button
from tests.conftest import eventually
from tests.server.api_client import Phone
from tests.server.items import choice_item, scale_item, text_item

LINES = f"Ensimmäinen rivi, ja siinä {LONGEST}.\nToinen rivi."


def opened(stage: Stage, code: str, item: dict[str, Any], phone: Phone) -> None:
    """Opens a question on the spot; the running server knows of it when this returns."""
    before = phone.state()["round"]
    stage.beside.questions.add(code, item, ["fi"], opens=True)
    eventually(lambda: phone.state()["round"] not in {before, None})


def statements(steps: int) -> dict[str, Any]:
    lines = ["Asukkaat ovat mukana alusta asti", f"{LONGEST} kulkee yli rajojen"]
    return scale_item("Miten meillä nyt tehdään?", lines, steps=steps)


def approved(stage: Stage, code: str) -> None:
    current = stage.beside.desks.get(code).current
    assert current
    words = stage.beside.desks.get(code).words
    assert words
    stage.beside.moderation.decide(code, current.id, "approve", [entry.key for entry in words.entries])


def open_answers_on_the_phone(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room(), stage.text
    phone = stage.phone(room.code)
    opened(stage, room.code, text_item("Mikä auttaisi?", max_answers=3), phone)
    page = stage.visit(room.phone, viewport=PHONE)
    expect(page.locator("textarea")).to_have_count(1)
    yield "open answer, empty", page
    page.locator("textarea").fill(LINES)
    button(page, text("participant.add_text")).click()
    page.locator("textarea").nth(1).fill("a" * 300)
    page.locator(".send").click()
    expect(page.locator("textarea").nth(1)).to_have_attribute("aria-invalid", "true")
    yield "open answers, one too long", page
    page.locator("textarea").nth(1).fill("Lyhyt")
    page.locator(".send").click()
    expect(page.locator(".said li")).to_have_count(2)
    yield "open answers, saved", page
    approved(stage, room.code)
    stage.beside.control.show_results(room.code, "always", phones=True)
    expect(page.locator(".results li")).to_have_count(2)
    yield "open answers, results shown", page


def a_list_in_one_field(stage: Stage) -> Iterator[State]:
    room = stage.new_room("word_cloud")
    page = stage.visit(room.phone, viewport=PHONE)
    page.locator(".field").first.fill(f"{LONGEST[:25]}, Turku; yhteistyö"[:40])
    page.locator(".send").click()
    expect(page.locator(".word-list")).to_be_visible()
    yield "words, a list in one field", page


def statements_on_the_phone(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room(), stage.text
    phone = stage.phone(room.code)
    opened(stage, room.code, statements(7), phone)
    page = stage.visit(room.phone, viewport=PHONE)
    yield "statements", page
    page.locator("label.step").nth(2).click()
    button(page, text("participant.send")).click()
    expect(page.locator(".status.fault")).to_be_visible()
    yield "statements, one left", page
    page.locator("label.unsure").last.click()
    button(page, text("participant.send")).click()
    expect(page.locator(".said li")).to_have_count(2)
    stage.beside.control.show_results(room.code, "always", phones=True)
    expect(page.locator(".results .parts").first).to_be_visible()
    yield "statements, saved, with results", page
    stage.beside.control.close(room.code)
    expect(page.locator(".note.closed")).to_be_visible()
    yield "statements, closed", page


def answers_at_the_desk(stage: Stage) -> Iterator[State]:
    room = stage.new_room()
    phone = stage.phone(room.code)
    opened(stage, room.code, text_item("Mikä auttaisi?", max_answers=3), phone)
    page = stage.visit(room.control)
    round_id = phone.state()["round"]
    assert phone.send(round=round_id, texts=[LINES, "Lyhyt"]).status_code == 200
    expect(page.locator(".word-desk li[data-key]")).to_have_count(2)
    yield "desk, answers that wait", page
    button(page, stage.text("word_desk.hide")).click()
    expect(page.locator(".word-desk .hidden-word")).to_have_count(1)
    yield "desk, an answer hidden", page
    opened(stage, room.code, statements(5), phone)
    assert phone.send(round=phone.state()["round"], scale={"statement_1": 4, "statement_2": None}).status_code == 200
    expect(page.locator(".statements li").first).to_be_visible()
    yield "desk, statements", page


def answers_on_the_projector(stage: Stage) -> Iterator[State]:
    room = stage.new_room()
    page = stage.visit(room.screen)
    people = [stage.phone(room.code) for _ in range(5)]

    def drawn(view: str) -> tuple[str, Page]:
        expect(page.locator(".screen")).to_have_attribute("data-view", view)
        return f"projector, {view}", page

    opened(stage, room.code, text_item("Mikä auttaisi?", max_answers=3), people[0])
    for number, phone in enumerate(people):
        texts = [f"{LINES} {number}", f"Sauna {number}", f"{number} " + "kaikkea alusta " * 15]
        assert phone.send(round=phone.state()["round"], texts=texts).status_code == 200
    approved(stage, room.code)
    yield drawn("cards")
    page.keyboard.press("l")
    yield "projector, list of answers", drawn("list")[1]
    page.keyboard.press("l")
    opened(stage, room.code, statements(7), people[0])
    for step, phone in enumerate(people, 2):
        scale = {"statement_1": step, "statement_2": None}
        assert phone.send(round=phone.state()["round"], scale=scale).status_code == 200
    yield drawn("scale")
    page.keyboard.press("l")
    yield drawn("figures")


def answers_by_group(stage: Stage) -> Iterator[State]:
    """Two groups of five, one of them named as long as a name may be."""
    room = stage.new_room()
    people = [stage.phone(room.code) for _ in range(10)]
    page = stage.visit(room.phone, viewport=PHONE)
    opened(stage, room.code, {**choice_item("Missä toimit?", ["Kunta", LONGEST]), "background": True}, people[0])
    expect(page.locator(".help.groups")).to_be_visible()
    yield "choice, looked at by group", page
    for number, phone in enumerate(people):
        option = phone.state()["options"][number % 2]["id"]
        assert phone.send(round=phone.state()["round"], choices=[option]).status_code == 200
    opened(stage, room.code, choice_item("Mikä auttaisi?", [f"{LONGEST} 1", "Sauna"]), people[0])
    for phone in people:
        assert phone.send(round=phone.state()["round"], choices=["sauna"]).status_code == 200
    stage.beside.control.close(room.code)
    screen, desk = stage.visit(room.screen), stage.visit(room.control)
    button(desk, "Kunta (5)").click()
    button(desk, stage.text("control.group_beside")).click()
    expect(desk.locator(".options small").first).not_to_be_empty()
    yield "desk, by group", desk
    expect(screen.locator(".screen")).to_have_attribute("data-view", "groups")
    yield "projector, groups", screen


def sorting_into_themes(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room(), stage.text
    phone = stage.phone(room.code)
    opened(stage, room.code, text_item("Mikä auttaisi?", max_answers=3, approval=False), phone)
    texts = ["Kahvila rantaan", "Kahvila, joka on auki " + "aina " * 20, "Kimppakyyti"]
    assert phone.send(round=phone.state()["round"], texts=texts).status_code == 200
    page = stage.visit(room.control)
    button(page, text("theme_desk.sort")).click()
    expect(page.locator(".rows li")).to_have_count(3)
    yield "sorting, no themes yet", page
    for number in range(1, 4):
        page.locator(".new-theme input").fill(f"Teema {number}")
        page.keyboard.press("Enter")
        expect(page.locator(".heads .theme")).to_have_count(number)
    page.locator(".rows input").nth(1).focus()
    page.keyboard.press("1")
    expect(page.locator(".rows .in-theme:visible")).to_have_count(1)
    page.keyboard.press(" ")
    page.locator(".heads .more").first.click()
    yield "sorting, an answer chosen and a theme open", page
    button(page, text("theme_desk.suggest")).click()
    expect(page.locator(".offer:visible")).to_have_count(1)
    yield "sorting, a suggestion", page
    page.locator(".heads .vote").click()
    expect(page.locator(".voting")).to_be_visible()
    yield "sorting, a vote", page
    page.keyboard.press("Escape")
    screen = stage.visit(room.screen)
    expect(screen.locator(".screen")).to_have_attribute("data-view", "themes")
    yield "projector, by theme", screen


ANSWER_TOURS: dict[str, Tour] = {
    tour.__name__: tour
    for tour in (
        a_list_in_one_field,
        open_answers_on_the_phone, statements_on_the_phone, answers_at_the_desk, answers_on_the_projector,
        answers_by_group,
        sorting_into_themes,
    )
}  # fmt: skip
