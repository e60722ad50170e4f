"""The home page's hero image: a propeller over a lake, by day and by night. Decoration only."""

from pathlib import Path

import streamlit as st

from components.styles import TOKENS

_HERE = Path(__file__).parent

SCENE = (_HERE / "hero.svg").read_text("utf-8")
SCENE_STYLE = (_HERE / "hero.css").read_text("utf-8")

_HERO = st.components.v2.component("propelli_scene", html=SCENE, css=TOKENS + SCENE_STYLE)


def hero(key: str) -> None:
    """Fills the box that the page's style gives to the element of this key."""
    _HERO(key=key, height="stretch")
