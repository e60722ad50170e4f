"""The quiz: one question at a time, then the result, both drawn by one component that keeps the focus."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.scripts import join, shared, sources

_HERE = Path(__file__).parent
SCRIPTS = shared("find", "element", "fill") + sources(_HERE, "memory", "question", "card", "quiz")
_STYLES = ("question", "card")

_QUIZ = st.components.v2.component(
    "propelli_quiz",
    html=(_HERE / "quiz.html").read_text("utf-8"),
    css="\n".join((_HERE / f"{name}.css").read_text("utf-8") for name in _STYLES),
    js=join(SCRIPTS),
)


def quiz(data: Mapping[str, Any], key: str) -> dict[str, str] | None:
    """Draws the questions, or the result where `data` holds one; returns a finished form once, otherwise None.

    `data` carries texts, the section `quiz`; intro and faces, the words of the start view and its drawings, each
    with picture and name; questions, each with id, question and options of id and label; and result, None or code,
    kicker, title, types, text, flavour, ink, pictures and details of label, text, and where there is one, picture. The
    form names an option of each question. Answers given so far stay in the browser's tab until the result comes.
    """
    result = _QUIZ(data=dict(data), key=key, on_form_change=_nothing)
    return read_form(result.get("form"))


def read_form(value: object) -> dict[str, str] | None:
    """A browser's form when it maps question ids to option ids, otherwise None."""
    if not isinstance(value, Mapping) or not value:
        return None
    if not all(isinstance(part, str) for pair in value.items() for part in pair):
        return None
    return dict(value)


def _nothing() -> None:
    """Streamlit names a trigger in its result only when a callback is registered for it."""
