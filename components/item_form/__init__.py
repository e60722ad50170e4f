"""One item of a room in the editor's form: a question on the spot, or one that nobody has answered yet."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.dedupe import first_delivery
from components.desk import SERVER
from components.editor import FORM_RULES, FORM_SCRIPTS
from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
SCRIPTS = (
    *shared("element", "find", "fill", "plural_form", "serial", "set_text", "set_attribute", "has_modifier"),
    *SERVER,
    *FORM_SCRIPTS,
    *sources(_HERE / "script", "room_items", "item_editor", "mount"),
)
_OWN_STYLE = (_HERE / "style" / "item_form.css").read_text("utf-8")
_component = st.components.v2.component(
    "propelli_item_form",
    html=(_HERE / "item_form.html").read_text("utf-8"),
    css=f"{TOKENS}\n@scope (.item-form-scope) {{\n{FORM_RULES}\n{_OWN_STYLE}\n}}",
    js=join(SCRIPTS),
    isolate_styles=False,  # a dialog keeps the focus from what stands in a shadow root
)


def item_form(data: Mapping[str, Any], key: str) -> bool:
    """Draws the form, which speaks to the desk's route itself; true at the run after it was done.

    `data` carries base, room (its code), lang, rev, kinds (each as the editor's), texts (the section `editor`), lost
    (what a press that does not arrive says), subject (name, item, languages) or None, and items, a list to choose the
    subject from (also title, picture and reason, which is None for one that may be edited).
    """
    result = _component(key=f"{key}-{data['room']}-{data['lang']}", data=dict(data), on_closed_change=lambda: None)
    return first_delivery(result.get("closed")) is not None
