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
    """Every theme in a column of its own, of one width."""
    left, top, width, height = area
    rows = 1 if len(groups) <= MOST_BESIDE else 2
    beside = -(-len(groups) // rows)
    column_width = (width - GAP * (beside - 1)) // beside
    row_height = (height - GAP * (rows - 1)) // rows
    columns = []
    for place, group in enumerate(groups):
        row, column = divmod(place, beside)
        box = (left + column * (column_width + GAP), top + row * (row_height + GAP), column_width, row_height)
        columns.append(_column(group, box))
    return columns


def _column(group: PartGroup, box: Box) -> ThemeColumn:
    entries = [f"{word} {people}" for word, people in group.words] + [f"– {text}" for text in group.texts]
    room = (box[3] - HEADING) // LINE - 1  # the last line is for what is left out
    lines: list[str] = []
    for entry in entries:
        room -= len(wrap(entry, max(8, box[2] // LETTER))) or 1
        if room < 0:
            break
        lines.append(entry)
    return ThemeColumn(group.heading, tuple(lines), len(entries) - len(lines), box)
