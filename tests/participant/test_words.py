"""Words on a phone: fields, counting, sending, drafts."""

import re

import pytest
from playwright.sync_api import expect

from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import FakeServer

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("yhdessä tekeminen", "17/40"),
        ("a\u0308iti", "4/40"),
        (FAMILY, "7/40"),
        ("👍🏻", "2/40"),
        ("  väliä   paljon ", "12/40"),
        ("\u200bsisu\u202e", "4/40"),
        ("\u200b", "0/40"),
    ],
)
def test_the_counter_counts_visible_code_points(
    phone: Phone, fake_server: FakeServer, typed: str, counted: str
) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill(typed)
    expect(phone.page.locator(".count").first).to_have_text(counted)


def test_typing_goes_on_while_an_answer_is_under_way(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    fake_server.delay = 0.8
    phone.visit().field(1).fill("yhteistyö")
    phone.send.tap()
    phone.field(2).focus()
    expect(phone.page.locator(".count").first).to_have_text("Lähetetään…")
    expect(phone.status).to_have_text("Lähetetään…")
    phone.page.keyboard.type("ilo")
    expect(phone.saved).to_have_text(["yhteistyö"])
    expect(phone.receipt).to_have_text("Kiitos! Sanasi on mukana.")
    expect(phone.field(2)).to_have_value("ilo")
    expect(phone.field(2)).to_be_focused()
    assert fake_server.words == ["yhteistyö"]


def test_as_many_fields_as_answers_are_left(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    expect(phone.fields).to_have_count(3)
    phone.field(1).fill("yksi")
    phone.field(2).fill("kaksi")
    phone.send.tap()
    expect(phone.saved).to_have_text(["yksi", "kaksi"])
    expect(phone.page.locator(".moment")).to_contain_text("Voit lähettää vielä yhden.")
    expect(phone.fields).to_have_count(1)
    expect(phone.send).to_have_text("Lähetä vielä yksi")
    phone.field(3).fill("kolme")
    phone.send.tap()
    expect(phone.saved).to_have_count(3)
    expect(phone.page.locator("form")).to_be_hidden()
    assert "H1" in phone.focused()
    assert len(fake_server.posts) == 2


def test_one_answer_only_has_no_number(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words(max_answers=1)
    phone.visit().page.get_by_label("Sana tai ilmaus", exact=True).fill("sisu")
    phone.send.tap()
    expect(phone.saved).to_have_text(["sisu"])


def test_double_tap_is_one_answer(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    fake_server.delay = 0.3
    phone.visit().field(1).fill("ilo")
    for _ in range(5):
        phone.send.dispatch_event("click")
    expect(phone.saved).to_have_text(["ilo"])
    assert fake_server.words == ["ilo"]
    assert len(fake_server.posts) == 1


def test_a_long_answer_is_told_and_neither_cut_nor_sent(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("x" * 42)
    expect(phone.page.locator(".count").first).to_have_text("2 merkkiä liikaa")
    expect(phone.field(1)).to_have_attribute("aria-invalid", "true")
    phone.send.tap()
    expect(phone.status).to_have_text("Lyhennä vastausta 2 merkillä ja lähetä se sitten.")
    expect(phone.field(1)).to_have_value("x" * 42)
    assert fake_server.posts == []


@pytest.mark.parametrize("typed", ["", "   ", "\u200b", "\u00a0"])
def test_nothing_visible_is_not_sent(phone: Phone, fake_server: FakeServer, typed: str) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill(typed)
    phone.send.tap()
    expect(phone.status).to_have_text("Kirjoita ensin sana tai ilmaus.")
    expect(phone.field(1)).to_be_focused()
    assert fake_server.posts == []


def test_the_same_word_again_is_told_and_leaves_the_field(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ilo")
    phone.send.tap()
    expect(phone.saved).to_have_text(["ilo"])
    phone.field(2).fill("ILO!")
    phone.send.tap()
    expect(phone.status).to_contain_text("oli jo tallessa")
    expect(phone.saved).to_have_text(["ilo"])
    expect(phone.fields).to_have_count(2)


def test_reload_shows_own_answers_and_the_draft(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ensin")
    phone.send.tap()
    expect(phone.saved).to_have_text(["ensin"])
    phone.field(2).fill("kesken")
    phone.page.reload()
    expect(phone.saved).to_have_text(["ensin"])
    expect(phone.field(2)).to_have_value("kesken")


def test_own_answers_come_from_the_server_when_the_phone_remembers_nothing(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ensin")
    phone.send.tap()
    expect(phone.saved).to_have_text(["ensin"])
    phone.page.evaluate("localStorage.clear()")
    phone.page.reload()
    expect(phone.saved).to_have_text(["ensin"])
    expect(phone.fields).to_have_count(2)


def test_answers_given_elsewhere_never_push_out_typed_words(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("oma sana")
    phone.field(2).fill("toinen")
    person = phone.context.cookies()[0]["value"]
    now = fake_server.state["round"]
    fake_server.stored += [(person, now, "muualla"), (person, now, "siellä")]
    fake_server.failing = 503
    expect(phone.page.locator(".note")).to_contain_text("Ei verkkoyhteyttä")
    fake_server.failing = None
    expect(phone.saved).to_have_text(["muualla", "siellä"])
    expect(phone.fields).to_have_count(1)
    expect(phone.fields).to_have_value("oma sana")
    expect(phone.note).to_contain_text("toinen")


def test_an_update_leaves_typing_and_focus_alone(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(2).press_sequentially("kesken olev")
    for number in range(5):
        fake_server.change(question=f"Mitä tulee mieleen? {number}")
    expect(phone.title).to_have_text("Mitä tulee mieleen? 4")
    phone.page.keyboard.type("a")
    expect(phone.field(2)).to_have_value("kesken oleva")
    expect(phone.field(2)).to_be_focused()


def test_the_field_being_typed_in_stays_where_it_was_on_the_screen(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    fake_server.delay = 0.5
    phone.visit().field(1).fill("ensin")
    phone.send.tap()
    phone.field(2).press_sequentially("toinen")
    before = phone.page.evaluate("document.activeElement.getBoundingClientRect().top")
    expect(phone.saved).to_have_text(["ensin"])
    after = phone.page.evaluate("document.activeElement.getBoundingClientRect().top")
    room = phone.page.evaluate("document.documentElement.scrollHeight - innerHeight - scrollY")
    assert abs(after - before) < 2 or room <= 1


HOSTILE = ["<b onclick=x>", "'=1+1'", "*hei*", "$x$", "<img src=x onerror=1>", "&amp;", "`${x}`"]


@pytest.mark.parametrize("word", HOSTILE)
def test_words_are_shown_as_typed(phone: Phone, fake_server: FakeServer, word: str) -> None:
    fake_server.ask_words(question=word)
    phone.visit().field(1).fill(word)
    phone.send.tap()
    expect(phone.saved).to_have_text([word])
    phone.page.reload()
    expect(phone.saved).to_have_text([word])
    expect(phone.title).to_have_text(word)
    assert phone.page.locator(".participant img:not(.face), .participant b[onclick]").count() == 0


def test_a_refusal_is_told_and_the_words_stay(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words(max_chars=40)
    phone.visit().field(1).fill("pitkä sana")
    fake_server.state = {**fake_server.state, "max_chars": 4}
    phone.send.tap()
    expect(phone.status).to_have_text("Vastauksessa on liikaa merkkejä.")
    expect(phone.status).to_have_class(re.compile("fault"))
    expect(phone.field(1)).to_have_value("pitkä sana")
    expect(phone.field(1)).to_be_editable()


def test_the_propeller_turns_only_when_something_was_just_saved(new_phone: NewPhone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone = new_phone(reduced_motion="no-preference").visit()
    phone.field(1).fill("ilo")
    phone.send.tap()
    expect(phone.page.locator(".spin.turning")).to_be_visible()
    phone.page.reload()
    expect(phone.saved).to_have_text(["ilo"])
    assert phone.page.locator(".spin.turning").count() == 0
