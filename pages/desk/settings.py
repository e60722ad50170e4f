"""The workshop's own settings, behind one button: title, links, moderation, ending."""

import streamlit as st

from components.go import go
from components.points import note
from pages.rights import MADE_LINK, facilitator
from pages.visit import Visit
from server.store.rows import Room
from workshop.errors import PropelliError


def settings_button(seen: Visit, room: Room) -> None:
    """Opens the settings."""
    if st.button(seen.text("control.settings"), icon=":material/settings:", key="settings"):
        guarded = facilitator(room.code).view(_fields)
        st.dialog(seen.text("control.settings"), width="medium")(guarded)(seen, room)


def _fields(seen: Visit, opened: Room) -> None:
    rooms, guard = seen.service.rooms, facilitator(opened.code)
    room = rooms.get(opened.code)  # the dialog runs by itself: what it was opened with may be old

    def text(key: str, **values: object) -> str:
        return seen.text(f"control.{key}", **values)

    title = st.text_input(text("title"), room.title, key="room_title")
    if st.button(text("rename"), key="rename") and title != room.title:
        try:
            guard.action(rooms.rename)(room.code, title)
            st.rerun()
        except PropelliError as error:
            st.error(seen.service.sentence(error, seen.lang))
    st.divider()
    links = rooms.links(room, seen.address)
    st.markdown(f"**{text('phone_link')}**")
    note(text("phone_link_help"))
    st.code(links.phone, language=None, wrap_lines=True)
    st.divider()
    st.markdown(f"**{text('control_link')}**")
    note(text("control_link_help"))
    if st.button(text("new_link"), key="new_link"):
        renewed = guard.action(rooms.new_link)(room.code)
        st.session_state[MADE_LINK] = seen.service.access.key_of(renewed)
        links = rooms.links(renewed, seen.address)
        st.success(text("new_link_made"))
        go(text("use_new_link"), links.control, main=True)
    st.code(links.control, language=None, wrap_lines=True)
    st.divider()
    st.session_state["locked"] = room.locked
    st.toggle(
        text("lock"), key="locked", help=text("lock_help"),
        on_change=guard.action(lambda: rooms.lock(room.code, locked=st.session_state["locked"])),
    )  # fmt: skip
    st.divider()
    _approval(seen, room)
    st.divider()
    if room.closed_at is None:
        note(text("end_help"))
        if st.button(text("end"), key="end_room"):
            guard.action(rooms.end)(room.code)
            st.rerun()
    elif st.button(text("reopen"), key="reopen_room"):
        guard.action(rooms.reopen)(room.code)
        st.rerun()


def _approval(seen: Visit, room: Room) -> None:
    """Words shown at once, or only after approval; switching it on asks what becomes of the words that are up."""
    desk = seen.service.desks.of(room.code)

    def switch(*, on: bool, keeps: bool) -> None:
        facilitator(room.code).action(seen.service.moderation.set_approval)(room.code, on=on, keeps=keeps)
        st.rerun()

    st.markdown(f"**{seen.text('control.approval')}**")
    if room.approval:
        note(seen.text("control.approval_is_on"))
        if st.button(seen.text("control.approval_off"), key="approval_off"):
            switch(on=False, keeps=True)
        return
    note(seen.text("control.approval_help"))
    with st.container(horizontal=True, gap="small"):
        if desk.words is None or not desk.words.shown:
            if st.button(seen.text("control.approval_on"), key="approval_on"):
                switch(on=True, keeps=True)
            return
        if st.button(seen.text("control.approval_keep", n=len(desk.words.shown)), key="approval_keep"):
            switch(on=True, keeps=True)
        if st.button(seen.text("control.approval_take_down"), key="approval_take_down"):
            switch(on=True, keeps=False)
