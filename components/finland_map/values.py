"""The map's input: examples with their places and cards, as plain values in the visitor's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
"""Kilometres to the east and to the north on a plane."""

Rings = Mapping[str, tuple[tuple[Point, ...], ...]]
"""The outlines of each area by its code: closed rings, the last point as the first."""

Kind = Literal["spot", "area", "country"]


@dataclass(frozen=True)
class Item:
    """One word of a fact; `sure` is False for what is inferred, which is drawn with a dashed border."""

    text: str
    sure: bool = True


@dataclass(frozen=True)
class Fact:
    """A question and its answers: for whom, with whom."""

    term: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class EvidenceMark:
    """The evidence of one criterion: a symbol, never without its word."""

    symbol: str
    name: str
    word: str


@dataclass(frozen=True)
class ExampleLink:
    """A link; `hint` comes after the label, `outside` opens a new tab."""

    label: str
    href: str
    hint: str = ""
    outside: bool = False


@dataclass(frozen=True)
class Practice:
    """How it is done: a heading and its points; without points, nothing is drawn."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class ExampleCard:
    """The texts of one example's card."""

    summary: str
    practice: Practice
    facts: tuple[Fact, ...]
    marks_title: str
    marks: tuple[EvidenceMark, ...]
    note: str
    links: tuple[ExampleLink, ...]


@dataclass(frozen=True)
class Anchor:
    """The position of an example: a `spot` to its point, an `area` to the shaded area `code` around its middle point.

    The `country` has neither: it stands beside the land.
    """

    id: str
    kind: Kind
    point: Point | None = None
    code: str | None = None


@dataclass(frozen=True)
class MapExample:
    """One number on the map; `shown` is False for what a filter hides: it keeps its place and its number."""

    anchor: Anchor
    number: int
    title: str
    place: str
    card: ExampleCard
    shown: bool = True


@dataclass(frozen=True)
class MapTexts:
    """The words around the examples: `label` names the map for readers, `counted` heads the list with its number."""

    label: str
    counted: str
    none: str
    choose: str
    choose_help: str
    chosen: str
    close: str
    country: str
    spot_key: str
    area_key: str
    country_key: str
    source: str
