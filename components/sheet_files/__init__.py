"""A table from a spreadsheet: taken in, with what is wrong in it by row, and beside it two to download."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
SCRIPTS = shared("element", "find", "fill", "plural_form", "set_text") + sources(_HERE, "sheet_files")

_FILES = st.components.v2.component(
    "propelli_sheet_files",
    html=(_HERE / "sheet_files.html").read_text("utf-8"),
    css=TOKENS + (_HERE / "sheet_files.css").read_text("utf-8"),
    js=join(SCRIPTS),
)


def sheet_files(data: Mapping[str, Any], key: str) -> None:
    """Draws the files' buttons; the page is run again when a file has been taken.

    `data` carries address (without ending), query (of every request), lang, disabled, texts; without texts for them
    there is nothing to download.
    """
    _FILES(key=key, data=dict(data), default={"count": 0}, on_count_change=lambda: None)
