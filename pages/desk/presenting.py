"""The addresses for slides, meetings and streaming programs, and whether this server can stand in a slide."""

import streamlit as st

from components.lists import note
from pages.desk.press import DeskContext

ONLY_RESULT = "vain=tulos"


def presenting(desk: DeskContext) -> None:
    """Addresses to copy: the whole presentation, the picture alone, and the picture of the question that is on."""
    screen = desk.ctx.service.rooms.links(desk.desk.room, desk.ctx.address).screen
    note(desk.text("presenting.help"))
    _address(desk.text("presenting.whole"), screen)
    _address(desk.text("presenting.only_result"), f"{screen}?{ONLY_RESULT}")
    if desk.desk.current is not None:
        title = desk.desk.current.model.title(desk.ctx.lang)
        address = f"{screen}?{ONLY_RESULT}&kysymys={desk.desk.current.name}"
        _address(desk.text("presenting.one_item", title=title), address)
    note(_readiness(desk))


def _address(label: str, address: str) -> None:
    note(label)
    st.code(address, language=None, wrap_lines=True)


def _readiness(desk: DeskContext) -> str:
    """Whether a slide can hold these addresses, in a sentence."""
    if not desk.ctx.address.startswith("https:"):
        return desk.text("presenting.no_https")
    return desk.text("presenting.can_frame" if desk.ctx.service.settings.embed else "presenting.no_frame")
