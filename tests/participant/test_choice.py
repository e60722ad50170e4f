"""Choices and forms: nothing chosen beforehand, own answer after reload, changing, steps and outcome."""

from playwright.sync_api import Route, expect

from tests.participant.conftest import Phone
from tests.participant.fake_server import FakeServer

CURIOUS, DEVELOPER, SPREADER = "Olen uteliaana mukana", "Kehitän ratkaisuja työkseni", "Verkotan ja levitän"
OUTCOME = {
    "title": "Propellipää",
    "text": "Potkuri pyörii jo.",
    "picture": "/picture.svg",
    "details": [{"label": "Vahvuutesi", "text": "Näet oven."}, {"label": "Vinkki", "text": "<b>Kokeile.</b>"}],
}


def test_nothing_is_chosen_beforehand_and_choosing_is_asked_for(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_choice()
    phone.visit()
    assert phone.page.locator("input:checked").count() == 0
    expect(phone.page.get_by_role("radiogroup", name="Mikä on roolisi?")).to_be_visible()
    phone.send.tap()
    expect(phone.status).to_have_text("Valitse ensin yksi vaihtoehdoista.")
    expect(phone.page.locator("input").first).to_be_focused()


def test_a_choice_is_saved_shown_after_reload_and_can_be_changed(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_choice()
    phone.visit().option(DEVELOPER).check()
    phone.send.tap()
    expect(phone.saved).to_have_text([DEVELOPER])
    expect(phone.receipt).to_have_text("Kiitos! Vastauksesi on tallessa.")
    expect(phone.page.locator(".choices")).to_be_hidden()
    phone.page.reload()
    expect(phone.saved).to_have_text([DEVELOPER])
    phone.page.get_by_role("button", name="Muuta vastaustasi").tap()
    expect(phone.option(DEVELOPER)).to_be_checked()
    phone.option(CURIOUS).check()
    phone.send.tap()
    expect(phone.saved).to_have_text([CURIOUS])
    assert fake_server.words == ["curious"]


def test_several_can_be_chosen_and_the_button_counts_them(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_choice(multiple=True, help="Voit valita useita.")
    phone.visit()
    expect(phone.page.get_by_text("Voit valita useita.")).to_have_count(1)
    phone.option(DEVELOPER).check()
    expect(phone.send).to_have_text("Lähetä 1 valinta")
    phone.option(SPREADER).check()
    expect(phone.send).to_have_text("Lähetä 2 valintaa")
    phone.send.tap()
    expect(phone.saved).to_have_text([DEVELOPER, SPREADER])


def test_an_unsent_choice_survives_reload_and_is_told_when_the_question_changes(
    phone: Phone, fake_server: FakeServer
) -> None:
    fake_server.ask_choice()
    phone.visit().option(SPREADER).check()
    phone.page.reload()
    expect(phone.option(SPREADER)).to_be_checked()
    fake_server.ask_words()
    expect(phone.note).to_contain_text(SPREADER)


def test_the_own_answers_arriving_late_do_not_undo_a_choice(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_choice()

    def late(route: Route) -> None:
        phone.page.wait_for_timeout(500)
        route.continue_()

    phone.page.route("**/me*", late)
    phone.visit().option(SPREADER).check()
    phone.page.wait_for_timeout(900)
    expect(phone.option(SPREADER)).to_be_checked()
    expect(phone.option(SPREADER)).to_be_focused()


def test_a_choice_made_offline_is_sent_when_the_network_is_back(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_choice()
    phone.visit().option(SPREADER).check()
    phone.context.set_offline(True)
    phone.send.tap()
    expect(phone.send).to_have_text("Odottaa yhteyttä")
    phone.context.set_offline(False)
    expect(phone.saved).to_have_text([SPREADER])


def test_an_option_chosen_by_mistake_can_be_cleared(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_choice()
    clear = phone.visit().page.get_by_role("button", name="Poista valinta")
    expect(phone.option(SPREADER)).to_be_visible()
    expect(clear).to_be_hidden()
    phone.option(SPREADER).check()
    clear.tap()
    expect(phone.page.locator("input:checked")).to_have_count(0)
    expect(phone.page.locator("input").first).to_be_focused()
    expect(clear).to_be_hidden()
    phone.page.reload()
    expect(phone.option(SPREADER)).to_be_visible()
    expect(phone.page.locator("input:checked")).to_have_count(0)
    fake_server.ask_words()
    expect(phone.fields).to_have_count(3)
    expect(phone.note).to_have_count(0)
    assert fake_server.posts == []


def test_a_step_of_a_form_can_be_cleared_too(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_form()
    phone.visit().option("Soitan asiakkaalle 1").check()
    phone.page.get_by_role("button", name="Poista valinta").tap()
    phone.page.reload()
    expect(phone.option("Soitan asiakkaalle 1")).not_to_be_checked()
    phone.send.tap()
    expect(phone.status).to_have_text("Valitse ensin yksi vaihtoehdoista.")


def test_closed_choices_cannot_be_changed(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_choice()
    phone.visit().option(SPREADER).check()
    fake_server.change(open=False)
    expect(phone.note).to_contain_text(f"Tätä ei ehditty lähettää: {SPREADER}.")
    phone.page.locator("input").first.dispatch_event("click")
    expect(phone.option(SPREADER)).to_be_checked()
    assert fake_server.posts == []


def answer_all(phone: Phone) -> None:
    for number, label in enumerate(["Soitan asiakkaalle 1", "Kirjoitan ideoita 2", "Lasken tunnit 3"], 1):
        expect(phone.page.locator(".steps .num")).to_have_text(f"{number} / 3")
        phone.option(label).check()
        phone.send.tap()


def test_a_form_goes_step_by_step_and_back_never_loses(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_form()
    phone.visit()
    expect(phone.title).to_have_text("Kutsu kilahtaa. Mitä teet ensin?")
    expect(phone.page.locator(".kicker")).to_have_text("Propellipäätesti")
    phone.send.tap()
    expect(phone.status).to_have_text("Valitse ensin yksi vaihtoehdoista.")
    phone.option("Soitan asiakkaalle 1").check()
    phone.send.tap()
    expect(phone.title).to_have_text("Mikä on paras palaveri?")
    expect(phone.title).to_be_focused()
    phone.option("Lasken tunnit 2").check()
    phone.page.get_by_role("button", name="Takaisin").tap()
    expect(phone.option("Soitan asiakkaalle 1")).to_be_checked()
    phone.page.reload()
    expect(phone.option("Soitan asiakkaalle 1")).to_be_checked()
    phone.send.tap()
    expect(phone.option("Lasken tunnit 2")).to_be_checked()
    assert fake_server.posts == []


def test_a_form_is_sent_whole_and_its_outcome_survives_reload(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_form()
    fake_server.outcome = OUTCOME
    answer_all(phone.visit())
    card = phone.page.locator(".outcome")
    expect(card.locator("h2")).to_have_text("Propellipää")
    expect(card.locator("h2")).to_be_focused()
    assert fake_server.posts == [{"round": fake_server.state["round"], "form": {"q1": "a", "q2": "b", "q3": "c"}}]
    phone.page.reload()
    expect(card.locator("dt")).to_have_text(["Vahvuutesi", "Vinkki"])
    expect(card.locator("dd").nth(1)).to_have_text("<b>Kokeile.</b>")
    expect(card.locator("img")).to_have_js_property("naturalWidth", 150)
    expect(phone.title).to_have_text("Propellipäätesti")
    phone.page.get_by_role("button", name="Vastaa uudelleen").tap()
    expect(phone.option("Soitan asiakkaalle 1")).to_be_checked()
    fake_server.change(open=False)
    expect(phone.note).to_contain_text("Tähän ei voi enää vastata")


def test_a_form_without_an_outcome_thanks(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_form()
    answer_all(phone.visit())
    expect(phone.page.locator(".moment")).to_contain_text("Kiitos! Vastauksesi ovat tallessa.")
    expect(phone.page.locator(".outcome")).to_be_hidden()


def test_a_picture_from_elsewhere_is_not_fetched(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_form()
    fake_server.outcome = {**OUTCOME, "picture": "//example.org/x.svg"}
    answer_all(phone.visit())
    expect(phone.page.locator(".outcome h2")).to_be_visible()
    assert phone.page.locator(".outcome img").count() == 0


def test_a_new_round_starts_the_form_again(phone: Phone, fake_server: FakeServer) -> None:
    fake_server.ask_form()
    fake_server.outcome = OUTCOME
    answer_all(phone.visit())
    expect(phone.page.locator(".outcome")).to_be_visible()
    fake_server.ask_form()
    expect(phone.page.locator(".outcome")).to_be_hidden()
    expect(phone.page.locator(".steps .num")).to_have_text("1 / 3")
    assert phone.page.locator("input:checked").count() == 0
