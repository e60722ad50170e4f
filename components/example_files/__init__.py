"""The examples' files: two to download, one to put in the place of what there is, and what is wrong in it by row."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
SCRIPTS = shared("element", "find", "fill", "plural_form", "set_text") + sources(_HERE, "example_files")

_FILES = st.components.v2.component(
    "propelli_example_files",
    html=(_HERE / "example_files.html").read_text("utf-8"),
    css=TOKENS + (_HERE / "example_files.css").read_text("utf-8"),
    js=join(SCRIPTS),
)


def example_files(data: Mapping[str, Any], key: str) -> None:
    """Draws the files' buttons; the page is run again when a file has been taken.

    `data` carries address (of the draft's examples, without ending), query (of every request), lang, disabled, texts.
    """
    _FILES(key=key, data=dict(data), default={"count": 0}, on_count_change=lambda: None)
