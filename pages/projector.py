"""The projector: the room's question, its joining address and the live result."""

import streamlit as st

from components.projector import screen
from pages.common.context import ROOM, page_context
from pages.desk.press import NOTE, outcomes, press
from server.usecases.rooms import CODE_LENGTH, digits

LOOK_EVERY_SECONDS = 0.5

ctx = page_context()


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def live() -> None:
    """One look at the room and at the visitor's rights; the component changes only what has changed.

    A room that is deleted meanwhile is looked for on and on: the same code may be given to a new one.
    """
    ctx = page_context()
    code = digits(str(st.query_params.get(ROOM, "")))
    key = f"screen_{code}"
    data = ctx.service.projector.data(code, ctx.address, ctx.lang, keys=ctx.may_control)
    screen({**data, "outcomes": outcomes()}, key=key, on_press=press(code, key))
    if sentence := st.session_state.pop(NOTE, None):
        st.toast(sentence)


if len(digits(str(st.query_params.get(ROOM, "")))) != CODE_LENGTH:
    st.title(ctx.text("app.pages.screen"), anchor=False)
    st.warning(ctx.text("errors.room"))
else:
    live()
