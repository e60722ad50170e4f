"""The head of the results page and its contents. Titles and questions are organisers' words: all texts are escaped."""

from collections.abc import Iterable
from html import escape

import streamlit as st


def results_head(label: str, title: str, text: str, facts: Iterable[tuple[str, str]]) -> None:
    """The room's title as the heading of the page, under a label, with the facts in one row: name and value of each."""
    row = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    st.html(
        f'<div class="results-head"><p class="results-label">{escape(label)}</p>'
        f'<h1 translate="no">{escape(title)}</h1><p>{escape(text)}</p></div>'
        f'<dl class="results-facts">{row}</dl>'
    )


def results_contents(label: str, questions: Iterable[tuple[str, str, str]]) -> None:
    """Links to the questions of this page: the picture's address, the question and the id of its heading."""
    items = "".join(
        f'<li><a href="#{escape(anchor)}"><img src="{escape(picture)}" alt=""><span>{escape(question)}</span></a></li>'
        for picture, question, anchor in questions
    )
    st.html(f'<nav class="results-contents" aria-label="{escape(label)}"><ol>{items}</ol></nav>')
