"""A countdown that ticks in the browser between two runs of the page."""

from pathlib import Path

import streamlit as st

from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
SCRIPTS = shared("set_text", "duration") + sources(_HERE, "countdown")
_component = st.components.v2.component(
    "propelli_clock",
    html='<div class="clock"><span class="label"></span><b role="timer"></b></div>',
    css=(_HERE / "countdown.css").read_text("utf-8"),
    js=join(SCRIPTS),
)


def countdown(label: str, left_ms: int, key: str) -> None:
    """Draws the remaining minutes and seconds; `left_ms` is by the server's clock."""
    _component(data={"label": label, "left_ms": max(0, left_ms)}, key=key, width="content", height="content")
