"""The help and full-screen buttons of a page with keyboard shortcuts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
FOCUS_ORIGIN = sources(_HERE, "focus_origin")
"""The script that tells which keys belong to what has the focus."""


SCRIPTS = (
    *shared("find", "element", "full_screen", "has_modifier", "character_keys", "character_keys_switch"),
    *FOCUS_ORIGIN,
    *sources(_HERE, "page_keys"),
)

_buttons = st.components.v2.component(
    "propelli_page_keys",
    html=(_HERE / "page_keys.html").read_text("utf-8"),
    css=(_HERE / "page_keys.css").read_text("utf-8"),
    js=join(SCRIPTS),
)


def page_keys(title: str, keys: Sequence[tuple[str, str]], texts: Mapping[str, str], key: str) -> None:
    """Draws the buttons; `keys` are the names of keys and what they do.

    `texts` has `full_screen`, `characters` and `close`.

    The full-screen button is left out where the browser cannot fill the screen, as on an iPhone.
    """
    data = {"title": title, "keys": [list(pair) for pair in keys], **texts}
    _buttons(data=data, key=key, width="content", height="content")
