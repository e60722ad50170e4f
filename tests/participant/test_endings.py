"""The final states of a phone: the workshop has ended, its room is deleted, or it is locked."""

import re

import pytest
from playwright.sync_api import expect

from tests.participant.conftest import NewPhone, Phone
from tests.participant.fake_server import FakeServer

DELETED = "Tämä työpaja on poistettu"


def end(fake_server: FakeServer) -> None:
    links = [{"label": "Mitä seuraavaksi?", "href": "/elsewhere"}]
    fake_server.show(round=None, kind="words", question="", open=False, ended=True, links=links)


def test_an_ended_workshop_thanks_and_leads_on(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ilo")
    phone.send.tap()
    expect(phone.saved).to_have_text(["ilo"])
    end(fake_server)
    expect(phone.title).to_have_text("Kiitos, että olit mukana!")
    expect(phone.page.locator(".help").first).to_contain_text("Työpaja on päättynyt")
    expect(phone.page.get_by_text("Odota hetki")).to_have_count(0)
    expect(phone.fields).to_have_count(0)
    phone.page.get_by_role("link", name="Mitä seuraavaksi?").tap()
    expect(phone.page).to_have_url(re.compile("/elsewhere$"))


def test_words_that_the_end_left_unsent_are_told(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("kesken")
    end(fake_server)
    expect(phone.note).to_contain_text("Tätä ei ehditty lähettää")
    expect(phone.note).to_contain_text("kesken")
    expect(phone.note).not_to_contain_text("Kysymys vaihtui")


def test_a_late_comer_sees_the_end_and_a_workshop_that_goes_on_goes_on(phone: Phone, fake_server: FakeServer) -> None:
    end(fake_server)
    phone.visit()
    expect(phone.title).to_have_text("Kiitos, että olit mukana!")
    fake_server.show(round=None, kind="words", question="", open=False)
    expect(phone.title).to_have_text("Odota hetki, kysymys tulee pian")
    expect(phone.page.get_by_role("link", name="Mitä seuraavaksi?")).to_have_count(0)


def test_a_deleted_room_is_told_calmly_and_nothing_is_tried_any_more(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ilo")
    phone.send.tap()
    expect(phone.saved).to_have_text(["ilo"])
    fake_server.deleted = True
    expect(phone.title).to_have_text(DELETED)
    expect(phone.note).to_have_count(0)
    expect(phone.saved).to_have_count(0)
    assert phone.streams() == 0


def test_a_phone_that_slept_through_the_deletion_is_told_when_it_asks(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    phone.page.route("**/live/*", lambda route: route.abort() if route.request.resource_type != "fetch" else None)
    fake_server.failing = 503  # the stream ends without a word
    expect(phone.note).to_contain_text("Ei verkkoyhteyttä")
    fake_server.deleted, fake_server.failing = True, None
    phone.page.unroute("**/live/*")
    expect(phone.title).to_have_text(DELETED)
    assert phone.streams() == 0


def test_an_answer_to_a_deleted_room_is_told_so(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    with phone.page.expect_response("**/me*"):
        phone.visit()
    phone.page.evaluate("[...openStreams].forEach(one => { one.close(); })")
    fake_server.deleted = True
    phone.field(1).fill("myöhässä")
    phone.send.tap()
    expect(phone.title).to_have_text(DELETED)


def test_the_same_code_made_again_works_by_one_press(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit()
    fake_server.deleted = True
    again = phone.page.get_by_role("button", name="Yritä uudelleen")
    expect(again).to_be_visible()
    phone.wait_for_replies()
    with phone.page.expect_response("**/me?*"):
        again.tap()
    phone.wait_for_replies()
    expect(phone.status).to_contain_text("ei löydy työpajaa")
    fake_server.deleted = False
    fake_server.stored.clear()
    fake_server.ask_words("Uusi alku?")
    again.tap()
    expect(phone.title).to_have_text("Uusi alku?")
    phone.field(1).fill("taas")
    phone.send.tap()
    expect(phone.saved).to_have_text(["taas"])
    assert phone.streams() == 1


def test_a_newcomer_hears_of_the_lock_before_answering(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.outside = True
    fake_server.ask_words(locked=True)
    phone.visit()
    expect(phone.title).to_have_text("Työpaja on lukittu")
    expect(phone.fields).to_have_count(0)
    fake_server.change(locked=False)
    expect(phone.title).to_have_text("Mitä tulee mieleen?")
    phone.field(1).fill("mukana")
    phone.send.tap()
    expect(phone.saved).to_have_text(["mukana"])


def test_a_newcomer_to_a_locked_workshop_hears_of_its_end(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.outside = True
    fake_server.change(locked=True, ended=True)
    phone.visit()
    expect(phone.title).to_have_text("Kiitos, että olit mukana!")


def test_those_who_are_in_go_on_in_a_locked_room(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("kesken")
    fake_server.change(locked=True)
    fake_server.change(question="Mitä nyt tulee mieleen?")
    expect(phone.title).to_have_text("Mitä nyt tulee mieleen?")
    expect(phone.field(1)).to_have_value("kesken")
    phone.page.reload()
    expect(phone.field(1)).to_have_value("kesken")


def test_results_are_not_asked_for_by_one_who_is_outside(new_phone: NewPhone, fake_server: FakeServer) -> None:
    fake_server.outside = True
    fake_server.counts = {"n": 1, "words": [{"text": "salaisuus", "count": 1}]}
    fake_server.ask_words(locked=True, results="shown")
    phone = new_phone().visit()
    expect(phone.title).to_have_text("Työpaja on lukittu")
    fake_server.change(locked=False)
    expect(phone.page.locator(".results li")).to_have_count(1)
    assert len(fake_server.results_requests) == 1


@pytest.mark.parametrize("name", ["ended", "locked", "gone", "late"])
def test_a_state_without_a_question_has_a_drawing_of_its_own(phone: Phone, fake_server: FakeServer, name: str) -> None:
    requested: list[str] = []
    phone.page.on("request", lambda request: requested.append(request.url) if ".svg" in request.url else None)
    fake_server.ask_words()
    phone.visit()
    fake_server.show(round=None, kind="words", question="", open=False)
    expect(phone.title).to_have_text("Odota hetki, kysymys tulee pian")
    assert requested == []
    if name == "ended":
        end(fake_server)
    elif name == "locked":
        fake_server.outside = True
        fake_server.ask_words(locked=True)
        phone.page.reload()
    elif name == "gone":
        fake_server.deleted = True
    else:
        fake_server.ask_words()
        fake_server.change(open=False)
    face = phone.page.locator("img.face")
    expect(face).to_be_visible()
    expect(face).to_have_attribute("src", re.compile(rf"/assets/faces-\w+\.svg#{name}$"))
    expect(face).to_have_attribute("alt", "")
    expect(face).to_have_js_property("complete", True)
    assert face.evaluate("image => image.naturalWidth") > 0
    if name != "gone":
        fake_server.outside = False
        fake_server.ask_words("Seuraava?")
        expect(phone.title).to_have_text("Seuraava?")
        expect(face).to_be_hidden()


def test_a_late_drawing_is_only_for_those_who_did_not_answer(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_words()
    phone.visit().field(1).fill("ilo")
    phone.send.tap()
    expect(phone.saved).to_have_text(["ilo"])
    fake_server.change(open=False)
    expect(phone.note).to_contain_text("Tähän ei voi enää vastata")
    expect(phone.page.locator("img.face")).to_be_hidden()
