"""Answering inside the app: the same form as on the plain participant page."""

import streamlit as st

from components.code_form import CodeField, code_form
from components.lists import note
from components.participant.component import participant_form
from components.same_tab_link import same_tab_link
from pages.common.context import ROOM, PageContext, page_context
from pages.common.links import page_address
from server.store.rows import Room
from server.usecases.rooms import CODE_LENGTH, digits


def ask_code(ctx: PageContext) -> None:
    """The workshop's code, asked as on the joining page, which the form leads to."""
    typed = str(st.query_params.get(ROOM, ""))
    error = "join.unknown" if len(digits(typed)) == CODE_LENGTH else "join.incomplete"
    st.title(ctx.text("join.title"), anchor=False)
    st.markdown(ctx.text("join.help"))
    code_form(
        CodeField(
            label=ctx.text("join.label"),
            send=ctx.text("join.send"),
            action=f"{ctx.service.settings.base}/liity",
            name="koodi",
            value=typed,
            error=ctx.text(error) if typed else "",
        )
    )
    note(ctx.text("join.scan"))
    note(ctx.text("join.privacy", n=ctx.content.retention_days))
    same_tab_link(ctx.text("join.privacy_link"), page_address(ctx, "about"))


def answer(ctx: PageContext, room: Room) -> None:
    """The answering form of the room."""
    state = ctx.service.participants.state(room.code)
    if state is None:
        return
    base = ctx.service.settings.base
    data = {
        "base": base,
        "room": room.code,
        "lang": ctx.lang,
        "languages": list(ctx.content.languages),
        "texts": ctx.text.section("participant"),
        "state": state.payload(ctx.lang, ctx.service.now_ms()),
        "retention_days": room.retention_days,
        "privacy_href": f"{base}/tietoa?huone={room.code}",
        "title": room.title,
    }
    participant_form(data, key=f"participant_{room.code}_{ctx.lang}")


here = page_context()
if here.room is None:
    with st.container(key="page_vote"):
        ask_code(here)
else:
    answer(here, here.room)
