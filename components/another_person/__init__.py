"""Another person on the same phone, and answers on paper: a module of the participant page with its style and texts.

A phone fetches it in a room where phones are shared, and a facilitator's browser where answers are recorded.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from components.participant import shrink
from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
SCRIPTS = (*shared("element", "set_text", "add_style"), *sources(_HERE / "script", "another_person"))
_STYLE = shrink.style((_HERE / "another_person.css").read_text("utf-8"))
_SCRIPT = shrink.script(join(SCRIPTS))

CODE = _STYLE + _SCRIPT
"""What every module has besides its texts."""


def module(texts: Mapping[str, Any]) -> bytes:
    """The module with these texts (the section `another_person`); its `open` is what the participant page calls."""
    values = {"PERSON_TEXTS": dict(texts), "STYLE": _STYLE}
    return ("".join(f"const {name}={_literal(value)};" for name, value in values.items()) + _SCRIPT).encode()


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
