"""The outlines of Finland's regions and their map projection."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import asinh, atan2, cos, hypot, radians, sin, tan
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from workshop.content.documents import Document, read_text
from workshop.content.errors import Fault

PACKAGED = Path(__file__).resolve().parents[2] / "data" / "regions.geojson"

EARTH_RADIUS = 6371.0
CENTRAL_MERIDIAN = 27.0

Point = tuple[float, float]


def projected(lon: float, lat: float) -> Point:
    """Degrees as kilometres east of 27° E and north of the equator: transverse Mercator on a sphere.

    The central meridian is the one of Finland's national plane ETRS-TM35FIN, so that the country has its usual shape.
    """
    from_centre, latitude = radians(lon - CENTRAL_MERIDIAN), radians(lat)
    east = asinh(sin(from_centre) / hypot(tan(latitude), cos(from_centre)))
    return EARTH_RADIUS * east, EARTH_RADIUS * atan2(tan(latitude), cos(from_centre))


_Ring = Annotated[list[Point], Field(min_length=4)]


class _Properties(BaseModel):
    code: str


class _Geometry(BaseModel):
    coordinates: Annotated[list[Annotated[list[_Ring], Field(min_length=1)]], Field(min_length=1)]


class _Feature(BaseModel):
    properties: _Properties
    geometry: _Geometry


class _Collection(BaseModel):
    model_config = ConfigDict(extra="ignore")

    attribution: str = Field(min_length=1)
    features: list[_Feature] = Field(min_length=1)


@dataclass(frozen=True)
class RegionOutlines:
    """Each region's rings in projected kilometres by its region code, and the source that is named under the map."""

    attribution: str
    rings: Mapping[str, tuple[tuple[Point, ...], ...]]

    def middle(self, code: str) -> Point:
        """The middle of the region's largest ring, weighted by area. Raises KeyError."""
        return _middle(max(self.rings[code], key=lambda ring: abs(_area(ring))))


def _area(ring: tuple[Point, ...]) -> float:
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring)) / 2


def _middle(ring: tuple[Point, ...]) -> Point:
    east = north = 0.0
    for (x, y), (next_x, next_y) in pairwise(ring):
        cross = x * next_y - next_x * y
        east += (x + next_x) * cross
        north += (y + next_y) * cross
    area = _area(ring)
    if area == 0:
        return ring[0]
    return east / (6 * area), north / (6 * area)


def read_regions(path: Path) -> tuple[dict[str, Any] | None, list[Fault]]:
    """A folder's own map as GeoJSON, checked; None where it has none, or the packaged one."""
    if not path.exists() or path.resolve() == PACKAGED or path.read_bytes() == PACKAGED.read_bytes():
        return None, []
    document = Document(path.name)
    text = read_text(document, path)
    if text is None:
        return None, document.faults
    try:
        regions = json.loads(text)
        outlines_of(regions)
    except json.JSONDecodeError as error:
        document.add("syntax", error.lineno)
        return None, document.faults
    except (ValidationError, RecursionError):
        document.add("map", None)
        return None, document.faults
    return regions, document.faults


@cache
def packaged_outlines() -> RegionOutlines:
    """The map that comes with the app."""
    return outlines_of(json.loads(PACKAGED.read_text("utf-8")))


def is_map(regions: Any) -> bool:
    """Whether it is a map in GeoJSON that can be drawn."""
    try:
        outlines_of(regions)
    except ValidationError:
        return False
    return True


def outlines_of(regions: Any) -> RegionOutlines:
    """The outlines of a map in GeoJSON. Raises pydantic's ValidationError where it is none."""
    collection = _Collection.model_validate(regions)
    rings = {
        feature.properties.code: tuple(
            tuple(projected(lon, lat) for lon, lat in ring)
            for polygon in feature.geometry.coordinates
            for ring in polygon
        )
        for feature in collection.features
    }
    return RegionOutlines(collection.attribution, rings)
