"""Two small buttons for a page that is steered by keys, and the keys themselves.

Streamlit's own button shortcuts act also when another button has the focus and behind an open dialog, and keep R for
themselves; these do not.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from components.once import once

PRESSES = ("toggle", "next", "previous", "results")

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "propelli_page_keys",
    html=(_HERE / "page_keys.html").read_text("utf-8"),
    css=(_HERE / "page_keys.css").read_text("utf-8"),
    js=(_HERE / "page_keys.js").read_text("utf-8"),
)


def page_keys(
    title: str, keys: Sequence[tuple[str, str]], full_screen: str, close: str, on_press: Callable[[], None], key: str
) -> None:
    """Draws the buttons; `keys` are the names of keys and what they do. `on_press` finds its key by `pressed`.

    The full-screen button is left out where the browser cannot fill the screen, as on an iPhone.
    """
    data = {"title": title, "keys": [list(pair) for pair in keys], "full_screen": full_screen, "close": close}
    _component(data=data, key=key, width="content", height="content", on_press_change=on_press)


def pressed(key: str) -> str | None:
    """What was pressed, one of PRESSES, for `on_press`; each press is told once."""
    result = st.session_state.get(key)
    press = once(result.get("press")) if isinstance(result, Mapping) else None
    return press["name"] if press and press.get("name") in PRESSES else None
