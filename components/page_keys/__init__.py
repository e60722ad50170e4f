"""Two small buttons for a page that is steered by keys: the whole screen (F) and the list of keys (?).

It also hears the key R, which Streamlit keeps from its own buttons.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "propelli_page_keys",
    html=(_HERE / "page_keys.html").read_text("utf-8"),
    css=(_HERE / "page_keys.css").read_text("utf-8"),
    js=(_HERE / "page_keys.js").read_text("utf-8"),
)


def page_keys(
    title: str, keys: Sequence[tuple[str, str]], full_screen: str, close: str, on_results: Callable[[], None], key: str
) -> None:
    """Draws the buttons; `keys` are the names of keys and what they do. `on_results` is called at every R.

    The full-screen button is left out where the browser cannot fill the screen, as on an iPhone.
    """
    data = {"title": title, "keys": [list(pair) for pair in keys], "full_screen": full_screen, "close": close}
    _component(data=data, key=key, width="content", height="content", on_results_change=on_results)
