"""Browser-side state of the assessment page: whether the window is narrow, and scrolling and focus after a step."""

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
    """Whether the window is at most 640 pixels wide, as the browser reports once.

    Draws nothing and does not wait: the guess is used until the browser reports otherwise, and where the guess is right
    the browser reports nothing and the page is not run again.
    """
    data = {"narrow_pixels": NARROW_PIXELS, "guess": guess}
    is_narrow = _WINDOW(data=data, key=key, on_narrow_change=_nothing).get("narrow")
    return is_narrow if isinstance(is_narrow, bool) else guess


def arrival(step_key: str, key: str) -> None:
    """Brings a new step into view, and the focus to the first `h2` of the container whose key is `step_key`.

    Without it the next question would begin above the window's edge, where the button of the last one was pressed.
    """
    _ARRIVAL(data={"step": step_key}, key=key)


def _nothing() -> None:
    """Streamlit names a value in its result only when a callback is registered for it."""
