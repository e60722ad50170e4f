"""Results on the phone: where they are shown, as a list or as bars, and how often they are fetched."""

from playwright.sync_api import expect

from tests.participant.conftest import Phone
from tests.participant.fake_server import FakeServer

BARS = {
    "n": 20,
    "options": [
        {"id": "developer", "label": "Kehitän ratkaisuja työkseni", "count": 12, "percent": 60},
        {"id": "spreader", "label": "Verkotan ja levitän", "count": 0, "percent": 0},
    ],
}


def test_words_are_listed_with_counts_and_own_words_marked(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.counts = {"n": 1, "words": [{"text": "<i>sisu</i>", "count": 3}, {"text": "ilo", "count": 2}]}
    fake_server.ask_words(results="shown")
    phone.visit().field(1).fill("ilo")
    phone.send.tap()
    results = phone.page.locator(".results")
    expect(results.locator("li")).to_have_text(["<i>sisu</i>3", "ilo · sinä2"])
    expect(results).to_contain_text("1 vastaaja.")


def test_words_that_the_list_has_no_room_for_are_told(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.counts = {"n": 90, "words": [{"text": "ilo", "count": 9}], "left_out": 37}
    fake_server.ask_words(results="shown")
    phone.visit()
    expect(phone.page.locator(".results li")).to_have_text(["ilo9", "ja 37 muuta"])
    fake_server.counts = {"n": 91, "words": [{"text": "ilo", "count": 10}], "left_out": 0}
    fake_server.change()
    expect(phone.page.locator(".results li")).to_have_text(["ilo10"])


def test_choices_are_bars_with_counts_and_percent(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.counts = BARS
    fake_server.ask_choice(results="shown", multiple=True)
    phone.visit()
    results = phone.page.locator(".results")
    expect(results.locator("b")).to_have_text(["12 · 60 %", "0 · 0 %"])
    expect(results).to_contain_text("20 vastaajaa. Osuus vastaajista.")
    widths = results.locator(".bar").evaluate_all("bars => bars.map(bar => bar.offsetWidth)")
    assert widths[0] > 300
    assert widths[1] == 0


def test_shares_that_do_not_add_up_are_reported_as_rounded(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.counts = {**BARS, "rounded": True}
    fake_server.ask_choice(results="shown")
    phone.visit()
    expect(phone.page.locator(".results .help")).to_have_text(
        "20 vastaajaa. Osuudet on pyöristetty, joten niiden summa ei ole tasan 100 %."
    )


def test_hidden_results_are_not_asked_for_and_go_away(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.counts = BARS
    fake_server.ask_choice()
    phone.visit()
    phone.page.wait_for_timeout(1200)
    assert fake_server.results_requests == []
    fake_server.change(results="shown")
    expect(phone.page.locator(".results li")).to_have_count(2)
    fake_server.change(results="hidden")
    expect(phone.page.locator(".results")).to_be_hidden()


def test_results_after_the_own_answer_only(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_choice(results="shown")
    phone.visit().option("Verkotan ja levitän").check()
    phone.page.wait_for_timeout(1200)
    expect(phone.page.locator(".results")).to_be_hidden()
    fake_server.counts = BARS
    phone.send.tap()
    expect(phone.page.locator(".results li")).to_have_count(2)


def test_many_changes_ask_for_results_at_most_every_five_seconds(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.counts = BARS
    fake_server.ask_choice(results="shown")
    phone.visit()
    expect(phone.page.locator(".results li")).to_have_count(2)
    for _ in range(20):
        fake_server.change()
        phone.page.wait_for_timeout(100)
    assert len(fake_server.results_requests) == 1
    fake_server.counts = {**BARS, "n": 21}
    expect(phone.page.locator(".results")).to_contain_text("21 vastaajaa")
    assert fake_server.results_requests[1] - fake_server.results_requests[0] >= 4.9
