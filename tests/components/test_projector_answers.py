"""Open answers and statements on the projector: pages of cards, parts of a hundred per cent, the lists beside them."""

import pytest
from playwright.sync_api import Page, expect

from tests.components.projector_page import HOSTILE, Show, cards, fits, reaches_footer, show, state, statements

__all__ = ["show"]

LATER_MS = 11_000


def shown_cards(page: Page) -> list[str]:
    return page.locator(".cards .page:visible .text").all_inner_texts()


def numbered(count: int) -> tuple[str, ...]:
    return tuple(
        f"{number}. " + "Silloin ei tarvitse kertoa kaikkea alusta. " * (number % 6) for number in range(count)
    )


def test_short_answers_are_larger_and_the_newest_is_named(show: Show) -> None:
    page = show(state(result=cards("Yhteinen sauna", "Ovi, " * 10, HOSTILE * 3)))
    sizes = page.locator(".cards li").evaluate_all(
        "cards => cards.map(card => parseFloat(getComputedStyle(card).fontSize))"
    )
    assert sizes[0] > sizes[1] > sizes[2]
    expect(page.locator(".cards small:visible")).to_have_text(["Uusin"])
    expect(page.locator(".people")).to_have_text("64 vastausta 47 vastaajaa")
    assert page.title() != "run"


@pytest.mark.parametrize("count", [12, 60, 300])
def test_every_answer_is_whole_on_one_of_the_pages(show: Show, count: int) -> None:
    answers = numbered(count)
    page = show(state(result=cards(*answers)))
    pages = page.locator(".cards .page").count()
    texts: list[str] = []
    for number in range(1, pages + 1):
        if pages > 1:
            expect(page.locator(".pager")).to_have_attribute("aria-label", f"Sivu {number}/{pages}")
        assert fits(page)
        assert page.evaluate(
            """() => {
                const bottom = (element) => element.getBoundingClientRect().bottom;
                const board = bottom(document.querySelector('.cards'));
                return [...document.querySelectorAll('.cards .page:not([hidden]) li')]
                    .every((card) => bottom(card) <= board + 1);
            }"""
        )
        texts += shown_cards(page)
        page.clock.fast_forward(LATER_MS)
    assert sorted(text.strip() for text in texts) == sorted(answer.strip() for answer in answers)
    assert texts[0].startswith("0.")


def test_pages_stand_still_while_movement_is_stopped(show: Show) -> None:
    page = show(state(result=cards(*numbered(60))))
    expect(page.locator(".pager")).to_contain_text("1/")
    page.keyboard.press("p")
    page.clock.fast_forward(LATER_MS)
    page.wait_for_timeout(600)
    expect(page.locator(".pager")).to_contain_text("1/")
    page.keyboard.press("p")
    page.clock.fast_forward(LATER_MS)
    expect(page.locator(".pager")).to_contain_text("2/")


def test_what_has_just_come_is_seen_at_once(show: Show) -> None:
    page = show(state(result=cards(*numbered(60))))
    page.clock.fast_forward(LATER_MS)
    expect(page.locator(".pager")).to_contain_text("2/")
    show(state(result=cards("Aivan uusi", *numbered(60))))
    expect(page.locator(".cards .page:visible .newest .text")).to_have_text("Aivan uusi")


def test_an_answer_of_many_short_lines_fits_the_wall(show: Show) -> None:
    page = show(state(result=cards("\n".join("a" * 140))))
    assert fits(page)
    assert reaches_footer(page)


def test_the_list_of_answers_is_heard_beside_the_cards_and_opens_by_a_key(show: Show) -> None:
    page = show(state(result=cards("Sauna", "Kahvi", people=2)))
    expect(page.get_by_role("list", name="Kaikki vastaukset, uusin ensin").get_by_role("listitem")).to_have_text(
        ["Sauna 2 samoin", "Kahvi 2 samoin"]
    )
    page.keyboard.press("l")
    expect(page.locator(".screen")).to_have_attribute("data-view", "list")
    expect(page.get_by_role("button", name="Näytä kortit")).to_be_visible()


def test_answers_that_wait_are_told_of(show: Show) -> None:
    page = show(state(result={**cards(), "people": 3, "answers": 3}))
    expect(page.locator(".empty p")).to_have_text("Vastauksia tulee. Ne näkyvät tässä, kun ne on käyty läpi.")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize(("count", "steps"), [(1, 4), (4, 5), (5, 5), (7, 7), (10, 7)])
def test_one_to_ten_statements_fit_between_header_and_footer(
    show: Show, count: int, steps: int, size: tuple[int, int]
) -> None:
    page = show(state(result=statements(count, steps)), size)
    assert fits(page)
    assert reaches_footer(page)
    expect(page.locator(".scales .statement")).to_have_count(count)
    expect(page.locator(".statement").first.locator(".framed")).to_have_count(1)


@pytest.mark.parametrize("count", [1, 4, 7, 10])
def test_the_longest_statements_fit_too_and_are_whole_in_the_table(show: Show, count: int) -> None:
    result = statements(count)
    for statement in result["statements"]:
        statement["label"] = ("pitkäkestoinenasia " * 8)[:140]
    page = show(state(result=result))
    assert reaches_footer(page)
    page.keyboard.press("l")
    assert fits(page)
    rows = page.get_by_role("rowheader")
    expect(rows).to_have_text([result["statements"][0]["label"]] * count)
    rows.last.scroll_into_view_if_needed()
    expect(rows.last).to_be_in_viewport()


def test_parts_are_as_wide_as_their_shares_and_every_number_is_heard_and_in_the_table(show: Show) -> None:
    page = show(state(result=statements(4)), reduced_motion="reduce")
    widths = page.locator(".track").first.locator("i").evaluate_all("parts => parts.map(part => part.offsetWidth)")
    assert [round(15 * width / sum(widths)) for width in widths] == [1, 2, 3, 4, 5]
    expect(page.locator(".track").first.locator("i").first).to_have_text("7\u00a0%")
    spoken = "1: 1 (7 %), 2: 2 (13 %), 3: 3 (20 %), 4: 4 (27 %), 5: 5 (33 %)".replace(" %", "\u00a0%")
    expect(page.get_by_role("img", name=spoken)).to_have_count(4)
    expect(page.get_by_role("img", name="En osaa sanoa: 4")).to_be_visible()
    page.keyboard.press("l")
    expect(page.locator(".screen")).to_have_attribute("data-view", "figures")
    row = page.locator(".figures table").get_by_role("row").nth(1)
    expect(row.get_by_role("cell")).to_have_text(
        ["1 (7 %)", "2 (13 %)", "3 (20 %)", "4 (27 %)", "5 (33 %)", "mediaani 4, keskiarvo 3,7", "1"]
    )
    assert fits(page)


def test_two_middle_answers_on_different_steps_are_both_framed_and_nothing_is_drawn_of_nobody(show: Show) -> None:
    result = statements(2)
    result["statements"][0] |= {"median": [2, 3], "mean": None, "summary": ["mediaani 2–3"]}
    result["statements"][1] |= {"steps": [0] * 5, "percents": [0] * 5, "median": None, "mean": None, "summary": []}
    page = show(state(result=result))
    rows = page.locator(".scales .statement")
    expect(rows.first.locator(".framed")).to_have_count(2)
    expect(rows.first.locator(".summary span:visible")).to_have_text(["mediaani 2–3"])
    expect(rows.nth(1).locator(".track i:visible")).to_have_count(0)
