"""Replaces characters that the app's font lacks, for files that embed the font."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from workshop.content.texts import Texts

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
MAX_LISTED_SIGNS = 8
"""How many of the signs that the font lacks are told one after another."""


@cache
def letters() -> frozenset[int]:
    """The code points that the font has both as plain and as bold."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    fonts = []
    for weight in ("Regular", "Bold"):
        with TTFont(FONTS / f"NotoSans-{weight}-fi.ttf", lazy=True) as font:
            fonts.append(frozenset(font.getBestCmap()))
    return fonts[0] & fonts[1]


def printable(words: str, text: Texts) -> str:
    """The words in the font's letters; in place of signs that it lacks stands which they are, in the text's language.

    PDF/UA forbids a character that no font can draw. Invisible signs are left out.
    """
    parts: list[str] = []
    lacking: list[str] = []
    for sign in unicodedata.normalize("NFC", words) + "\n":
        if ord(sign) in letters() and sign.isprintable():
            parts += [*_lacking_note(lacking, text), sign]
        elif sign.isspace():
            parts += [*_lacking_note(lacking, text), " "]
        elif unicodedata.category(sign) not in {"Cc", "Cf", "Cs"} and not _varies(sign):
            lacking.append(f"U+{ord(sign):04X}")
    return " ".join("".join(parts).split())


def all_printable(value: Any, text: Texts) -> Any:
    """Every text in the value as `printable` makes it."""
    if isinstance(value, str):
        return printable(value, text)
    if isinstance(value, list | tuple):
        return [all_printable(item, text) for item in value]
    return {name: all_printable(item, text) for name, item in value.items()} if isinstance(value, dict) else value


def _lacking_note(lacking: list[str], text: Texts) -> list[str]:
    """The sentence on the signs, which are then forgotten; nothing where there are none."""
    if not lacking:
        return []
    signs = " ".join(lacking[:MAX_LISTED_SIGNS]) + (" …" if len(lacking) > MAX_LISTED_SIGNS else "")
    note = text("export.lacking_signs", n=len(lacking), signs=signs)
    lacking.clear()
    return [f" {note} "]


def _varies(sign: str) -> bool:
    """Whether the sign only chooses the look of the one before it."""
    return 0xFE00 <= ord(sign) <= 0xFE0F or 0x1F3FB <= ord(sign) <= 0x1F3FF
