"""The style sheet of Streamlit's pages: only our own classes, public key classes and plain elements."""

from pathlib import Path

_HERE = Path(__file__).parent
TOKENS = (_HERE / "tokens.css").read_text("utf-8")
"""The colours as custom properties, for the page and for a component in a shadow root."""
SHEET = _HERE / "pages.css"


def style() -> str:
    """The sheet as an element for the page shell, so that nothing is drawn before its looks are known."""
    return f"<style>{TOKENS}{SHEET.read_text('utf-8')}</style>"
