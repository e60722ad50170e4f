"""Reading pages: the examples and the closing in the place of the question, until their reader goes on."""

import gzip
import re

import pytest
from playwright.sync_api import Locator, expect

from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import ROOM, FakeServer, reading_module
from tests.participant.test_pages import SIZES, SMALL
from workshop.content.texts import LANGUAGES

BUDGET = 60_000
NEW_QUESTION = "Uusi kysymys – vastaa"
EXAMPLES = "Esimerkkejä eri puolilta Suomea"


def heading(phone: Phone) -> Locator:
    return phone.page.locator(".reading h1")


def onward(phone: Phone) -> Locator:
    return phone.page.locator(".onward button")


def reads(phone: Phone, title: str = EXAMPLES) -> None:
    expect(heading(phone)).to_have_text(title)
    expect(heading(phone)).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_module_stays_within_its_budget(lang: str) -> None:
    assert len(reading_module(lang)) <= BUDGET
    assert len(gzip.decompress(reading_module(lang))) > len(reading_module(lang))


def test_nothing_of_it_is_fetched_before_it_is_opened(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    expect(phone.fields).to_have_count(3)
    fake_server.ask_choice()
    expect(phone.option("Verkotan ja levitän")).to_be_visible()
    assert fake_server.module_requests == []
    fake_server.lead()
    reads(phone)
    assert len(fake_server.module_requests) == 1


def test_a_phone_that_saves_data_fetches_it_only_when_its_owner_asks(
    new_phone: NewPhone, fake_server: FakeServer
) -> None:
    phone = new_phone()
    phone.context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    fake_server.lead()
    phone.visit()
    follow = phone.page.get_by_role("link", name="Avaa sivu")
    expect(follow).to_be_visible()
    assert fake_server.module_requests == []
    follow.tap()
    reads(phone)


def test_the_next_question_is_told_once_and_one_press_leads_to_it(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    fake_server.lead()
    reads(phone)
    expect(heading(phone)).to_be_focused()
    expect(onward(phone)).to_be_hidden()
    fake_server.ask_words("Mitä jäi mieleen?")
    expect(onward(phone)).to_have_text(NEW_QUESTION)
    spoken = phone.page.locator("[role=status]").filter(visible=True, has_text="Mitä jäi mieleen?")
    expect(spoken).to_have_count(1)
    expect(phone.page.locator("#question")).to_be_hidden()
    fake_server.change(help="Yksi sana riittää.")
    expect(spoken).to_have_count(1)
    onward(phone).tap()
    expect(phone.page.locator("#question")).to_be_focused()
    expect(phone.page.locator("#question")).to_have_text("Mitä jäi mieleen?")
    expect(heading(phone)).to_be_hidden()
    phone.field(1).fill("kartta")
    phone.send.tap()
    expect(phone.saved).to_have_text(["kartta"])
    assert "#" not in phone.page.url
    assert phone.streams() == 1


def test_a_question_that_has_closed_meanwhile_is_not_called_new(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.lead()
    phone.visit()
    reads(phone)
    fake_server.ask_words()
    expect(onward(phone)).to_have_text(NEW_QUESTION)
    fake_server.change(open=False)
    expect(onward(phone)).to_have_text("Takaisin kysymykseen")


def test_the_back_button_leads_to_the_question_and_forward_to_the_page(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    fake_server.lead()
    reads(phone)
    assert phone.page.url.endswith("#esimerkit")
    fake_server.ask_words("Mitä jäi mieleen?")
    expect(onward(phone)).to_be_visible()
    phone.page.go_back()
    expect(phone.page.locator("#question")).to_be_focused()
    expect(phone.fields).to_have_count(3)
    phone.page.go_forward()
    reads(phone)
    expect(onward(phone)).to_have_text(NEW_QUESTION)


def test_a_reload_stays_at_the_page_and_at_the_chosen_example(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    fake_server.lead()
    reads(phone)
    phone.page.get_by_role("button", name=re.compile("^8. Kulttuurilähete")).first.tap()
    expect(phone.page.locator(".card h2")).to_have_text("Kulttuurilähete")
    fake_server.ask_words("Mitä jäi mieleen?")
    expect(onward(phone)).to_be_visible()
    phone.page.reload()
    reads(phone)
    expect(phone.page.locator(".card h2")).to_have_text("Kulttuurilähete")
    onward(phone).tap()
    expect(phone.page.locator("#question")).to_have_text("Mitä jäi mieleen?")
    assert "#" not in phone.page.url


def test_back_while_the_page_is_on_leaves_a_button_that_opens_it_again(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    fake_server.lead()
    reads(phone)
    phone.page.go_back()
    follow = phone.page.get_by_role("link", name="Avaa sivu")
    expect(follow).to_be_visible()
    follow.tap()
    reads(phone)
    assert len(fake_server.module_requests) == 1


def test_a_page_that_does_not_come_is_told_and_tried_again_or_opened_as_before(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.without_modules = True
    fake_server.lead()
    phone.visit()
    expect(phone.status).to_have_text("Sivu ei auennut. Yritä uudelleen.")
    again = phone.page.get_by_role("link", name="Yritä uudelleen")
    expect(phone.page.get_by_role("link", name="Avaa sivu")).to_have_attribute("href", re.compile("/elsewhere$"))
    again.tap()
    expect(phone.status).to_have_text("Sivu ei auennut. Yritä uudelleen.")
    expect(phone.page.get_by_role("link", name="Avaa sivu")).to_have_count(1)
    fake_server.without_modules = False
    again.tap()
    reads(phone)


def test_a_page_that_comes_late_does_not_cover_the_next_question(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.lead()
    with phone.page.expect_request("**/reading/*"):
        phone.page.route("**/reading/*", lambda route: None)
        phone.visit()
    fake_server.ask_words()
    expect(phone.fields).to_have_count(3)
    phone.page.unroute_all()
    expect(heading(phone)).to_have_count(0)


def test_the_end_leads_to_the_closing_and_from_it_to_the_examples_and_back(
    phone: Phone, fake_server: FakeServer
) -> None:
    link = {"label": "Mitä seuraavaksi?", "href": "/elsewhere", "reading": fake_server.reading("closing")}
    fake_server.show(round=None, kind="words", question="", open=False, ended=True, links=[link])
    phone.visit()
    assert fake_server.module_requests == []
    phone.page.get_by_role("link", name="Mitä seuraavaksi?").tap()
    reads(phone, "Mitä seuraavaksi?")
    outside = phone.page.get_by_role("link", name="Siirry Innokylään")
    expect(outside).to_have_attribute("target", "_blank")
    expect(outside).to_have_attribute("rel", re.compile("noreferrer"))
    phone.page.get_by_role("link", name="Esimerkit").tap()
    reads(phone)
    back = phone.page.get_by_role("button", name="Takaisin")
    back.tap()
    reads(phone, "Mitä seuraavaksi?")
    back.tap()
    expect(phone.page.locator("#question")).to_have_text("Kiitos, että olit mukana!")


def test_the_programme_going_on_to_another_page_is_offered(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.lead()
    phone.visit()
    reads(phone)
    fake_server.lead("closing")
    expect(onward(phone)).to_have_text("Ohjelma jatkuu – avaa")
    onward(phone).tap()
    reads(phone, "Mitä seuraavaksi?")
    expect(onward(phone)).to_be_hidden()
    fake_server.ask_words()
    onward(phone).tap()
    expect(phone.fields).to_have_count(3)
    assert "#" not in phone.page.url


def test_a_deleted_room_is_told_over_the_page(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.lead()
    phone.visit()
    reads(phone)
    fake_server.deleted = True
    expect(phone.page.locator("#question")).to_have_text("Tämä työpaja on poistettu")
    expect(heading(phone)).to_be_hidden()


def test_a_lost_line_is_told_over_the_page(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.lead()
    phone.visit()
    reads(phone)
    fake_server.failing = 503
    expect(phone.note).to_contain_text("Ei verkkoyhteyttä")
    fake_server.failing = None
    expect(phone.note).to_have_count(0)


def test_filters_narrow_the_map_and_the_list(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.lead()
    phone.visit()
    reads(phone)
    phone.page.get_by_role("button", name="Luettelo (14)").tap()
    rows = phone.page.locator(".list li:visible")
    expect(rows).to_have_count(14)
    phone.page.get_by_label("Alue", exact=True).select_option("national")
    expect(rows).to_have_count(1)
    rows.get_by_role("button").tap()
    card = phone.page.locator(".card")
    expect(card.get_by_role("heading", level=2)).to_have_text("Osallisuussparraus kunnan esihenkilöille")
    assess = card.get_by_role("link", name="Kokeile arviointia")
    expect(assess).to_have_attribute("href", re.compile(f"huone={ROOM}&kieli=fi$"))
    phone.page.get_by_role("button", name="Poista rajaukset").tap()
    expect(rows).to_have_count(14)


def test_examples_are_filtered_by_where_they_would_fit_and_a_card_tells_how_it_is_done(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.lead()
    phone.visit()
    reads(phone)
    phone.page.get_by_role("button", name="Luettelo (14)").tap()
    phone.page.get_by_label("Mihin sopii", exact=True).select_option("suburbs")
    rows = phone.page.locator(".list li:visible")
    expect(rows).to_have_count(1)
    rows.get_by_role("button").tap()
    expect(phone.page.locator(".card .practice li")).to_have_count(4)
    expect(phone.page.locator(".card")).to_contain_text("Kaupungin laitalähiöt")


def test_the_source_of_the_map_and_the_bars_are_told(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.lead()
    phone.visit()
    expect(phone.page.locator(".source")).to_contain_text("Natural Earth")
    phone.page.get_by_text("Ketkä tekevät yhdessä?").tap()
    expect(phone.page.locator("details[open] .example-bars li").first).to_contain_text(re.compile(r"Kunta\d"))


def test_it_works_by_keyboard_alone(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.lead()
    phone.visit()
    expect(heading(phone)).to_be_focused()
    for _ in range(8):
        phone.page.keyboard.press("Tab")
    phone.page.keyboard.press("ArrowRight")
    phone.page.keyboard.press("Enter")
    expect(phone.page.locator(".card .top")).to_be_visible()
    fake_server.ask_words()
    expect(onward(phone)).to_be_visible()
    onward(phone).focus()
    phone.page.keyboard.press("Enter")
    expect(phone.page.locator("#question")).to_be_focused()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_sideways_scroll_and_large_targets(
    new_phone: NewPhone, fake_server: FakeServer, width: int, height: int, lang: str
) -> None:
    fake_server.lang = lang
    phone = new_phone(viewport={"width": width, "height": height}, is_mobile=width < 1000)
    for page in ("examples", "closing"):
        fake_server.lead(page)
        phone.visit(f"?kieli={lang}")
        expect(heading(phone)).to_be_visible()
        for details in phone.page.locator("details").all():
            details.locator("summary").click()
        wide, small = phone.page.evaluate(f"[document.documentElement.scrollWidth, {SMALL}]")
        assert wide <= width, page
        assert small == [], page


def test_without_cookies_it_works_the_same(new_phone: NewPhone, fake_server: FakeServer) -> None:
    phone = new_phone()
    phone.page.route("**/*", lambda route: route.continue_(headers={**route.request.headers, "cookie": ""}))
    fake_server.lead()
    phone.visit()
    reads(phone)
    fake_server.ask_words()
    onward(phone).tap()
    phone.field(1).fill("ilman")
    phone.send.tap()
    expect(phone.saved).to_have_text(["ilman"])
