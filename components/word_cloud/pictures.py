"""The cloud as a downloadable picture: PNG and SVG with the projector's positions.

The `wordcloud` package draws the PNG and the letters of the SVG. Both use the app's own font, so that a picture looks
the same on every machine. Letters which that font does not have (emoji, other scripts) come in the SVG from the
reader's machine and in the PNG from a font of this one; where it has none, a dot stands in their place.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from PIL import Image, ImageDraw, ImageFont
from wordcloud import WordCloud

from components.font_face import font_face
from components.palette import COLOURS
from components.word_cloud.glyphs import FONT, fallback, runs
from components.word_cloud.marks import draw_marks, mark_svg, marks, theme_colour

LIGHT_GROUND, DARK_GROUND = COLOURS["bg"]
_INKS = ("jarvi", "lakka", "kuusi", "kanerva", "ink")
LIGHT_INKS, DARK_INKS = (tuple(COLOURS[name][theme] for name in _INKS) for theme in (0, 1))

_MARGIN = 40
_LINE_HEIGHT, _BASELINE = 1.08, 0.28  # in ems, as in cloud.js
_HEADING_SIZES, _DETAIL_SIZE = (44, 36, 30, 24, 18), 26
HEADING_HEIGHT = 140
"""In the cloud's units, the margin above not counted."""
_FAMILY = "Propelli Cloud"
_RULER = ImageFont.truetype(str(FONT), 1000)


class DrawnFrame(Protocol):
    """The size of a cloud, in its own units."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


class Word(Protocol):
    """One placed word: its middle, its type size, its lines and their widths in ems; the number of its theme, 0 for
    none, and the middle and the side of the theme's mark.
    """

    @property
    def text(self) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def text_x(self) -> float: ...
    @property
    def theme(self) -> int: ...
    @property
    def mark_place(self) -> tuple[float, float, float]: ...
    @property
    def y(self) -> float: ...
    @property
    def size(self) -> float: ...
    @property
    def ink(self) -> int: ...
    @property
    def lines(self) -> tuple[str, ...]: ...
    @property
    def widths(self) -> tuple[float, ...]: ...


class DrawnCloud(Protocol):
    """What a layout gives: a frame and the words in it."""

    @property
    def frame(self) -> DrawnFrame: ...
    @property
    def words(self) -> Sequence[Word]: ...


@dataclass(frozen=True)
class _Line:
    """One line of a word: where its baseline starts and how wide it is."""

    text: str
    left: float
    baseline: float
    width: float
    size: float
    ink: str
    count: int


Heading = tuple[str, str]
"""The question, and below it how many answered and when."""


def cloud_png(cloud: DrawnCloud, dark: bool = False, width: int = 3200, heading: Heading | None = None) -> bytes:
    """The cloud as a PNG, `width` pixels wide; an empty cloud is an empty ground.

    A heading takes the upper `HEADING_HEIGHT` of the frame, which the caller keeps free.
    """
    drawer = _drawer(cloud, dark, width)
    strangers: list[tuple[str, float, float, float, _Line]] = []
    drawer.layout_ = []
    for line in [*_heading(cloud, dark, heading), *_lines(cloud, dark)]:
        for text, left, room, own in _parts(line):
            if own:
                drawer.layout_.append(_letters(text, left, line))
            else:
                strangers.append((text, left, room, line.baseline, line))
    picture = drawer.to_image()
    for text, left, room, baseline, line in strangers:
        _draw_stranger(picture, text, (left, baseline, room, line.size), line.ink, drawer.scale)
    draw_marks(picture, marks(cloud.words, _MARGIN, dark), drawer.scale)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def cloud_svg(
    cloud: DrawnCloud, title: str, description: str, dark: bool = False, heading: Heading | None = None
) -> str:
    """The cloud as an SVG of real text, with the needed letters of its font inside, and words for those who listen."""
    lines = [*_heading(cloud, dark, heading), *_lines(cloud, dark)]
    texts = "\n".join(
        f'<text x="{line.left:.1f}" y="{line.baseline:.1f}" font-size="{line.size:.1f}" fill="{line.ink}" '
        f'textLength="{line.width:.1f}" lengthAdjust="spacingAndGlyphs">{escape(line.text)}</text>'
        for line in lines
    )
    seeds = "".join(map(mark_svg, marks(cloud.words, _MARGIN, dark)))
    drawn = {letter for line in lines for letter in line.text} | {str(word.theme) for word in cloud.words if word.theme}
    letters = "".join(sorted(drawn))
    width, height = cloud.frame.width + 2 * _MARGIN, cloud.frame.height + 2 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="title description"><title id="title">{escape(title)}</title>'
        f'<desc id="description">{escape(description)}</desc><style>{font_face(_FAMILY, 700, letters)}'
        f'text{{font-family:"{_FAMILY}","Noto Sans",sans-serif;font-weight:700}}</style>'
        f'<rect width="100%" height="100%" fill="{_ground(dark)}"/>\n{texts}{seeds}\n</svg>\n'
    )


def _ground(dark: bool) -> str:
    return DARK_GROUND if dark else LIGHT_GROUND


def _drawer(cloud: DrawnCloud, dark: bool, width: int) -> WordCloud:
    whole = cloud.frame.width + 2 * _MARGIN
    return WordCloud(
        width=whole,
        height=cloud.frame.height + 2 * _MARGIN,
        scale=width / whole,
        font_path=str(FONT),
        background_color=_ground(dark),
    )


def _heading(cloud: DrawnCloud, dark: bool, heading: Heading | None) -> Iterator[_Line]:
    """The question in at most two lines of the largest type that it fits in, and the smaller line below it."""
    if heading is None:
        return
    ink = (DARK_INKS if dark else LIGHT_INKS)[-1]
    question, detail = heading
    for size in _HEADING_SIZES:
        lines = _wrapped(question, cloud.frame.width / size)
        if len(lines) <= 2:
            break
    baseline = float(_MARGIN)
    for text, height in [*((line, size) for line in lines[:2]), (detail, _DETAIL_SIZE)]:
        baseline += 1.2 * height
        yield _Line(text, _MARGIN, baseline, _width(text) * height, height, ink, 1)


def _wrapped(text: str, ems: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _width(f"{lines[-1]} {word}") <= ems:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _lines(cloud: DrawnCloud, dark: bool) -> Iterator[_Line]:
    is_sorted = any(word.theme for word in cloud.words)
    for word in cloud.words:
        for number, (text, ems) in enumerate(zip(word.lines, word.widths, strict=True)):
            row = number - (len(word.lines) - 1) / 2
            yield _Line(
                text=text,
                left=_MARGIN + word.text_x - ems * word.size / 2,
                baseline=_MARGIN + word.y + (_BASELINE + _LINE_HEIGHT * row) * word.size,
                width=ems * word.size,
                size=word.size,
                ink=_ink(word, is_sorted, dark),
                count=word.count,
            )


def _ink(word: Word, is_sorted: bool, dark: bool) -> str:
    """A word's own colour; where words are sorted, its theme's, and the text's for a word in none."""
    inks = DARK_INKS if dark else LIGHT_INKS
    if not is_sorted:
        return inks[word.ink % len(inks)]
    return theme_colour(word.theme, dark) if word.theme else inks[-1]


