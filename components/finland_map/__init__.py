"""The map of Finland with numbered examples, the chosen one's card, and all of them as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from components.finland_map.outline import STEPS, WIDTH, Outline
from components.finland_map.places import LABEL, Place, places
from components.finland_map.values import (
    Anchor,
    EvidenceMark,
    ExampleCard,
    ExampleLink,
    Fact,
    Item,
    Kind,
    MapExample,
    MapTexts,
    Point,
    Practice,
    Rings,
)
from components.scripts import shared, sources

__all__ = [
    "BOARD_SCRIPTS",
    "CSS",
    "HTML",
    "Anchor",
    "EvidenceMark",
    "ExampleCard",
    "ExampleLink",
    "Fact",
    "Item",
    "Kind",
    "Land",
    "MapExample",
    "MapTexts",
    "Point",
    "Practice",
    "board_data",
    "land",
]  # fmt: skip

_HERE = Path(__file__).parent
BOARD_SCRIPTS = (
    *shared("element", "set_text", "fill"),
    *sources(_HERE / "script", "document", "marks", "tip", "land", "card", "list", "board"),
)
"""The board itself, for a page without Streamlit too."""
SCRIPTS = (*BOARD_SCRIPTS, *shared("has_modifier"), *sources(_HERE / "script", "tour", "mount"))
HTML = (_HERE / "board.html").read_text("utf-8")
CSS = "\n".join((_HERE / "style" / f"{name}.css").read_text("utf-8") for name in ("board", "land", "card", "list"))
TOUR_CSS = (_HERE / "style" / "tour.css").read_text("utf-8")
"""The looks of the board on a projector, which phones have no use for."""


@dataclass(frozen=True)
class Land:
    """The map's paths and the place of each number: the same for every visitor, so compute it once."""

    height: float
    spacing: float
    paths: Mapping[str, str]
    places: Mapping[str, Place]


def land(rings: Rings, anchors: Sequence[Anchor]) -> Land:
    """Computes the paths of `rings`, in kilometres, and a place for the number of every anchor."""
    outline = Outline(rings)
    placement = places(outline, anchors)
    return Land(outline.height, placement.spacing, {code: outline.path(code) for code in rings}, placement.by_id)


def board_data(
    drawn: Land, names: Mapping[str, str], examples: Sequence[MapExample], texts: MapTexts
) -> dict[str, Any]:
    """What the board's script draws, but for the chosen example; `names` are the areas' by code."""
    return {
        "land": {
            "width": WIDTH,
            "height": drawn.height,
            "steps": STEPS,
            "spacing": drawn.spacing,
            "label": LABEL,
            "areas": [{"code": code, "name": names.get(code, ""), "path": path} for code, path in drawn.paths.items()],
        },
        "examples": [_example(example, drawn.places[example.anchor.id]) for example in examples],
        "texts": asdict(texts),
    }


def pressed(state: object, examples: Sequence[MapExample]) -> str | None:
    """The press in the component's state, where it is a shown example or the close button ("")."""
    press = state.get("chosen") if isinstance(state, Mapping) else None
    value = press.get("id") if isinstance(press, Mapping) else None
    known = {"", *(example.anchor.id for example in examples if example.shown)}
    return value if isinstance(value, str) and value in known else None


@lru_cache(maxsize=1024)
def _example(example: MapExample, place: Place) -> dict[str, Any]:
    anchor = example.anchor
    return {
        "id": anchor.id,
        "kind": anchor.kind,
        "code": anchor.code,
        "number": example.number,
        "title": example.title,
        "place": example.place,
        "shown": example.shown,
        "x": round(place.x, 1),
        "y": round(place.y, 1),
        "joined": place.joined and [round(place.joined[0], 1), round(place.joined[1], 1)],
        "card": asdict(example.card),
    }
