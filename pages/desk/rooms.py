"""For the organiser: every workshop, and a new one."""

import streamlit as st
from babel.dates import format_datetime

from components.lists import note
from components.same_tab_link import go
from components.sign_out import sign_out
from components.text import plain, said
from pages.common.context import Visit
from pages.common.rights import organiser
from server import clock
from server.store.rows import Room
from server.usecases.rooms import digits, spaced
from workshop.errors import PropelliError


def rooms_list(seen: Visit) -> None:
    """Makes, lists, copies and deletes rooms."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(seen.text("control.rooms"), anchor=False, width="content")
        sign_out(seen.text("control.sign_out"), f"{seen.service.settings.base}/ohjaus/ulos")
    _new(seen)
    rooms = seen.service.rooms.all()
    if not rooms:
        st.info(seen.text("control.no_rooms"))
    people = seen.service.rooms.people()
    for room in rooms:
        with st.container(border=True, key=f"card_room_{room.id}"):
            _room(seen, room, people.get(room.id, 0))


def _new(seen: Visit) -> None:
    made = len(seen.service.rooms.all())  # another form after each room, so that a double click makes one
    with st.form(f"new_room_{made}", enter_to_submit=True, border=False):
        title = st.text_input(seen.text("control.new_title"), placeholder=seen.service.content.title(seen.lang))
        sent = st.form_submit_button(seen.text("control.new_room"), type="primary", key=f"main_new_room_{made}")
    if sent:
        try:
            organiser().action(seen.service.rooms.create)(title or None, lang=seen.lang)
        except PropelliError as error:
            st.error(seen.service.sentence(error, seen.lang))
        else:
            st.rerun()


def _room(seen: Visit, room: Room, people: int) -> None:
    base = seen.service.settings.base
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{spaced(room.code)}**", width="content")
        said(room.title)
        made = format_datetime(clock.local(room.created_at), "short", locale=seen.lang, tzinfo=clock.HELSINKI)
        counted = seen.text("results.people", n=people) if people else seen.text("results.none")
        note(f"{made} · {counted}")
        if room.closed_at is not None:
            st.badge(seen.text("control.ended"), icon=":material/stop:", color="gray")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        go(seen.text("app.pages.control"), f"{base}/ohjaus?huone={room.code}")
        for name, path in (("screen", "esitys"), ("results", "tulokset")):
            address = f"{base}/{path}?huone={room.code}"
            st.link_button(seen.text(f"app.pages.{name}"), address, icon=":material/open_in_new:")
        if st.button(seen.text("control.copy_room"), key=f"copy_{room.id}", type="tertiary"):
            organiser().action(seen.service.rooms.copy)(room.code)
            st.rerun()
        with st.popover(seen.text("control.delete_room"), key=f"delete_{room.id}", type="tertiary"):
            _delete(seen, room, counted)


def _delete(seen: Visit, room: Room, counted: str) -> None:
    st.markdown(seen.text("control.delete_help", title=plain(room.title), code=spaced(room.code)))
    note(counted)
    typed = st.text_input(seen.text("control.delete_code"), key=f"typed_{room.id}")
    if st.button(seen.text("control.delete_now"), key=f"sure_{room.id}"):
        if digits(typed) == room.code:
            organiser().action(seen.service.rooms.delete)(room.code)
            st.rerun()
        st.error(seen.text("control.delete_wrong"))
