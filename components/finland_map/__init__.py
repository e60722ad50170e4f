"""The map of Finland with its examples: numbers on the land, the chosen one's card, and all of them as a list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from components.finland_map.outline import STEPS, WIDTH, Outline
from components.finland_map.places import LABEL, Place, places
from components.finland_map.values import (
    Anchor,
    ExampleCard,
    ExampleLink,
    Fact,
    Item,
    Kind,
    MapExample,
    MapTexts,
    Point,
    Rings,
    Told,
)

__all__ = [
    "Anchor",
    "ExampleCard",
    "ExampleLink",
    "Fact",
    "Item",
    "Kind",
    "Land",
    "MapExample",
    "MapTexts",
    "Point",
    "Told",
    "finland_map",
    "land",
]  # fmt: skip

_HERE = Path(__file__).parent
# Streamlit takes one module and one sheet: each file holds one idea and uses the ones before it.
_SCRIPTS = ("document", "marks", "tip", "land", "card", "list", "board")
_STYLES = ("board", "land", "card", "list")


def _joined(folder: str, names: Sequence[str], ending: str) -> str:
    return "\n".join((_HERE / folder / f"{name}.{ending}").read_text("utf-8") for name in names)


_MAP = st.components.v2.component(
    "propelli_finland_map",
    html=(_HERE / "board.html").read_text("utf-8"),
    css=_joined("style", _STYLES, "css"),
    js=_joined("script", _SCRIPTS, "js"),
)


@dataclass(frozen=True)
class Land:
    """The drawn land and the place of each number: the same for every visitor, so make it once."""

    height: float
    spacing: float
    paths: Mapping[str, str]
    places: Mapping[str, Place]


def land(rings: Rings, anchors: Sequence[Anchor]) -> Land:
    """Draws the areas of `rings`, in kilometres, and finds a place for the number of every anchor."""
    outline = Outline(rings)
    found = places(outline, anchors)
    return Land(outline.height, found.spacing, {code: outline.path(code) for code in rings}, found.by_id)


def finland_map(
    drawn: Land,
    names: Mapping[str, str],
    examples: Sequence[MapExample],
    chosen: str | None,
    texts: MapTexts,
    key: str,
    on_choose: Callable[[], None] | None = None,
) -> str | None:
    """Draws the board and returns the latest press: an example's id, "" for the close button, or None.

    `names` are the areas' by code. A press is shown at once and calls `on_choose`, where it is
    `pressed(st.session_state[key], examples)`; the next run says by `chosen` what holds.
    """
    data = {
        "land": {
            "width": WIDTH,
            "height": drawn.height,
            "steps": STEPS,
            "spacing": drawn.spacing,
            "label": LABEL,
            "areas": [{"code": code, "name": names.get(code, ""), "path": path} for code, path in drawn.paths.items()],
        },
        "examples": [_example(example, drawn.places[example.anchor.id]) for example in examples],
        "chosen": chosen,
        "texts": asdict(texts),
    }
    result = _MAP(data=data, key=key, on_chosen_change=on_choose or _nothing)
    return pressed(result, examples)


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


def _nothing() -> None:
    """Streamlit names a press in its result only when someone listens to it."""
