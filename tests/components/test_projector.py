"""The projector in a real browser: what is visible and what a screen reader meets."""

from typing import Any

import pytest
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from tests.components.projector_page import (
    ASSESSMENT,
    HOSTILE,
    PIXEL,
    QUIZ,
    RESULTS,
    Show,
    choice,
    fits,
    reaches_footer,
    show,
    state,
    words,
)
from workshop.words.cloud.cloud import WIDE
from workshop.words.cloud.layout import arrange

__all__ = ["show"]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
def test_every_view_fits_the_window_and_its_smallest_text_can_be_read(show: Show, size: tuple[int, int]) -> None:
    for view in ("join", "question", "hold", *RESULTS):
        page = show(state(view="results" if view in RESULTS else view, result=RESULTS.get(view)), size)
        assert fits(page), view
        smallest = page.evaluate("""() => Math.min(...[...document.querySelectorAll('.screen *:not(.cloud *)')]
            .filter((element) => element.getBoundingClientRect().height > 1 && element.textContent.trim())
            .map((element) => parseFloat(getComputedStyle(element).fontSize)))""")
        assert smallest >= max(15, 0.0135 * size[0]) - 0.1, view


@pytest.mark.parametrize("counts", [(5, 3), (9,) * 10, tuple(range(30, 0, -1)), (0,) * 30])
def test_two_to_thirty_options_fit_between_header_and_footer_each_with_its_count(
    show: Show, counts: tuple[int, ...]
) -> None:
    page = show(state(result=choice(*counts)))
    assert reaches_footer(page)
    assert page.locator(".bars .count").all_inner_texts() == [str(count) for count in counts]
    expect(page.locator(".aside")).to_have_text("Osuus vastaajista.")


def test_equal_counts_have_equal_bars_and_a_count_of_zero_is_drawn(show: Show) -> None:
    page = show(state(result=choice(7, 7, 0)), reduced_motion="reduce")
    widths = page.locator(".bars .bar").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")
    assert widths[0] == widths[1] > 100
    assert 0 < widths[2] < 10


def test_an_update_keeps_every_kept_word_and_the_focus_and_moves_nothing_else(show: Show) -> None:
    first = [("arki", 3), ("toivo", 2)]
    before = arrange(None, [(text, text, count) for text, count in first], WIDE)
    page = show(state(result=words(*first)))
    word_element = page.locator(".word", has_text="arki").element_handle()
    place = word_element.get_attribute("style")
    page.locator(".pause").focus()
    show(state(result=words(("arki", 3), ("uusi", 1), before=before), answered=143))
    assert word_element.evaluate("word => word.isConnected")
    assert word_element.get_attribute("style") == place
    assert page.evaluate("document.activeElement.className") == "tool pause"
    page.clock.run_for(1000)
    assert page.locator(".word").all_text_contents() == ["arki", "uusi"]
    expect(page.locator(".answered")).to_have_text("Vastanneita 143")


@pytest.mark.parametrize("result", list(RESULTS.values()))
def test_an_update_of_equal_data_changes_nothing_in_the_page(show: Show, result: dict[str, Any]) -> None:
    page = show(state(result=result))
    page.clock.run_for(2000)
    page.evaluate("""() => {
      window.changes = 0;
      new MutationObserver((list) => (window.changes += list.length))
        .observe(document.querySelector('.screen'), {subtree: true, childList: true, attributes: true});
    }""")
    show(state(result=result))
    page.clock.run_for(600)
    assert page.evaluate("window.changes") == 0


def test_words_and_questions_are_text_never_markup(show: Show) -> None:
    options = [{"label": HOSTILE, "count": 1, "percent": 100}]
    page = show(state(question=HOSTILE, result={**choice(1), "options": options, "note": HOSTILE}))
    expect(page.locator("h1")).to_have_text(HOSTILE)
    expect(page.locator(".bars dt")).to_have_text(HOSTILE)
    expect(page.locator(".aside")).to_have_text(HOSTILE)
    show(state(result=words((HOSTILE, 1))))
    assert page.locator(".word tspan").all_text_contents() == ["<img src=x", "onerror=document.title='run'>"]
    assert page.title() != "run"


