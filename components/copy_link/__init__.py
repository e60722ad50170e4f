"""An address to be shared, with a button that copies it."""

from pathlib import Path

import streamlit as st

from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
SCRIPTS = shared("find") + sources(_HERE, "copy_link")

_LINK = st.components.v2.component(
    "propelli_copy_link",
    html=(_HERE / "copy_link.html").read_text("utf-8"),
    css=(_HERE / "copy_link.css").read_text("utf-8"),
    js=join(SCRIPTS),
)


def copy_link(address: str, label: str, copy: str, copied: str, key: str) -> None:
    """`label` names the address, `copy` stands on the button, and `copied` replaces it after a press."""
    _LINK(data={"address": address, "label": label, "copy": copy, "copied": copied}, key=key)
