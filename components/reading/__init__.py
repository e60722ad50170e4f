"""Reading pages: what the programme sends phones to, drawn on the participant page in the place of the question.

A module of its own with its style and its content in it: a phone fetches one file, and only when a page is opened.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from components import finland_map
from components.participant import shrink
from components.participant.palette import by_device
from components.phone_module import phone_module
from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
SCRIPTS = (
    *finland_map.BOARD_SCRIPTS,
    *shared("plural_form"),
    *sources(_HERE / "script", "filters", "bars", "examples", "closing", "onward", "reader"),
)
_COLOURS = ("yo", "kuusi-tint", "region-hover")
_STYLE = shrink.style(by_device(_COLOURS) + finland_map.CSS + (_HERE / "reading.css").read_text("utf-8"))
_SCRIPT = shrink.script(join(SCRIPTS))

CODE = _STYLE + _SCRIPT + finland_map.HTML
"""What every module has besides its content."""


def module(content: Mapping[str, Any]) -> bytes:
    """The module that draws `content` (types.d.ts); its `open` is what the participant page calls."""
    return phone_module(_SCRIPT, CONTENT=dict(content), STYLE=_STYLE, BOARD=finland_map.HTML)
