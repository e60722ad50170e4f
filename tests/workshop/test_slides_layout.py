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


def test_a_theme_with_long_answers_alone_shows_the_beginning_of_one() -> None:
    """A column that shows nothing but a number of what is left out tells nothing."""
    column, *_ = theme_columns([PartGroup("1. Kyydit", texts=("lähipalvelu " * 200,) * 3)], AREA)
    assert column.lines[0].startswith("– lähipalvelu lähipalvelu")
    assert column.lines[0].endswith(" …")
    assert column.left_out == 2


def test_a_long_answer_does_not_keep_short_ones_from_their_column() -> None:
    column, *_ = theme_columns([PartGroup("1. Kyydit", texts=("lähipalvelu " * 200, "sauna", "kyyti"))], AREA)
    assert column.lines == ("– sauna", "– kyyti")
    assert column.left_out == 1


def test_themes_that_nothing_stands_under_take_no_room_from_the_others() -> None:
    groups = [PartGroup("1. Palvelut", texts=("sauna",)), *(PartGroup(f"{n}. Tyhjä (0)") for n in range(2, 9))]
    filled, *empty = theme_columns(groups, AREA)
    assert filled.box[2] == AREA[2]
    assert all(column.box[1] >= filled.box[1] + filled.box[3] for column in empty)
    assert_apart([filled.box, *(column.box for column in empty)])
