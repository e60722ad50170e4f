"""Answering inside the app: the same ballot as on the light page."""

import streamlit as st

from components.ballot import ballot
from pages.visit import ROOM, visit
from server.usecases.rooms import CODE_LENGTH, digits

seen = visit()
base = seen.service.settings.base

if seen.room is None:
    typed = str(st.query_params.get(ROOM, ""))
    st.title(seen.text("join.title"), anchor=False)
    with st.form("code", enter_to_submit=True):
        code = st.text_input(seen.text("join.label"), value=typed, placeholder="000 000")
        sent = st.form_submit_button(seen.text("join.send"), type="primary", key="main_join")
    if sent and len(digits(code)) == CODE_LENGTH and seen.service.rooms.find(code):
        st.query_params[ROOM] = digits(code)
        st.rerun()
    if sent or typed:
        st.error(seen.text("errors.room"))
else:
    state = seen.service.phones.state(seen.room.code)
    if state is not None:
        data = {
            "base": base,
            "room": seen.room.code,
            "lang": seen.lang,
            "languages": list(seen.service.content.languages),
            "texts": seen.text.section("ballot"),
            "state": state.told(seen.lang, seen.service.now_ms()),
            "retention_days": seen.room.retention_days,
            "privacy_href": f"{base}/tietoa",
            "title": seen.room.title,
        }
        ballot(data, key=f"ballot_{seen.room.code}_{seen.lang}")
