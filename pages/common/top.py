"""The top of a page: the logo, the ways to other pages, the languages. The same order stands on every page."""

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page

from components.logo_link import logo_link
from components.menu import menu, page_links
from pages.common.context import ROOM, PageContext
from pages.common.edited import edited_workshop
from pages.common.language_switch import language_switch
from pages.common.links import LANGUAGE, drawing, has, page_address
from server.web.registry import PAGES, PageAddress

BESIDE_WORKSHOPS = ("examples", "about")
"""What an organiser looks up beside the list."""


def top(ctx: PageContext, here: PageAddress, listed: Mapping[str, Page]) -> None:
    """The top of the page `here`; `listed` are all pages by name, of which everyone's menu has those in the table."""
    with st.container(key="top", horizontal=True, vertical_alignment="center"):
        logo_link(ctx.text("app.name"), drawing(ctx, "logo.svg"), page_address(ctx, "home"))
        if here.in_menu:
            query = {name: st.query_params[name] for name in (ROOM, LANGUAGE) if name in st.query_params}
            in_menu = {page.name: listed[page.name] for page in PAGES if page.in_menu and has(ctx, page.name)}
            menu(in_menu, here.name, query, ctx.text("menu.open"))
        elif links := _links(ctx):
            page_links(links, _title(ctx, here), ctx.text("menu.open"))
        language_switch(ctx, here.name, here.path)


def has_own_top(ctx: PageContext, here: PageAddress) -> bool:
    """Whether the page begins with something else: the desk, the projector and the editor fill the window."""
    if here.name == "control":
        return ctx.room is not None and (ctx.may_control or ctx.moderates(ctx.room.code))
    is_edited = here.name == "editor" and ctx.is_organiser and edited_workshop(ctx)[1] == "edited"
    return is_edited or here.name == "screen"


def _title(ctx: PageContext, here: PageAddress) -> str:
    return ctx.text("workshops.title" if here.name == "control" else f"app.pages.{here.name}")


def _links(ctx: PageContext) -> dict[str, str]:
    """Titles and addresses of what somebody who runs workshops goes to from here."""
    links: dict[str, str] = {}
    if ctx.is_organiser:
        links[ctx.text("workshops.title")] = f"{ctx.service.settings.base}/ohjaus"
    if ctx.room is not None:
        if ctx.may_control:
            links |= {ctx.text(f"app.pages.{name}"): page_address(ctx, name) for name in ("control", "results")}
    elif ctx.is_organiser:
        links |= {ctx.text(f"app.pages.{name}"): page_address(ctx, name) for name in BESIDE_WORKSHOPS if has(ctx, name)}
    return links
