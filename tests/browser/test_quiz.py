"""The quiz in a browser: by touch and by keys, back, reload, the five types, the shared result and its picture."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import ROOT, Server
from workshop.content.loader import load
from workshop.quiz.models import QuizOption

QUIZ = load(ROOT / "data").quiz
WHO = ["phone", "desk"]
FOCUSED = """() => {
  let inner = document.activeElement;
  while (inner.shadowRoot) inner = inner.shadowRoot.activeElement;
  return inner.textContent;
}"""


def begin(page: Page) -> None:
    page.get_by_role("button", name="Aloita testi").click()
    expect(page.get_by_text("Kysymys 1 / 8")).to_be_visible()


def options_of(type_id: str) -> list[QuizOption]:
    """For each question the option that stands for the type, or the first where it has none."""
    return [
        next((option for option in question.options if option.main_type == type_id), question.options[0])
        for question in QUIZ.questions
    ]


def answer_all(page: Page, type_id: str) -> None:
    for place, option in enumerate(options_of(type_id), start=1):
        expect(page.get_by_text(f"Kysymys {place} / 8")).to_be_visible()
        page.get_by_role("button", name=option.label("fi")).click()


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("type_id", QUIZ.ids)
def test_each_type_is_reached(server: Server, open_page: OpenPage, type_id: str, who: str) -> None:
    page = open_page(f"{server.address}/testi", who)
    begin(page)
    answer_all(page, type_id)
    quiz_type = QUIZ.type(type_id)
    expect(page.get_by_role("heading", level=2, name=quiz_type.title("fi"))).to_be_focused()
    expect(page).to_have_url(re.compile(rf"/testi\?tulos={type_id}-"))
    for text in (quiz_type.tagline, quiz_type.strength, quiz_type.blind_spot, quiz_type.tip, quiz_type.pair_reason):
        expect(page.get_by_text(text("fi"), exact=True)).to_be_visible()
    picture = page.locator(".card header img")
    expect(picture).to_have_attribute("src", f"/assets/svg/{quiz_type.picture}")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_number_keys_answer_and_back_keeps_the_answers(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/testi", "desk")
    begin(page)
    page.keyboard.press("2")
    page.keyboard.press("4")
    expect(page.get_by_text("Kysymys 3 / 8")).to_be_visible()
    page.keyboard.press("9")
    expect(page.get_by_text("Kysymys 3 / 8")).to_be_visible()
    assert page.evaluate(FOCUSED) == QUIZ.questions[2].question("fi")
    page.get_by_role("button", name="Takaisin").click()
    chosen = page.get_by_role("button", name=QUIZ.questions[1].options[3].label("fi"))
    expect(chosen).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Takaisin").click()
    expect(page.get_by_role("button", name="Takaisin")).to_be_hidden()
    expect(page.get_by_role("button", name=QUIZ.questions[0].options[1].label("fi"))).to_have_attribute(
        "aria-pressed", "true"
    )


def test_number_keys_do_nothing_outside_the_quiz(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/testi", "desk")
    begin(page)
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("1")
    expect(page.get_by_text("Kysymys 1 / 8")).to_be_visible()


def test_a_double_press_answers_one_question(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/testi", "phone")
    begin(page)
    page.locator(".option").first.dblclick()
    expect(page.get_by_text("Kysymys 2 / 8")).to_be_visible()
    expect(page.locator('.option[aria-pressed="true"]')).to_have_count(0)


def test_a_reload_goes_on_where_it_was(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/testi", "phone")
    begin(page)
    page.locator(".option").nth(1).click()
    page.locator(".option").nth(2).click()
    expect(page.get_by_text("Kysymys 3 / 8")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Kysymys 3 / 8")).to_be_visible()


def test_a_shared_link_shows_the_same_result_to_another(server: Server, open_page: OpenPage) -> None:
    mine = open_page(f"{server.address}/testi", "phone")
    begin(mine)
    answer_all(mine, "bridge_builder")
    expect(mine.get_by_role("button", name="Tee testi uudelleen")).to_be_visible()
    address = mine.get_by_role("textbox", name="Linkki tähän tulokseen").input_value()
    card_text = mine.locator(".card").inner_text()

    theirs = open_page(address, "desk")
    expect(theirs.locator(".card")).to_be_visible()
    assert theirs.locator(".card").inner_text() == card_text
    theirs.get_by_role("button", name="Tee testi itse").click()
    expect(theirs.get_by_text("Kysymys 1 / 8")).to_be_visible()
    expect(theirs).to_have_url(f"{server.address}/testi")
    theirs.go_back()
    expect(theirs.locator(".card")).to_be_visible()


def test_the_link_is_copied(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/testi?tulos=root_grower--", "desk")
    page.get_by_role("button", name="Kopioi linkki").click()
    expect(page.get_by_text("Linkki on kopioitu.")).to_be_visible()


def test_a_dual_type_shows_both_and_a_pair_that_is_neither(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/testi?tulos=efficiency_freak-everyday_detective-", "desk")
    pair = QUIZ.pair("efficiency_freak", "everyday_detective")
    expect(page.get_by_role("heading", level=2, name=pair.title("fi"))).to_be_visible()
    expect(page.get_by_text("Tehokkuusfriikki + Arjen salapoliisi")).to_be_visible()
    expect(page.locator(".card header img")).to_have_count(2)
    expect(page.get_by_text("Paras parisi: Sillanrakentaja")).to_be_visible()


@pytest.mark.parametrize("code", ["x", "<b>--", "propeller_head", "propeller_head-propeller_head-", "a" * 500])
def test_a_wrong_result_leads_to_the_quiz(server: Server, open_page: OpenPage, code: str) -> None:
    page = open_page(f"{server.address}/testi?tulos={code}", "phone")
    expect(page.get_by_text("Linkin tulosta ei löydy.")).to_be_visible()
    begin(page)


def test_the_picture_is_downloaded(server: Server, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(f"{server.address}/testi?tulos=propeller_head--root_grower", "desk")
    with page.expect_download() as download:
        page.get_by_role("button", name="Lataa kuva").click()
    assert download.value.suggested_filename == "propelli-propeller-head.png"
    download.value.save_as(tmp_path / "card.png")
    assert Image.open(io.BytesIO((tmp_path / "card.png").read_bytes())).size == (1200, 630)


def test_the_propeller_turns_once_and_stands_still_where_movement_is_unwanted(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(f"{server.address}/testi?tulos=root_grower--", "phone")
    propeller = page.locator(".card .propeller")
    expect(propeller).to_be_visible()
    assert propeller.evaluate("one => getComputedStyle(one).animationIterationCount") == "1"
    page.emulate_media(reduced_motion="reduce")
    assert propeller.evaluate("one => getComputedStyle(one).animationName") == "none"


def test_the_quiz_stores_nothing_on_the_server(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.address}/testi", "phone")
    posted: list[str] = []
    page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    begin(page)
    answer_all(page, "root_grower")
    expect(page.locator(".card")).to_be_visible()
    assert posted == []
    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('propelli'))") == []
