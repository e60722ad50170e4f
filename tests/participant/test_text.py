"""Open answers on a phone: fields that are added, line breaks, counting, drafts, and sending once."""

import pytest
from playwright.sync_api import expect

from tests.participant.conftest import Phone
from tests.participant.fake_server import FakeServer

TWO_LINES = "Joku, joka soittaa takaisin.\nAina sama ihminen."


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        (TWO_LINES, "47/280"),
        ("  a \n\n\n\n b\n", "4/280"),
        ("a\u0308\u200b👍🏻", "3/280"),
        ("a" * 281, "1 merkki liikaa"),
    ],
)
def test_the_counter_counts_as_the_server_does(phone: Phone, fake_server: FakeServer, typed: str, counted: str) -> None:
    fake_server.ask_text()
    phone.visit().fields.first.fill(typed)
    expect(phone.page.locator(".count").first).to_have_text(counted)


def test_a_field_is_added_while_answers_are_left_and_what_is_in_them_is_sent_with_its_line_breaks(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_text(max_answers=2)
    phone.visit()
    expect(phone.page.get_by_text("Ohjaaja lukee vastaukset")).to_be_visible()
    phone.fields.first.fill("Yhteinen sauna")
    phone.page.get_by_role("button", name="Lisää vastaus").tap()
    expect(phone.fields.nth(1)).to_be_focused()
    expect(phone.page.locator(".add")).to_be_hidden()
    low = phone.fields.nth(1).evaluate("field => field.offsetHeight")
    for line in (*TWO_LINES.split("\n"), "ja", "vielä"):
        phone.page.keyboard.type(line)
        phone.page.keyboard.press("Enter")
    assert phone.fields.nth(1).evaluate("field => field.offsetHeight") > low
    expect(phone.send).to_have_text("Lähetä 2 vastausta")
    phone.page.keyboard.press("Control+Enter")
    expect(phone.saved).to_have_count(2)
    expect(phone.receipt).to_have_text("Kiitos! Vastauksesi ovat tallessa.")
    expect(phone.page.locator("form")).to_be_hidden()
    assert fake_server.posts[-1]["texts"] == ["Yhteinen sauna", f"{TWO_LINES}\nja\nvielä"]


def test_without_approval_nothing_is_said_of_it(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_text(approval=False, max_answers=1)
    phone.visit()
    expect(phone.page.get_by_role("textbox", name="Vastauksesi")).to_be_visible()
    expect(phone.page.get_by_text("Ohjaaja lukee vastaukset")).to_have_count(0)
    expect(phone.page.locator(".add")).to_be_hidden()


def test_a_draft_with_its_line_breaks_outlives_a_reload(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_text()
    phone.visit().fields.first.fill("Sauna")
    phone.page.locator(".add").tap()
    phone.fields.nth(1).fill(TWO_LINES)
    phone.page.reload()
    expect(phone.fields.nth(1)).to_have_value(TWO_LINES)
    expect(phone.fields).to_have_count(2)


def test_an_answer_whose_receipt_is_lost_is_sent_again_and_stored_once(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_text()
    fake_server.losing_receipts = 1
    phone.visit().fields.first.fill(TWO_LINES)
    phone.send.tap()
    expect(phone.saved).to_have_text([TWO_LINES])
    assert [post["texts"] for post in fake_server.posts] == [[TWO_LINES]] * 2
    assert fake_server.words == [TWO_LINES]


def test_an_answer_typed_while_another_is_on_its_way_is_not_lost(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_text()
    fake_server.delay = 0.8
    phone.visit().fields.first.fill("Sauna")
    phone.page.locator(".add").tap()
    phone.send.tap()
    phone.fields.nth(1).fill("Kahvi")
    expect(phone.saved).to_have_text(["Sauna"])
    expect(phone.fields.first).to_have_value("Kahvi")
    phone.send.tap()
    expect(phone.saved).to_have_text(["Sauna", "Kahvi"])


def test_a_refused_answer_stays_in_its_field(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_text(max_chars=20)
    phone.visit().fields.first.fill("a" * 21)
    phone.send.tap()
    expect(phone.status).to_contain_text("Lyhennä vastausta")
    expect(phone.fields.first).to_have_attribute("aria-invalid", "true")
    assert fake_server.posts == []
