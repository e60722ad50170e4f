"""The letters of the cloud's font, and the fallback font for the rest: emoji and other scripts."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]
from matplotlib import font_manager
from PIL import ImageFont

FONT = Path(__file__).parents[2] / "static" / "fonts" / "NotoSans-Bold-fi.ttf"

_BITMAP_SIZES = (109, 136, 160, 96, 128)  # colour emoji fonts made of pictures have one size only
_ATTEMPT = 100
_PREFERRED = ("color", "emoji", "bold")
_INVISIBLE = frozenset("\u200d\ufe0e\ufe0f")


@lru_cache(maxsize=512)
def _letters(path: Path) -> frozenset[int]:
    """The code points that a font file has; none where it cannot be read."""
    try:
        with TTFont(path, fontNumber=0, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except (OSError, TTLibError, KeyError, AssertionError):
        return frozenset()


def runs(line: str) -> Iterator[tuple[str, bool]]:
    """Parts of `line`, each with whether the cloud's own font has its letters."""
    own = _letters(FONT)
    for drawn, characters in groupby(line, key=lambda character: ord(character) in own):
        yield "".join(characters), drawn


@lru_cache(maxsize=256)
def fallback(text: str) -> ImageFont.FreeTypeFont | None:
    """A font of this machine that has every visible character of `text`, or None."""
    code_points = {ord(character) for character in text if character not in _INVISIBLE}
    for path in _installed():
        if code_points <= _letters(path):
            return _opened(path)
    return None


@lru_cache(maxsize=1)
def _installed() -> tuple[Path, ...]:
    """The fonts of this machine: colour emoji first, then bold ones."""
    paths = {Path(name) for name in font_manager.findSystemFonts()}

    def order(path: Path) -> tuple[bool, ...]:
        return tuple(word not in path.stem.lower() for word in _PREFERRED)

    return tuple(sorted(paths, key=lambda path: (order(path), path.as_posix())))


def _opened(path: Path) -> ImageFont.FreeTypeFont | None:
    for size in (_ATTEMPT, *_BITMAP_SIZES):
        try:
            return ImageFont.truetype(str(path), size)
        except OSError:
            continue
    return None
