"""For the organiser: every workshop with its rooms, and the ways to a new one."""

from typing import Any

import streamlit as st

from components.pasted_lines import pasted_lines
from components.workshops import workshops
from pages.common.context import PageContext
from server.usecases.written_workshops import MAX_FILE_BYTES
from workshop.activities.options import MAX_OPTIONS
from workshop.content.workshop_document import MAX_ACTIVITIES

NEW, FROM_LINES, WAYS = "uusi", "rivit", "tyopaja"
"""The query that asks for the page of pasted lines, or for the ways to a new workshop."""


def workshops_page(ctx: PageContext) -> None:
    """The list, or the page on which pasted lines become questions."""
    base, lang, texts = ctx.service.settings.base, ctx.lang, _texts(ctx)
    with st.container(key="organiser"):
        if st.query_params.get(NEW) == FROM_LINES:
            limits = {"items": MAX_ACTIVITIES, "options": MAX_OPTIONS}
            pasted_lines({"base": base, "lang": lang, "texts": texts, "limits": limits}, key=f"pasted_lines-{lang}")
        else:
            _list(ctx)


def _texts(ctx: PageContext) -> dict[str, Any]:
    return ctx.service.texts(ctx.lang).section("workshops")


def _list(ctx: PageContext) -> None:
    data = {
        "base": ctx.service.settings.base,
        "lang": ctx.lang,
        "texts": {**_texts(ctx), "sign_out": ctx.text("control.sign_out")},
        "opens_new": st.query_params.get(NEW) == WAYS,
        "max_file_mb": MAX_FILE_BYTES // 1_000_000,
        "list": {"workshops": ctx.service.workshop_list.listed(ctx.lang)},
    }
    workshops(data, key=f"workshops-{ctx.lang}")
