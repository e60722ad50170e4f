"""Supervision of the event stream: silent streams, buffering proxies, hidden tabs, a deleted room."""

import pytest
from playwright.sync_api import expect

from tests.conftest import eventually
from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import Wire

DELETED = "Tämä työpaja on poistettu"
LOOK = """state => {
  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""
COUNT_BEATS = "window.beats = 0; [...openStreams][0].addEventListener('beat', () => { beats += 1; })"


@pytest.fixture
def phone(new_phone: NewPhone, wire: Wire) -> Phone:
    """A phone on a question, whose clock the test moves."""
    wire.ask_words("Ensimmäinen?")
    made = new_phone()
    made.page.clock.install()
    return made


def listen(phone: Phone, wire: Wire) -> None:
    """Opens the page and waits until its stream has brought the state."""
    with phone.page.expect_response("**/me*"):
        phone.visit()
    eventually(lambda: wire.told_states)


def pass_time(phone: Phone, seconds: int) -> None:
    phone.page.clock.fast_forward(seconds * 1000)


def test_a_line_that_has_been_silent_for_35_seconds_is_opened_anew(phone: Phone, wire: Wire) -> None:
    listen(phone, wire)
    wire.deafen()
    wire.change(question="Toinen?")
    pass_time(phone, 30)
    expect(phone.title).to_have_text("Ensimmäinen?")
    pass_time(phone, 6)
    expect(phone.title).to_have_text("Toinen?")
    assert phone.streams() == 1


def test_a_heartbeat_keeps_the_line(phone: Phone, wire: Wire) -> None:
    listen(phone, wire)
    phone.page.evaluate(COUNT_BEATS)
    opened = wire.opened_streams
    for count in (1, 2):
        pass_time(phone, 25)
        wire.beats += 1
        phone.page.wait_for_function("count => beats === count", arg=count)
    wire.change(question="Samaa linjaa?")
    expect(phone.title).to_have_text("Samaa linjaa?")
    assert wire.opened_streams == opened
    assert wire.states_asked == []


def test_a_stream_that_opens_and_brings_nothing_is_helped_by_asking_until_it_flows(phone: Phone, wire: Wire) -> None:
    wire.held = True
    phone.visit()
    eventually(lambda: wire.streams == 1)
    pass_time(phone, 5)
    assert wire.states_asked == []
    pass_time(phone, 2)
    eventually(lambda: wire.states_asked == [str(wire.rev)])
    wire.change(question="Kysymällä?")
    pass_time(phone, 5)
    expect(phone.title).to_have_text("Kysymällä?")
    expect(phone.note).to_have_count(0)
    wire.held = False
    wire.change(question="Virtaa taas?")
    expect(phone.title).to_have_text("Virtaa taas?")
    asked = len(wire.states_asked)
    pass_time(phone, 20)
    wire.change(question="Yhä virtaa?")
    expect(phone.title).to_have_text("Yhä virtaa?")
    assert len(wire.states_asked) == asked
    assert phone.streams() == 1


def test_answers_reach_the_server_while_the_stream_is_held(phone: Phone, wire: Wire) -> None:
    wire.held = True
    phone.visit().field(1).fill("sitkeä")
    phone.send.tap()
    expect(phone.saved).to_have_text(["sitkeä"])
    assert wire.words == ["sitkeä"]


def test_a_tab_hidden_for_30_seconds_holds_no_stream_and_asks_once_when_it_is_shown(phone: Phone, wire: Wire) -> None:
    listen(phone, wire)
    phone.page.evaluate(LOOK, "hidden")
    pass_time(phone, 25)
    assert phone.streams() == 1
    pass_time(phone, 6)
    assert phone.streams() == 0
    wire.change(question="Sillä välin?")
    pass_time(phone, 120)
    assert phone.streams() == 0
    assert wire.states_asked == []
    phone.page.evaluate(LOOK, "visible")
    expect(phone.title).to_have_text("Sillä välin?")
    assert phone.streams() == 1
    assert len(wire.states_asked) == 1


def test_a_glance_elsewhere_keeps_the_stream(phone: Phone, wire: Wire) -> None:
    listen(phone, wire)
    opened = wire.opened_streams
    phone.page.evaluate(LOOK, "hidden")
    pass_time(phone, 10)
    phone.page.evaluate(LOOK, "visible")
    pass_time(phone, 22)
    assert phone.streams() == 1
    assert wire.opened_streams == opened


def test_a_room_deleted_behind_a_held_stream_is_told_and_nothing_is_asked_any_more(phone: Phone, wire: Wire) -> None:
    wire.held = True
    phone.visit()
    eventually(lambda: wire.streams == 1)
    wire.deleted = True
    pass_time(phone, 7)
    expect(phone.title).to_have_text(DELETED)
    asked = len(wire.states_asked)
    pass_time(phone, 60)
    pass_time(phone, 60)
    assert phone.streams() == 0
    assert len(wire.states_asked) == asked
