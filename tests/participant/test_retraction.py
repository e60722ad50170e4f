"""Own answers taken back on a phone, and put back for a while."""

import pytest
from playwright.sync_api import expect

from tests.conftest import eventually
from tests.participant.conftest import Phone
from tests.participant.fake_server import FakeServer


@pytest.fixture
def answered(phone: Phone, fake_server: FakeServer) -> Phone:
    """A phone that has sent two of three words."""
    fake_server.ask_words()
    phone.visit().field(1).fill("naapuriapu")
    phone.field(2).fill("kahvihetki")
    phone.send.tap()
    expect(phone.saved).to_have_text(["naapuriapu", "kahvihetki"])
    return phone


def press(phone: Phone, name: str) -> None:
    phone.page.get_by_role("button", name=name).tap()


def test_a_word_is_taken_back_at_once_and_its_field_is_free(answered: Phone, fake_server: FakeServer) -> None:
    press(answered, "Poista: naapuriapu")
    expect(answered.saved).to_have_text(["kahvihetki", "”naapuriapu” poistettu"])
    expect(answered.fields).to_have_count(2)
    expect(answered.page.get_by_role("button", name="Palauta: naapuriapu")).to_be_focused()
    eventually(lambda: fake_server.words == ["kahvihetki"])
    eventually(lambda: fake_server.retracted == [{"round": fake_server.state["round"], "words": ["naapuriapu"]}])


def test_it_is_put_back_by_one_press(answered: Phone, fake_server: FakeServer) -> None:
    press(answered, "Poista: naapuriapu")
    press(answered, "Palauta: naapuriapu")
    expect(answered.saved).to_have_text(["kahvihetki", "naapuriapu"])
    expect(answered.fields).to_have_count(1)
    eventually(lambda: fake_server.words == ["kahvihetki", "naapuriapu"])


def test_after_ten_seconds_it_is_gone(answered: Phone) -> None:
    answered.page.clock.install()
    press(answered, "Poista: naapuriapu")
    expect(answered.saved).to_have_text(["kahvihetki", "”naapuriapu” poistettu"])
    answered.page.clock.run_for(10_100)
    expect(answered.saved).to_have_text(["kahvihetki"])


def test_the_only_word_can_be_taken_back_and_put_back(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words(max_answers=1)
    phone.visit().fields.first.fill("naapuriapu")
    phone.send.tap()
    press(phone, "Poista: naapuriapu")
    expect(phone.fields).to_have_count(1)
    press(phone, "Palauta: naapuriapu")
    expect(phone.saved).to_have_text(["naapuriapu"])


def test_what_could_not_be_taken_back_stays_and_is_told(answered: Phone, fake_server: FakeServer) -> None:
    fake_server.failing = 503
    press(answered, "Poista: naapuriapu")
    expect(answered.status).to_contain_text("Poisto ei onnistunut.")
    expect(answered.saved).to_have_text(["kahvihetki", "naapuriapu"])
    fake_server.failing = None


def test_a_closed_question_has_nothing_to_press(answered: Phone, fake_server: FakeServer) -> None:
    fake_server.change(open=False)
    expect(answered.page.get_by_role("button", name="Poista: naapuriapu")).to_have_count(0)
    expect(answered.saved).to_have_text(["naapuriapu", "kahvihetki"])


def test_an_open_answer_is_taken_back_too(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_text()
    phone.visit().page.locator("textarea").fill("Yhteinen sauna")
    phone.send.tap()
    press(phone, "Poista: Yhteinen sauna")
    expect(phone.saved).to_have_text(["”Yhteinen sauna” poistettu"])
    eventually(lambda: fake_server.retracted == [{"round": fake_server.state["round"], "texts": ["Yhteinen sauna"]}])
