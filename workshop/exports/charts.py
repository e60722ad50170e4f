"""Bar charts as SVG with real text: for the report, the results page and downloads."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from textwrap import wrap

WIDTH = 640
PHONE_WIDTH = 320
"""As wide as what a phone has for it, so that its letters are drawn in their own size."""

_LINE, _BAR, _GAP, _TOP = 27, 24, 18, 6
_TEXT, _SMALL = 19, 16
_HEADING = 22
_LETTERS_A_LINE, _LETTERS_A_HEADING = 60, 48
_LETTER = WIDTH / _LETTERS_A_LINE
_ROOM_FOR_NUMBERS = 130
_KEY_ROW = 30
_INK, _MUTED, _TRACK = "#16243A", "#4F5B6B", "#E4E7EC"
INKS = ("#005B94",)
STEP_INKS = ("#9A4300", "#FFC98A", "#E4E7EC", "#A9D2EE", "#005B94")
STEPS_OF_INKS = {4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4), 7: (0, 1, 1, 2, 3, 3, 4)}
"""For so many steps, the ink of each: seven share some, and the number in each part tells them apart."""

LEVEL_INKS = ("#9A4300", "#F5A63C", "#6CC3F2", "#005B94", "#B4C0CC")
"""The four levels from weak to strong, and the answers left open; every part has its number beside its colour."""

PALE_INKS = {"#F5A63C", "#6CC3F2", "#B4C0CC", *STEP_INKS[1:4]}
"""On which a number is dark."""

FAMILY = "Noto Sans"


@dataclass(frozen=True)
class Bar:
    """One row: its label, its parts as whole numbers, and what is written at its end."""

    label: str
    parts: tuple[int, ...]
    ending: str


Heading = tuple[str, str]
"""What a picture that stands alone tells of itself: the question, and below it how many answered and when."""


@dataclass(frozen=True)
class BarChart:
    """The bars of one round, with what is said of them; `names` are those of several parts in each bar.

    `inks` are the colours of the parts, where they are not the usual ones.
    """

    title: str
    description: str
    bars: tuple[Bar, ...]
    names: tuple[str, ...] = ()
    inks: tuple[str, ...] = ()

    def svg(self, heading: Heading | None = None, fitted: Callable[[str], str] = str, width: int = WIDTH) -> str:
        """The picture, with its heading where it stands alone; `fitted` makes text that its font can draw."""
        bars = [replace(bar, label=fitted(bar.label)) for bar in self.bars]
        names = [fitted(name) for name in self.names]
        above = tuple(map(fitted, heading)) if heading else ()
        return bars_svg(fitted(self.title), fitted(self.description), bars, names, above, inks(self), width)


def inks(chart: BarChart) -> Sequence[str]:
    """The colours of the parts of its bars."""
    return chart.inks or (LEVEL_INKS if chart.names else INKS)


def step_inks(steps: int) -> tuple[str, ...]:
    """The colours of so many steps."""
    return tuple(STEP_INKS[place] for place in STEPS_OF_INKS[steps])


def bars_svg(
    title: str, description: str, bars: Sequence[Bar], names: Sequence[str] = (), heading: Sequence[str] = (),
    colours: Sequence[str] = INKS, width: int = WIDTH,
) -> str:  # fmt: skip
    """The bars from the top down, each under its label; several parts stand one after another with a key above."""
    most = max((sum(bar.parts) for bar in bars), default=0) or 1
    unit = (width - (_ROOM_FOR_NUMBERS if any(bar.ending for bar in bars) else 0)) / most
    drawn: list[str] = []
    height = float(_TOP)
    for place, heading_text in enumerate(heading):
        for line in wrap(heading_text, _LETTERS_A_HEADING if place == 0 else _LETTERS_A_LINE):
            height += _LINE
            drawn.append(_text(line, 0, height - 8, _HEADING if place == 0 else _SMALL, _INK, bold=place == 0))
    if names:
        across = max(1, width // PHONE_WIDTH)
        drawn += _key(names, colours, height, across)
        height += _KEY_ROW * -(-len(names) // across)
    for bar in bars:
        for line in wrap(bar.label, int(width / _LETTER)) or [""]:
            height += _LINE
            drawn.append(_text(line, 0, height - 8, _TEXT, _INK))
        drawn += _bar(bar, height, unit, colours, numbered=bool(names))
        height += _BAR + _GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" width="{width}" '
        f'height="{height:.0f}" font-family="{FAMILY}, sans-serif" role="img"><title>{escape(title)}</title>'
        f'<desc>{escape(description)}</desc><rect width="100%" height="100%" fill="#FFFFFF"/>{"".join(drawn)}</svg>'
    )


def _bar(bar: Bar, top: float, unit: float, inks: Sequence[str], *, numbered: bool) -> Iterator[str]:
    left = 0.0
    if not sum(bar.parts):
        yield _box(0, top, 3, _TRACK)
    for part, ink in zip(bar.parts, inks, strict=True):
        if part:
            yield _box(left, top, part * unit, ink)
            if numbered and part * unit >= _SMALL:
                dark = ink in PALE_INKS
                middle = left + part * unit / 2
                yield _text(str(part), middle, top + 18, _SMALL, _INK if dark else "#FFFFFF", "middle", bold=True)
        left += part * unit
    yield _text(bar.ending, max(left, 3) + 10, top + 19, _TEXT, _INK, bold=True)


def _key(names: Sequence[str], inks: Sequence[str], above: float, across: int) -> Iterator[str]:
    """The names of the parts with their colours, so many in a row."""
    for place, name in enumerate(names):
        left, top = place % across * PHONE_WIDTH, above + place // across * _KEY_ROW
        yield _box(left, top, 18, inks[place], height=18)
        yield _text(name, left + 26, top + 15, _SMALL, _MUTED)


def _box(left: float, top: float, width: float, ink: str, height: float = _BAR) -> str:
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height}" rx="3" fill="{ink}"/>'


def _text(
    text: str, left: float, baseline: float, size: int, ink: str, anchor: str = "start", *, bold: bool = False
) -> str:
    weight = 700 if bold else 400
    return (
        f'<text x="{left:.1f}" y="{baseline:.1f}" font-size="{size}" font-weight="{weight}" fill="{ink}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )
