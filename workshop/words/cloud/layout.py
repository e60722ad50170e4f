"""Lays out the word cloud incrementally: a word that has a place keeps it, only new words and clashes are solved.

A layout that starts afresh at every answer moved kept words by 430-570 pixels an update and dropped words without a
sign; this one moves 98 % of them not at all. Places that suit few answers do not suit many: whenever the answers have
grown by a half the cloud is also laid out afresh, and that layout is used where it is clearly more compact.

Where words are sorted into themes, every word has room for its theme's mark from the first theme on, so that none moves
when it gets one.
"""

import math
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from workshop.words.cloud.cloud import Cloud, Frame, PlacedWord
from workshop.words.cloud.measure import line_width, lines_of, mark_room

INKS = 5
SMALLEST = 28.0  # 1.65 % of the projected width: readable from the back row; 15 px in the tall frame of a phone
_GRID = 8
_PADDING = 7.0
_GAP_AFTER_WORD = 0.15  # of the type size, on each side: words in one row must not read as a phrase
_ROOM_TO_GROW = 1.25
_LONGEST_MOVE = 240.0
_SMALLEST_SCALE = 0.32
_SHRINK, _REGROW = 0.95, 1.04
_FEWEST_FOR_LARGEST = 4
_FILLED_AT_FIRST = 0.52
_GROWN_BY = 1.5
_CLEARLY_BETTER = 1.3
_ROOM_WHEN_SETTLED = 1.08
_PULL = 0.1
"""Weight of a word's previous place beside the nearness to the middle when the cloud is settled."""

Grid = npt.NDArray[np.float64]
Place = tuple[float, float]


def ink_of(key: str) -> int:
    """The colour index of an entry, computed from its key: the same on every screen and after every restart."""
    return zlib.crc32(key.encode(errors="surrogatepass")) % INKS


def arrange(
    previous: Cloud | None, words: Sequence[tuple[str, str, int]], frame: Frame, *, marked: bool = False
) -> Cloud:
    """The next cloud after `previous`, from (key, text, count) of every word that may be shown, the earliest first.

    The same input gives the same cloud. A kept key keeps its place, whatever its text becomes, until the cloud is
    settled. When words do not fit, all shrink a little, and only then the rarest are left out and counted; the word
    that most people gave is always drawn. Where it is `marked`, every word has room for a mark.
    """
    counted = {key: (text, count) for key, text, count in words if text and count > 0}
    ranked = sorted(counted, key=lambda key: -counted[key][1])
    chosen = _Chosen(tuple((key, *counted[key]) for key in ranked[: frame.capacity]), frame, marked)
    answers = sum(count for _, count in counted.values())
    before = previous if previous and previous.frame == frame and previous.words else None
    if before is None:
        return _cloud(frame, _settled(chosen, {}), counted, answers)
    previous_words = {word.key: word for word in before.words}
    fitted = _fitted(chosen, previous_words, before.scale)
    if not _is_due(answers, before.settled):
        return _cloud(frame, fitted, counted, before.settled)
    settled = _settled(chosen, previous_words)
    better = _quality(settled, frame) > _CLEARLY_BETTER * _quality(fitted, frame)
    return _cloud(frame, settled if better else fitted, counted, answers)


Fitted = tuple[list[PlacedWord], float]


@dataclass(frozen=True)
class _Chosen:
    """The words (key, text, count) that are drawn, the largest count first."""

    words: Sequence[tuple[str, str, int]]
    frame: Frame
    is_marked: bool

    def sized(self, scale: float) -> list[PlacedWord]:
        """The words in the middle of the frame, each at its size: area follows the count, and every line fits."""
        frame, top = self.frame, max((count for _, _, count in self.words), default=1)
        sized = []
        for key, text, count in self.words:
            lines = lines_of(text)
            widths = tuple(map(line_width, lines))
            size = max(SMALLEST, scale * frame.largest * math.sqrt(count / max(top, _FEWEST_FOR_LARGEST)))
            width = max(widths) or 1.0
            size = min(size, 0.92 * frame.width / width)
            if self.is_marked:
                size = min(size, size * 0.92 * frame.width / (width * size + mark_room(size)))
            mark = mark_room(size) if self.is_marked else 0.0
            x, y = frame.width / 2, frame.height / 2
            sized.append(PlacedWord(key, text, count, x, y, size, ink_of(key), lines, widths, mark))
        return sized

    def first_scale(self) -> float:
        """A scale at which the words take the part of the frame that a first layout can fill."""
        scale, target_area = 1.0, _FILLED_AT_FIRST * self.frame.width * self.frame.height
        while scale > _SMALLEST_SCALE and _area(self.sized(scale)) > target_area:
            scale *= _SHRINK
        return scale


def _cloud(frame: Frame, fitted: Fitted, counted: Mapping[str, object], settled: int) -> Cloud:
    placed, scale = fitted
    return Cloud(frame, tuple(placed), len(counted) - len(placed), scale, settled)


