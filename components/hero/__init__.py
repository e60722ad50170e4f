"""The opening's picture: a propeller over a lake, by day and by night. It is decoration only."""

from pathlib import Path

import streamlit as st

from components.styles import TOKENS

_HERE = Path(__file__).parent

_SCENE = st.components.v2.component(
    "propelli_scene",
    html=(_HERE / "hero.svg").read_text("utf-8"),
    css=TOKENS + (_HERE / "hero.css").read_text("utf-8"),
)


def hero(key: str) -> None:
    """Fills the box that the page's style gives to the element of this key."""
    _SCENE(key=key, height="stretch")
