"""Large doors: cards that lead on. Texts come from the content or the texts; all are escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True)
class CardLink:
    """Where a door leads, and the words of the link."""

    label: str
    href: str


@dataclass(frozen=True)
class CodeField:
    """A field for a workshop's code; the form opens `action` with the code in `name`."""

    label: str
    send: str
    action: str
    name: str
    value: str = ""


@dataclass(frozen=True)
class Door:
    """One card with its drawing; a single link makes the whole card the target. `ink` names one of the five inks."""

    title: str
    text: str
    ink: str
    picture: str
    links: Sequence[CardLink] = ()
    code: CodeField | None = None


def doors(shown: Sequence[Door]) -> None:
    """The doors side by side, one under another on a phone; each is a heading of the second level."""
    st.html(f'<div class="doors">{"".join(_door(door) for door in shown)}</div>')


def _door(door: Door) -> str:
    kind = "whole" if len(door.links) == 1 and door.code is None else "many"
    rest = _code(door.code) if door.code else ""
    if door.links:
        items = "".join(f'<li><a href="{escape(link.href)}">{escape(link.label)}</a></li>' for link in door.links)
        rest += f'<ul class="links">{items}</ul>'
    return (
        f'<section class="door {kind} ink-{escape(door.ink)}"><img src="{escape(door.picture)}" alt="">'
        f"<h2>{escape(door.title)}</h2><p>{escape(door.text)}</p>{rest}</section>"
    )


def _code(field: CodeField) -> str:
    return (
        f'<form action="{escape(field.action)}" method="get"><label for="code">{escape(field.label)}</label>'
        f'<input id="code" name="{escape(field.name)}" value="{escape(field.value)}" inputmode="numeric" '
        'autocomplete="off" placeholder="000 000" maxlength="12">'
        f'<button type="submit">{escape(field.send)}</button></form>'
    )
