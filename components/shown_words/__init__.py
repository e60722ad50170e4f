"""What own words are shown as, on phones: a line below each that was merged into another, as a module of its own.

A phone fetches it once it has answered a question with words, and not before.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from components.participant import shrink
from components.phone_module import phone_module
from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
SCRIPTS = (*shared("element", "fill", "add_style"), *sources(_HERE / "script", "shown_words"))
_STYLE = shrink.style((_HERE / "shown_words.css").read_text("utf-8"))
_SCRIPT = shrink.script(join(SCRIPTS))


def module(texts: Mapping[str, Any]) -> bytes:
    """The module with these texts (the section `shown_words`); its `watch` is what the participant page calls."""
    return phone_module(_SCRIPT, SENTENCES=dict(texts), STYLE=_STYLE)
