"""The projector: one component that fills the window. Values in, facilitator key presses out.

It draws participants' words as text only. It loads nothing but the pictures whose addresses stand in the data.
"""

from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import streamlit as st

from components.page_keys import FOCUS_ORIGIN
from components.presses import QUEUE
from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
_CLOUD = _HERE.parent / "word_cloud"
SCRIPTS = (
    *shared("find", "element", "set_text", "set_attribute", "fill", "plural_form"),
    *shared("duration", "full_screen", "key_actions", "has_modifier"),
    *QUEUE,
    *FOCUS_ORIGIN,
    *sources(_CLOUD, "cloud"),
    *sources(_HERE / "script", "document", "alone", "heading", "footing", "list", "results", "kinds"),
    *sources(_HERE / "script", "tools", "screen"),
)
_STYLES = ("base", "screen", "views", "results", "narrow")


def _joined(*files: Path) -> str:
    return "\n".join(file.read_text("utf-8") for file in files)


def _page() -> str:
    """The component's HTML with the drawings that follow the theme's colours inside it."""
    page = _joined(_HERE / "screen.html")
    for name in ("holding", "logo"):
        page = page.replace(f"{{{name}}}", _joined(_HERE / f"{name}.svg"))
    return page


HTML = _page()
CSS = TOKENS + _joined(
    _HERE / "style" / "base.css", _CLOUD / "cloud.css", *(_HERE / "style" / f"{s}.css" for s in _STYLES[1:])
)
JS = join(SCRIPTS)

_component = st.components.v2.component("propelli_screen", html=HTML, css=CSS, js=JS)
_beats = count()


def screen(data: Mapping[str, Any], key: str, on_press: Callable[[], None]) -> None:
    """Draws the projector from `data`; called again with fresh data it changes what differs, in place.

    `data` has `lang`, `texts` (the section `screen` of the texts), `view` (`join`, `question`, `results` or `hold`),
    `hold` (why the holding picture is up: `pause`, `ended` or `gone`, where the room has been deleted), `room` (`code`,
    `address`, `url`, `qr`, `title`, `closing`: the address of the next steps), `question`, `state` (`waiting`, `open`,
    `closed` or None), `closes_in_ms`, `answered`, `present`, `result` and, for the facilitator's keys, `keys`, `rev`,
    `intents` (what `toggle`, `next`, `previous` and `results` mean now) and `outcomes` of earlier presses. A result is
    None or of a kind: `words` (`wide`, `tall`: a cloud's drawing; `list`: (text, count) of every word; `left_out`;
    `people` who answered, whether their words are shown or not), `choice` (`n`, `options` of `label`, `count`,
    `percent`; `note`), `quiz` (`n`, `types` of `title`, `count`, `picture`, `ink`; `lacking`: titles; `note`) or
    `assessment` (`n`, `level_labels`, `criteria` of `label`, `levels`, `unknown`; or `hidden` and `needed`, the number
    of people from which on it is shown).

    `on_press` finds the press of a key by `components.presses.pressed`. Without a call for five seconds the projector
    says that its connection is lost.
    """
    beat = next(_beats)  # equal data would not reach the browser, and its silence means a lost connection
    _component(data={**data, "beat": beat}, key=key, on_press_change=on_press)
