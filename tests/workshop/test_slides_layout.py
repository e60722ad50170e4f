"""Cards and columns of a slide stay within it and do not cover each other, whatever people write."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.exports.report_parts import PartGroup
from workshop.exports.slides_cards import Box, cards
from workshop.exports.slides_columns import theme_columns

AREA = (500_000, 1_800_000, 11_000_000, 4_000_000)
TEXTS = st.lists(st.text(min_size=1, max_size=500), max_size=60)


def assert_apart(boxes: list[Box]) -> None:
    left, top, width, height = AREA
    for number, (x, y, wide, tall) in enumerate(boxes):
        assert left <= x
        assert top <= y
        assert x + wide <= left + width
        assert y + tall <= top + height
        for other_x, other_y, other_wide, other_tall in boxes[:number]:
            beside = x + wide <= other_x or other_x + other_wide <= x
            assert beside or y + tall <= other_y or other_y + other_tall <= y


@given(TEXTS)
def test_cards_stay_apart_and_in_order(texts: list[str]) -> None:
    placed = cards(texts, AREA)
    assert_apart([card.box for card in placed])
    assert all(text.startswith(card.text[:300].rstrip(" …")) for card, text in zip(placed, texts, strict=False))


@given(st.lists(TEXTS, min_size=1, max_size=12))
def test_every_theme_has_its_column_and_says_what_is_left_out(themes: list[list[str]]) -> None:
    groups = [PartGroup(str(number), texts=tuple(texts)) for number, texts in enumerate(themes)]
    columns = theme_columns(groups, AREA)
    assert_apart([column.box for column in columns])
    assert [len(column.lines) + column.left_out for column in columns] == [len(texts) for texts in themes]
