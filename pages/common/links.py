"""Links from page to page that keep the visitor's room and language."""

from urllib.parse import urlencode

import streamlit as st

from pages.common.context import ROOM, PageContext
from server.web.registry import PAGES

LANGUAGE = "kieli"


def kept_query(**more: str) -> str:
    """The query that goes along: the room and the language of the address, and what is given; empty or `?…`."""
    query = {name: str(st.query_params[name]) for name in (ROOM, LANGUAGE) if name in st.query_params} | more
    return f"?{urlencode(query)}" if query else ""


def has(ctx: PageContext, name: str) -> bool:
    """Whether the app has a page of this name, and the workshop something to show on it."""
    return any(page.name == name and ctx.content.has_page(f"/{page.path}") for page in PAGES)


def page_address(ctx: PageContext, name: str) -> str:
    """The address of the page of this name. Raises StopIteration for a name that the registry does not have."""
    path = next(page.path for page in PAGES if page.name == name)
    return f"{ctx.service.settings.base}/{path}{kept_query()}"


def drawing(ctx: PageContext, name: str) -> str:
    """The address of a drawing of `static/svg`."""
    return f"{ctx.service.settings.base}/assets/svg/{name}"
