"""Texts as cards in columns: how many fit a slide, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

COLUMNS = 3
LETTERS_A_LINE = 34
LINE, PADDING, GAP = 225_000, 130_000, 110_000
"""In English Metric Units, for letters of CARD_POINTS."""
CARD_POINTS = 14
LONGEST = 330
"""Letters of a text that a card shows; the notes have it whole."""

Box = tuple[int, int, int, int]
"""Left, top, width and height in English Metric Units."""


@dataclass(frozen=True)
class Card:
    """A text with its box."""

    text: str
    box: Box


def cards(texts: Sequence[str], area: Box) -> list[Card]:
    """The first texts, each in the column with the most room, until one fits none."""
    left, top, width, height = area
    column_width = (width - GAP * (COLUMNS - 1)) // COLUMNS
    used = [0] * COLUMNS
    placed = []
    for text in texts:
        shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 2].rstrip()} …"
        tall = PADDING + LINE * len(wrap(shown, LETTERS_A_LINE) or [""])
        column = min(range(COLUMNS), key=lambda place: used[place])
        if used[column] + tall > height:
            break
        box = (left + column * (column_width + GAP), top + used[column], column_width, tall)
        placed.append(Card(shown, box))
        used[column] += tall + GAP
    return placed
