"""A list typed into one field: the phone asks whether its words are sent one by one."""

import pytest
from playwright.sync_api import expect

from tests.participant.conftest import Phone
from tests.participant.fake_server import FakeServer

LIST = "yhteistyö, osallisuus; luottamus"
WORDS = ["yhteistyö", "osallisuus", "luottamus"]


def test_a_list_is_sent_as_so_many_words(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill(LIST)
    phone.send.tap()
    dialog = phone.page.get_by_role("group", name="Kolme sanaa?")
    expect(dialog.locator("li")).to_have_text(WORDS)
    assert fake_server.posts == []
    yes = dialog.get_by_role("button", name="Kyllä, lähetä 3")
    expect(yes).to_be_focused()
    yes.tap()
    expect(phone.saved).to_have_text(WORDS)
    expect(dialog).to_be_hidden()
    assert len(fake_server.posts) == 1


def test_a_name_with_a_comma_stays_whole_when_it_is_said_to_be_one(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("Turku, Åbo")
    phone.send.tap()
    dialog = phone.page.get_by_role("group", name="Kaksi sanaa?")
    dialog.get_by_role("button", name="Ei, tämä on yksi vastaus").tap()
    expect(phone.saved).to_have_text(["Turku, Åbo"])
    assert fake_server.words == ["Turku, Åbo"]


@pytest.mark.parametrize("typed", ["1,5", "yksi, kaksi, kolme, neljä", "hyvä,", ", sisu"])
def test_nothing_is_asked_of_a_number_of_one_word_or_of_more_than_may_be_sent(
    phone: Phone, fake_server: FakeServer, typed: str
) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill(typed)
    phone.send.tap()
    expect(phone.saved).to_have_count(1)
    assert fake_server.words == [typed]


def test_other_fields_take_up_their_share_of_the_limit(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ilo")
    phone.field(2).fill("sisu, rohkeus")
    phone.send.tap()
    phone.page.get_by_role("group", name="Kaksi sanaa?").get_by_role("button", name="Kyllä").tap()
    expect(phone.saved).to_have_text(["ilo", "sisu", "rohkeus"])