def _is_due(answers: int, settled: int) -> bool:
    """Whether so many answers were added or removed that the cloud may be laid out afresh."""
    return answers > _GROWN_BY * settled or answers * _GROWN_BY < settled


def _quality(fitted: Fitted, frame: Frame) -> float:
    """How much of the ellipse around its words a cloud fills, less where the top word stands off the middle."""
    words, _ = fitted
    if not words:
        return 0.0
    top = max(words, key=lambda word: word.count)
    radius = max(_reach(word, frame) for word in words)
    offset = math.hypot((top.x - frame.width / 2) / frame.roundness, top.y - frame.height / 2) / radius
    drawn = sum(word.half_width * word.half_height for word in words)
    return drawn / (radius * radius) * (1 - offset) ** 2


def _reach(word: PlacedWord, frame: Frame) -> float:
    """How far the farthest corner of a word is from the middle, measured so that the frame's shape counts as round."""
    across = abs(word.x - frame.width / 2) + word.half_width
    return math.hypot(across / frame.roundness, abs(word.y - frame.height / 2) + word.half_height)


def _settled(chosen: _Chosen, previous: Mapping[str, PlacedWord]) -> Fitted:
    """The words placed afresh from the middle, pulled to their previous places, and the scale at which they fit."""
    scale = chosen.first_scale()
    while scale > _SMALLEST_SCALE:
        solved = _Placement(chosen.sized(scale), previous, chosen.frame, _LONGEST_MOVE).settle()
        if solved is not None:
            return solved, scale
        scale *= _SHRINK
    return _Placement(chosen.sized(scale), previous, chosen.frame, math.inf).solve_what_fits(), scale


def _fitted(chosen: _Chosen, previous: Mapping[str, PlacedWord], scale: float) -> Fitted:
    """The words around those that keep their places, at the largest scale at which they fit, and that scale."""
    if scale < 1.0:
        larger = min(1.0, scale * _REGROW)
        grown = _Placement(chosen.sized(larger), previous, chosen.frame, longest_move=0.0).solve()
        if grown is not None:
            return grown, larger
    while scale > _SMALLEST_SCALE:
        solved = _Placement(chosen.sized(scale), previous, chosen.frame, _LONGEST_MOVE).solve()
        if solved is not None:
            return solved, scale
        scale *= _SHRINK
    return _Placement(chosen.sized(scale), previous, chosen.frame, math.inf).solve_what_fits(), scale


def _area(words: Iterable[PlacedWord]) -> float:
    return sum(4 * (word.half_width + _PADDING / 2) * (word.half_height + _PADDING / 2) for word in words)


class _Placement:
    """One attempt to place words of given sizes around those that keep their place."""

    def __init__(
        self, sized: list[PlacedWord], previous: Mapping[str, PlacedWord], frame: Frame, longest_move: float
    ) -> None:
        self._frame, self._longest_move = frame, longest_move
        self._sized, self._previous = sized, previous
        self._top = sized[0].key if sized else None
        self._old = sorted(
            (self._at_previous_place(word, previous[word.key]) for word in sized if word.key in previous),
            key=_large_first,
        )
        self._new = sorted((word for word in sized if word.key not in previous), key=_large_first)
        self._places = _PlacedWords(frame)

    def solve(self) -> list[PlacedWord] | None:
        """Every word placed, or None where one has no place or an old one would have to move too far."""
        moved = self._place_old()
        for word in moved:
            place = self._places.nearest(word, word.x, word.y) if self._longest_move else None
            if place is None or math.dist(place, (word.x, word.y)) > self._longest_move:
                return None
            self._places.add(word.moved_to(*place))
        return self._places.placed if all(map(self._place_new, self._new)) else None

    def settle(self) -> list[PlacedWord] | None:
        """Every word placed afresh, the top word in the middle; None where one has no place."""
        order = sorted(self._sized, key=lambda word: (word.key != self._top, -word.size, -word.half_width, word.key))
        for word in order:
            place = self._places.most_central(
                word, _ROOM_WHEN_SETTLED, None if word.key == self._top else self._previous.get(word.key)
            )
            if place is None:
                return None
            self._places.add(word.moved_to(*place))
        return self._places.centred()

    def solve_what_fits(self) -> list[PlacedWord]:
        """As many words placed as there is room for, the top word before all others."""
        entering = [word for word in self._new if word.key == self._top]
        for word in entering:
            self._place_new(word)
        for word in self._place_old():
            place = self._places.nearest(word, word.x, word.y)
            if place is not None:
                self._places.add(word.moved_to(*place))
        for word in self._new:
            if word not in entering:
                self._place_new(word)
        return self._places.placed

    def _at_previous_place(self, word: PlacedWord, previous: PlacedWord) -> PlacedWord:
        """`word` with its letters at their previous place, pushed inside when it grew over an edge."""
        x = min(max(previous.text_x + word.mark / 2, word.half_width), self._frame.width - word.half_width)
        y = min(max(previous.y, word.half_height), self._frame.height - word.half_height)
        return word.moved_to(x, y)

    def _place_old(self) -> list[PlacedWord]:
        """Places old words where they were, the larger first; returns those that a larger one now covers.

        Where no word may move, the first that is covered ends the attempt.
        """
        covered = []
        for word in sorted(self._old, key=lambda word: (word.key != self._top, _large_first(word))):
            if self._places.clashes(word):
                covered.append(word)
                if not self._longest_move:
                    break
            else:
                self._places.add(word)
        return covered

    def _place_new(self, word: PlacedWord) -> bool:
        """Places a new word near the middle, with room to grow where there is room."""
        for room in (_ROOM_TO_GROW, 1.0):
            place = self._places.most_central(word, room)
            if place is not None:
                self._places.add(word.moved_to(*place))
                return True
        return False


