"""For the organiser: every workshop with its rooms, and the ways to a new one."""

from typing import Any

import streamlit as st

from components.logo_link import logo_link
from components.menu import page_links
from components.pasted_lines import pasted_lines
from components.workshops import workshops
from pages.common.context import PageContext
from pages.common.language_switch import language_switch
from pages.common.links import drawing, has, page_address
from server.usecases.written_workshops import MAX_FILE_BYTES
from workshop.activities.options import MAX_OPTIONS
from workshop.content.workshop_document import MAX_ACTIVITIES

NEW, FROM_LINES = "uusi", "rivit"
"""The query that asks for the page of pasted lines."""
FRONT_PAGES = ("examples", "about")
"""What an organiser looks up beside the list."""


def workshops_page(ctx: PageContext) -> None:
    """The list, or the page on which pasted lines become questions."""
    base, lang, texts = ctx.service.settings.base, ctx.lang, _texts(ctx)
    with st.container(key="organiser"):
        _header(ctx)
        if st.query_params.get(NEW) == FROM_LINES:
            limits = {"items": MAX_ACTIVITIES, "options": MAX_OPTIONS}
            pasted_lines({"base": base, "lang": lang, "texts": texts, "limits": limits}, key=f"pasted_lines-{lang}")
        else:
            _list(ctx)


def _header(ctx: PageContext) -> None:
    """The logo, the list and the pages of the front workshop, and the languages."""
    here = ctx.text("workshops.title")
    pages = {here: page_address(ctx, "control")}
    pages |= {ctx.text(f"app.pages.{name}"): page_address(ctx, name) for name in FRONT_PAGES if has(ctx, name)}
    with st.container(key="organiser_top", horizontal=True, vertical_alignment="center"):
        logo_link(ctx.text("app.name"), drawing(ctx, "logo.svg"), page_address(ctx, "home"))
        page_links(pages, here, ctx.text("menu.open"))
        language_switch(ctx, "control", "ohjaus")


def _texts(ctx: PageContext) -> dict[str, Any]:
    return ctx.service.texts(ctx.lang).section("workshops")


def _list(ctx: PageContext) -> None:
    data = {
        "base": ctx.service.settings.base,
        "lang": ctx.lang,
        "texts": {**_texts(ctx), "sign_out": ctx.text("control.sign_out")},
        "max_file_mb": MAX_FILE_BYTES // 1_000_000,
        "list": {"workshops": ctx.service.workshop_list.listed(ctx.lang)},
    }
    workshops(data, key=f"workshops-{ctx.lang}")
