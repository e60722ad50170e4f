"""The live part of the desk: what is on, the programme and the answers. It speaks to the live routes itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components import presses, theme_desk, word_desk
from components.dedupe import first_delivery
from components.page_keys import FOCUS_ORIGIN
from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
_PARTS = (
    "server", "wire_presses", "press_group", "press_select", "fold", "clock", "now", "overview", "time", "view",
    "results_rules",
    "groups", "rounds", "programme", "words", "answers", "speaker_questions", "own_pace", "flood", "ended",
    "shortcuts",
)  # fmt: skip
SERVER = sources(_HERE / "script", "server")
"""What sends the presses of a desk."""
SCRIPTS = (
    *shared("element", "duration", "serial", "has_modifier", "key_actions", "character_keys"),
    *shared("view_before_hold", "wake_lock", "backoff", "stream", "step_grounds"),
    *presses.BUTTON,
    *FOCUS_ORIGIN,
    *word_desk.SCRIPTS,
    *sources(_HERE / "script", *_PARTS),
    *theme_desk.SCRIPTS,
    *sources(_HERE / "script", "desk", "mount"),
)
_STYLES = ("panes", "now", "programme", "answers", "narrow", "overview", "speaker_questions", "own_pace")


FORMS = ("copy", "edit", "keep", "room")
"""Of the question that is on; `room` is of every item of the room, and of no activity."""
_component = st.components.v2.component(
    "propelli_desk",
    html=(_HERE / "desk.html")
    .read_text("utf-8")
    .replace("{word_desk}", word_desk.HTML)
    .replace("{theme_desk}", theme_desk.HTML),
    css="\n".join(
        [
            TOKENS,
            presses.STYLE,
            word_desk.STYLE,
            *((_HERE / f"style/{name}.css").read_text("utf-8") for name in _STYLES),
            theme_desk.STYLE,
        ]
    ),
    js=join(SCRIPTS),
)


def desk(data: Mapping[str, Any], key: str) -> tuple[str, str] | None:
    """Draws the desk and follows the room by itself.

    `data` carries base, room (its code), lang, texts and state, the desk as it is now; later states come over the
    line. Gives the form of `FORMS` that the facilitator has just asked to open and the activity that it is of, else
    None.
    The page is run again once the room or the right to it has gone.
    """
    result = _component(
        key=f"{key}-{data['room']}-{data['lang']}", data=dict(data),
        on_form_change=lambda: None, on_gone_change=lambda: None,
    )  # fmt: skip
    return read_form(first_delivery(result.get("form")))


def read_form(value: Mapping[str, Any] | None) -> tuple[str, str] | None:
    """A browser's request for a form when it has the right shape, otherwise None."""
    if value is None or value.get("name") not in FORMS or not isinstance(value.get("activity"), str):
        return None
    return value["name"], value["activity"]
