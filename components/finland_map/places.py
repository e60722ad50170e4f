"""Places the numbers of the map as near their own points as possible without overlap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from math import dist, sqrt

from components.finland_map.outline import WIDTH, Outline
from components.finland_map.values import Anchor, Point

SPACING = 44.0
"""Units from middle to middle, along one axis at least: a target of 44 px on a phone stays free of its neighbours."""

COUNTRY: Point = (64.0, 214.0)
"""The whole country's number: west of the land, where the map is empty."""

LABEL: Point = (64.0, 184.0)
"""The middle of the words above it."""

_LABEL_PLACES: tuple[Point, ...] = ((32.0, 169.0), (64.0, 169.0), (96.0, 169.0))
_ORDER = ("spot", "country", "area")
_NEAR = 75.0
_STEPS = ((2.0, _NEAR), (6.0, float("inf")))
_SPACING_FACTOR = 0.85


@dataclass(frozen=True)
class Place:
    """Where a number stands in units, and the point that a line joins it to where it had to move away."""

    x: float
    y: float
    joined: Point | None = None


@dataclass(frozen=True)
class Places:
    """The place of every anchor by its id, and the spacing that they all keep."""

    by_id: dict[str, Place]
    spacing: float


def places(outline: Outline, anchors: Sequence[Anchor], spacing: float = SPACING) -> Places:
    """Places in the map; exact points get theirs first. Where the map is too full, the numbers stand closer."""
    spacing = min(spacing, sqrt(WIDTH * outline.height / max(1, len(anchors))))  # wider cannot fit, whatever the order
    occupied = list(_LABEL_PLACES) if any(anchor.kind == "country" for anchor in anchors) else []
    by_id: dict[str, Place] = {}
    for anchor in sorted(anchors, key=lambda anchor: _ORDER.index(anchor.kind)):
        place = _place(outline, anchor, occupied, spacing)
        if place is None:
            return places(outline, anchors, spacing * _SPACING_FACTOR)
        occupied.append((place.x, place.y))
        by_id[anchor.id] = place
    return Places(by_id, spacing)


def _place(outline: Outline, anchor: Anchor, occupied: Sequence[Point], spacing: float) -> Place | None:
    """The nearest place that is exact without a line, else the nearest free one with a line to where it is."""
    own = COUNTRY if anchor.point is None else outline.drawn(anchor.point)
    near = takewhile(lambda place: dist(place, own) < _NEAR, _free_places(outline, own, occupied, spacing))
    exact = next((place for place in near if _is_exact(outline, anchor, own, place)), None)
    if exact is not None:
        return Place(*exact)
    free = next(_free_places(outline, own, occupied, spacing), None)
    return None if free is None else Place(*free, joined=_end_of_line(outline, anchor, own, free))


def _end_of_line(outline: Outline, anchor: Anchor, own: Point, place: Point) -> Point:
    """A line ends at the spot, or a little inside the area: its middle may lie under another number."""
    if anchor.kind != "area" or anchor.code is None:
        return own
    steps = [
        (place[0] + (own[0] - place[0]) * step / 50, place[1] + (own[1] - place[1]) * step / 50) for step in range(51)
    ]
    inside = [step for step in steps if outline.contains(anchor.code, step)]
    return inside[min(5, len(inside) - 1)] if inside else own


def _is_exact(outline: Outline, anchor: Anchor, own: Point, place: Point) -> bool:
    """The country's number may stand anywhere beside the land, an area's anywhere in the area, a spot's at the spot."""
    if anchor.kind == "area" and anchor.code is not None:
        return outline.contains(anchor.code, place)
    return anchor.kind == "country" or place == own


def _free_places(outline: Outline, own: Point, occupied: Sequence[Point], spacing: float) -> Iterator[Point]:
    """Free places, the nearest first."""
    edge = spacing / 2
    for dx, dy in _offsets(outline.height):
        x, y = own[0] + dx, own[1] + dy
        is_on_map = edge <= x <= WIDTH - edge and edge <= y <= outline.height - edge
        if is_on_map and all(max(abs(x - other_x), abs(y - other_y)) >= spacing for other_x, other_y in occupied):
            yield x, y


@cache
def _offsets(height: float) -> tuple[Point, ...]:
    """Steps away from a place, the shortest first: small ones nearby, larger ones across the map."""
    offsets: set[Point] = set()
    for step, farthest in _STEPS:
        reach = int(min(max(WIDTH, height), farthest) // step)
        offsets |= {(x * step, y * step) for x in range(-reach, reach + 1) for y in range(-reach, reach + 1)}
    return tuple(sorted(offsets, key=lambda offset: (dist(offset, (0, 0)), offset)))
