"""What own words are shown as, on a phone, and the button that says that one is another word."""

import pytest
from playwright.sync_api import Locator, expect

from tests.accessibility.inspection import axe_faults
from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import FakeServer

SOON_MS = 12_500
"""The page asks four to twelve seconds after an answer."""


@pytest.fixture
def answered(phone: Phone, fake_server: FakeServer) -> Phone:
    """A phone that has sent two words, of which one was merged into another."""
    fake_server.shown_words.labels = {"naapuriapua": "naapuriapu"}
    fake_server.ask_words()
    phone.page.clock.install()
    phone.visit().field(1).fill("naapuriapua")
    phone.field(2).fill("kahvihetki")
    phone.send.tap()
    expect(phone.saved).to_have_text(["naapuriapua", "kahvihetki"])
    return phone


def lines(phone: Phone) -> Locator:
    return phone.page.locator(".shown-as")


def press(phone: Phone) -> None:
    phone.page.get_by_role("button", name="Eri sana: naapuriapua").tap()


def wait_for_entry(phone: Phone) -> Phone:
    phone.page.clock.run_for(SOON_MS)
    expect(lines(phone)).to_have_text(["Näkyy pilvessä: naapuriapuEri sana"])
    return phone


def test_a_merged_word_has_its_entry_below_it_a_while_after_the_answer(
    answered: Phone, fake_server: FakeServer
) -> None:
    expect(lines(answered)).to_have_count(0)
    wait_for_entry(answered)
    expect(answered.saved.first.locator(".shown-as")).to_be_visible()
    expect(answered.page.locator(".announcement")).to_have_text("Näkyy pilvessä: naapuriapu")
    assert fake_server.shown_words.modules_sent == 1


def test_saying_that_it_is_another_word_is_told_and_can_be_done_once(answered: Phone, fake_server: FakeServer) -> None:
    press(wait_for_entry(answered))
    expect(lines(answered)).to_have_text(["Näkyy pilvessä: naapuriapuEhdotit ohjaajalle: eri sana"])
    expect(lines(answered).get_by_role("button")).to_have_count(0)
    expect(answered.page.locator(".suggested")).to_be_focused()
    assert fake_server.shown_words.suggested == ["naapuriapua"]


def test_it_is_as_before_after_a_reload(answered: Phone) -> None:
    press(wait_for_entry(answered))
    expect(answered.page.locator(".suggested")).to_be_visible()
    answered.visit()
    expect(answered.saved).to_have_count(2)
    answered.page.clock.run_for(SOON_MS)
    expect(lines(answered)).to_have_text(["Näkyy pilvessä: naapuriapuEhdotit ohjaajalle: eri sana"])


def test_a_suggestion_that_did_not_arrive_is_told_and_can_be_sent_again(
    answered: Phone, fake_server: FakeServer
) -> None:
    fake_server.shown_words.failing = 409
    press(wait_for_entry(answered))
    expect(answered.status).to_have_text("Kysymys on jo vaihtunut.")
    fake_server.shown_words.failing = None
    press(answered)
    expect(answered.page.locator(".suggested")).to_be_visible()


def test_the_line_stays_while_more_is_typed_and_after_the_question_is_closed(
    answered: Phone, fake_server: FakeServer
) -> None:
    wait_for_entry(answered)
    answered.fields.first.fill("ilo")
    expect(lines(answered)).to_have_count(1)
    fake_server.change(open=False)
    expect(answered.note).to_have_count(1)
    expect(lines(answered)).to_have_text(["Näkyy pilvessä: naapuriapuEri sana"])


def test_the_next_question_has_nothing_of_it(answered: Phone, fake_server: FakeServer) -> None:
    wait_for_entry(answered)
    fake_server.ask_words("Mitä muuta?")
    expect(answered.title).to_have_text("Mitä muuta?")
    expect(lines(answered)).to_have_count(0)


def test_nobody_who_has_not_answered_fetches_the_module(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ilo")
    fake_server.ask_choice()
    phone.option("Olen uteliaana mukana").check()
    phone.send.tap()
    expect(phone.saved).to_have_count(1)
    assert fake_server.shown_words.modules_sent == fake_server.shown_words.requests == 0


def test_the_module_fits_a_narrow_phone(new_phone: NewPhone, fake_server: FakeServer) -> None:
    phone = new_phone(viewport={"width": 320, "height": 640})
    word = "lentokonesuihkuturbiinimoottoriapumekaan"
    fake_server.shown_words.labels = {word: word[:-2]}
    fake_server.ask_words()
    phone.page.clock.install()
    phone.visit().field(1).fill(word)
    phone.send.tap()
    expect(phone.saved).to_have_count(1)
    phone.page.clock.run_for(SOON_MS)
    button = phone.page.get_by_role("button", name=f"Eri sana: {word}")
    expect(button).to_be_visible()
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert axe_faults(phone.page) == []
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
