"""The projector: the room's question, its joining address and the live result."""

import streamlit as st

from components.screen import screen
from pages.desk.press import NOTE, outcomes, press
from pages.visit import visit

LOOK_EVERY_SECONDS = 0.5

seen = visit()


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def live() -> None:
    """One look at the room and at the visitor's rights; the component changes only what has changed."""
    seen = visit()
    if seen.room is None:
        st.rerun(scope="app")
    code = seen.room.code
    key = f"screen_{code}"
    data = seen.service.screen.data(code, seen.address, seen.lang, keys=seen.may_control)
    screen({**data, "outcomes": outcomes()}, key=key, on_press=press(code, key))
    if sentence := st.session_state.pop(NOTE, None):
        st.toast(sentence)


if seen.room is None:
    st.title(seen.text("app.pages.screen"), anchor=False)
    st.warning(seen.text("errors.room"))
else:
    live()
