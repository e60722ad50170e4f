"""Answering inside the app: the same ballot as on the light page."""

import streamlit as st

from components.lists import note
from components.participant import ballot
from components.same_tab_link import go
from pages.common.context import ROOM, Visit, visit
from pages.common.links import way
from server.store.rows import Room
from server.usecases.rooms import CODE_LENGTH, digits


def ask_code(seen: Visit) -> None:
    """The workshop's code; a code that is found leads straight to its ballot."""
    typed = str(st.query_params.get(ROOM, ""))
    st.title(seen.text("join.title"), anchor=False)
    st.markdown(seen.text("join.help"))
    with st.form("code", enter_to_submit=True, border=False):
        code = st.text_input(seen.text("join.label"), value=typed, placeholder="000 000")
        sent = st.form_submit_button(seen.text("join.send"), type="primary", key="main_join", width="stretch")
    if sent and len(digits(code)) == CODE_LENGTH and seen.service.rooms.find(code):
        st.query_params[ROOM] = digits(code)
        st.rerun()
    if sent or typed:
        whole = len(digits(code if sent else typed)) == CODE_LENGTH
        st.error(seen.text("join.unknown" if whole else "join.incomplete"))
    note(seen.text("join.scan"))
    note(seen.text("join.privacy", n=seen.service.content.retention_days))
    go(seen.text("join.privacy_link"), way(seen, "about"))


def answer(seen: Visit, room: Room) -> None:
    """The ballot of the room."""
    state = seen.service.phones.state(room.code)
    if state is None:
        return
    base = seen.service.settings.base
    data = {
        "base": base,
        "room": room.code,
        "lang": seen.lang,
        "languages": list(seen.service.content.languages),
        "texts": seen.text.section("ballot"),
        "state": state.told(seen.lang, seen.service.now_ms()),
        "retention_days": room.retention_days,
        "privacy_href": f"{base}/tietoa",
        "title": room.title,
    }
    ballot(data, key=f"ballot_{room.code}_{seen.lang}")


here = visit()
if here.room is None:
    with st.container(key="page_vote"):
        ask_code(here)
else:
    answer(here, here.room)
