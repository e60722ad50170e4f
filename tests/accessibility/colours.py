"""The colours of the whole project as they stand in its files, and the contrast of two of them."""

import re
import tomllib
from pathlib import Path
from typing import Any

from components.palette import COLOURS
from tests.conftest import ROOT

Pair = tuple[str, str]
"""By day and by night."""

HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
_BOTH = r"light-dark\(\s*(#[0-9A-Fa-f]{6})\s*,\s*(#[0-9A-Fa-f]{6})\s*\)"
TOKEN = re.compile(rf"--([\w-]+)\s*:\s*(?:{_BOTH}|(#[0-9A-Fa-f]{{6}}))")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")

# Names that are the same colour under another name, where a component has names for what it means by a colour.
ALIASES = {"action": "jarvi", "action-tint": "jarvi-tint", "wait": "lakka", "wait-tint": "lakka-tint"}


def sheets() -> list[Path]:
    return sorted((ROOT / "components").rglob("*.css"))


def tokens() -> dict[str, set[Pair]]:
    """Each colour's name with every value that any style sheet or the palette gives it."""
    found: dict[str, set[Pair]] = {name: {pair} for name, pair in COLOURS.items()}
    for sheet in sheets():
        for name, day, night, single in TOKEN.findall(sheet.read_text("utf-8")):
            pair = (single, single) if single else (day, night)
            found.setdefault(ALIASES.get(name, name), set()).add((pair[0].upper(), pair[1].upper()))
    return found


def written_pairs() -> list[tuple[str, Pair, Pair]]:
    """Rules that give both a text colour and a ground by value: where, text, ground."""
    found = []
    for sheet in sheets():
        for selector, body in _RULE.findall(_with_values(sheet.read_text("utf-8"))):
            text = re.search(rf"(?<![-\w])color:\s*{_BOTH}", body)
            ground = re.search(rf"(?<![-\w])background(?:-color)?:\s*{_BOTH}", body)
            if text and ground:
                place = f"{sheet.relative_to(ROOT)}: {selector.strip()[:80]}"
                found.append((place, (text[1], text[2]), (ground[1], ground[2])))
    return found


def _with_values(sheet: str) -> str:
    """The sheet with each colour by its value."""
    for name, (day, night) in COLOURS.items():
        sheet = sheet.replace(f"var(--{name})", f"light-dark({day}, {night})")
    return sheet


def theme(name: str) -> dict[str, Any]:
    """Streamlit's theme of that name."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    found: dict[str, Any] = settings["theme"][name]
    return found


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.1's contrast ratio, from 1 to 21."""
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)
