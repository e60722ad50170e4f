"""The context of one page visit: the visitor's language, room and rights."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from server.service import Service, service
from server.store.rows import Room
from server.web import languages
from workshop.content.content import Content
from workshop.content.texts import Texts

ROOM = "huone"


@dataclass(frozen=True)
class PageContext:
    """One run of a page. `content` is the room's, without a room the front page's.

    `participant` is the visitor as the store knows them, None where cookies are blocked.
    """

    service: Service
    lang: str
    text: Texts
    content: Content
    room: Room | None
    may_control: bool
    is_organiser: bool
    address: str
    participant: bytes | None = None

    def moderates(self, code: str) -> bool:
        """Whether the visitor may decide of answers and questions of this room now."""
        return self.service.rights.may_moderate(code, _jar())

    def controls(self, code: str) -> bool:
        """Whether the visitor may control this room now, whichever room the address names."""
        return self.service.may_control(code, _jar())


def _jar() -> Mapping[str, str]:
    """The browser's cookies; only those that are text."""
    return {name: value for name, value in dict(st.context.cookies).items() if isinstance(value, str)}


def _accepted() -> str:
    """The browser's languages in its own order, as the page shell was told them too."""
    header = st.context.headers.get("Accept-Language")
    return header if isinstance(header, str) else str(st.context.locale or "")


def _address() -> str:
    """The address that the visitor's browser shows, without page and query."""
    try:
        parts = urlsplit(st.context.url or "")
    except ValueError:  # it is what the browser says that it shows
        parts = urlsplit("")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else "http://localhost:8501"


def language(room: Room | None = None) -> str:
    """The language that the page is read in."""
    return languages.visitor_language(st.query_params, _jar(), room.lang if room else None, _accepted())


def page_context() -> PageContext:
    """Reads the address and the cookies; the room is None where the address names none that exists."""
    running = service()
    jar = _jar()
    token = running.cookies.token_in(jar)
    room = running.rooms.find(str(st.query_params.get(ROOM, "")))
    lang, content = language(room), running.content_of(room)
    return PageContext(
        service=running,
        lang=lang,
        text=content.texts[lang],
        content=content,
        room=room,
        may_control=room is not None and running.may_control(room.code, jar),
        is_organiser=running.is_organiser(jar),
        address=running.address(_address()),
        participant=running.access.participant(token) if token else None,
    )
