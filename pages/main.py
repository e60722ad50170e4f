"""Runs at every visit: page settings, menu, language switch, then the page itself."""

from contextlib import nullcontext
from pathlib import Path

import streamlit as st

from components.menu import menu
from pages.common.context import ROOM, page_context
from pages.common.language_switch import language_switch
from pages.common.links import LANGUAGE, has
from server.web.registry import PAGES, PageAddress

STATIC = Path(__file__).parent.parent / "static"
WITHOUT_LANGUAGES = {"screen", "editor"}
"""Nothing but the projector's own picture is projected; the editor fills the window, in the language of before."""


def has_own_switch(here: PageAddress) -> bool:
    """Whether the page draws the languages itself, or none: the organiser's list has them in its header."""
    is_list = here.name == "control" and ctx.room is None and ctx.is_organiser
    return is_list or here.name in WITHOUT_LANGUAGES


st.set_page_config(layout="wide", page_icon=str(STATIC / "svg" / "favicon.svg"), initial_sidebar_state="collapsed")
ctx = page_context()


def page() -> None:
    """The menu, the page of the address, the languages."""
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
    if here.in_menu:
        with st.container(key="top", horizontal=True, vertical_alignment="center"):
            query = {name: st.query_params[name] for name in (ROOM, LANGUAGE) if name in st.query_params}
            in_menu = {page.name: listed[page.name] for page in PAGES if page.in_menu and has(ctx, page.name)}
            menu(in_menu, here.name, query, ctx.text("menu.open"))
            language_switch(ctx, here.name, here.path)
    if has(ctx, here.name):
        chosen.run()
    else:
        st.title(ctx.text(f"app.pages.{here.name}"), anchor=False)
        st.info(ctx.text("menu.not_in_workshop"))
    if not here.in_menu and not has_own_switch(here):
        with st.container(key="bottom", horizontal=True, horizontal_alignment="right"):
            language_switch(ctx, here.name, here.path)


# A facilitator under way is not one of the crowd.
with nullcontext() if ctx.may_control or ctx.is_organiser else ctx.service.turns.turn():
    page()
