"""The organiser's list of workshops with their rooms, and the ways to a new one. It speaks to the routes itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.hero import SCENE, SCENE_STYLE
from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
SERVER = sources(_HERE / "script", "server", "icons")
"""The scripts of what the organiser's pages ask of the server, and of the signs that they draw."""

CONTROLS = (_HERE / "style" / "controls.css").read_text("utf-8")
"""The looks of the organiser's buttons, fields and cards."""

_PARTS = (
    "buttons", "disclosure", "programme_strip", "room_row", "workshop_card", "new_workshop", "workshops", "mount",
)  # fmt: skip
SCRIPTS = (
    *shared("element", "fill", "find", "plural_form", "set_text"),
    *SERVER,
    *sources(_HERE / "script", *_PARTS),
)
_STYLE_SHEETS = [(_HERE / "style" / f"{name}.css").read_text("utf-8") for name in ("list", "rooms", "narrow")]

_component = st.components.v2.component(
    "propelli_workshops",
    html=(_HERE / "workshops.html").read_text("utf-8").replace("{scene}", SCENE),
    css="\n".join([TOKENS, SCENE_STYLE, CONTROLS, *_STYLE_SHEETS]),
    js=join(SCRIPTS),
)


def workshops(data: Mapping[str, Any], key: str) -> None:
    """Draws the list, which follows what is done on the page by itself.

    `data` carries base, lang, texts, max_file_mb, opens_new and list, the workshops as they are now; what is done goes
    over the routes, which ask for the right.
    """
    _component(key=key, data=dict(data))
