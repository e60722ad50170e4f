"""Connection faults: lost networks, busy and restarted servers, sleep, Back, blocked storage and cookies."""

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, expect

from tests.participant.conftest import PHONE, NewPhone, Phone
from tests.participant.fake_server import ROOM, FakeServer

FORBID_STORAGE = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
)


def test_offline_words_are_kept_told_and_sent_by_themselves(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    with phone.page.expect_response("**/me*"):  # the stream is open: the network goes after that
        phone.visit()
    phone.field(1).fill("verkko")
    phone.context.set_offline(True)
    expect(phone.note).to_contain_text("Ei verkkoyhteyttä")
    phone.send.tap()
    expect(phone.status).to_contain_text("tallessa tässä laitteessa")
    expect(phone.page.locator(".count").first).to_have_text("Odottaa yhteyttä")
    expect(phone.field(1)).to_have_value("verkko")
    phone.field(2).fill("toinen")
    phone.send.tap()
    phone.context.set_offline(False)
    expect(phone.saved).to_have_text(["verkko", "toinen"])
    expect(phone.note).to_have_count(0)
    assert fake_server.words == ["verkko", "toinen"]
    assert phone.streams() == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_told_and_tried_again(phone: Phone, fake_server: FakeServer, status: int) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("sitkeä")
    expect(phone.send).to_be_visible()
    phone.page.wait_for_timeout(300)
    fake_server.failing = status
    phone.send.tap()
    expect(phone.status).to_contain_text("Nyt on ruuhkaa")
    expect(phone.field(1)).to_have_value("sitkeä")
    fake_server.failing = None
    expect(phone.saved).to_have_text(["sitkeä"])
    assert fake_server.words == ["sitkeä"]


def test_what_waits_survives_a_reload(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("uudelleen")
    phone.page.wait_for_timeout(300)
    fake_server.failing = 503
    phone.send.tap()
    expect(phone.status).to_contain_text("Nyt on ruuhkaa")
    phone.page.reload()
    expect(phone.field(1)).to_have_value("uudelleen")
    fake_server.failing = None
    expect(phone.saved).to_have_text(["uudelleen"])


def test_a_lost_receipt_gives_one_answer(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    fake_server.losing_receipts = 1
    phone.visit().field(1).fill("kadonnut")
    phone.send.tap()
    expect(phone.saved).to_have_text(["kadonnut"])
    assert fake_server.words == ["kadonnut"]
    expect(phone.fields).to_have_count(2)


def test_a_restarted_server_is_found_again_with_one_stream(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("kesken")
    fake_server.failing = 503
    expect(phone.note).to_contain_text("Ei verkkoyhteyttä")
    expect(phone.note).to_contain_text("Lähetämme sen heti")
    fake_server.failing = None
    fake_server.change(question="Uusi muoto kysymyksestä?")
    expect(phone.title).to_have_text("Uusi muoto kysymyksestä?")
    expect(phone.field(1)).to_have_value("kesken")
    expect(phone.note).to_have_count(0)
    assert phone.streams() == 1


def test_an_unlocked_phone_asks_again_and_has_one_stream(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    person = phone.context.cookies()[0]["value"]
    fake_server.stored.append((person, fake_server.state["round"], "muualta"))
    phone.page.evaluate(
        """() => {
          const real = Date.now;
          const look = (state) => {
            Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
            document.dispatchEvent(new Event('visibilitychange'));
          };
          look('hidden'); Date.now = () => real() + 60000; look('visible'); Date.now = real;
        }"""
    )
    expect(phone.saved).to_have_text(["muualta"])
    assert phone.streams() == 1


def test_back_restores_the_page_with_one_stream(
    browser_type: BrowserType, fake_server: FakeServer, launch: dict[str, Any]
) -> None:
    browser = browser_type.launch(**launch, ignore_default_args=["--disable-back-forward-cache"])
    phone = Phone(browser.new_context(**PHONE), fake_server)
    fake_server.ask_words()
    phone.visit().field(1).fill("kesken")
    phone.page.evaluate("window.mark = 1")
    phone.page.goto(f"{fake_server.address}/elsewhere")
    fake_server.change(question="Muuttui sillä välin?")
    phone.page.evaluate("void setTimeout(() => history.back())")
    expect(phone.title).to_have_text("Muuttui sillä välin?")
    expect(phone.field(1)).to_have_value("kesken")
    assert phone.streams() == 1
    browser.close()


def test_storage_forbidden_still_works(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.context.add_init_script(FORBID_STORAGE)
    phone.visit().field(1).fill("yksityinen")
    phone.send.tap()
    expect(phone.saved).to_have_text(["yksityinen"])


def test_cookies_blocked_is_one_person_and_told(browser: Browser, fake_server: FakeServer) -> None:
    context = browser.new_context(**PHONE)
    context.add_init_script(FORBID_STORAGE)
    fake_server.blocks_cookies = True
    phone = Phone(context, fake_server)
    fake_server.ask_words()
    phone.visit().field(1).fill("keksitön")
    phone.send.tap()
    expect(phone.saved).to_have_text(["keksitön"])
    phone.field(2).fill("toka")
    phone.send.tap()
    expect(phone.saved).to_have_text(["keksitön", "toka"])
    expect(phone.note).to_contain_text("älä lataa sivua uudelleen")
    assert context.cookies() == []
    assert len({person for person, _, _ in fake_server.stored}) == 1
    assert len(next(person for person, _, _ in fake_server.stored)) == 32
    context.close()


def test_garbled_storage_starts_empty(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.context.add_init_script(f"localStorage.setItem('propelli:{ROOM}', '{{oops')")
    phone.visit().field(1).fill("toimii")
    phone.send.tap()
    expect(phone.saved).to_have_text(["toimii"])


def test_two_phones_are_two_people(new_phone: NewPhone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    for word in ("eka", "toka"):
        phone = new_phone().visit()
        phone.field(1).fill(word)
        phone.send.tap()
        expect(phone.saved).to_have_text([word])
    assert len({person for person, _, _ in fake_server.stored}) == 2
