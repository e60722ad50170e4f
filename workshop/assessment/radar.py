"""The radar chart as SVG for print: one axis for each criterion, a gap where the answer is open."""

from collections.abc import Iterator, Sequence
from html import escape
from math import cos, pi, sin
from textwrap import wrap

from workshop.assessment.criteria import LEVELS, MET

WIDTH, HEIGHT = 472, 316
_CENTRE = (WIDTH / 2, 162.0)
_STEP = 29.0
_LABEL_GAP = 20.0
_LINE_HEIGHT = 15.0
_LABEL_CHARACTERS = 16
_INK, _MUTED, _GRID, _LINE, _TINT = "#16243A", "#4F5B6B", "#E2D8C7", "#005B94", "#DCEBF5"

Point = tuple[float, float]


def radar_svg(labels: Sequence[str], levels: Sequence[int | None], unknown: str) -> str:
    """Draws levels from one to four clockwise from the top; an open one has no point, and its label says `unknown`.

    Two neighbouring levels are joined, the last and the first too; the area is tinted only where every level is known.
    """
    count = len(labels)
    drawn = [
        *(_ring(count, level) for level in LEVELS),
        *(_path([_CENTRE, _point(count, axis, LEVELS[-1])], _GRID, 1) for axis in range(count)),
        *_area(levels),
        *(_path(ends, _LINE, 2.5) for ends in _edges(levels)),
        *(_dot(_point(count, axis, level)) for axis, level in enumerate(levels) if level is not None),
        *(_scale(level) for level in LEVELS),
        *(_label(count, axis, text, levels[axis], unknown) for axis, text in enumerate(labels)),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Noto Sans">'
        f"{''.join(drawn)}</svg>"
    )


def _point(count: int, axis: int, distance: float) -> Point:
    angle = 2 * pi * axis / count - pi / 2
    return _CENTRE[0] + cos(angle) * distance * _STEP, _CENTRE[1] + sin(angle) * distance * _STEP


def _path_data(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _path(points: Sequence[Point], colour: str, width: float) -> str:
    return (
        f'<path d="{_path_data(points)}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'
    )


def _ring(count: int, level: int) -> str:
    """The outline of one level; the one from which a criterion is met is dashed and darker."""
    shape = _path_data([_point(count, axis, level) for axis in range(count)])
    stroke = f'stroke="{_MUTED}" stroke-dasharray="5 4"' if level == MET else f'stroke="{_GRID}"'
    return f'<path d="{shape}Z" fill="none" {stroke}/>'


def _area(levels: Sequence[int | None]) -> Iterator[str]:
    known = [level for level in levels if level is not None]
    if len(known) == len(levels):
        shape = _path_data([_point(len(levels), axis, level) for axis, level in enumerate(known)])
        yield f'<path d="{shape}Z" fill="{_TINT}" fill-opacity="0.7"/>'


def _edges(levels: Sequence[int | None]) -> Iterator[list[Point]]:
    count = len(levels)
    for axis, level in enumerate(levels):
        next_axis = (axis + 1) % count
        following = levels[next_axis]
        if level is not None and following is not None and count > 1:
            yield [_point(count, axis, level), _point(count, next_axis, following)]


def _dot(point: Point) -> str:
    return f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="5" fill="{_LINE}"/>'


def _scale(level: int) -> str:
    x, y = _CENTRE[0] - 5, _CENTRE[1] - level * _STEP + 12
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="9" fill="{_MUTED}" text-anchor="end">{level}</text>'


def _label(count: int, axis: int, text: str, level: int | None, unknown: str) -> str:
    """A label that grows away from the radar; the level stands under it."""
    x, y = _point(count, axis, LEVELS[-1] + _LABEL_GAP / _STEP)
    side = round(x - _CENTRE[0])
    anchor = "middle" if abs(side) < _STEP else ("start" if side > 0 else "end")
    names = wrap(text, _LABEL_CHARACTERS, break_long_words=False) or [""]
    lines = [*((name, _INK, 700) for name in names), (unknown if level is None else str(level), _MUTED, 400)]
    above = _CENTRE[1] - y > LEVELS[-1] * _STEP
    first = y - (len(lines) - 1) * _LINE_HEIGHT if above else y
    return "".join(
        f'<text x="{x:.1f}" y="{first + place * _LINE_HEIGHT:.1f}" font-size="12" fill="{colour}" '
        f'font-weight="{weight}" text-anchor="{anchor}">{escape(line)}</text>'
        for place, (line, colour, weight) in enumerate(lines)
    )
