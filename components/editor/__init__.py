"""The editor of a workshop. It speaks to the draft's routes itself; the page runs for what stands outside it alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
PARTS = ("programme", "assessment", "quiz", "examples", "pages", "details")
"""The parts of a workshop that have a tab each; `examples` alone are edited outside the component."""

_DOCUMENT = ("path", "applied", "match_rows", "localised", "locate", "converted", "named_rows")
_FIELDS = (
    "parts", "text", "plain", "number", "switch", "choice", "group", "text_row", "rows", "list",
    "choice_control", "date", "languages", "reference", "order", "entries", "outcomes", "cases", "points", "pairs",
    "balance",
)  # fmt: skip
_FORM = (
    "texts", "icons", "place_children", "move_by_arrows", "kind_menu", "field_frame",
    "language_tabs", "text_control",
)  # fmt: skip
_SCRIPTS = (
    "server", "kept_changes", "session", "join_typing", "draft", "saved_line",
    "start_button", "header", "tabs", "quiet_faults", "missing_texts", "notes", "toast", "shortcuts", "item_row",
    "item_drag", "programme", "paste_questions", "derived_values", "part_switch",
)  # fmt: skip
FORM_SCRIPTS = (
    *sources(_HERE / "script" / "document", *_DOCUMENT),
    *sources(_HERE / "script", *_FORM),
    *sources(_HERE / "script" / "fields", *_FIELDS),
    *sources(_HERE / "script", "form"),
)
"""What draws the fields of one item; its host is an `EditorApi.FormHost`."""
SCRIPTS = (
    *shared("element", "find", "fill", "plural_form", "serial", "backoff", "set_text", "set_attribute", "has_modifier"),
    *FORM_SCRIPTS,
    *sources(_HERE / "script" / "document", "anchored"),
    *sources(_HERE / "script", *_SCRIPTS),
    *sources(_HERE / "script", "preview", "preview_pane", "footbar", "editor", "mount"),
)
_FORM_STYLES = ("frame", "form", "fields", "part_fields", "kinds")
_STYLES = ("programme", "paste_questions", "preview", "preview_frames", "narrow")
HTML = (_HERE / "editor.html").read_text("utf-8")


def _style(*names: str) -> str:
    return "\n".join((_HERE / "style" / f"{name}.css").read_text("utf-8") for name in names)


FORM_RULES = _style(*_FORM_STYLES, "narrow")
"""How the form looks, without the colours; for whoever scopes them to a part of a page."""
STYLE = f"{TOKENS}\n{_style(*_FORM_STYLES, *_STYLES)}"

_component = st.components.v2.component("propelli_editor", html=HTML, css=STYLE, js=join(SCRIPTS))


def editor(data: Mapping[str, Any], key: str) -> tuple[str, str]:
    """Draws the editor, and gives the part that is on the screen and, for the examples, the session that edits.

    `data` carries base, workshop (its id), lang, part, item (the id of the chosen one, empty for the first) and texts.
    The page is run again where the examples come to the screen or leave it.
    """
    shown = {"part": data["part"], "session": ""}
    result = _component(
        key=f"{key}-{data['workshop']}-{data['lang']}",
        data=dict(data),
        default={"shown": shown},
        on_shown_change=lambda: None,
    ).get("shown")
    latest = result if isinstance(result, Mapping) else shown
    part, session = latest.get("part"), latest.get("session")
    return part if part in PARTS else str(data["part"]), session if isinstance(session, str) else ""
