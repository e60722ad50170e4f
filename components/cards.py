"""Link cards. Texts come from the content or the texts; all are escaped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from components.code_form import CodeField, code_form_html


@dataclass(frozen=True)
class CardLink:
    """The target and the label of one link of a card."""

    label: str
    href: str


@dataclass(frozen=True)
class LinkCard:
    """One card with its drawing; a single link makes the whole card the target. `ink` names one of the five inks."""

    title: str
    text: str
    ink: str
    picture: str
    links: Sequence[CardLink] = ()
    code: CodeField | None = None


def link_cards(cards: Sequence[LinkCard]) -> None:
    """The cards side by side, one under another on a phone; each is a heading of the second level."""
    st.html(f'<div class="doors">{"".join(_card(card) for card in cards)}</div>')


def link_list(links: Iterable[tuple[str, str, str, str]]) -> None:
    """Links to the outside as cards: picture, name, one line and address of each; they open in a tab of their own."""
    items = "".join(
        f'<li><a href="{escape(address)}" target="_blank" rel="noreferrer"><img src="{escape(picture)}" alt="">'
        f"<span><b>{escape(name)}</b><small>{escape(line)}</small></span></a></li>"
        for picture, name, line, address in links
    )
    st.html(f'<ul class="link-list">{items}</ul>')


def _card(card: LinkCard) -> str:
    kind = "whole" if len(card.links) == 1 and card.code is None else "many"
    rest = code_form_html(card.code) if card.code else ""
    if card.links:
        items = "".join(f'<li><a href="{escape(link.href)}">{escape(link.label)}</a></li>' for link in card.links)
        rest += f'<ul class="links">{items}</ul>'
    return (
        f'<section class="door {kind} ink-{escape(card.ink)}"><img src="{escape(card.picture)}" alt="">'
        f"<h2>{escape(card.title)}</h2><p>{escape(card.text)}</p>{rest}</section>"
    )
