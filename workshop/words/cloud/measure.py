"""Measures text in the cloud's font, and breaks a long phrase into two lines."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

FONT = Path(__file__).parents[3] / "static" / "fonts" / "NotoSans-Bold-fi.ttf"
LINE_HEIGHT = 1.08
ASCENT, DESCENT = 0.80, 0.24  # of the type size: room for the dots of Ä and Ö, and for the tails of g and y

SMALLEST_MARK = 36.6  # its digit is as large as the smallest word

_MARK = 0.46  # of the type size
_GAP_BEFORE_MARK = (4.0, 0.06)  # in units, and of the type size
_EMOJI = 1.30
_WIDE = 1.0
_UNKNOWN = 0.75
_BREAK_FROM = 8.5
_PICTURE = "[\U0001f000-\U0001f1e5\U0001f200-\U0001faff\u2600-\u27bf\u2b00-\u2bff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_CLUSTER = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE})*[\U000e0020-\U000e007f]*"
)
_BREAKS = re.compile(r"(?<=\S)(?: |(?<=[\w\u2010]-)|(?<=\u2010))(?=\S)")


@lru_cache(maxsize=1)
def _advances() -> dict[int, float]:
    """Code point to its width in ems, for every letter that the font has."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(FONT) as font:
        unit, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {code: metrics[name][0] / unit for code, name in font.getBestCmap().items()}


def _character(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    known = _advances().get(ord(character))
    if known is not None:
        return known
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN


@lru_cache(maxsize=4096)
def line_width(line: str) -> float:
    """The width of `line` in ems: exact for the font's letters, an estimate for emoji and other scripts.

    One emoji with its skin tone, joiners or flag letters is one picture. Who draws the line fits it into this width.
    """
    letters, pictures = _CLUSTER.subn("", line)
    return sum(map(_character, letters)) + _EMOJI * pictures


@lru_cache(maxsize=4096)
def lines_of(text: str) -> tuple[str, ...]:
    """`text` in one line, or in two when it is long and has a space or a hyphen to break at; no word is cut."""
    if line_width(text) < _BREAK_FROM:
        return (text,)
    pairs = [(text[: gap.start()], text[gap.end() :]) for gap in _BREAKS.finditer(text)]
    return min(pairs, key=lambda pair: max(map(line_width, pair)), default=(text,))


def mark_side(size: float) -> float:
    """The side of the mark that tells a word's theme, beside a word of this type size."""
    return max(SMALLEST_MARK, _MARK * size)


def mark_room(size: float) -> float:
    """The room that a mark takes after its word, with the gap between them."""
    least, part = _GAP_BEFORE_MARK
    return least + part * size + mark_side(size)
