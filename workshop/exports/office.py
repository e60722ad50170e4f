"""What the slides and the memo have in common: the looks of the app's light theme, and text that the files can hold."""

from typing import Any

from workshop.exports.tables_base import cell_text

FONT = "Noto Sans"
PANOSE = "020B0502040504020204"
"""The font's classification, by which a program that lacks it chooses one that looks alike."""
GROUND, PAPER, HAIRLINE = "FBF7F0", "FFFFFF", "E2D8C7"
INK, MUTED, ACCENT, SUN = "16243A", "4F5B6B", "005B94", "F5A63C"
OFFICE = "application/vnd.openxmlformats-officedocument"
SLIDES, DOCUMENT, WORKBOOK = (
    f"{OFFICE}.{name}" for name in ("presentationml.presentation", "wordprocessingml.document", "spreadsheetml.sheet")
)
"""Media types."""

LANGUAGE_TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}

_READ_OTHERWISE = ("=", "{", "http:", "https:", "ftp:", "mailto:", "internal:", "external:")
"""How a text begins that a workbook takes for a formula or an address."""


def sentence(text: str) -> str:
    """The text on one line, without what the files cannot hold."""
    return " ".join(cell_text(text).split())


def label(text: str) -> str:
    """A chart's label, whose workbook keeps it as text."""
    plain = sentence(text)
    return f" {plain}" if plain.lower().startswith(_READ_OTHERWISE) else plain


def listed(items: tuple[tuple[str, int], ...]) -> str:
    """Texts with their numbers, a line each."""
    return "\n".join(f"{sentence(text)}: {number}" for text, number in items)


def slide_colour(ink: str) -> Any:
    """A colour as python-pptx takes it, from six digits with or without a sign before them."""
    from pptx.dml.color import RGBColor

    colour: Any = RGBColor  # the package has no types
    return colour.from_string(ink.removeprefix("#"))
