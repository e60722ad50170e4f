"""The desk: the facilitator's page, where everything urgent is one press away.

Its live part is one component that follows the room over the live routes; the page runs for its dialogs alone.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.desk import desk as live_desk
from components.lists import note
from components.logo_link import logo_link
from components.page_keys import page_keys
from components.sign_out import sign_out
from components.text import page_heading
from pages.common.context import ROOM, PageContext, page_context
from pages.common.links import drawing, page_address
from pages.common.rights import facilitator, moderator, no_access
from pages.desk.questions import new_question, open_question
from pages.desk.settings import settings_button
from pages.desk.workshops import workshops_page
from server.store.rows import Room
from server.usecases.rooms import grouped_code

GONE_EVERY_SECONDS = 5.0
LINKS = (("open_results", "tulokset?huone=", "bar_chart"), ("open_screen", "esitys/", "open_in_new"))
LOOKS = {"open_results": "plain", "open_screen": "outlined"}
KEYS = ("space", "arrows", "results", "clicker", "hold", "full_screen", "help")


def header(ctx: PageContext, room: Room) -> None:
    """The room's title and code, a question on the spot, and the ways to the room's other pages."""
    with _header_row(ctx, room):
        _keys(ctx)
        with st.container(horizontal=True, width="content", gap="small", key="desk_tools"):
            _tools(ctx, room, "")
        with st.popover(ctx.text("control.more_tools"), width="content", key="desk_more"):
            _tools(ctx, room, "_more")


def _header_row(ctx: PageContext, room: Room) -> DeltaGenerator:
    """The row with the logo, the code and the title; whatever else stands in it comes after them."""
    row = st.container(horizontal=True, vertical_alignment="center", gap="small", key="desk_header")
    with row:
        logo_link(ctx.text("app.name"), drawing(ctx, "logo.svg"), page_address(ctx, "home"))
        st.markdown(f"{ctx.text('app.code')} **{grouped_code(room.code)}**", width="content")
        with st.container(width="stretch", key="desk_title"):
            page_heading(room.title)
    return row


def _tools(ctx: PageContext, room: Room, place: str) -> None:
    """A row of tools, or on a phone the same ones behind one button; the style sheet shows one of the two."""
    base = ctx.service.settings.base
    new_question(ctx, room.code, key=f"new_question{place}")
    with st.container(width="content", key=f"plain_settings{place}"):
        settings_button(ctx, room, key=f"settings{place}")
    for name, path, icon in LINKS:
        with st.container(width="content", key=f"{LOOKS[name]}_{name}{place}"):
            st.link_button(ctx.text(f"control.{name}"), f"{base}/{path}{room.code}", icon=f":material/{icon}:")


def _keys(ctx: PageContext) -> None:
    listed = [(ctx.text(f"control.keys.{name}.key"), ctx.text(f"control.keys.{name}.does")) for name in KEYS]
    texts = {
        "full_screen": ctx.text("control.full_screen"),
        "characters": ctx.text("control.character_keys"),
        "close": ctx.text("control.close"),
    }
    page_keys(ctx.text("control.keys_title"), listed, texts, key="keys")


def moderators_desk(ctx: PageContext, room: Room) -> None:
    """Answers and questions, and nothing else of the desk."""
    _header_row(ctx, room)
    note(ctx.text("control.moderating"))
    moderator(room.code).view(live_part)(ctx, room)
    sign_out(ctx.text("control.sign_out"), f"{ctx.service.settings.base}/ohjaus/ulos?huone={room.code}")


def live_part(ctx: PageContext, room: Room) -> None:
    """The live desk as far as the visitor has the right; a form of what is on opens when it is asked for there."""
    text, view = ctx.text, ctx.service.desk_view
    picture_of = view.picture if ctx.controls(room.code) else view.moderators_picture
    form = live_desk(
        {
            "base": ctx.service.settings.base,
            "room": room.code,
            "lang": ctx.lang,
            "texts": {
                "lost": text("screen.lost"),
                "press_lost": text("control.press_lost"),
                "start_time": text("control.start_time", n="{n}"),
                "own_minutes": text("control.own_minutes"),
                "edit_room": text("control.edit_room"),
                "word_desk": text.section("word_desk"),
                "theme_desk": text.section("theme_desk"),
                "text_desk": _merged(text.section("word_desk"), text.section("text_desk")),
            },
            "state": picture_of(room.code, ctx.lang).payload(),
        },
        key="desk",
    )
    if form is not None:
        open_question(ctx, room.code, *form)


def _merged(texts: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The texts with those that are said otherwise."""
    nested = {name: _merged(texts[name], value) for name, value in changes.items() if isinstance(value, Mapping)}
    return {**texts, **changes, **nested}


def desk(ctx: PageContext, room: Room) -> None:
    """The desk of one room."""
    header(ctx, room)
    facilitator(room.code).view(live_part)(ctx, room)
    sign_out(ctx.text("control.sign_out"), f"{ctx.service.settings.base}/ohjaus/ulos?huone={room.code}")


@st.fragment(run_every=GONE_EVERY_SECONDS)
def room_gone() -> None:
    """A calm sentence while no room has the code in the address; the desk opens where one is made again."""
    ctx = page_context()
    if ctx.room is not None:
        st.rerun(scope="app")
    st.info(ctx.text("control.room_gone"))


here = page_context()
is_gone = here.room is None and bool(st.query_params.get(ROOM))
if here.room is not None and here.may_control:
    desk(here, here.room)
elif here.room is not None and here.moderates(here.room.code):
    moderators_desk(here, here.room)
elif here.is_organiser:
    if is_gone:
        room_gone()
    workshops_page(here)
else:
    st.title(here.text("app.pages.control"), anchor=False)
    if is_gone:
        room_gone()
    else:
        no_access(here)
