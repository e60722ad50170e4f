"""The cloud as it is drawn: its frame, and every word with its place, its size and its theme."""

import math
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

from workshop.words.cloud.measure import ASCENT, DESCENT, LINE_HEIGHT, mark_side

_AREA_OF_A_WORD = 16_000


@dataclass(frozen=True)
class Frame:
    """The area that the cloud fills, in units of its own."""

    width: int
    height: int

    @property
    def capacity(self) -> int:
        """The largest number of words that are drawn: more would not be legible."""
        return max(1, self.width * self.height // _AREA_OF_A_WORD)

    @property
    def largest(self) -> float:
        """The type size of the most frequent word."""
        return min(0.2 * self.height, 0.15 * self.width)

    @property
    def roundness(self) -> float:
        """How much wider than high the cloud is: somewhat rounder than its frame."""
        return math.pow(self.width / self.height, 0.7)


WIDE, TALL = Frame(1600, 700), Frame(700, 1000)


@dataclass(frozen=True)
class PlacedWord:
    """One drawn word: its middle, its type size, and its lines with their widths in ems; `ink` is one of five.

    `mark` is the room that it has for the mark of a theme at its right end, `theme` that theme's number, 0 for none.
    """

    key: str
    text: str
    count: int
    x: float
    y: float
    size: float
    ink: int
    lines: tuple[str, ...]
    widths: tuple[float, ...]
    mark: float = 0.0
    theme: int = 0

    @property
    def half_width(self) -> float:
        return (max(self.widths) * self.size + self.mark) / 2

    @property
    def text_x(self) -> float:
        """The middle of its letters."""
        return self.x - self.mark / 2

    @property
    def mark_place(self) -> tuple[float, float, float]:
        """The middle of its mark, after the last line, and the mark's side."""
        side, rows = mark_side(self.size), (len(self.lines) - 1) / 2
        right = self.text_x + self.widths[-1] * self.size / 2 + self.mark - side / 2
        return right, self.y + rows * LINE_HEIGHT * self.size, side

    @property
    def half_height(self) -> float:
        return (ASCENT + DESCENT + LINE_HEIGHT * (len(self.lines) - 1)) * self.size / 2

    def moved_to(self, x: float, y: float) -> "PlacedWord":
        if (x, y) == (self.x, self.y):
            return self
        # Named one by one: `replace` takes several times as long, and a layout moves every word.
        return PlacedWord(
            self.key, self.text, self.count, x, y, self.size, self.ink, self.lines, self.widths, self.mark, self.theme
        )


@dataclass(frozen=True)
class Cloud:
    """A cloud as drawn. `left_out` words stand only in the list; `settled` counts the answers it last settled at."""

    frame: Frame
    words: tuple[PlacedWord, ...] = ()
    left_out: int = 0
    scale: float = 1.0
    settled: int = 0

    def only(self, keys: Set[str]) -> "Cloud":
        """The cloud with the words of these keys, each where it stands."""
        return replace(self, words=tuple(word for word in self.words if word.key in keys))

    def themed(self, numbers: Mapping[str, int]) -> "Cloud":
        """The cloud with the number of each word's theme, for one whose words have none yet."""
        if not numbers:
            return self
        return replace(self, words=tuple(replace(word, theme=numbers.get(word.key, 0)) for word in self.words))

    def drawing(self) -> dict[str, Any]:
        """The cloud as plain values, for the component that draws it."""
        return {"width": self.frame.width, "height": self.frame.height, "words": list(map(_drawn, self.words))}


def _drawn(word: PlacedWord) -> dict[str, Any]:
    drawn = {
        "key": word.key, "count": word.count, "x": round(word.text_x, 1), "y": round(word.y, 1),
        "size": round(word.size, 1), "ink": word.ink, "lines": list(word.lines),
        "widths": [round(width, 3) for width in word.widths],
    }  # fmt: skip
    if word.mark:
        drawn |= {"theme": word.theme, "mark": [round(value, 1) for value in word.mark_place]}
    return drawn
