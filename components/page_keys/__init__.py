"""The help and full-screen buttons of a page with keyboard shortcuts, and the shortcuts themselves.

Streamlit's own button shortcuts act also when another button has the focus and behind an open dialog, and keep R for
themselves; these do not.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from components.presses import QUEUE, Outcomes
from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
FOCUS_ORIGIN = sources(_HERE, "focus_origin")
"""The script that tells which keys belong to what has the focus."""


SCRIPTS = (
    *shared("find", "element", "full_screen", "has_modifier"),
    *FOCUS_ORIGIN,
    *sources(_HERE, "page_keys"),
)
SHORTCUT_SCRIPTS = (*shared("key_actions", "has_modifier"), *QUEUE, *FOCUS_ORIGIN, *sources(_HERE, "shortcuts"))

_buttons = st.components.v2.component(
    "propelli_page_keys",
    html=(_HERE / "page_keys.html").read_text("utf-8"),
    css=(_HERE / "page_keys.css").read_text("utf-8"),
    js=join(SCRIPTS),
)
_shortcuts = st.components.v2.component(
    "propelli_shortcuts",
    js=join(SHORTCUT_SCRIPTS),
    isolate_styles=False,
)


def page_keys(title: str, keys: Sequence[tuple[str, str]], full_screen: str, close: str, key: str) -> None:
    """Draws the buttons; `keys` are the names of keys and what they do.

    The full-screen button is left out where the browser cannot fill the screen, as on an iPhone.
    """
    data = {"title": title, "keys": [list(pair) for pair in keys], "full_screen": full_screen, "close": close}
    _buttons(data=data, key=key, width="content", height="content")


def shortcuts(
    intents: Mapping[str, Mapping[str, Any]], rev: int, outcomes: Outcomes, on_press: Callable[[], None], key: str
) -> None:
    """Lets Space (`toggle`), the arrows (`next`, `previous`) and R (`results`) send their intents, drawn for `rev`.

    Draws nothing. `on_press` finds its press by `components.presses.pressed`.
    """
    _shortcuts(
        data={"intents": dict(intents), "rev": rev, "outcomes": list(outcomes)}, key=key, on_press_change=on_press
    )
