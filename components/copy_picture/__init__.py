"""A button that copies a result's picture to the clipboard; where the browser lets it not, it saves it as a file."""

from pathlib import Path

import streamlit as st

from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
WIDTH = 1920
"""In pixels: that of a slide."""
SCRIPTS = shared("find") + sources(_HERE, "copy_picture")

_BUTTON = st.components.v2.component(
    "propelli_copy_picture",
    html=(_HERE / "copy_picture.html").read_text("utf-8"),
    css=TOKENS + (_HERE / "copy_picture.css").read_text("utf-8"),
    js=join(SCRIPTS),
)


def copy_picture(
    address: str, file_name: str, label: str, copy: str, copied: str, saved: str, failed: str, key: str
) -> None:
    """`address` gives a PNG; `label` names the button for those who do not see beside what it stands.

    `copied`, `saved` (as the file of that name) or `failed` is said after a press.
    """
    data = {
        "address": address, "fileName": file_name, "width": WIDTH, "label": label, "copy": copy, "copied": copied,
        "saved": saved, "failed": failed,
    }  # fmt: skip
    _BUTTON(data=data, key=key)
