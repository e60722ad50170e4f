"""Every page in every state: generators that lead a visitor on and yield each state to be checked."""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import Locator, Page, expect

from tests.accessibility.editor_states import editor_of_a_full_workshop, editor_of_a_new_workshop, item_form
from tests.accessibility.order_states import dots_and_ranking, orders_on_the_wall
from tests.accessibility.stage import Stage
from tests.conftest import PATIENCE_MS, eventually
from tests.idle import wait_until_idle
from tests.server.api_client import Phone

PHONE = {"width": 390, "height": 844}
WORDS = ("yhteistyö", "rohkeus", "maallikkoasiantuntijuus")
BLOCKED = "paska"
LONGEST = "kaupunginosatyöryhmätoiminnanohjausjärjestelmä"

State = tuple[str, Page]
Tour = Callable[[Stage], Iterator[State]]


def said(phone: Phone, *words: str) -> None:
    assert phone.send(round=phone.state()["round"], words=list(words)).status_code == 200


def answered(phone: Phone) -> None:
    """The first option of everything that is asked."""
    state = phone.state()
    body: dict[str, object]
    if state["kind"] == "choice":
        body = {"choices": [state["options"][0]["id"]]}
    else:
        body = {"form": {question["id"]: question["options"][0]["id"] for question in state["questions"]}}
    assert phone.send(round=state["round"], **body).status_code == 200


def asked(stage: Stage, code: str, activity: str, phone: Phone) -> None:
    """Opens an activity; the running server knows of it when this returns."""
    before = phone.state()["round"]
    stage.beside.control.open(code, activity)
    eventually(lambda: phone.state()["round"] not in {before, None})


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(re.escape(name))).first


# ---- the results that are published


