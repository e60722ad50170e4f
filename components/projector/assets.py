"""The files of the projector: one html, one style sheet and one script, put together from their sources at import."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from components.page_keys import FOCUS_ORIGIN
from components.participant import shrink
from components.scripts import join, shared, sources
from components.styles import TOKENS

HERE = Path(__file__).parent
_CLOUD = HERE.parent / "word_cloud"
SCRIPTS = (
    *shared("find", "element", "set_text", "set_attribute", "fill", "plural_form", "step_grounds"),
    *shared("duration", "full_screen", "key_actions", "has_modifier", "character_keys", "character_keys_switch"),
    *shared("view_before_hold", "wake_lock", "backoff", "stream"),
    *FOCUS_ORIGIN,
    *sources(_CLOUD, "cloud"),
    *sources(HERE / "script", "document", "alone", "choices", "heading", "footing", "themes", "list", "figures"),
    *sources(HERE / "script", "results", "text", "by_theme", "scale", "speaker", "ranking", "dots", "groups", "kinds"),
    *sources(HERE / "script", "text_size", "key_settings", "tools"),
    *sources(HERE / "script", "screen", "server", "presses", "projector", "mount"),
)
_STYLES = (
    "screen", "views", "choices", "results", "text", "themes", "scale", "speaker", "ranking", "dots", "groups",
    "figures", "narrow", "slide",
)  # fmt: skip
_PAIR = re.compile(r"light-dark\(([^,]+), ([^)]+)\)")


def joined(*files: Path) -> str:
    """The text of these files, one after another."""
    return "\n".join(file.read_text("utf-8") for file in files)


def _markup() -> str:
    """The component's HTML with the drawings that follow the theme's colours inside it."""
    page = joined(HERE / "screen.html")
    for name in ("holding", "logo"):
        page = page.replace(f"{{{name}}}", joined(HERE / f"{name}.svg"))
    return shrink.markup(page)


def _by_device() -> str:
    """The colours for browsers older than `light-dark()` too, such as those inside streaming programs."""
    day, night = _PAIR.sub(r"\1", TOKENS), _PAIR.sub(r"\2", TOKENS)
    return f"{day}\n@media (prefers-color-scheme: dark) {{\n{night}\n}}\n"


_SHEET = joined(
    HERE / "style" / "base.css",
    _CLOUD / "cloud.css",
    *(HERE / "style" / f"{name}.css" for name in _STYLES),
)
HTML = _markup()
CSS = TOKENS + _SHEET
JS = shrink.script(join(SCRIPTS))


def named(kind: str, text: str, name: str = "projector") -> tuple[str, bytes]:
    """A file's name, which changes with what is in it, and its body."""
    body = text.encode()
    return f"{name}-{hashlib.sha256(body).hexdigest()[:12]}.{kind}", body


_STYLE = named("css", shrink.style(_by_device() + joined(HERE / "style" / "page.css") + _SHEET))
_SCRIPT = named("js", JS)
STYLE_NAME, SCRIPT_NAME = _STYLE[0], _SCRIPT[0]
ASSETS: Mapping[str, bytes] = dict((_STYLE, _SCRIPT))
"""File name to body, for `<base>/assets/`. The names change with the content, so they may be cached for ever."""
