"""Ranking on the phone: taps and two buttons put options in order, without dragging; sent whole, changed and kept."""

from playwright.sync_api import Locator, expect

from tests.participant.conftest import Phone
from tests.participant.fake_server import PLANS, FakeServer

HALL, RIDES, CAFE, HELP = (option["label"] for option in PLANS)


def free(phone: Phone, label: str) -> Locator:
    return phone.page.locator(".unranked button", has_text=label)


def ranked(phone: Phone) -> Locator:
    return phone.page.locator(".ranked .name")


def button(phone: Phone, name: str) -> Locator:
    return phone.page.get_by_role("button", name=name)


def rank(phone: Phone, *labels: str) -> None:
    for label in labels:
        free(phone, label).tap()


def test_taps_put_options_in_order_and_out_of_it_again(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_ranking()
    phone.visit()
    expect(phone.page.locator(".ranked")).to_be_hidden()
    rank(phone, CAFE, HALL)
    expect(ranked(phone)).to_have_text([CAFE, HALL])
    expect(phone.page.locator(".ranked b")).to_have_text(["1", "2"])
    expect(phone.page.get_by_text("Vielä järjestämättä: seuraava on 3.")).to_be_visible()
    expect(phone.page.locator(".announcement")).to_have_text(f"{HALL}: sija 2.")
    button(phone, f"{CAFE}, pois järjestyksestä").tap()
    expect(ranked(phone)).to_have_text([HALL])
    expect(phone.page.locator(".announcement")).to_have_text(f"{CAFE} ei ole enää järjestyksessä.")
    expect(free(phone, CAFE)).to_be_visible()
    button(phone, "Aloita alusta").tap()
    expect(ranked(phone)).to_have_count(0)
    expect(phone.page.locator(".unranked li")).to_have_count(4)


def test_buttons_move_a_ranked_option_and_keep_the_focus(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_ranking()
    phone.visit()
    rank(phone, HALL, RIDES, CAFE)
    button(phone, f"Ylemmäs: {CAFE}").tap()
    expect(ranked(phone)).to_have_text([HALL, CAFE, RIDES])
    expect(button(phone, f"Ylemmäs: {CAFE}")).to_be_focused()
    button(phone, f"Alemmas: {HALL}").tap()
    expect(ranked(phone)).to_have_text([CAFE, HALL, RIDES])
    expect(button(phone, f"Ylemmäs: {CAFE}")).to_have_attribute("aria-disabled", "true")
    button(phone, f"Ylemmäs: {CAFE}").tap(force=True)
    expect(button(phone, f"Alemmas: {RIDES}")).to_have_attribute("aria-disabled", "true")
    expect(ranked(phone)).to_have_text([CAFE, HALL, RIDES])


def test_only_the_best_are_ranked_where_there_are_fewer_places(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_ranking(places=2)
    phone.visit()
    expect(phone.page.get_by_text("Voit valita enintään 2.")).to_be_visible()
    rank(phone, HELP, HALL)
    expect(phone.page.get_by_text("Sijat ovat täynnä.").first).to_be_visible()
    free(phone, RIDES).tap(force=True)
    expect(phone.status).to_contain_text("Sijat ovat täynnä.")
    expect(ranked(phone)).to_have_text([HELP, HALL])
    phone.send.tap()
    expect(phone.saved).to_have_text([f"1. {HELP}", f"2. {HALL}"])
    assert fake_server.posts == [{"round": fake_server.state["round"], "ranking": ["help", "hall"]}]


def test_ranking_is_asked_for_and_a_saved_order_is_shown_and_can_be_changed(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_ranking()
    phone.visit()
    phone.send.tap()
    expect(phone.status).to_have_text("Napauta ensin ainakin yhtä vaihtoehtoa.")
    rank(phone, CAFE, RIDES)
    phone.send.tap()
    expect(phone.saved).to_have_text([f"1. {CAFE}", f"2. {RIDES}"])
    phone.page.reload()
    expect(phone.saved).to_have_text([f"1. {CAFE}", f"2. {RIDES}"])
    button(phone, "Muuta vastaustasi").tap()
    button(phone, f"Alemmas: {CAFE}").tap()
    phone.send.tap()
    expect(phone.saved).to_have_text([f"1. {RIDES}", f"2. {CAFE}"])
    assert fake_server.words == ["rides", "cafe"]


def test_an_unsent_order_survives_reload_and_is_told_when_the_question_changes(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_ranking()
    phone.visit()
    rank(phone, CAFE, RIDES)
    phone.page.reload()
    expect(ranked(phone)).to_have_text([CAFE, RIDES])
    fake_server.ask_words()
    expect(phone.note).to_contain_text(f"1. {CAFE}, 2. {RIDES}")


def test_an_order_made_offline_is_sent_once_when_the_network_is_back(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_ranking()
    phone.visit()
    rank(phone, CAFE)
    phone.context.set_offline(True)
    phone.send.tap()
    expect(phone.send).to_have_text("Odottaa yhteyttä")
    free(phone, RIDES).tap(force=True)
    expect(ranked(phone)).to_have_text([CAFE])
    phone.context.set_offline(False)
    expect(phone.saved).to_have_text([f"1. {CAFE}"])
    assert fake_server.words == ["cafe"]


def test_a_closed_question_takes_no_order(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_ranking()
    phone.visit()
    rank(phone, CAFE, HALL)
    fake_server.change(open=False)
    expect(phone.note).to_contain_text(f"Tätä ei ehditty lähettää: 1. {CAFE}, 2. {HALL}.")
    free(phone, RIDES).tap(force=True)
    button(phone, f"Ylemmäs: {HALL}").tap(force=True)
    expect(ranked(phone)).to_have_text([CAFE, HALL])
    assert fake_server.posts == []


def test_results_have_places_means_and_firsts_and_ones_own_place_is_marked(
    phone: Phone, fake_server: FakeServer
) -> None:
    rows = zip(PLANS, (1, 2, 2, 4), ("1,9", "2,7", "2,7", "3,8"), (12, 5, 4, 2), strict=True)
    fake_server.counts = {
        "n": 24,
        "ranking": [
            {**option, "standing": standing, "is_tied": standing == 2, "mean": mean, "first": first}
            for option, standing, mean, first in rows
        ],
    }
    fake_server.ask_ranking(results="shown")
    phone.visit()
    rank(phone, CAFE, HALL)
    phone.send.tap()
    results = phone.page.locator(".results li")
    expect(results.first).to_have_text(f"1. {HALL} · sinä 2.Keskisija 1,912 pani ensimmäiseksi")
    expect(results.nth(1)).to_contain_text(f"2. {RIDES}Keskisija 2,7")


def test_a_ranking_by_keyboard_alone(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_ranking()
    phone.visit()
    free(phone, RIDES).focus()
    phone.page.keyboard.press("Enter")
    expect(free(phone, CAFE)).to_be_focused()
    phone.page.keyboard.press("Space")
    expect(ranked(phone)).to_have_text([RIDES, CAFE])
    expect(free(phone, HELP)).to_be_focused()
    phone.page.keyboard.press("Enter")
    phone.page.keyboard.press("Enter")
    expect(ranked(phone)).to_have_count(4)
    button(phone, f"Ylemmäs: {CAFE}").focus()
    phone.page.keyboard.press("Enter")
    expect(ranked(phone).first).to_have_text(CAFE)
    button(phone, f"{CAFE}, pois järjestyksestä").focus()
    phone.page.keyboard.press("Enter")
    expect(ranked(phone)).to_have_count(3)
    assert "name" in phone.focused()
