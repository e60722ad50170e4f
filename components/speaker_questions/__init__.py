"""Questions to the speaker on phones: a page in the place of the question, as a module with its style and texts.

A phone fetches it when somebody presses the button that leads to it, and not before.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from components.participant import shrink
from components.participant.palette import by_theme_or_device
from components.phone_module import phone_module
from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
SCRIPTS = (
    *shared("element", "fill", "plural_form", "set_text", "set_attribute", "add_style"),
    *sources(_HERE / "script", "question_list", "question_form", "speaker_page"),
)
_COLOURS = ("yo", "kuusi-tint")
_STYLE = shrink.style(by_theme_or_device(_COLOURS) + (_HERE / "speaker_questions.css").read_text("utf-8"))
_SCRIPT = shrink.script(join(SCRIPTS))

CODE = _STYLE + _SCRIPT
"""What every module has besides its texts."""


def module(texts: Mapping[str, Any]) -> bytes:
    """The module with these texts (the section `speaker`); its `open` is what the participant page calls."""
    return phone_module(_SCRIPT, TEXTS=dict(texts), STYLE=_STYLE)
