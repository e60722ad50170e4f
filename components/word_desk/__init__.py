"""The facilitator's word list: hide, restore, approve, join, take apart and undo, drawn by one Streamlit component."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.dedupe import first_delivery
from components.scripts import join, shared, sources
from components.styles import TOKENS

ACTIONS = ("hide", "restore", "join", "apart", "approve", "undo")

MAX_SEARCHED = 200

_HERE = Path(__file__).parent
SCRIPTS = (
    *shared("find", "set_text", "set_attribute", "fill", "plural_form", "serial"),
    *sources(_HERE, "texts", "snapshot", "actions", "order", "rows", "group", "focus", "input", "word_desk"),
)

_DESK = st.components.v2.component(
    "propelli_word_desk",
    html=(_HERE / "word_desk.html").read_text("utf-8"),
    css=TOKENS + (_HERE / "word_desk.css").read_text("utf-8"),
    js=join(SCRIPTS),
)


def word_desk(data: Mapping[str, Any], key: str, on_action: Callable[[], None]) -> None:
    """Draws the list; `on_action` is called after a press and finds its action by `pressed`.

    `data` carries lang; texts, the section `word_desk`; approval, whether answers wait for approval; entries, each
    with key, text, count (people), hidden, blocked, waiting and forms (key, text, count), most people first; and
    decisions, each with id, kind, text and target, newest last. Only data that differs redraws, in place.

    `totals` is the number of entries of each list; where `entries` are fewer, the browser requests those that it
    searches for: see `search_request`.

    An action is {"action": one of ACTIONS, "keys": fold keys, "target": key of the entry to join to or None,
    "decision": id of the decision to undo or None}. An entry's action names the fold keys of all its forms. The list
    shows an action as done when `data` shows its outcome, and says after 3 s that it was not saved.
    """
    _DESK(data=dict(data), key=key, on_action_change=on_action, on_wanted_change=lambda: None)


def search_request(key: str) -> tuple[str, str | None]:
    """The text searched for in the list, and the key of the entry being joined; "" and None where there is none."""
    result = st.session_state.get(key)
    search = result.get("wanted") if isinstance(result, Mapping) else None
    if not isinstance(search, Mapping):
        return "", None
    query, entry = search.get("query"), search.get("key")
    return query[:MAX_SEARCHED] if isinstance(query, str) else "", entry if isinstance(entry, str) else None


def pressed(key: str) -> dict[str, Any] | None:
    """The action pressed, returned once, for `on_action`: a callback runs even when Streamlit stops the run at once.

    What the component returns would be lost when another run begins in the middle of this one.
    """
    result = st.session_state.get(key)
    return read_action(first_delivery(result.get("action"))) if isinstance(result, Mapping) else None


def read_action(value: object) -> dict[str, Any] | None:
    """A browser's action when it has the shape that `word_desk` promises, otherwise None."""
    if not isinstance(value, Mapping) or value.get("action") not in ACTIONS:
        return None
    keys, target, decision = value.get("keys"), value.get("target"), value.get("decision")
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        return None
    if (value["action"] == "join") != isinstance(target, str) or (value["action"] == "undo") != _is_id(decision):
        return None
    if not keys and value["action"] != "undo":
        return None
    return {"action": value["action"], "keys": keys, "target": target, "decision": decision}


def _is_id(value: object) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool)
