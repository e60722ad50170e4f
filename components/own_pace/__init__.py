"""Questions at one's own pace on phones: the list of them and the way through it, as a module with its style and texts.

A phone fetches it in a room at one's own pace, and not elsewhere.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from components.participant import shrink
from components.participant.palette import by_theme_or_device
from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
SCRIPTS = (
    *shared("element", "fill", "plural_form", "set_text", "add_style"),
    *sources(_HERE / "script", "item_drafts", "item_list", "own_pace"),
)
_COLOURS = ("kuusi-tint",)
_STYLE = shrink.style(by_theme_or_device(_COLOURS) + (_HERE / "own_pace.css").read_text("utf-8"))
_SCRIPT = shrink.script(join(SCRIPTS))

CODE = _STYLE + _SCRIPT
"""What every module has besides its texts."""


def module(texts: Mapping[str, Any]) -> bytes:
    """The module with these texts (the section `own_pace`); its `open` is what the participant page calls."""
    values = {"PACE_TEXTS": dict(texts), "STYLE": _STYLE}
    return ("".join(f"const {name}={_literal(value)};" for name, value in values.items()) + _SCRIPT).encode()


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