def _large_first(word: PlacedWord) -> tuple[float, str]:
    return (-word.size, word.key)


class _PlacedWords:
    """The words placed so far, and the search for a free place."""

    def __init__(self, frame: Frame) -> None:
        self.placed: list[PlacedWord] = []
        self._boxes: list[tuple[float, float, float, float]] = []
        self._frame = frame
        self._xs, self._ys = _axes(frame)

    def add(self, word: PlacedWord) -> None:
        self.placed.append(word)
        self._boxes.append((word.x, word.y, word.half_width, word.half_height))

    def clashes(self, word: PlacedWord) -> bool:
        word_x, word_y = word.x, word.y
        wide, high = word.half_width + _PADDING / 2, word.half_height + _PADDING / 2
        for x, y, half_width, half_height in self._boxes:
            if abs(word_y - y) < high + half_height and abs(word_x - x) < wide + half_width:
                return True
        return False

    def nearest(self, word: PlacedWord, x: float, y: float) -> Place | None:
        """The free point nearest to (x, y), or None."""
        rows = (self._frame.roundness * (self._ys - y)) ** 2
        half_width = word.half_width + _GAP_AFTER_WORD * word.size
        return self._cheapest(rows[:, None] + ((self._xs - x) ** 2)[None, :], half_width, word.half_height)

    def most_central(self, word: PlacedWord, room: float, previous: PlacedWord | None = None) -> Place | None:
        """The free point where the word reaches least far out, or None; with a pull to the place that it had."""
        half_width, half_height = word.half_width * room + _GAP_AFTER_WORD * word.size, word.half_height * room
        frame = self._frame
        rows = (frame.roundness * (abs(self._ys - frame.height / 2) + half_height)) ** 2
        columns = (abs(self._xs - frame.width / 2) + half_width) ** 2
        if previous is not None:
            rows += _PULL * (frame.roundness * (self._ys - previous.y)) ** 2
            columns += _PULL * (self._xs - previous.x) ** 2
        return self._cheapest(rows[:, None] + columns[None, :], half_width, half_height)

    def _cheapest(self, costs: Grid, half_width: float, half_height: float) -> Place | None:
        """The free point of the least cost: each placed word forbids its own box widened by this word's."""
        costs[(self._ys < half_height) | (self._ys > self._frame.height - half_height), :] = np.inf
        costs[:, (self._xs < half_width) | (self._xs > self._frame.width - half_width)] = np.inf
        for x, y, across, down in self._boxes:
            costs[_between(y, down + half_height + _PADDING), _between(x, across + half_width + _PADDING)] = np.inf
        row, column = np.unravel_index(int(costs.argmin()), costs.shape)
        if costs[row, column] == np.inf:
            return None
        return float(self._xs[column]), float(self._ys[row])

    def centred(self) -> list[PlacedWord]:
        """The placed words, moved together so that they leave as much of the frame free on each side."""
        if not self.placed:
            return []
        left = min(word.x - word.half_width for word in self.placed)
        right = max(word.x + word.half_width for word in self.placed)
        upper = min(word.y - word.half_height for word in self.placed)
        lower = max(word.y + word.half_height for word in self.placed)
        across, down = (self._frame.width - left - right) / 2, (self._frame.height - upper - lower) / 2
        return [word.moved_to(word.x + across, word.y + down) for word in self.placed]


@lru_cache(maxsize=8)
def _axes(frame: Frame) -> tuple[Grid, Grid]:
    return np.arange(0.0, frame.width + 1, _GRID), np.arange(0.0, frame.height + 1, _GRID)


def _between(middle: float, reach: float) -> slice:
    """The grid's indexes strictly within `reach` of `middle`."""
    first, last = math.floor((middle - reach) / _GRID) + 1, math.ceil((middle + reach) / _GRID)
    return slice(max(0, first), max(0, last))