def test_the_list_is_read_in_place_of_the_cloud_and_shown_by_its_button_and_by_l(show: Show) -> None:
    page = show(state(result=words(("arki", 3), ("toivo", 1), left_out=12)))
    assert page.locator(".cloud").get_attribute("aria-hidden") == "true"
    assert page.locator(".list li").all_text_contents() == ["arki 3", "toivo 1"]
    assert page.locator(".list").bounding_box()["width"] <= 1  # type: ignore[index]
    expect(page.locator(".aside")).to_have_text("+12 sanaa luettelossa")
    page.get_by_role("button", name="Näytä luettelo").click()
    assert page.locator(".list").bounding_box()["width"] > 600  # type: ignore[index]
    expect(page.locator(".cloud")).to_be_hidden()
    page.keyboard.press("l")
    expect(page.locator(".cloud")).to_be_visible()
    assert page.locator("[aria-live]").count() == 0


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_long_list_ends_after_a_whole_row_and_tells_how_many_words_are_below(
    show: Show, size: tuple[int, int]
) -> None:
    page = show(state(result=words(*((f"sana{number}", 2) for number in range(300)))), size)
    page.keyboard.press("l")
    edge = page.locator(".list").bounding_box()
    assert edge is not None
    boxes = [box for row in page.locator(".list li").all() if (box := row.bounding_box())]
    bottom = edge["y"] + edge["height"]
    below = [box for box in boxes if box["y"] >= bottom - 1]
    assert all(box["y"] + box["height"] <= bottom + 1 for box in boxes if box not in below)
    assert 0 < len(below) < 300
    expect(page.locator(".aside")).to_have_text(f"+{len(below)} sanaa alempana")
    page.keyboard.press("l")
    expect(page.locator(".aside")).to_be_hidden()


def test_a_narrow_window_draws_the_tall_cloud(show: Show) -> None:
    result = words(("arki", 3))
    assert show(state(result=result), (390, 844)).locator(".cloud").get_attribute("viewBox") == "0 0 700 1000"


@pytest.mark.parametrize(
    ("openness", "result", "sentence"),
    [
        ("open", words(), "Ei vielä vastauksia."),
        ("waiting", words(), "Kysymys avataan pian."),
        ("open", {"kind": "assessment", "hidden": True, "needed": 3}, "vähintään 3"),
        ("open", {**QUIZ, "n": 0}, "Ei vielä vastauksia."),
        ("open", {**words(), "people": 21}, "Vastauksia tulee."),
    ],
)
def test_where_there_is_nothing_to_show_a_sentence_says_why(
    show: Show, openness: str, result: dict[str, Any], sentence: str
) -> None:
    assert sentence in show(state(state=openness, result=result)).locator(".middle").inner_text()


@pytest.mark.parametrize(
    ("hold", "sentence"), [("ended", "Kiitos kaikille!"), ("gone", "on poistettu"), ("pause", "Hetki taukoa")]
)
def test_the_holding_picture_says_why_it_is_up(show: Show, hold: str, sentence: str) -> None:
    page = show(state(view="hold", hold=hold))
    assert sentence in page.locator(".heading").inner_text()
    assert ("propelli.example/seuraavaksi" in page.locator(".under").inner_text()) == (hold == "ended")


def test_what_is_said_of_the_bars_stands_below_the_types_too(show: Show) -> None:
    page = show(state(result={**QUIZ, "note": "6 vastaajaa sai kaksi tyyppiä."}))
    expect(page.locator(".aside")).to_have_text("6 vastaajaa sai kaksi tyyppiä.")


