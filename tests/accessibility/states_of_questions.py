"""Questions to the speaker and own answers taken back in every state: phone, desk, moderator's desk, projector."""

from collections.abc import Iterator

from playwright.sync_api import expect

from tests.accessibility.stage import Stage
from tests.accessibility.states import LONGEST, PHONE, State, Tour, button
from tests.conftest import eventually

QUESTIONS = (
    "Mitä teitte, kun kokeilu ei toiminutkaan niin kuin piti?", f"Kuka vastaa, kun {LONGEST} loppuu?", "Maksaako se?",
)  # fmt: skip


def take_questions(stage: Stage, code: str) -> None:
    """Switches the questions on; the running server knows of it when this returns."""
    stage.beside.speaker_questions.switch(code, on=True)
    phone = stage.phone(code)
    eventually(lambda: phone.state().get("questions"))


def ask_and_vote(stage: Stage, code: str) -> list[int]:
    """Three questions of three people, the first with most votes; gives their ids."""
    people = [stage.phone(code) for _ in QUESTIONS]
    numbers = []
    for person, question in zip(people, QUESTIONS, strict=True):
        numbers.append(person.client.post(f"/live/{code}/questions", json={"text": question}).json()["id"])
    for person in people:
        person.client.post(f"/live/{code}/questions/{numbers[0]}/vote", json={"voted": True})
    return [int(number) for number in numbers]


def questions_on_the_phone(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room("word_cloud"), stage.text
    take_questions(stage, room.code)
    page = stage.visit(room.phone, viewport=PHONE)
    expect(page.locator(".ask")).to_be_visible()
    yield "words, with the button to the questions", page
    page.locator(".ask").click()
    button(page, text("speaker.send")).click()
    expect(page.locator("#speaker-status")).to_have_text(text("speaker.empty"))
    yield "questions, none yet, nothing typed", page
    numbers = ask_and_vote(stage, room.code)
    stage.beside.speaker_questions.mark(room.code, numbers[1], "answering")
    stage.beside.speaker_questions.mark(room.code, numbers[2], "answered")
    page.locator("#speaker-field").fill(LONGEST * 5)
    expect(page.locator("#speaker-field")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".vote")).to_have_count(2)
    page.locator(".vote").first.click()
    expect(page.locator(".vote").first).to_have_attribute("aria-pressed", "true")
    yield "questions, some, one too long", page
    stage.beside.moderation.set_approval(room.code, on=True, keeps=True)
    page.locator("#speaker-field").fill("Odottaako tämä?")
    page.locator(".speaker .btn").click()
    expect(page.locator(".tag[data-state=waiting]")).to_be_visible()
    stage.beside.control.open(room.code, "roles")
    expect(page.locator(".speaker-onward .btn")).to_be_visible()
    yield "questions, an own one waits and a new question has been opened", page


def own_words_on_the_phone(stage: Stage) -> Iterator[State]:
    room = stage.new_room("word_cloud")
    page = stage.visit(room.phone, viewport=PHONE)
    for place, word in enumerate(("naapuriapu", LONGEST[:40])):
        page.locator("input.field").nth(place).fill(word)
    page.locator(".send").click()
    expect(page.locator(".own button")).to_have_count(2)
    yield "own words that can be taken back", page
    page.locator(".own button").last.click()
    expect(page.locator(".own .gone")).to_be_visible()
    yield "an own word taken back", page


def questions_at_the_desk(stage: Stage) -> Iterator[State]:
    room = stage.new_room("word_cloud")
    take_questions(stage, room.code)
    page = stage.visit(room.control)
    expect(page.locator(".speaker-questions .help")).to_be_visible()
    yield "desk, no questions yet", page
    numbers = ask_and_vote(stage, room.code)
    stage.beside.speaker_questions.mark(room.code, numbers[0], "answering")
    stage.beside.speaker_questions.mark(room.code, numbers[1], "hidden")
    stage.beside.moderation.set_approval(room.code, on=True, keeps=True)
    stage.phone(room.code).client.post(f"/live/{room.code}/questions", json={"text": "Odottaako tämä?"})
    expect(page.locator(".speaker-questions li")).to_have_count(4)
    yield "desk, questions", page
    links = stage.beside.rooms.links(stage.beside.rooms.get(room.code), stage.server.address)
    moderator = stage.visit(links.moderator)
    expect(moderator.locator(".speaker-questions li")).to_have_count(4)
    yield "a moderator's desk", moderator


def questions_on_the_wall(stage: Stage) -> Iterator[State]:
    room = stage.new_room("word_cloud")
    take_questions(stage, room.code)
    stage.beside.control.show(room.code, "questions")
    page = stage.visit(room.screen, viewport={"width": 1920, "height": 1080})
    expect(page.locator(".empty p")).to_be_visible()
    yield "projector, no questions yet", page
    numbers = ask_and_vote(stage, room.code)
    expect(page.locator(".speaker li")).to_have_count(3)
    yield "projector, questions", page
    stage.beside.speaker_questions.mark(room.code, numbers[1], "answering")
    expect(page.locator(".speaker .answering")).to_be_visible()
    yield "projector, one question is being answered", page
    page.keyboard.press("l")
    expect(page.locator(".figures tbody tr")).to_have_count(3)
    yield "projector, questions as a list", page


QUESTION_TOURS: dict[str, Tour] = {
    "questions on the phone": questions_on_the_phone,
    "own words on the phone": own_words_on_the_phone,
    "questions at the desk": questions_at_the_desk,
    "questions on the wall": questions_on_the_wall,
}