def _parts(line: _Line) -> Iterator[tuple[str, float, float, bool]]:
    """The runs of a line: text, left edge, width, and whether it is in our font; others share the room it leaves."""
    parts = list(runs(line.text))
    own_width = sum(_width(text) for text, own in parts if own) * line.size
    others = sum(len(text) for text, own in parts if not own)
    left = line.left
    for text, own in parts:
        room = _width(text) * line.size if own else max(0.0, line.width - own_width) * len(text) / others
        yield text, left, room, own
        left += room


def _width(text: str) -> float:
    return _RULER.getlength(text) / 1000


Letters = tuple[tuple[str, int], float, tuple[float, float], None, str]


def _letters(text: str, left: float, line: _Line) -> Letters:
    """An entry of wordcloud's own layout. It places the corner of the ink, not of the line."""
    ink_left, ink_top, _, _ = _RULER.getbbox(text, anchor="ls")
    corner = (line.baseline + ink_top * line.size / 1000, left + ink_left * line.size / 1000)
    return (text, line.count), line.size, corner, None, line.ink


def _draw_stranger(
    picture: Image.Image, text: str, place: tuple[float, float, float, float], ink: str, scale: float
) -> None:
    """Draws letters that our font does not have, fitted into the room kept for them."""
    left, baseline, room, size = (value * scale for value in place)
    font = fallback(text)
    if font is None:
        radius = 0.22 * size
        middle = (left + room / 2, baseline - 0.36 * size)
        box = (middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius)
        ImageDraw.Draw(picture).ellipse(box, fill=ink)
        return
    tile = _tile(text, font, ink)
    grown = min(room / tile.width, 1.1 * size / tile.height)
    fitted = tile.resize(
        (max(1, round(tile.width * grown)), max(1, round(tile.height * grown))), Image.Resampling.LANCZOS
    )
    corner = (round(left + (room - fitted.width) / 2), round(baseline - 0.36 * size - fitted.height / 2))
    picture.paste(fitted, corner, fitted)


def _tile(text: str, font: ImageFont.FreeTypeFont, ink: str) -> Image.Image:
    """The text alone, cut to its ink."""
    left, top, right, bottom = font.getbbox(text)
    tile = Image.new("RGBA", (max(1, round(right - left)), max(1, round(bottom - top))))
    ImageDraw.Draw(tile).text((-left, -top), text, font=font, fill=ink, embedded_color=True)
    return tile
