"""The style sheet of a room's published results, a page that needs no script; its colours follow the device."""

from collections.abc import Mapping
from pathlib import Path

from components.participant import shrink
from components.participant.assets import named
from components.participant.palette import by_device

_COLOURS = (
    "kanerva", "yo", "kuusi-tint", "kanerva-tint", "hero-sky", "hero-halo", "hero-blade-1", "hero-blade-2",
    "hero-blade-3",
)  # fmt: skip
"""Those that the participant page, whose sheet this page has too, does without."""
_SHEET = (Path(__file__).parent / "published.css").read_text("utf-8")
_STYLE = named("css", shrink.style(by_device(_COLOURS) + _SHEET), "results")
STYLE_NAME = _STYLE[0]
ASSETS: Mapping[str, bytes] = dict((_STYLE,))
"""File name to body, for `<base>/assets/`. The name changes with the content, so it may be cached for ever."""
