"""Short texts as a list of cards, and facts as a list of names and explanations. All texts are escaped."""

from collections.abc import Iterable
from html import escape

import streamlit as st


def points(texts: Iterable[str]) -> None:
    """Each text on a card of its own."""
    st.html(f'<ul class="points">{"".join(f"<li>{escape(text)}</li>" for text in texts)}</ul>')


def plain_points(texts: Iterable[str]) -> None:
    """A plain list, in two columns where there is room."""
    st.html(f'<ul class="plain-points">{"".join(f"<li>{escape(text)}</li>" for text in texts)}</ul>')


def linked_points(rows: Iterable[tuple[str, str | None]]) -> None:
    """Each text on a card of its own; one with an address is a link."""
    items = "".join(f"<li>{_linked(text, address)}</li>" for text, address in rows)
    st.html(f'<ul class="points">{items}</ul>')


def _linked(text: str, address: str | None) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>' if address else escape(text)


def headed_points(groups: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Each text on a card of its own, under the heading of its group."""
    for heading, texts in groups:
        st.html(f"<h3>{escape(heading)}</h3>")
        points(texts)


def note(text: str) -> None:
    """Small print that is still easy to read: Streamlit's caption is fainter than 4.5:1."""
    st.html(f'<p class="note">{escape(text)}</p>', width="content")


def facts(rows: Iterable[tuple[str, str]]) -> None:
    """Names with their explanations."""
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in rows)
    st.html(f'<dl class="facts">{items}</dl>')


def sources(rows: Iterable[tuple[str, str, str]]) -> None:
    """What was used, from where, on which terms: (use, name, address), the name as a link."""
    items = "".join(
        f'<div><dt>{escape(use)}</dt><dd><a href="{escape(address)}">{escape(name)}</a></dd></div>'
        for use, name, address in rows
    )
    st.html(f'<dl class="facts">{items}</dl>')
