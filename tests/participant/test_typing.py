"""Typing on a phone: the Enter key, composed words, errors that disappear with the change."""

import re

import pytest
from playwright.sync_api import CDPSession, expect

from tests.participant.conftest import Phone
from tests.participant.fake_faults import MESSAGES
from tests.participant.fake_server import FakeServer


def compose(phone: Phone, text: str) -> CDPSession:
    """A phone's keyboard has written `text` and still underlines it."""
    session = phone.context.new_cdp_session(phone.page)
    end = len(text)
    session.send("Input.imeSetComposition", {"text": text, "selectionStart": end, "selectionEnd": end})
    return session


def enter(session: CDPSession) -> None:
    """The real Enter key, pressed while the keyboard is composing."""
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", **key})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})


def test_enter_goes_to_the_next_empty_field_and_the_last_one_sends(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("yhteistyö")
    expect(phone.field(1)).to_have_attribute("enterkeyhint", "next")
    phone.field(1).press("Enter")
    expect(phone.field(2)).to_be_focused()
    assert fake_server.posts == []
    phone.page.keyboard.type("ilo")
    phone.page.keyboard.press("Enter")
    expect(phone.field(3)).to_be_focused()
    expect(phone.field(3)).to_have_attribute("enterkeyhint", "send")
    phone.page.keyboard.press("Enter")
    expect(phone.saved).to_have_text(["yhteistyö", "ilo"])
    assert len(fake_server.posts) == 1


def test_enter_while_composing_goes_on_and_keeps_the_word_as_typed(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(2).fill("toinen")
    phone.field(1).focus()
    enter(compose(phone, "yhteistyö"))
    expect(phone.field(3)).to_be_focused()
    expect(phone.field(1)).to_have_value("yhteistyö")
    assert fake_server.posts == []
    enter(compose(phone, "kolmas"))
    expect(phone.saved).to_have_text(["yhteistyö", "toinen", "kolmas"])


def test_the_only_field_sends_a_word_that_is_being_composed(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words(max_answers=1)
    phone.visit().fields.first.focus()
    enter(compose(phone, "sisu"))
    expect(phone.saved).to_have_text(["sisu"])
    assert len(fake_server.posts) == 1


def test_an_input_methods_own_enter_only_ends_its_composing(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).focus()
    compose(phone, "にほん").send(
        "Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Enter", "windowsVirtualKeyCode": 229}
    )
    phone.field(2).fill("b")
    phone.field(3).fill("c")
    assert fake_server.posts == []


def test_a_refusal_marks_its_field_and_leaves_with_the_change(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("hyvä")
    phone.field(2).fill("pitkä sana")
    fake_server.state = {**fake_server.state, "max_chars": 4}
    phone.send.tap()
    expect(phone.status).to_have_text(MESSAGES["long"])
    expect(phone.field(2)).to_have_attribute("aria-invalid", "true")
    expect(phone.field(2)).to_have_attribute("aria-describedby", re.compile(r"\bstatus\b"))
    expect(phone.field(1)).to_have_attribute("aria-invalid", "false")
    phone.field(2).fill("pit")
    expect(phone.status).to_have_text("")
    expect(phone.field(2)).to_have_attribute("aria-invalid", "false")


@pytest.mark.parametrize(("typed", "sentence"), [("", "Kirjoita ensin"), ("x" * 41, "Lyhennä vastausta")])
def test_what_the_phone_itself_refuses_is_marked_and_leaves_too(
    phone: Phone, fake_server: FakeServer, typed: str, sentence: str
) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill(typed)
    phone.send.tap()
    expect(phone.status).to_contain_text(sentence)
    expect(phone.field(1)).to_have_attribute("aria-invalid", "true")
    phone.field(1).fill("kelpaa")
    expect(phone.status).to_have_text("")
    expect(phone.field(1)).to_have_attribute("aria-invalid", "false")


def test_a_receipt_is_not_wiped_by_typing_on(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ilo")
    phone.send.tap()
    expect(phone.receipt).to_have_text("Kiitos! Sanasi on mukana.")
    phone.field(2).fill("kesken")
    expect(phone.receipt).to_have_text("Kiitos! Sanasi on mukana.")


def test_a_receipt_is_seen_in_one_place(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ilo")
    phone.send.tap()
    expect(phone.page.get_by_role("heading", name="Kiitos! Sanasi on mukana.")).to_be_visible()
    expect(phone.status).to_have_text("")
    expect(phone.page.locator("main").get_by_text("ilo", exact=True)).to_have_count(1)
