"""The address of the results for participants: given, shown and taken back; in the settings and on the results page."""

import streamlit as st

from components.lists import note
from components.presses import Press
from components.same_tab_link import same_tab_link
from pages.desk.press import DeskContext


def publishing(desk: DeskContext) -> None:
    """What publishing means and its button; while the results are published, their address."""
    room = desk.desk.room
    if room.published_at is None:
        note(desk.text("publish_help"))
        desk.presses("publish", Press(desk.text("publish"), "publish", {"published": True}, icon="public"))
        return
    note(desk.text("published_help"))
    address = desk.ctx.service.rooms.links(room, desk.ctx.address).results
    st.code(address, language=None, wrap_lines=True)
    with st.container(horizontal=True, key="published_buttons"):
        same_tab_link(desk.text("open_published"), f"{address}?kieli={desk.ctx.lang}")
        desk.presses("unpublish", Press(desk.text("unpublish"), "publish", {"published": False}))
