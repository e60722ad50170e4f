"""What only the browser knows or can do: whether its window is narrow, and where the reader's eyes and focus go."""

from pathlib import Path

import streamlit as st

from components.scripts import join, sources

NARROW_PIXELS = 640

_HERE = Path(__file__).parent
WINDOW_SCRIPTS = sources(_HERE, "window")
ARRIVAL_SCRIPTS = sources(_HERE, "arrival")
_WINDOW = st.components.v2.component("propelli_window", js=join(WINDOW_SCRIPTS), isolate_styles=False)
_ARRIVAL = st.components.v2.component("propelli_arrival", js=join(ARRIVAL_SCRIPTS), isolate_styles=False)


def window_is_narrow(guess: bool, key: str) -> bool:
    """Whether the window is at most 640 pixels wide, as told once by the browser.

    Draws nothing and holds up nothing: the guess stands until the browser says otherwise, and where the guess is right
    the browser says nothing and the page is not run again.
    """
    data = {"narrow_pixels": NARROW_PIXELS, "guess": guess}
    told = _WINDOW(data=data, key=key, on_narrow_change=_nothing).get("narrow")
    return told if isinstance(told, bool) else guess


def arrival(step_key: str, key: str) -> None:
    """Brings a new step into view, and the focus to the first `h2` of the container whose key is `step_key`.

    Without it the next question would begin above the window's edge, where the button of the last one was pressed.
    """
    _ARRIVAL(data={"step": step_key}, key=key)


def _nothing() -> None:
    """Streamlit names a value in its result only when someone listens to it."""
