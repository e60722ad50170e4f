"""The outcome of an assessment: what it is, the scale of possible ones, and the table twin of the radar."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st


def notice(status: str, title: str, text: str) -> None:
    """The outcome in its card, with its status above where there is one to tell; a screen reader hears changes."""
    eyebrow = f'<p class="assessment-eyebrow">{escape(status)}</p>' if status else ""
    st.html(
        f'<div class="assessment-outcome" role="status">{eyebrow}'
        f'<p class="assessment-title">{escape(title)}</p><p>{escape(text)}</p></div>'
    )


def small(text: str) -> None:
    """A quiet line; Streamlit's own caption is too faint to read on every ground."""
    st.html(f'<p class="assessment-small">{escape(text)}</p>')


def ladder(rungs: Iterable[tuple[str, bool]], label: str, within: str) -> None:
    """Every possible outcome from the weakest to the strongest; `within` says in words which ones are one's own."""
    items = "".join(
        f'<li class="within"><b>{escape(name)}</b> <span>{escape(within)}</span></li>'
        if mine
        else f"<li>{escape(name)}</li>"
        for name, mine in rungs
    )
    st.html(f'<ol class="assessment-ladder" aria-label="{escape(label)}">{items}</ol>')


def profile_table(columns: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> None:
    """A table that a screen reader walks cell by cell; the first cell of a row names it."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    st.html(
        f'<table class="assessment-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