def test_a_type_that_nobody_is_stands_on_a_dashed_post_and_in_the_sentence(show: Show) -> None:
    page = show(state(result=QUIZ))
    assert "sinnikäs juurruttaja" in page.locator(".lacking").inner_text()
    assert page.locator(".lacks .name").all_inner_texts() == ["Sinnikäs juurruttaja"]
    assert page.locator(".post").all_inner_texts() == ["58", "31", "0"]
    heights = page.locator(".post").evaluate_all("posts => posts.map(post => post.offsetHeight)")
    assert heights == sorted(heights, reverse=True)


def test_the_assessment_is_the_shares_of_its_levels_whose_names_stand_above_and_in_the_table(show: Show) -> None:
    page = show(state(result=ASSESSMENT))
    expect(page.locator(".legend")).to_have_text("1Ei vielä2Aluillaan3Toteutuu4Toteutuu vahvastiEn osaa sanoa")
    assert page.locator(".track i").all_inner_texts() == ["8\u00a0%", "17\u00a0%", "50\u00a0%", "25\u00a0%"]
    label = (
        "Ei vielä: 1 (8\u00a0%), Aluillaan: 2 (17\u00a0%), Toteutuu: 6 (50\u00a0%), Toteutuu vahvasti: 3 (25\u00a0%)"
    )
    expect(page.locator(".track")).to_have_attribute("aria-label", label)
    expect(page.locator(".unsure")).to_have_text("4")
    page.keyboard.press("l")
    expect(page.get_by_role("columnheader")).to_have_text(
        ["Tunnusmerkki", "Ei vielä", "Aluillaan", "Toteutuu", "Toteutuu vahvasti", "En osaa sanoa"]
    )
    expect(page.get_by_role("cell")).to_have_text(
        ["1 (8\u00a0%)", "2 (17\u00a0%)", "6 (50\u00a0%)", "3 (25\u00a0%)", "4"]
    )


def test_the_question_alone_lists_what_can_be_chosen_as_plain_text_and_results_do_not(show: Show) -> None:
    page = show(state(view="question", choices=["Kunta", HOSTILE]))
    expect(page.locator(".choices li")).to_have_text(["Kunta", HOSTILE])
    show(state(result=choice(3, 0)))
    expect(page.locator(".choices")).to_be_hidden()


def test_thirty_long_choices_stand_within_the_screen(show: Show) -> None:
    page = show(state(view="question", choices=[f"{n} " + "pitkähkö vaihtoehto " * 5 for n in range(30)]))
    bottom = page.locator(".choices").evaluate("list => list.getBoundingClientRect().bottom")
    assert bottom <= page.locator(".footing").evaluate("foot => foot.getBoundingClientRect().top")


def test_a_link_has_its_picture_beside_the_question(show: Show) -> None:
    page = show(state(view="question", link=True, picture=PIXEL))
    expect(page.locator(".heading > .picture")).to_have_attribute("src", PIXEL)
    show(state(view="hold", link=True, picture=PIXEL))
    expect(page.locator(".heading > .picture")).to_be_hidden()


def test_the_countdown_runs_between_updates_and_is_not_shown_when_closed(show: Show) -> None:
    page = show(state(closes_in_ms=84_000))
    expect(page.locator(".countdown")).to_have_text("1:24 jäljellä")
    page.clock.run_for(3000)
    expect(page.locator(".countdown")).to_have_text("1:21 jäljellä")
    show(state(closes_in_ms=81_300))
    expect(page.locator(".countdown")).to_have_text("1:21 jäljellä")
    show(state(closes_in_ms=30_000))
    expect(page.locator(".countdown")).to_have_text("0:30 jäljellä")
    show(state(state="closed"))
    expect(page.locator(".countdown")).to_be_hidden()
    expect(page.locator(".state")).to_have_text("Suljettu")


