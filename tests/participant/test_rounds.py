"""A question closes, reopens, changes or times out while somebody is typing."""

import re

from playwright.sync_api import expect

from tests.conftest import eventually
from tests.participant.conftest import Phone
from tests.participant.fake_server import FakeServer


def test_waiting_says_so_and_the_question_comes_by_itself(phone: Phone, fake_server: FakeServer) -> None:
    phone.visit()
    expect(phone.title).to_have_text("Odota hetki, kysymys tulee pian")
    expect(phone.page.locator(".participant h1 + .help")).to_have_text(
        "Pidä tämä sivu auki, niin kysymys tulee tähän itsestään."
    )
    expect(phone.send).to_be_hidden()
    fake_server.ask_words("Mitä kuuluu?", help="Yksi sana riittää.")
    expect(phone.title).to_have_text("Mitä kuuluu?")
    expect(phone.page.locator(".participant h1 + .help")).to_have_text("Yksi sana riittää.")
    expect(phone.page.locator(".announcement")).to_have_text("Uusi kysymys: Mitä kuuluu?")
    expect(phone.note).to_have_count(0)


def test_closed_while_typing_is_told_with_the_unsent_words_and_focus_stays(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("kesken")
    fake_server.change(open=False)
    expect(phone.note).to_contain_text("Tähän ei voi enää vastata")
    expect(phone.note).to_contain_text("Tätä ei ehditty lähettää: kesken.")
    expect(phone.field(1)).to_have_value("kesken")
    expect(phone.field(1)).to_be_focused()
    phone.field(1).press("Enter")
    phone.send.dispatch_event("click")
    expect(phone.status).to_have_text("Vastaaminen on suljettu")
    assert fake_server.posts == []
    fake_server.change(open=True)
    expect(phone.note).to_have_count(0)
    expect(phone.field(1)).to_be_editable()
    expect(phone.field(1)).to_have_value("kesken")
    expect(phone.fields).to_have_count(3)


def test_closed_shows_own_answers(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("osallisuus")
    phone.send.tap()
    expect(phone.saved).to_have_text(["osallisuus"])
    fake_server.change(open=False)
    expect(phone.page.locator(".moment h2")).to_have_text("Sinun vastauksesi")
    expect(phone.page.locator("form")).to_be_hidden()
    phone.page.reload()
    expect(phone.saved).to_have_text(["osallisuus"])
    expect(phone.note).to_contain_text("Seuraava kysymys tulee tähän itsestään")


def test_closed_between_typing_and_sending_is_told_by_the_server(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("myöhässä")
    eventually(lambda: fake_server.sent_states > 0)  # else the phone itself knows that the question is closed
    fake_server.state = {**fake_server.state, "open": False}
    phone.send.tap()
    expect(phone.status).to_have_text("Vastaaminen on suljettu. Odota seuraavaa kysymystä.")
    expect(phone.field(1)).to_have_value("myöhässä")


def test_a_changed_question_is_told_and_unsent_words_are_kept_in_sight(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("vanha sana")
    fake_server.ask_words("Mitä viet kotiin?")
    expect(phone.title).to_have_text("Mitä viet kotiin?")
    expect(phone.note).to_contain_text("Kysymys vaihtui. Tätä ei ehditty lähettää")
    expect(phone.note).to_contain_text("vanha sana")
    expect(phone.field(1)).to_have_value("")
    expect(phone.title).to_be_focused()
    phone.field(1).fill("uusi")
    phone.send.tap()
    expect(phone.saved).to_have_text(["uusi"])
    assert fake_server.words == ["uusi"]


def test_a_question_that_changed_during_a_reload_keeps_unsent_words_in_sight(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("vanha sana")
    phone.page.goto(f"{fake_server.address}/elsewhere")
    fake_server.ask_words("Mitä viet kotiin?")
    phone.visit()
    expect(phone.note).to_contain_text("vanha sana")


def test_words_that_arrive_too_late_for_their_question_are_told(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    fake_server.delay = 0.6
    phone.visit().field(1).fill("matkalla")
    phone.send.tap()
    fake_server.ask_words("Mitä viet kotiin?")
    expect(phone.title).to_have_text("Mitä viet kotiin?")
    expect(phone.note.filter(has_text="matkalla")).to_have_count(1)
    assert fake_server.words == []


def test_a_changed_question_without_unsent_words_is_shown_from_its_heading(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_words()
    phone.visit()
    fake_server.ask_choice()
    expect(phone.page.get_by_role("heading", level=1)).to_be_focused()
    expect(phone.note).to_have_count(0)
    phone.option("Verkotan ja levitän").check()


def test_the_countdown_runs_here_and_is_told_at_30_and_10_seconds(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words(closes_in_ms=30_700)
    phone.visit()
    timer, announcement = phone.page.locator(".timer"), phone.page.locator(".announcement")
    expect(timer).to_have_text(re.compile(r"^Aikaa 0:(31|30)$"))
    expect(announcement).to_have_text("Aikaa on 30 sekuntia.")
    fake_server.change(closes_in_ms=10_700)
    expect(announcement).to_have_text("Aikaa on 10 sekuntia.")
    expect(timer).to_have_class(re.compile("soon"))
    fake_server.change(closes_in_ms=90_000)
    expect(timer).to_have_text(re.compile(r"^Aikaa 1:(30|29)$"))
    fake_server.change(closes_in_ms=400)
    expect(timer).to_have_text("Aika päättyi")
    fake_server.change(open=False, closes_in_ms=None)
    expect(timer).to_be_hidden()


def test_the_countdown_goes_on_when_the_devices_clock_is_set(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words(closes_in_ms=120_000)
    timer = phone.visit().page.locator(".timer")
    expect(timer).to_have_text(re.compile(r"^Aikaa 1:[345]\d|Aikaa 2:00$"))
    before = timer.inner_text()
    phone.page.evaluate("(() => { const real = Date.now; Date.now = () => real() + 300_000 })()")
    expect(timer).not_to_have_text(before)
    expect(timer).to_have_text(re.compile(r"^Aikaa 1:\d\d$"))


def test_a_link_is_one_large_link(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask("link", "Tutustu esimerkkeihin", href="/elsewhere")
    phone.visit()
    link = phone.page.get_by_role("link", name="Avaa sivu")
    expect(link).to_have_attribute("href", f"{fake_server.address}/elsewhere")
    expect(phone.send).to_be_hidden()


def test_a_link_that_runs_script_is_not_drawn(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask("link", "Tutustu", href="javascript:alert(1)")
    phone.visit()
    assert phone.page.locator("main .btn:visible").count() == 0
