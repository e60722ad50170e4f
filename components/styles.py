"""The style sheet of Streamlit's pages: only our own classes, public key classes and plain elements."""

from pathlib import Path

SHEET = Path(__file__).parent / "pages.css"


def style() -> str:
    """The sheet as an element for the page shell, so that nothing is drawn before its looks are known."""
    return f"<style>{SHEET.read_text('utf-8')}</style>"
