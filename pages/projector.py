"""The projector inside the app: the same as on its own page, on the same stream."""

import streamlit as st

from components.projector import screen
from pages.common.context import ROOM, page_context
from server.usecases.rooms import CODE_LENGTH, digits

ctx = page_context()
code = digits(str(st.query_params.get(ROOM, "")))
if len(code) != CODE_LENGTH:
    st.title(ctx.text("app.pages.screen"), anchor=False)
    st.warning(ctx.text("errors.room"))
else:
    projected = ctx.service.projector.load(code, ctx.lang)
    page = ctx.service.projector.page(code, ctx.room, ctx.address, ctx.lang, keys=ctx.may_control)
    screen({**page, "state": projected.payload() if projected else None}, key="screen")
