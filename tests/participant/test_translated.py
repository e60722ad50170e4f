"""The browser's translator rewrites the page: it wraps every text in <font> and replaces its words."""

from playwright.sync_api import expect

from tests.participant.conftest import Phone
from tests.participant.fake_server import ROOM, FakeServer

# Leaves out what is marked as not to be translated, as the translators of Chrome, Edge and Safari do.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement.closest('[translate=no], script, template')) continue;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    text.replaceWith(outer);
    outer.append(inner);
    inner.append('X' + text.data);
  }
}"""


def translate(phone: Phone) -> None:
    phone.page.evaluate(TRANSLATE)


def test_own_words_codes_and_others_words_are_left_as_they_are(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.counts = {"n": 1, "words": [{"text": "ilo", "count": 3}]}
    fake_server.ask_words(results="shown")
    phone.visit().field(1).fill("ilo")
    phone.send.tap()
    expect(phone.receipt).to_have_text("Kiitos! Sanasi on mukana.")
    expect(phone.page.locator(".results li")).to_have_count(1)
    translate(phone)
    expect(phone.title).to_have_text("XMitä tulee mieleen?")
    expect(phone.saved).to_have_text(["ilo"])
    expect(phone.page.locator(".room b")).to_have_text(f"{ROOM[:3]}\u00a0{ROOM[3:]}")
    expect(phone.page.locator(".results [translate=no]")).to_have_text("ilo")
    expect(phone.receipt).to_have_text("XKiitos! Sanasi on mukana.")


def test_unsent_words_in_notices_are_left_as_they_are(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("kesken")
    fake_server.change(open=False)
    expect(phone.note).to_contain_text("Tätä ei ehditty lähettää: kesken.")
    translate(phone)
    expect(phone.note.locator("[translate=no]")).to_have_text("kesken")
    fake_server.ask_choice()
    expect(phone.note).to_contain_text("Kysymys vaihtui")
    translate(phone)
    expect(phone.note.locator("[translate=no]")).to_have_text("kesken")


def test_every_change_is_still_drawn(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words(closes_in_ms=60_000)
    phone.visit().field(1).fill("ilo")
    translate(phone)
    fake_server.change(question="Mitä nyt?")
    expect(phone.title).to_have_text("Mitä nyt?")
    translate(phone)
    fake_server.change(open=False, closes_in_ms=None)
    expect(phone.send).to_have_text("Vastaaminen on suljettu")
    expect(phone.page.locator(".timer")).to_be_hidden()
    translate(phone)
    fake_server.ask_form()
    expect(phone.page.locator(".steps .num")).to_have_text("1 / 3")
    phone.option("Soitan asiakkaalle 1").check()
    translate(phone)
    phone.send.tap()
    expect(phone.page.locator(".steps .num")).to_have_text("2 / 3")
    expect(phone.title).to_have_text("Mikä on paras palaveri?")
    translate(phone)
    fake_server.show(round=None, kind="words", question="", open=False, ended=True, links=[])
    expect(phone.title).to_have_text("Kiitos, että olit mukana!")


def test_an_unchanged_text_is_not_written_over_the_translation(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    translate(phone)
    fake_server.change(closes_in_ms=90_000)
    expect(phone.page.locator(".timer")).to_be_visible()
    expect(phone.title).to_have_text("XMitä tulee mieleen?")
    expect(phone.send).to_have_text("XLähetä")
