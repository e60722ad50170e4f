"""The self-assessment from its first question to the files taken along, on a phone and on a desk."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server, eventually
from tests.idle import wait_until_idle

QUESTIONS = (
    "Onko ratkaisussa jotakin uutta?",
    "Onko ratkaisu käytössä?",
    "Vastaako ratkaisu tunnistettuun yhteiskunnalliseen tarpeeseen?",
    "Toimiiko ratkaisu paremmin kuin aiemmat ratkaisut?",
    "Vahvistaako ratkaisu ihmisten ja yhteisöjen kykyä toimia?",
)
UNKNOWN = 4
RESULT = "Kehittyvä sosiaalinen innovaatio – Sosiaalinen innovaatio"


def question(page: Page, number: int) -> Locator:
    return page.get_by_role("radiogroup", name=QUESTIONS[number])


def choose(page: Page, number: int, option: int) -> None:
    """Presses a step's card until it is chosen; the options are counted from 0, the last one is "I can't say".

    Streamlit takes no press while it is still connecting.
    """
    radio = question(page, number).get_by_role("radio").nth(option)

    def pressed() -> bool:
        radio.locator("xpath=ancestor::label").click()
        return radio.is_checked()

    eventually(pressed)


def forward(page: Page, name: str = "Seuraava") -> None:
    page.get_by_role("button", name=name, exact=True).click()


def downloaded(page: Page, button: str, to: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    download.value.save_as(to)
    return to.read_bytes()


def small_targets(page: Page) -> list[str]:
    """What can be pressed and is lower than 44 pixels. A card of an option is pressed as a whole."""
    low_targets: list[str] = page.locator(".st-key-page_assessment").evaluate(
        """root => [...root.querySelectorAll("button, a, input[type=text], [role=radiogroup] > div:has(input)")]
            .filter(one => one.offsetParent && one.getBoundingClientRect().height < 44)
            .map(one => one.textContent)"""
    )
    return low_targets


def test_a_phone_asks_one_at_a_time_and_back_loses_nothing(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/arviointi", "phone")
    choose(page, 0, 2)
    expect(page.get_by_role("radiogroup", name=QUESTIONS[1])).to_have_count(0)
    page.get_by_role("button", name="Uusi toimintaympäristö").click()
    forward(page)
    choose(page, 1, 3)
    forward(page)
    expect(page.get_by_role("heading", name=QUESTIONS[2])).to_be_focused()
    expect(page.get_by_role("heading", name=QUESTIONS[2])).to_be_in_viewport()
    page.go_back()
    expect(question(page, 1).get_by_role("radio").nth(3)).to_be_checked()
    forward(page, "Takaisin")
    expect(question(page, 0).get_by_role("radio").nth(2)).to_be_checked()
    expect(page.get_by_role("button", name="Uusi toimintaympäristö")).to_have_attribute("aria-pressed", "true")
    forward(page)
    expect(question(page, 1).get_by_role("radio").nth(3)).to_be_checked()
    forward(page)
    choose(page, 2, 2)
    forward(page)
    choose(page, 3, UNKNOWN)
    forward(page)
    choose(page, 4, 3)
    page.get_by_role("button", name="Uudet kyvyt ja taidot").click()
    assert small_targets(page) == []
    forward(page, "Näytä tulos")
    wait_until_idle(page)
    expect(page.get_by_role("status").get_by_text("Tulos on vielä auki")).to_be_visible()
    expect(page.get_by_text("Yhteiskunnan toimintakyky: valitsitte tason 4, tuloksessa on taso 3.")).to_be_visible()
    page.get_by_label("Ratkaisun nimi").fill("Kyläkahvila <b>*Aura*</b>")
    expect(page.get_by_role("table").get_by_text("Kyläkahvila <b>*Aura*</b>")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def all_on_one_page(page: Page) -> None:
    page.get_by_role("button", name="Näytä kaikki samalla sivulla").click()
    expect(question(page, 4)).to_be_visible()


def test_a_desk_has_the_question_between_its_steps_and_the_outcome(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/arviointi", "desk")
    choose(page, 0, 2)
    page.get_by_role("button", name="Uusi toimintaympäristö").click()
    outcome = page.get_by_role("status").filter(has_text="Tulos on vielä auki")
    expect(outcome).to_be_visible()
    expect(page.get_by_role("button", name="Uutuus Vastaa nyt")).to_be_visible()
    forward(page)
    expect(page.get_by_role("button", name="Uutuus Toteutuu")).to_be_visible()
    expect(page.get_by_role("button", name="Käyttöönotto Vastaa nyt")).to_be_visible()
    steps, question_box, result = (
        page.locator(name).bounding_box()
        for name in (".st-key-assessment_marks", ".st-key-card_question", ".st-key-assessment_so_far")
    )
    assert steps
    assert question_box
    assert result
    assert steps["x"] + steps["width"] < question_box["x"] < question_box["x"] + question_box["width"] < result["x"]
    assert page.locator(".st-key-card_question").evaluate("one => one.getBoundingClientRect().top") <= 240
    expect(page.get_by_role("button", name="Seuraava")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Uutuus").click()
    expect(question(page, 0).get_by_role("radio").nth(2)).to_be_checked()


def test_all_questions_on_one_page_with_an_outcome_that_follows_each_answer(
    server: Server, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(f"{server.address}/arviointi", "desk")
    all_on_one_page(page)
    for number in range(5):
        expect(question(page, number)).to_be_visible()
    expect(page.get_by_text("Vastaa ainakin yhteen kohtaan")).to_be_visible()
    for number, option in enumerate((2, 0, 2, UNKNOWN, UNKNOWN)):
        choose(page, number, option)
    wait_until_idle(page)
    expect(page.get_by_role("status").get_by_text("Lupaava idea", exact=True)).to_be_visible()
    expect(page.get_by_text("Avoimet kohdat eivät muuta tätä tulosta.")).to_be_visible()
    choose(page, 1, 2)
    wait_until_idle(page)
    expect(page.get_by_role("status").get_by_text(RESULT)).to_be_visible()
    rows = page.get_by_role("table").get_by_role("row")
    expect(rows).to_have_count(6)
    expect(rows.nth(2)).to_contain_text("3 – Toteutuu")
    expect(rows.nth(4)).to_contain_text("En osaa sanoa")
    expect(page.locator(".js-plotly-plot")).to_have_count(1)
    assert downloaded(page, "Lataa PDF", tmp_path / "sheet.pdf").startswith(b"%PDF-")
    assert RESULT in downloaded(page, "Markdown", tmp_path / "sheet.md").decode()
    expect(question(page, 1).get_by_role("radio").nth(2)).to_be_checked()


def test_an_example_is_filled_in_as_far_as_its_text_tells(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/arviointi?esimerkki=auraamo", "desk")
    expect(page.get_by_role("heading", name="Esimerkki: Monitoimitalo Auraamo")).to_be_visible()
    all_on_one_page(page)
    wait_until_idle(page)
    expect(page.get_by_role("status").get_by_text(RESULT)).to_be_visible()
    expect(page.get_by_text("Tuloksen ratkaisee: Parempi kuin ennen.")).to_be_visible()
    expect(page.get_by_text("3 vai 4?")).to_have_count(4)
    expect(question(page, 3).get_by_role("radio").nth(UNKNOWN)).to_be_checked()
    choose(page, 4, 3)
    expect(page.get_by_role("table").get_by_role("row").nth(5)).to_contain_text("4 – Toteutuu vahvasti")
    page.get_by_role("radio", name="Neuvola").click()
    expect(page.get_by_role("heading", name="Neuvola")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(2)


def test_answers_stay_over_a_visit_to_another_page_and_over_the_switch(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/arviointi", "desk")
    choose(page, 0, 3)
    all_on_one_page(page)
    page.get_by_label("Ratkaisun nimi").fill("Kyläkahvila")
    expect(page.get_by_role("table").get_by_text("Kyläkahvila")).to_be_visible()
    page.get_by_role("link", name="Tietoa", exact=True).click()
    expect(question(page, 0)).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Olemmekohan")
    page.get_by_role("link", name="Arviointi", exact=True).click()
    expect(question(page, 0).get_by_role("radio").nth(3)).to_be_checked()
    expect(page.get_by_label("Ratkaisun nimi")).to_have_value("Kyläkahvila")
    page.get_by_role("button", name="Näytä yksi kerrallaan").click()
    expect(question(page, 4)).to_have_count(0)
    expect(question(page, 0).get_by_role("radio").nth(3)).to_be_checked()
    all_on_one_page(page)
    page.get_by_role("button", name="Tyhjennä vastaukset").click()
    expect(question(page, 0).get_by_role("radio").nth(3)).not_to_be_checked()
    expect(page.get_by_text("Vastaa ainakin yhteen kohtaan")).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "heading"),
    [("sv", "Är det något nytt i lösningen?"), ("en", "Is there something new about the solution?")],
)
def test_the_page_speaks_the_visitors_language(server: Server, open_page: OpenPage, lang: str, heading: str) -> None:
    page = open_page(f"{server.address}/arviointi?kieli={lang}", "desk")
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert not re.search(r"Seuraav|Vastaa|Tulos", page.locator(".st-key-page_assessment").inner_text())


def test_an_unknown_example_is_told_and_ones_own_assessment_goes_on(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/arviointi?esimerkki=olematon&kohta=99999", "desk")
    expect(page.get_by_text("Tätä esimerkkiä ei löytynyt.")).to_be_visible()
    page.get_by_role("button", name="Uutuus").click()
    expect(question(page, 0)).to_be_visible()
