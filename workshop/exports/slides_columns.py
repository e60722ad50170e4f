"""Themes as columns: how many fit beside each other, and which lines of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from workshop.exports.report_parts import PartGroup
from workshop.exports.slides_cards import Box

MOST_BESIDE = 5
"""Columns in a row; more stand in two rows."""
GAP, HEADING, LINE = 150_000, 620_000, 215_000
"""In English Metric Units: between columns, of a heading of two lines, of a line of LINE_POINTS."""
LINE_POINTS, HEADING_POINTS = 13, 14
LETTER = 95_000
"""How wide a letter of LINE_POINTS is on average."""


@dataclass(frozen=True)
class ThemeColumn:
    """A theme with the lines that fit, how many do not, and its box."""

    heading: str
    lines: tuple[str, ...]
    left_out: int
    box: Box


def theme_columns(groups: Sequence[PartGroup], area: Box) -> list[ThemeColumn]:
    """Every theme in a column of its own; those that nothing stands under are headings in a row below the others."""
    left, top, width, height = area
    filled = [place for place, group in enumerate(groups) if _entries(group)]
    empty = [place for place in range(len(groups)) if place not in filled]
    below = _rows(len(empty)) * (HEADING + GAP)
    upper = (left, top, width, height - below if filled else 0)
    boxes = dict(zip(filled, _boxes(len(filled), upper), strict=True))
    lower = (left, top + height - below + GAP, width, below - GAP) if filled else area
    boxes |= zip(empty, _boxes(len(empty), lower), strict=True)
    return [_column(group, boxes[place]) for place, group in enumerate(groups)]


def _boxes(number: int, area: Box) -> list[Box]:
    """So many boxes of one size, in as many rows as they need."""
    left, top, width, height = area
    rows = _rows(number) or 1
    beside = -(-number // rows) or 1
    wide, tall = (width - GAP * (beside - 1)) // beside, (height - GAP * (rows - 1)) // rows
    places = (divmod(place, beside) for place in range(number))
    return [(left + column * (wide + GAP), top + row * (tall + GAP), wide, tall) for row, column in places]


def _rows(number: int) -> int:
    return 0 if not number else 1 if number <= MOST_BESIDE else 2


def _entries(group: PartGroup) -> list[str]:
    return [f"{word} {people}" for word, people in group.words] + [f"– {text}" for text in group.texts]


def _column(group: PartGroup, box: Box) -> ThemeColumn:
    """The entries that fit, in their order; where none does, the beginning of the first."""
    entries, letters = _entries(group), max(8, box[2] // LETTER)
    room = max(1, (box[3] - HEADING) // LINE - 1)  # the last line is for what is left out
    left = room
    lines: list[str] = []
    for entry in entries:
        needed = len(wrap(entry, letters)) or 1
        if needed <= left:
            lines.append(entry)
            left -= needed
    if entries and not lines:
        lines.append(f"{entries[0][: room * letters - 2].rstrip()} …")
    return ThemeColumn(group.heading, tuple(lines), len(entries) - len(lines), box)
