"""Dots on the phone: placed by + and −, those that are left drawn, sent whole, changed and kept."""

import pytest
from playwright.sync_api import Locator, expect

from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import PLANS, FakeServer

HALL, RIDES, CAFE = "Kylätalo auki joka päivä", "Kyytirinki ja kimppakyydit", "Yhteinen kyläkahvila"


def plus(phone: Phone, label: str) -> Locator:
    return phone.page.get_by_role("button", name=f"Lisää piste: {label}")


def minus(phone: Phone, label: str) -> Locator:
    return phone.page.get_by_role("button", name=f"Ota piste pois: {label}")


def counts(phone: Phone) -> Locator:
    return phone.page.locator(".dots b")


def test_dots_are_put_on_and_taken_off_and_those_left_are_drawn(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_dots()
    phone.visit()
    for label in (HALL, HALL, CAFE):
        plus(phone, label).tap()
    expect(counts(phone)).to_have_text(["2", "0", "1", "0"])
    purse = phone.page.locator(".purse")
    expect(purse).to_contain_text("2 pistettä jäljellä")
    expect(purse.locator("i")).to_have_count(5)
    expect(purse.locator("i.full")).to_have_count(2)
    expect(phone.page.locator(".dots li").first.locator("i.full")).to_have_count(2)
    expect(phone.page.locator(".announcement")).to_have_text(f"{CAFE}: 1 piste, jäljellä 2.")
    minus(phone, HALL).tap()
    expect(counts(phone)).to_have_text(["1", "0", "1", "0"])
    expect(minus(phone, RIDES)).to_have_attribute("aria-disabled", "true")
    minus(phone, RIDES).tap(force=True)
    expect(counts(phone)).to_have_text(["1", "0", "1", "0"])


def test_no_more_dots_than_there_are_and_the_reason_is_told(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_dots(max_per_option=2, dots=3)
    phone.visit()
    expect(phone.page.get_by_text("Samalle vaihtoehdolle voi panna enintään 2.")).to_be_visible()
    for _ in range(2):
        plus(phone, HALL).tap()
    plus(phone, HALL).tap(force=True)
    expect(phone.status).to_have_text("Samalle vaihtoehdolle voi panna enintään 2.")
    plus(phone, RIDES).tap()
    plus(phone, CAFE).tap(force=True)
    expect(phone.status).to_have_text("Kaikki pisteesi on jaettu. Ota ensin piste pois jostakin.")
    expect(counts(phone)).to_have_text(["2", "1", "0", "0"])


def test_placing_is_asked_for_and_a_saved_answer_is_shown_and_can_be_changed(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_dots()
    phone.visit()
    phone.send.tap()
    expect(phone.status).to_have_text("Pane ensin ainakin yksi piste.")
    for label in (CAFE, HALL, CAFE):
        plus(phone, label).tap()
    phone.send.tap()
    expect(phone.saved).to_have_text([f"{HALL}: 1", f"{CAFE}: 2"])
    assert fake_server.posts == [{"round": fake_server.state["round"], "dots": {"cafe": 2, "hall": 1}}]
    phone.page.reload()
    expect(phone.saved).to_have_text([f"{HALL}: 1", f"{CAFE}: 2"])
    phone.page.get_by_role("button", name="Muuta vastaustasi").tap()
    expect(counts(phone)).to_have_text(["1", "0", "2", "0"])
    minus(phone, HALL).tap()
    phone.send.tap()
    expect(phone.saved).to_have_text([f"{CAFE}: 2"])
    assert fake_server.words == ["cafe=2"]


def test_unsent_dots_survive_reload_and_are_told_when_the_question_changes(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_dots()
    phone.visit()
    plus(phone, RIDES).tap()
    phone.page.reload()
    expect(counts(phone)).to_have_text(["0", "1", "0", "0"])
    fake_server.ask_words()
    expect(phone.note).to_contain_text(f"{RIDES}: 1")
    fake_server.ask_dots()
    expect(counts(phone)).to_have_text(["0", "0", "0", "0"])


def test_dots_placed_offline_are_sent_once_when_the_network_is_back(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_dots()
    phone.visit()
    plus(phone, RIDES).tap()
    phone.context.set_offline(True)
    phone.send.tap()
    expect(phone.send).to_have_text("Odottaa yhteyttä")
    plus(phone, HALL).tap(force=True)
    expect(counts(phone)).to_have_text(["0", "1", "0", "0"])
    phone.context.set_offline(False)
    expect(phone.saved).to_have_text([f"{RIDES}: 1"])
    assert fake_server.words == ["rides=1"]


def test_a_lost_receipt_counts_the_dots_once(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_dots()
    fake_server.losing_receipts = 1
    phone.visit()
    plus(phone, RIDES).tap()
    phone.send.tap()
    expect(phone.saved).to_have_text([f"{RIDES}: 1"])
    assert (len(fake_server.posts), fake_server.words) == (2, ["rides=1"])


def test_a_closed_question_takes_no_dots(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_dots()
    phone.visit()
    plus(phone, RIDES).tap()
    fake_server.change(open=False)
    expect(phone.note).to_contain_text(f"Tätä ei ehditty lähettää: {RIDES}: 1.")
    plus(phone, HALL).tap(force=True)
    expect(counts(phone)).to_have_text(["0", "1", "0", "0"])
    assert fake_server.posts == []


def test_results_have_dots_and_people_and_ones_own_is_marked(phone: Phone, fake_server: FakeServer) -> None:
    rows = zip(PLANS, (34, 1, 0, 15), (19, 1, 0, 11), strict=True)
    fake_server.counts = {"n": 24, "dots": [{**option, "dots": n, "people": people} for option, n, people in rows]}
    fake_server.ask_dots(results="shown")
    phone.visit()
    plus(phone, HALL).tap()
    phone.send.tap()
    results = phone.page.locator(".results")
    expect(results.locator("li").first).to_have_text(f"{HALL} · sinä34 pistettä19 vastaajaa.")
    expect(results.locator("b")).to_have_text(["34 pistettä", "1 piste", "0 pistettä", "15 pistettä"])


def test_dots_by_keyboard_alone(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_dots()
    phone.visit()
    plus(phone, HALL).focus()
    for _ in range(2):
        phone.page.keyboard.press("Enter")
    phone.page.keyboard.press("Space")
    expect(counts(phone)).to_have_text(["3", "0", "0", "0"])
    expect(plus(phone, HALL)).to_be_focused()
    phone.send.focus()
    phone.page.keyboard.press("Enter")
    expect(phone.saved).to_have_text([f"{HALL}: 3"])


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_own_answer_keeps_its_dots_in_another_language(
    new_phone: NewPhone, fake_server: FakeServer, lang: str
) -> None:
    fake_server.ask_dots()
    phone = new_phone().visit()
    plus(phone, HALL).tap()
    phone.send.tap()
    expect(phone.saved).to_have_count(1)
    fake_server.lang = lang
    phone.visit(f"?kieli={lang}")
    expect(phone.saved).to_have_text([f"{HALL}: 1"])
