"""The outcome of an assessment: its card, the scale of all outcomes, and the radar's values as a table."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st


def notice(status: str, title: str, text: str) -> None:
    """The outcome in its card, with its status above where there is one; a live region for screen readers."""
    eyebrow = f'<p class="assessment-eyebrow">{escape(status)}</p>' if status else ""
    st.html(
        f'<div class="assessment-outcome" role="status">{eyebrow}'
        f'<p class="assessment-title">{escape(title)}</p><p>{escape(text)}</p></div>'
    )


def small(text: str) -> None:
    """A line in small type; Streamlit's own caption has too little contrast on some backgrounds."""
    st.html(f'<p class="assessment-small">{escape(text)}</p>')


def outcome_so_far(
    status: str, title: str, text: str, outcomes: Iterable[tuple[str, bool]], label: str, possible_label: str
) -> None:
    """The outcome of the answers so far, with the scale of all outcomes below it in the same card."""
    scale = _scale(outcomes, label, possible_label)
    st.html(
        f'<div class="assessment-outcome"><div role="status"><p class="assessment-eyebrow">{escape(status)}</p>'
        f'<h2 class="assessment-title">{escape(title)}</h2><p>{escape(text)}</p></div>{scale}</div>'
    )


def outcome_scale(outcomes: Iterable[tuple[str, bool]], label: str, possible_label: str) -> None:
    """All outcomes from the weakest to the strongest; `possible_label` marks in words those that are possible."""
    st.html(_scale(outcomes, label, possible_label))


def _scale(outcomes: Iterable[tuple[str, bool]], label: str, possible_label: str) -> str:
    items = "".join(
        f'<li class="within"><b>{escape(name)}</b> <span>{escape(possible_label)}</span></li>'
        if is_possible
        else f"<li>{escape(name)}</li>"
        for name, is_possible in outcomes
    )
    return f'<ol class="assessment-ladder" aria-label="{escape(label)}">{items}</ol>'


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