def test_a_broken_line_is_told_after_three_seconds_until_it_is_there_again(show: Show) -> None:
    page = show(state())
    page.evaluate("source.onerror()")
    page.clock.run_for(2900)
    expect(page.locator(".lost")).to_be_hidden()
    page.clock.run_for(1000)
    expect(page.locator(".lost")).to_contain_text("Yhteys katkesi")
    page.evaluate("source.onopen()")
    page.clock.run_for(300)
    expect(page.locator(".lost")).to_be_hidden()


def test_a_stream_that_is_not_heard_for_long_is_opened_anew(show: Show) -> None:
    page = show(state())
    show(state())
    page.clock.run_for(30_000)
    page.evaluate("source.dispatchEvent(new MessageEvent('beat', { data: '7' }))")
    page.clock.run_for(30_000)
    assert page.evaluate("sources") == 1
    page.clock.run_for(6_000)
    assert page.evaluate("sources") == 2


def test_a_stream_that_opens_and_brings_nothing_is_asked_for_until_it_flows(show: Show) -> None:
    page = show(state())
    page.evaluate("body => { newest = { status: 200, body } }", state(question="Haettu kysymys"))
    page.clock.run_for(6_500)
    expect(page.locator("h1")).to_have_text("Haettu kysymys")
    show(state(question="Virrasta"))
    requests = page.evaluate("states")
    page.clock.run_for(12_000)
    assert page.evaluate("states") == requests
    expect(page.locator("h1")).to_have_text("Virrasta")


def test_a_deleted_room_is_told_calmly_and_a_new_one_with_its_code_is_found(show: Show) -> None:
    page = show(state(result=words(("arki", 3))))
    page.evaluate("source.dispatchEvent(new MessageEvent('gone', { data: JSON.stringify({ message: 'x' }) }))")
    assert "on poistettu" in page.locator(".heading").inner_text()
    expect(page.locator(".cloud")).to_be_hidden()
    page.clock.run_for(16_000)
    expect(page.locator(".lost")).to_be_hidden()
    assert page.evaluate("sources") == 2
    show(state(view="question", question="Uusi"))
    expect(page.locator("h1")).to_have_text("Uusi")


def test_a_room_that_is_not_there_is_told_at_once(show: Show) -> None:
    assert "on poistettu" in show(None).locator(".heading").inner_text()


def test_a_locked_workshop_calls_nobody_in(show: Show) -> None:
    page = show(state(view="join", locked=True))
    expect(page.locator("h1")).to_have_text("Työpaja on lukittu")
    expect(page.locator(".under")).to_contain_text("Uusia osallistujia ei juuri nyt oteta mukaan.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_qr_code_is_dark_on_white_in_both_themes_and_has_a_name(show: Show, scheme: str) -> None:
    page = show(state(view="join"), color_scheme=scheme)
    assert page.locator(".qr").evaluate("qr => getComputedStyle(qr).backgroundColor") == "rgb(255, 255, 255)"
    assert page.get_by_role("img", name="QR-koodi: propelli.example/482915").bounding_box()["width"] > 300  # type: ignore[index]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_language_has_every_text_that_the_screen_asks_for(show: Show, lang: str) -> None:
    for result in RESULTS.values():
        page = show(state(result=result), lang=lang, keys=True)
        assert "undefined" not in page.locator(".screen").inner_html()
    page.keyboard.press("?")
    rows = page.locator(".keys dl div")
    assert all(len(row.split("\n")) == 2 and "key_" not in row for row in rows.all_inner_texts())
    assert rows.count() == 11


def test_the_component_is_drawn_by_a_streamlit_page() -> None:
    def page() -> None:
        import streamlit as st

        from components.projector import screen
        from tests.components.projector_page import mounted, state

        screen(mounted(state()), key="screen")
        st.text("drawn")

    ran = AppTest.from_function(page, default_timeout=60).run()
    assert not ran.exception
    assert ran.text[0].value == "drawn"
