"""The mark of a theme beside a word: its number in a seed of its colour; from the sixth on the seed is an outline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from PIL import Image, ImageDraw, ImageFont

from components.palette import COLOURS
from components.word_cloud.glyphs import FONT

THEME_INKS = ("jarvi", "lakka", "kuusi", "kanerva", "yo")
_ROUND, _LINE, _DIGIT, _BASELINE = 0.4, 0.1, 0.76, 0.275
"""In sides of the mark: the radius of three corners, the line of an outline, the size of the digit and its depth."""


class MarkedWord(Protocol):
    """A word with the number of its theme, 0 for none, and where its mark stands: the middle and the side."""

    @property
    def theme(self) -> int: ...
    @property
    def mark_place(self) -> tuple[float, float, float]: ...


@dataclass(frozen=True)
class Mark:
    """A drawn mark: its corner, its side, its number, and its colours."""

    left: float
    top: float
    side: float
    number: int
    colour: str
    ground: str
    digit: str


def theme_colour(number: int, dark: bool) -> str:
    """The colour of a theme by its number, from 1."""
    return COLOURS[THEME_INKS[(number - 1) % len(THEME_INKS)]][int(dark)]


def marks(words: Iterable[MarkedWord], margin: float, dark: bool) -> Iterator[Mark]:
    """The marks of the words that stand in a theme."""
    for word in words:
        if word.theme:
            x, y, side = word.mark_place
            colour, is_outline = theme_colour(word.theme, dark), word.theme > len(THEME_INKS)
            ground = COLOURS["surface" if is_outline else THEME_INKS[word.theme - 1]][int(dark)]
            digit = colour if is_outline else COLOURS["on-action"][int(dark)]
            yield Mark(margin + x - side / 2, margin + y - side / 2, side, word.theme, colour, ground, digit)


def mark_svg(mark: Mark) -> str:
    """The mark as real text in a path."""
    line = _LINE * mark.side
    left, top, side, round_ = mark.left + line / 2, mark.top + line / 2, mark.side - line, _ROUND * mark.side
    small = round_ / 4
    path = (
        f"M{left + small:.1f} {top:.1f}h{side - small - round_:.1f}a{round_:.1f} {round_:.1f} 0 0 1 {round_:.1f} "
        f"{round_:.1f}v{side - 2 * round_:.1f}a{round_:.1f} {round_:.1f} 0 0 1 -{round_:.1f} {round_:.1f}"
        f"h-{side - 2 * round_:.1f}a{round_:.1f} {round_:.1f} 0 0 1 -{round_:.1f} -{round_:.1f}"
        f"v-{side - small - round_:.1f}a{small:.1f} {small:.1f} 0 0 1 {small:.1f} -{small:.1f}z"
    )
    x, y = mark.left + mark.side / 2, mark.top + mark.side * (0.5 + _BASELINE)
    return (
        f'\n<path d="{path}" fill="{mark.ground}" stroke="{mark.colour}" stroke-width="{line:.1f}"/>'
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{_DIGIT * mark.side:.1f}" fill="{mark.digit}" '
        f'text-anchor="middle">{mark.number}</text>'
    )


def draw_marks(picture: Image.Image, drawn: Iterable[Mark], scale: float) -> None:
    """The marks on a picture of so many pixels a unit."""
    draw = ImageDraw.Draw(picture)
    for mark in drawn:
        left, top, side = mark.left * scale, mark.top * scale, mark.side * scale
        draw.rounded_rectangle(
            (left, top, left + side, top + side), _ROUND * side, mark.ground, mark.colour, round(_LINE * side),
            corners=(False, True, True, True),
        )  # fmt: skip
        font = ImageFont.truetype(str(FONT), max(1, round(_DIGIT * side)))
        place = (left + side / 2, top + side * (0.5 + _BASELINE))
        draw.text(place, str(mark.number), mark.digit, font, anchor="ms")
