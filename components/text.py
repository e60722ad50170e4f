"""Untrusted text on Streamlit pages: participants' words are drawn as text, never as markup."""

import re
from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd
import streamlit as st

_MEANINGFUL = re.compile(r"[\\`*_{}\[\]<>()#+.!|~$:-]")


def untrusted_text(text: str) -> None:
    """One text, exactly as it was typed."""
    st.text(text)


def page_heading(text: str) -> None:
    """A room's title as the heading of its page."""
    st.html(f'<h1 class="room-title" translate="no">{escape(text)}</h1>')


def question_heading(text: str, anchor: str) -> None:
    """A question as a heading of the second level, with its id; a facilitator's own question is text too."""
    st.html(f'<h2 class="question" id="{escape(anchor)}">{escape(text)}</h2>')


def plain(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown, with every sign that it gives a meaning to taken literally.

    For words of facilitators and organisers only: a participant's words are never labels.
    """
    return _MEANINGFUL.sub(r"\\\g<0>", text)


def untrusted_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], key: str, height: int | None = None
) -> None:
    """A table whose every cell is plain text or a number."""
    frame = pd.DataFrame(list(rows), columns=list(columns))
    st.dataframe(frame, key=key, hide_index=True, width="stretch", height=height or "auto")
