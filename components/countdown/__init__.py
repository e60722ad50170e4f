"""A countdown that ticks in the browser between two runs of the page."""

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "propelli_clock",
    html='<div class="clock"><span class="label"></span><b role="timer"></b></div>',
    css=(_HERE / "countdown.css").read_text("utf-8"),
    js=(_HERE / "countdown.js").read_text("utf-8"),
)


def countdown(label: str, left_ms: int, key: str) -> None:
    """Draws the remaining minutes and seconds; `left_ms` is by the server's clock."""
    _component(data={"label": label, "left_ms": max(0, left_ms)}, key=key, width="content", height="content")