def published_results(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room("word_cloud"), stage.text
    phone = stage.phone(room.code)
    said(phone, *WORDS)
    asked(stage, room.code, "roles", phone)
    for person in (phone, *(stage.phone(room.code) for _ in range(5))):
        answered(person)
    stage.beside.rooms.publish(room.code, published=True)
    page = stage.visit(f"/tulos/{room.code}")
    expect(page.locator(".result")).to_have_count(2)
    for details in page.locator("details").all():
        details.locator("summary").click()
    yield "published results", page
    stage.beside.rooms.publish(room.code, published=False)
    page = stage.visit(f"/tulos/{room.code}", viewport=PHONE)
    expect(page.get_by_text(text("errors.published"))).to_be_visible()
    yield "published results, taken back", page


# ---- the participant page


def waiting_and_words(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room(), stage.text
    page = stage.visit(room.phone, viewport=PHONE)
    expect(page.get_by_role("heading", name=text("participant.wait"))).to_be_visible()
    yield "waiting", page
    stage.beside.control.open(room.code, "word_cloud")
    field = page.locator("input.field:not([readonly]):visible")
    expect(field).to_have_count(3)
    yield "words, empty", page
    button(page, text("participant.send")).click()
    expect(page.get_by_text(text("participant.empty"))).to_be_visible()
    yield "words, nothing typed", page
    field.first.fill(LONGEST)
    page.locator(".send").click()
    expect(field.first).to_have_attribute("aria-invalid", "true")
    yield "words, too long", page
    stage.beside.control.count_down(room.code, 600)
    expect(page.locator(".timer")).to_be_visible()
    for place, word in enumerate(WORDS[:2], 1):
        field.first.fill(word)
        page.locator(".send").click()
        expect(page.locator(".said li")).to_have_count(place)
    yield "words, some saved, with a clock", page
    page.context.set_offline(True)
    expect(page.locator(".note.connection")).to_be_visible()
    field.first.fill(WORDS[2])
    page.locator(".send").click()
    yield "words, offline", page
    page.context.set_offline(False)
    expect(page.locator(".said li")).to_have_count(3)
    yield "words, all saved", page
    stage.beside.control.show_results(room.code, "always", phones=True)
    expect(page.locator(".results li")).to_have_count(3)
    yield "words, results shown", page
    stage.beside.control.close(room.code)
    expect(page.locator(".note.closed")).to_be_visible()
    yield "words, closed", page


def choice_and_link(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room("roles"), stage.text
    page = stage.visit(room.phone, viewport=PHONE)
    yield "choice", page
    page.locator("label.choice").first.click()
    yield "choice, chosen", page
    button(page, text("participant.send")).click()
    expect(page.locator(".said li")).to_have_count(1)
    stage.beside.control.show_results(room.code, "always", phones=True)
    expect(page.locator(".results .bar").first).to_be_attached()
    yield "choice, saved, with results", page
    stage.beside.control.close(room.code)
    expect(page.locator(".note.closed")).to_be_visible()
    yield "choice, closed", page
    stage.beside.control.open(room.code, "sectors")
    expect(page.locator("input[type=checkbox]").first).to_be_attached()
    yield "choice of many", page
    stage.beside.control.open(room.code, "closing")
    expect(page.locator(".onward-links")).to_be_visible()
    page.go_back()
    expect(page.locator("a.btn")).to_be_visible()
    yield "link", page


def reading_pages(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room("closing"), stage.text
    page = stage.visit(room.phone, viewport=PHONE)
    expect(page.locator(".onward-links")).to_be_visible()
    yield "closing on the phone", page
    stage.beside.control.open(room.code, "examples")
    button(page, text("reading.onward")).click()
    expect(page.locator(".reading .canvas")).to_be_visible()
    yield "examples on the phone, map", page
    button(page, text("reading.list")).click()
    page.locator(".reading .list li button").first.click()
    expect(page.locator(".reading .card h3").first).to_be_visible()
    yield "examples on the phone, list, one chosen", page
    for details in page.locator(".reading details").all():
        details.locator("summary").click()
    stage.beside.control.open(room.code, "roles")
    expect(button(page, text("reading.answer"))).to_be_visible()
    yield "examples on the phone, bars, the next question", page


def forms(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room("quiz"), stage.text
    page = stage.visit(room.phone, viewport=PHONE)
    yield "form, first step", page
    for _ in range(7):
        page.locator("label.choice").first.click()
        button(page, text("participant.next")).click()
    page.locator("label.choice").first.click()
    yield "form, last step", page
    button(page, text("participant.send_form")).click()
    expect(page.locator(".outcome h2")).to_be_visible()
    yield "quiz, result", page
    stage.beside.control.open(room.code, "assessment")
    expect(page.locator(".steps")).to_be_visible()
    yield "assessment, first step", page


def doors(stage: Stage) -> Iterator[State]:
    lang = stage.lang
    page = stage.page(viewport=PHONE)
    yield "joining", stage.go(page, f"/liity?kieli={lang}")
    yield "joining, wrong code", stage.go(page, "/liity?koodi=000000")
    yield "unknown code", stage.go(page, "/000000")
    yield "signing in", stage.go(page, "/ohjaus")
    page.locator("#password").fill("väärä")
    page.locator("form button").click()
    expect(page.locator("#fault")).to_be_visible()
    yield "signing in, wrong password", page
    yield "answering in the app, without a code", stage.go(page, "/vastaa")
    yield "answering in the app, wrong code", stage.go(page, "/vastaa?huone=000000")
    room = stage.new_room("word_cloud")
    stage.go(page, f"/vastaa?huone={room.code}")
    expect(page.locator("input.field")).to_have_count(3)
    yield "answering in the app", page


# ---- the desk


def desk(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room(), stage.text
    page = stage.visit(room.control)
    expect(page.locator(".now .toggle button")).to_be_visible()
    yield "desk, waiting", page
    people = [stage.phone(room.code) for _ in range(2)]
    asked(stage, room.code, "word_cloud", people[0])
    stage.beside.control.count_down(room.code, 600)
    said(people[0], *WORDS)
    said(people[1], WORDS[0], BLOCKED)
    expect(page.locator(".word-desk li[data-key]").first).to_be_visible()
    for fold in page.locator(".word-desk .fold[aria-expanded=false]").all():
        fold.click()
    page.locator(".word-desk .word").first.click()
    expect(page.locator(".word-desk .panel:visible").first).to_be_visible()
    yield "desk, open with words", page
    button(page, text("control.keys_title")).click()
    yield "desk, keys", page
    page.keyboard.press("Escape")
    for name in ("settings", "new_question"):
        more = page.locator(".st-key-desk_more button")
        if more.is_visible():
            more.click()
        button(page, text(f"control.{name}")).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        wait_until_idle(page)
        yield f"desk, {name}", page
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    button(page, text("control.own_time")).click()
    yield "desk, own time", page
    page.keyboard.press("Escape")
    stage.beside.rooms.end(room.code)
    stage.go(page, f"/ohjaus?huone={room.code}")
    yield "desk, ended", page


def organiser(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room(), stage.text
    page = stage.visit(f"/ohjaus?kieli={stage.lang}")
    page.locator("#password").fill("lupa")
    page.locator("form button").click()
    expect(page.locator(".shop").first).to_be_visible()
    wait_until_idle(page)
    yield "workshops", page
    page.get_by_role("searchbox").fill(room.code)
    more = text("workshops.more", what=f"{room.code[:3]} {room.code[3:]}")
    page.get_by_role("button", name=more).click()
    button(page, text("workshops.delete_room")).click()
    expect(page.get_by_label(text("workshops.delete_code"))).to_be_visible()
    yield "workshops, deleting", page
    for way in ("ready", "file"):
        button(page, text(f"workshops.{way}.title")).click()
    expect(page.get_by_text(text("workshops.file.pick"))).to_be_visible()
    yield "workshops, a new one", page
    stage.go(page, f"/ohjaus?uusi=rivit&kieli={stage.lang}")
    field = page.get_by_label(text("workshops.paste.lines"))
    expect(field).to_be_visible()
    yield "pasted lines, none", page
    field.fill("tee\nMitä?\n- a\nMiksi? (1–5)")
    expect(page.get_by_text(text("workshops.paste.line", n=1), exact=False).first).to_be_visible()
    yield "pasted lines", page


# ---- the projector


def projector(stage: Stage) -> Iterator[State]:
    room, show = stage.new_room(), stage.beside.control.show
    page = stage.visit(room.screen)

    def seen(view: str) -> State:
        expect(page.locator(".screen")).to_have_attribute("data-view", view)
        return f"projector, {view}", page

    show(room.code, "join")
    yield seen("join")
    show(room.code, "hold")
    yield seen("hold")
    people = [stage.phone(room.code) for _ in range(5)]
    asked(stage, room.code, "word_cloud", people[0])
    yield seen("empty")
    show(room.code, "question")
    yield seen("question")
    show(room.code, "results")
    for phone in people[:3]:
        said(phone, *WORDS)
    yield seen("cloud")
    page.keyboard.press("l")
    yield seen("list")
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    yield "projector, keys", page
    page.keyboard.press("Escape")
    asked(stage, room.code, "roles", people[0])
    answered(people[0])
    yield seen("bars")
    asked(stage, room.code, "quiz", people[0])
    answered(people[0])
    yield seen("quiz")
    asked(stage, room.code, "assessment", people[0])
    answered(people[0])
    yield seen("withheld")
    for phone in people[1:]:
        answered(phone)
    yield seen("figures")
    page.keyboard.press("l")
    yield seen("scale")


# ---- what anyone may open


def reading(stage: Stage) -> Iterator[State]:
    page = stage.page()
    yield "opening", stage.go(page, "/")
    yield "closing", stage.go(page, "/seuraavaksi")
    yield "about", stage.go(page, "/tietoa")
    room = stage.new_room()
    yield "results, forbidden", stage.go(page, f"/tulokset?huone={room.code}")
    stage.go(page, room.control)
    yield "results, empty", stage.go(page, f"/tulokset?huone={room.code}")
    phone = stage.phone(room.code)
    asked(stage, room.code, "word_cloud", phone)
    said(phone, *WORDS)
    stage.go(page, f"/tulokset?huone={room.code}")
    yield "results", page


def examples(stage: Stage) -> Iterator[State]:
    page = stage.visit("/esimerkit?kaaviot=1")
    for _ in range(4):
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    yield "examples", page
    page.locator(".finland-map .list button, .finland-map .list [role=button]").first.click()
    wait_until_idle(page)
    for summary in page.locator("main summary").all():
        summary.click()
    yield "examples, one chosen, tables open", page


def assessment(stage: Stage) -> Iterator[State]:
    text, example = stage.text, stage.beside.content.examples[0]
    page = stage.visit(f"/arviointi?esimerkki={example.id}", viewport=PHONE)
    expect(page.get_by_role("radiogroup").last).to_be_visible()
    yield "assessment, first question", page
    steps = len(stage.beside.content.criteria.ids)
    for place in range(2, steps + 1):
        button(page, text("assessment.next")).click()
        expect(page.locator(".assessment-eyebrow").first).to_contain_text(f"{place} / {steps}")
    yield "assessment, last question", page
    button(page, text("assessment.to_result")).click()
    expect(page.locator(".assessment-outcome")).to_have_count(1)
    wait_until_idle(page)
    expect(page.locator(".assessment-outcome")).to_be_visible()
    yield "assessment, result", page
    button(page, text("assessment.view_all")).click()
    wait_until_idle(page)
    yield "assessment, all at once", page


def quiz(stage: Stage) -> Iterator[State]:
    page = stage.visit("/testi", viewport=PHONE)
    button(page, stage.text("quiz.begin")).click()
    step = page.locator(".quiz .step")
    expect(step).to_be_visible()
    yield "quiz, question", page
    for place in range(8):
        expect(step).to_contain_text(f"{place + 1} / 8")
        page.locator(".quiz .options button").first.click()
    expect(page.locator(".quiz .card h2")).to_be_visible(timeout=PATIENCE_MS)
    wait_until_idle(page)
    yield "quiz, result of one's own", page
    yield "quiz, start", stage.go(page, "/testi")


TOURS: dict[str, Tour] = {
    tour.__name__: tour
    for tour in (
        waiting_and_words, choice_and_link, forms, doors, desk, organiser, projector, reading, reading_pages, examples,
        assessment, quiz, dots_and_ranking, orders_on_the_wall, editor_of_a_full_workshop, editor_of_a_new_workshop,
        item_form, published_results,
    )
}  # fmt: skip
