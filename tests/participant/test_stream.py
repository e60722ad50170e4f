"""Supervision of the event stream: silent streams, buffering proxies, hidden tabs, a deleted room."""

import pytest
from playwright.sync_api import expect

from tests.conftest import eventually
from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import FakeServer

DELETED = "Tämä työpaja on poistettu"
LOOK = """state => {
  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""
COUNT_BEATS = "window.beats = 0; [...openStreams][0].addEventListener('beat', () => { beats += 1; })"


@pytest.fixture
def phone(new_phone: NewPhone, fake_server: FakeServer) -> Phone:
    """A phone on a question, whose clock the test moves."""
    fake_server.ask_words("Ensimmäinen?")
    phone = new_phone()
    phone.page.clock.install()
    return phone


def listen(phone: Phone, fake_server: FakeServer) -> None:
    """Opens the page and waits until its stream has brought the state."""
    with phone.page.expect_response("**/me*"):
        phone.visit()
    eventually(lambda: fake_server.sent_states)


def pass_time(phone: Phone, seconds: int) -> None:
    phone.page.clock.fast_forward(seconds * 1000)


def test_a_line_that_has_been_silent_for_35_seconds_is_opened_anew(phone: Phone, fake_server: FakeServer) -> None:
    listen(phone, fake_server)
    fake_server.silence_streams()
    fake_server.change(question="Toinen?")
    pass_time(phone, 30)
    expect(phone.title).to_have_text("Ensimmäinen?")
    pass_time(phone, 6)
    expect(phone.title).to_have_text("Toinen?")
    assert phone.streams() == 1


def test_a_heartbeat_keeps_the_line(phone: Phone, fake_server: FakeServer) -> None:
    listen(phone, fake_server)
    phone.page.evaluate(COUNT_BEATS)
    opened = fake_server.opened_streams
    for count in (1, 2):
        pass_time(phone, 25)
        fake_server.beats += 1
        phone.page.wait_for_function("count => beats === count", arg=count)
    fake_server.change(question="Samaa linjaa?")
    expect(phone.title).to_have_text("Samaa linjaa?")
    assert fake_server.opened_streams == opened
    assert fake_server.state_requests == []


def test_a_stream_that_opens_and_brings_nothing_is_helped_by_asking_until_it_flows(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.holds_streams = True
    phone.visit()
    eventually(lambda: fake_server.streams == 1)
    pass_time(phone, 5)
    assert fake_server.state_requests == []
    pass_time(phone, 2)
    eventually(lambda: fake_server.state_requests == [str(fake_server.rev)])
    fake_server.change(question="Kysymällä?")
    pass_time(phone, 5)
    expect(phone.title).to_have_text("Kysymällä?")
    expect(phone.note).to_have_count(0)
    fake_server.holds_streams = False
    fake_server.change(question="Virtaa taas?")
    expect(phone.title).to_have_text("Virtaa taas?")
    asked_before = len(fake_server.state_requests)
    pass_time(phone, 20)
    fake_server.change(question="Yhä virtaa?")
    expect(phone.title).to_have_text("Yhä virtaa?")
    assert len(fake_server.state_requests) == asked_before
    assert phone.streams() == 1


def test_answers_reach_the_server_while_the_stream_is_held(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.holds_streams = True
    phone.visit().field(1).fill("sitkeä")
    phone.send.tap()
    expect(phone.saved).to_have_text(["sitkeä"])
    assert fake_server.words == ["sitkeä"]


def test_a_tab_hidden_for_30_seconds_holds_no_stream_and_asks_once_when_it_is_shown(
    phone: Phone, fake_server: FakeServer
) -> None:
    listen(phone, fake_server)
    phone.page.evaluate(LOOK, "hidden")
    pass_time(phone, 25)
    assert phone.streams() == 1
    pass_time(phone, 6)
    assert phone.streams() == 0
    fake_server.change(question="Sillä välin?")
    pass_time(phone, 120)
    assert phone.streams() == 0
    assert fake_server.state_requests == []
    phone.page.evaluate(LOOK, "visible")
    expect(phone.title).to_have_text("Sillä välin?")
    assert phone.streams() == 1
    assert len(fake_server.state_requests) == 1


def test_a_glance_elsewhere_keeps_the_stream(phone: Phone, fake_server: FakeServer) -> None:
    listen(phone, fake_server)
    opened = fake_server.opened_streams
    phone.page.evaluate(LOOK, "hidden")
    pass_time(phone, 10)
    phone.page.evaluate(LOOK, "visible")
    pass_time(phone, 22)
    assert phone.streams() == 1
    assert fake_server.opened_streams == opened


def test_a_room_deleted_behind_a_held_stream_is_told_and_nothing_is_asked_any_more(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.holds_streams = True
    phone.visit()
    eventually(lambda: fake_server.streams == 1)
    fake_server.deleted = True
    pass_time(phone, 7)
    expect(phone.title).to_have_text(DELETED)
    asked_before = len(fake_server.state_requests)
    pass_time(phone, 60)
    pass_time(phone, 60)
    assert phone.streams() == 0
    assert len(fake_server.state_requests) == asked_before
