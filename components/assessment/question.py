"""One question of the self-assessment: its help, its levels, and the aspects that a level asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True)
class Question:
    """A question's words. `choices` are the answer ids with their texts, `captions` the texts under some of them."""

    id: str
    eyebrow: str
    question: str
    help: str
    choices: Mapping[str, str]
    captions: Mapping[str, str]
    note: str
    aspects: Mapping[str, str]
    aspects_label: Callable[[str | None], str | None]
    """The question of aspects for a choice; None where aspects are not asked."""


def ask(question: Question, choice_key: str, aspects_key: str) -> None:
    """Draws the question. The answer id, or None, and the aspects marked stand in the session's state under their keys,
    and stay there over steps and page switches.
    """
    st.html(f'<p class="assessment-eyebrow">{escape(question.eyebrow)}</p>')
    st.header(question.question, anchor=False)
    st.markdown(question.help)
    if question.note:
        st.info(question.note, icon=":material/menu_book:")
    chosen = st.radio(
        question.question,
        list(question.choices),
        index=None,
        format_func=question.choices.__getitem__,
        captions=[question.captions.get(name, "") for name in question.choices],
        key=choice_key,
        label_visibility="collapsed",
        width="stretch",
        persist_state="session",
    )
    label = question.aspects_label(chosen)
    if label is not None:
        st.pills(
            label,
            list(question.aspects),
            selection_mode="multi",
            format_func=question.aspects.__getitem__,
            key=aspects_key,
            persist_state="session",
        )
