"""Questions to the speaker on a phone: reached from every page, asked, voted for, and left again."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.conftest import eventually
from tests.participant.conftest import Phone
from tests.participant.fake_server import FakeServer
from tests.participant.test_pages import SIZES

TITLE = "Kysy puhujalta"


def ask_button(phone: Phone) -> Locator:
    return phone.page.get_by_role("button", name="Kysy", exact=True)


def opened(phone: Phone) -> Phone:
    ask_button(phone).tap()
    expect(phone.page.locator(".speaker h1")).to_be_focused()
    return phone


def rows(phone: Phone) -> Locator:
    return phone.page.locator(".speaker section").last.locator("li")


def switch(fake_server: FakeServer, *, on: bool) -> None:
    fake_server.speaker.on = on
    fake_server.rev += 1


@pytest.mark.parametrize("page", ["wait", "words", "choice", "form", "link"])
def test_every_page_leads_to_the_questions_while_the_room_has_them_on(
    phone: Phone, fake_server: FakeServer, page: str
) -> None:
    fake_server.speaker.on = True
    shows: dict[str, Callable[[], None]] = {
        "words": fake_server.ask_words,
        "choice": fake_server.ask_choice,
        "form": fake_server.ask_form,
        "link": fake_server.lead,
    }
    if page in shows:
        shows[page]()
    phone.visit()
    expect(ask_button(phone)).to_be_visible()
    box = ask_button(phone).bounding_box()
    assert box
    assert box["height"] >= 44
    opened(phone)
    phone.page.go_back()
    expect(phone.page.locator(".speaker")).to_be_hidden()
    switch(fake_server, on=False)
    expect(ask_button(phone)).to_be_hidden()


def test_a_room_without_questions_has_no_button_and_fetches_nothing(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    expect(phone.fields).to_have_count(3)
    expect(ask_button(phone)).to_be_hidden()
    assert fake_server.speaker.modules_sent == 0


def test_switching_them_on_leaves_what_is_being_typed_alone(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("kesken")
    switch(fake_server, on=True)
    expect(ask_button(phone)).to_be_visible()
    expect(phone.field(1)).to_be_focused()
    expect(phone.field(1)).to_have_value("kesken")


def test_a_question_is_sent_and_told_with_its_state(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.speaker.on = True
    opened(phone.visit())
    field = phone.page.get_by_label("Kysymyksesi")
    phone.page.get_by_role("button", name="Lähetä kysymys").tap()
    expect(phone.page.locator("#speaker-status")).to_have_text("Kirjoita ensin kysymys.")
    field.fill("Kuka maksaa?")
    expect(phone.page.locator("#speaker-count")).to_have_text("12/200")
    phone.page.get_by_role("button", name="Lähetä kysymys").tap()
    expect(phone.page.locator("#speaker-status")).to_contain_text("Se näkyy muille, kun se on hyväksytty.")
    expect(phone.page.locator(".speaker li")).to_contain_text(["Kuka maksaa?"])
    expect(phone.page.locator(".speaker .tag")).to_have_text("Odottaa hyväksyntää")
    expect(field).to_have_value("")


def test_what_could_not_be_sent_stays_through_a_reload(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.speaker.on = True
    fake_server.speaker.failing = 503
    opened(phone.visit())
    phone.page.get_by_label("Kysymyksesi").fill("Kuka maksaa?")
    phone.page.get_by_role("button", name="Lähetä kysymys").tap()
    expect(phone.page.locator("#speaker-status")).to_contain_text("tallessa tässä laitteessa")
    phone.page.reload()
    expect(phone.page.get_by_label("Kysymyksesi")).to_have_value("Kuka maksaa?")


def test_a_vote_is_given_and_taken_back_and_the_row_stays_under_the_finger(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.speaker.on = True
    for number, text in enumerate(("Yksi?", "Kaksi?", "Kolme?")):
        fake_server.speaker.add(text, 10 - number)
    opened(phone.visit())
    expect(rows(phone)).to_have_count(3)
    vote = rows(phone).nth(2).get_by_role("button")
    vote.tap()
    expect(vote).to_have_attribute("aria-pressed", "true")
    expect(vote).to_have_attribute("aria-label", "Äänesi annettu, 9 ääntä: Kolme?")
    vote.tap()
    expect(vote).to_have_attribute("aria-pressed", "false")
    eventually(lambda: fake_server.speaker.bodies == [{"voted": True}, {"voted": False}])


def test_a_vote_pressed_again_before_the_first_has_come_home_ends_as_it_was_pressed_last(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.speaker.on, fake_server.speaker.slow_by = True, 0.6
    fake_server.speaker.add("Yksi?", 10)
    opened(phone.visit())
    vote = rows(phone).first.get_by_role("button")
    vote.tap()
    expect(vote).to_have_attribute("aria-pressed", "true")
    vote.tap()
    expect(vote).to_have_attribute("aria-pressed", "false")
    eventually(lambda: fake_server.speaker.bodies == [{"voted": True}, {"voted": False}])
    eventually(lambda: fake_server.speaker.questions[0]["votes"] == 10)
    phone.page.wait_for_timeout(100)
    expect(vote).to_have_attribute("aria-label", re.compile("10 ääntä"))


def test_a_vote_that_was_not_taken_is_undone_and_told(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.speaker.on = True
    fake_server.speaker.add("Yksi?", 4)
    opened(phone.visit())
    fake_server.speaker.failing = 503
    vote = rows(phone).first.get_by_role("button")
    vote.tap()
    expect(phone.page.locator("#speaker-status")).to_contain_text("Ääntä ei saatu perille.")
    expect(vote).to_have_attribute("aria-pressed", "false")
    expect(vote).to_contain_text("4")


def test_the_next_question_is_told_and_one_press_leads_to_it(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.speaker.on = True
    opened(phone.visit())
    fake_server.ask_words("Mitä jäi mieleen?")
    onward = phone.page.get_by_role("button", name="Uusi kysymys – vastaa")
    expect(onward).to_be_visible()
    expect(phone.page.locator(".announcement")).to_contain_text("Mitä jäi mieleen?")
    onward.tap()
    expect(phone.page.locator("#question")).to_be_focused()
    expect(phone.fields).to_have_count(3)


def test_questions_that_are_switched_off_lead_back(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.speaker.on = True
    fake_server.ask_words()
    opened(phone.visit())
    switch(fake_server, on=False)
    expect(phone.page.locator(".speaker")).to_be_hidden()
    expect(phone.fields).to_have_count(3)


def test_whoever_reads_the_examples_asks_and_reads_on(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.speaker.on = True
    fake_server.lead()
    phone.visit()
    expect(phone.page.locator(".reading h1")).to_be_visible()
    opened(phone)
    expect(phone.page.locator(".reading")).to_be_hidden()
    phone.page.go_back()
    expect(phone.page.locator(".reading h1")).to_be_visible()
    expect(phone.page.locator(".speaker")).to_be_hidden()


def test_examples_that_come_while_somebody_asks_wait_for_them(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.speaker.on = True
    fake_server.ask_words()
    opened(phone.visit())
    fake_server.lead()
    onward = phone.page.get_by_role("button", name="Uusi kysymys – vastaa")
    expect(onward).to_be_visible()
    expect(phone.page.get_by_label("Kysymyksesi")).to_be_visible()
    onward.tap()
    expect(phone.page.locator(".reading h1")).to_be_visible()
    expect(phone.page.locator(".speaker")).to_be_hidden()


def test_a_deleted_room_has_no_questions(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.speaker.on = True
    opened(phone.visit())
    fake_server.deleted = True
    expect(ask_button(phone)).to_be_hidden()
    expect(phone.page.locator(".speaker")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_page(phone: Phone, fake_server: FakeServer, size: tuple[int, int]) -> None:
    fake_server.speaker.on = True
    fake_server.speaker.add("kaupunginosatyöryhmätoiminnanohjausjärjestelmä" * 4, 12345)
    phone.page.set_viewport_size({"width": size[0], "height": size[1]})
    opened(phone.visit())
    expect(rows(phone)).to_have_count(1)
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
