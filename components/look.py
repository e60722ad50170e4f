"""The style sheet of Streamlit's pages: only our own classes, public key classes and plain elements."""

from functools import cache
from pathlib import Path

import streamlit as st

SHEET = Path(__file__).parent / "look.css"


@cache
def _sheet() -> str:
    return f"<style>{SHEET.read_text('utf-8')}</style>"


def look() -> None:
    """Draws nothing; gives the page its looks."""
    st.html(_sheet())
