"""Dots and rankings on the wall: every number beside its picture, few and many, and the table in its place."""

import pytest
from playwright.sync_api import Page, expect

from tests.components.projector_page import Show, choice, dots, fits, ranking, reaches_footer, show, state

__all__ = ["show"]
SIZES = [(1280, 720), (1920, 1080), (1024, 768)]


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(selector).filter(visible=True).all_inner_texts()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("counts", [(0, 0), (60,) * 6, (60,) * 10, tuple(range(60, 0, -3)), (60,) * 30])
def test_dots_of_two_to_thirty_options_fit_each_with_its_numbers(
    show: Show, counts: tuple[int, ...], size: tuple[int, int]
) -> None:
    page = show(state(result=dots(*counts)), size)
    assert fits(page)
    assert reaches_footer(page)
    drawn = page.locator(".drawn i").evaluate_all("dots => dots.map(dot => dot.getBoundingClientRect())")
    assert len(drawn) == sum(counts)
    footer = page.locator(".footing").bounding_box()
    assert footer is not None
    assert all(dot["bottom"] <= footer["y"] + 2 and dot["width"] >= 4 for dot in drawn)
    assert texts(page, ".dots .count") == [str(count) for count in counts]
    assert all(
        f"{(count + 1) // 2} vastaaja" in people for count, people in zip(counts, texts(page, ".share"), strict=True)
    )


def test_dots_stand_in_fives_twenty_a_line(show: Show) -> None:
    page = show(state(result=dots(34, 3)), (1920, 1080))
    first, second = page.locator(".drawn").all()
    assert [group.locator("i").count() for group in first.locator("span").all()] == [5, 5, 5, 5, 5, 5, 4]
    tops = first.locator("i").evaluate_all("dots => dots.map(dot => Math.round(dot.getBoundingClientRect().top))")
    assert [tops.count(top) for top in sorted(set(tops))] == [20, 14]
    assert second.locator("i").count() == 3
    expect(page.locator(".drawn").first).to_have_attribute("aria-hidden", "true")
    expect(page.locator(".dots li").first).to_contain_text("34 pistettä,")
    expect(page.locator(".aside")).to_have_text("120 pistettä jaettu, jokaisella 5.")


def test_new_dots_are_added_to_those_that_are_there(show: Show) -> None:
    page = show(state(result=dots(6, 2)))
    drawn = page.locator(".drawn i").first.element_handle()
    show(state(result=dots(8, 2)))
    assert drawn.evaluate("dot => dot.isConnected")
    assert page.locator(".drawn").first.locator("i").count() == 8


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("standings", [(1, 2, 3), (1, 2, 2, 4, 5, 6), tuple(range(1, 11)), (1,) * 10, (1, 2, 2, 2, 5)])
def test_rankings_of_three_to_ten_options_fit(show: Show, standings: tuple[int, ...], size: tuple[int, int]) -> None:
    page = show(state(result=ranking(*standings, unplaced=2)), size)
    assert fits(page)
    assert reaches_footer(page)
    bars = page.locator(".places i").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().height)")
    assert len(bars) == len(standings) ** 2
    assert max(bars) > 3 * min(bars) > 0


def test_a_tie_is_one_number_and_a_bracket_and_readers_hear_it_in_every_row(show: Show) -> None:
    page = show(state(result=ranking(1, 2, 2, 4)), (1920, 1080))
    shown = [
        text
        for cell in page.locator(".standing > span").all()
        if (box := cell.bounding_box()) and box["width"] > 1 and (text := cell.inner_text())
    ]
    assert [" ".join(text.split()) for text in shown] == ["1.", "2. tasan", "4."]
    heights = page.locator(".standing").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().height)")
    rows = page.locator(".ranking tbody tr").evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
    assert heights[1] > 1.9 * (rows[1] - 3)
    expect(page.get_by_role("rowheader")).to_have_text(["1.", "2. tasan", "2. tasan", "4."])


def test_the_mean_the_first_ones_and_those_without_a_place_have_their_numbers(show: Show) -> None:
    page = show(state(result=ranking(1, 2, 3, unplaced=4), answered=10))
    assert texts(page, ".ranking thead :is(th, td span span)") == [
        "Sija", "1.", "2.", "3.", "Ei sijaa", "Keskisija", "Ensimmäisenä"
    ]  # fmt: skip
    assert texts(page, ".mean") == ["1,0", "2,0", "3,0"]
    assert texts(page, ".first") == ["10", "0", "0"]
    assert texts(page, "tbody .unplaced") == ["4", "4", "4"]
    expect(page.get_by_role("img", name="Sijat 1–3: 6, 0, 0")).to_be_visible()
    expect(page.locator(".answered")).to_have_text("Järjestäneitä 10")
    show(state(result=ranking(1, 2, 3)))
    assert texts(page, "tbody .unplaced") == []


@pytest.mark.parametrize(
    ("result", "head", "first"),
    [
        (dots(34, 2), ["Vaihtoehto", "Pisteitä", "Vastaajia"], ["34", "17"]),
        (
            ranking(1, 2, 2, 4, unplaced=1),
            ["Vaihtoehto", "Sija", "Keskisija", "1.", "2.", "3.", "4.", "Ei sijaa"],
            ["1.", "1,0", "9", "0", "0", "0", "1"],
        ),
    ],
)
def test_a_table_takes_the_place_of_the_picture_and_back(
    show: Show, result: dict[str, object], head: list[str], first: list[str]
) -> None:
    page = show(state(result=result))
    page.get_by_role("button", name="Näytä luettelo").click()
    expect(page.get_by_role("columnheader")).to_have_text(head)
    expect(page.locator(".figures tbody tr").first.locator("td")).to_have_text(first)
    expect(page.locator(":is(.dots, .ranking)").filter(visible=True)).to_have_count(0)
    page.get_by_role("button", name="Näytä kuva").click()
    expect(page.locator(".figures")).to_be_hidden()
    page.keyboard.press("l")
    expect(page.locator(".figures")).to_be_visible()


@pytest.mark.parametrize("result", [choice(3, 0), None])
def test_what_has_no_table_has_no_button_for_one(show: Show, result: dict[str, object] | None) -> None:
    expect(show(state(result=result)).locator(".list-switch")).to_be_hidden()


def test_nobody_has_ranked_yet(show: Show) -> None:
    page = show(state(result={**ranking(1, 2, 3), "n": 0}))
    expect(page.locator(".empty")).to_contain_text("Ei vielä vastauksia.")
    expect(page.locator(".list-switch")).to_be_hidden()


def test_an_upright_window_scrolls_and_names_every_number(show: Show) -> None:
    page = show(state(result=ranking(1, 2, 2, unplaced=1)), (390, 844))
    assert fits(page)
    label = page.locator("tbody .mean").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Keskisija" in label
