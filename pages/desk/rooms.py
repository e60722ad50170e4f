"""For the organiser: every workshop, and a new one."""

import streamlit as st
from babel.dates import format_datetime

from components.lists import note
from components.same_tab_link import same_tab_link
from components.sign_out import sign_out
from components.text import plain, untrusted_text
from pages.common.context import PageContext
from pages.common.rights import organiser
from server import clock
from server.store.rows import Room
from server.usecases.rooms import digits, grouped_code
from workshop.errors import PropelliError

ROOMS_AT_ONCE = 20
"""A card has some ten elements, and a browser draws hundreds of them slowly."""
SHOWN_ROOMS = "shown_rooms"


def rooms_list(ctx: PageContext) -> None:
    """Makes, lists, copies and deletes rooms."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(ctx.text("control.rooms"), anchor=False, width="content")
        sign_out(ctx.text("control.sign_out"), f"{ctx.service.settings.base}/ohjaus/ulos")
    _new(ctx)
    rooms = ctx.service.rooms.all()
    if not rooms:
        st.info(ctx.text("control.no_rooms"))
    people = ctx.service.rooms.people()
    shown = st.session_state.get(SHOWN_ROOMS, ROOMS_AT_ONCE)
    for room in rooms[:shown]:
        with st.container(border=True, key=f"card_room_{room.id}"):
            _room(ctx, room, people.get(room.id, 0))
    if (older := len(rooms) - shown) > 0:
        st.button(
            ctx.text("control.older_rooms", n=older), key="flow_older_rooms", on_click=organiser().action(show_older)
        )


def show_older() -> None:
    """Lengthens the list by as many rooms as it shows at first."""
    st.session_state[SHOWN_ROOMS] = st.session_state.get(SHOWN_ROOMS, ROOMS_AT_ONCE) + ROOMS_AT_ONCE


def _new(ctx: PageContext) -> None:
    count = len(ctx.service.rooms.all())  # another form after each room, so that a double click makes one
    with st.form(f"new_room_{count}", enter_to_submit=True, border=False):
        title = st.text_input(ctx.text("control.new_title"), placeholder=ctx.content.title(ctx.lang))
        sent = st.form_submit_button(ctx.text("control.new_room"), type="primary", key=f"main_new_room_{count}")
    if sent:
        try:
            organiser().action(ctx.service.rooms.create)(title or None, lang=ctx.lang)
        except PropelliError as error:
            st.error(ctx.service.sentence(error, ctx.lang))
        else:
            st.rerun()


def _room(ctx: PageContext, room: Room, people: int) -> None:
    base = ctx.service.settings.base
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{grouped_code(room.code)}**", width="content")
        untrusted_text(room.title)
        created = format_datetime(clock.local(room.created_at), "short", locale=ctx.lang, tzinfo=clock.HELSINKI)
        counted = ctx.text("results.people", n=people) if people else ctx.text("results.none")
        note(f"{created} · {counted}")
        if room.closed_at is not None:
            st.badge(ctx.text("control.ended"), icon=":material/stop:", color="gray")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        same_tab_link(ctx.text("app.pages.control"), f"{base}/ohjaus?huone={room.code}")
        for name, path in (("screen", "esitys/"), ("results", "tulokset?huone=")):
            address = f"{base}/{path}{room.code}"
            st.link_button(ctx.text(f"app.pages.{name}"), address, icon=":material/open_in_new:")
        if st.button(ctx.text("control.copy_room"), key=f"copy_{room.id}", type="tertiary"):
            organiser().action(ctx.service.rooms.copy)(room.code)
            st.rerun()
        with st.popover(ctx.text("control.delete_room"), key=f"delete_{room.id}", type="tertiary"):
            _delete(ctx, room, counted)


def _delete(ctx: PageContext, room: Room, counted: str) -> None:
    st.markdown(ctx.text("control.delete_help", title=plain(room.title), code=grouped_code(room.code)))
    note(counted)
    typed = st.text_input(ctx.text("control.delete_code"), key=f"typed_{room.id}")
    if st.button(ctx.text("control.delete_now"), key=f"sure_{room.id}"):
        if digits(typed) == room.code:
            organiser().action(ctx.service.rooms.delete)(room.code)
            st.rerun()
        st.error(ctx.text("control.delete_wrong"))
