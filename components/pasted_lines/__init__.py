"""Pasted lines and the questions that they become, side by side. It speaks to the routes itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.scripts import join, shared, sources
from components.styles import TOKENS
from components.workshops import CONTROLS, SERVER

_HERE = Path(__file__).parent
SCRIPTS = (
    *shared("element", "fill", "find", "plural_form", "set_text"),
    *SERVER,
    *sources(_HERE / "script", "mirror", "outcome", "lines_page", "mount"),
)

_component = st.components.v2.component(
    "propelli_pasted_lines",
    html=(_HERE / "pasted_lines.html").read_text("utf-8"),
    css="\n".join([TOKENS, CONTROLS, (_HERE / "style" / "pasted_lines.css").read_text("utf-8")]),
    js=join(SCRIPTS),
)


def pasted_lines(data: Mapping[str, Any], key: str) -> None:
    """Draws the page; `data` carries base, lang, texts and limits. Nothing is stored before the lines are taken."""
    _component(key=key, data=dict(data))
