"""Runs at every visit: page settings, the top of the page, then the page itself."""

from contextlib import nullcontext
from pathlib import Path

import streamlit as st

from pages.common.context import page_context
from pages.common.language_switch import language_switch
from pages.common.links import has
from pages.common.top import has_own_top, top
from server.web.registry import PAGES

STATIC = Path(__file__).parent.parent / "static"

st.set_page_config(layout="wide", page_icon=str(STATIC / "svg" / "favicon.svg"), initial_sidebar_state="collapsed")
ctx = page_context()


def page() -> None:
    """The top, the page of the address; the desk has its languages at the end."""
    listed = {
        page.name: st.Page(
            page.script,
            title=ctx.text(f"app.pages.{page.name}"),
            url_path=page.path or None,
            default=not page.path,
        )
        for page in PAGES
    }
    chosen = st.navigation(list(listed.values()), position="hidden")
    here = next(page for page in PAGES if page.path == chosen.url_path)
    is_bare = has_own_top(ctx, here)
    if not is_bare:
        top(ctx, here, listed)
    if has(ctx, here.name):
        chosen.run()
    else:
        st.title(ctx.text(f"app.pages.{here.name}"), anchor=False)
        st.info(ctx.text("menu.not_in_workshop"))
    if is_bare and here.name == "control":
        with st.container(key="bottom", horizontal=True, horizontal_alignment="right"):
            language_switch(ctx, here.name, here.path)


# A facilitator under way is not one of the crowd.
with nullcontext() if ctx.may_control or ctx.is_organiser else ctx.service.turns.turn():
    page()
