"""Converts outlines in kilometres to short SVG paths in the map's own units."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from components.finland_map.values import Point, Rings

WIDTH = 360.0
"""Units across the map. On a phone of 390 px one unit is one pixel, so sizes of touch targets are in units."""

MARGIN = 6.0
FOOT = 20.0
"""Room under the south coast for numbers that stand on the sea."""

STEPS = 2
"""Steps a unit: coordinates are whole steps, half a pixel on a phone, which keeps neighbours' shared borders shared."""

_CORNERS = 3


@dataclass(frozen=True)
class Outline:
    """Areas with outlines, fitted to the map's width."""

    rings: Rings

    @cached_property
    def _box(self) -> tuple[float, float, float, float]:
        points = [point for rings in self.rings.values() for ring in rings for point in ring]
        easts, norths = [east for east, _ in points], [north for _, north in points]
        return min(easts), max(easts), min(norths), max(norths)

    @cached_property
    def scale(self) -> float:
        """Units a kilometre."""
        west, east, _, _ = self._box
        return (WIDTH - 2 * MARGIN) / (east - west)

    @cached_property
    def height(self) -> float:
        """Units from top to bottom."""
        _, _, south, north = self._box
        return round((north - south) * self.scale + 2 * MARGIN + FOOT)

    def drawn(self, point: Point) -> Point:
        """A place in units: to the right and downwards."""
        west, _, _, north = self._box
        return (point[0] - west) * self.scale + MARGIN, (north - point[1]) * self.scale + MARGIN

    def path(self, code: str) -> str:
        """The area's outline in steps, as an SVG path; islets too small for a pixel are left out."""
        return "".join(_ring_path([self._step(point) for point in ring]) for ring in self.rings[code])

    def contains(self, code: str, place: Point) -> bool:
        """Whether a place in units is inside the area; an enclave is outside."""
        west, _, _, north = self._box
        east_of, north_of = (place[0] - MARGIN) / self.scale + west, north - (place[1] - MARGIN) / self.scale
        inside = False
        for ring in self.rings[code]:
            for (east1, north1), (east2, north2) in pairwise(ring):
                if (north1 > north_of) != (north2 > north_of):
                    crossing = (east2 - east1) * (north_of - north1) / (north2 - north1) + east1
                    inside ^= east_of < crossing
        return inside

    def _step(self, point: Point) -> tuple[int, int]:
        x, y = self.drawn(point)
        return round(x * STEPS), round(y * STEPS)


def _ring_path(steps: list[tuple[int, int]]) -> str:
    corners = [step for index, step in enumerate(steps[:-1]) if index == 0 or step != steps[index - 1]]
    if len(corners) < _CORNERS:
        return ""
    moves = " ".join(f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(corners))
    return f"M{corners[0][0]} {corners[0][1]}l{moves}z"
