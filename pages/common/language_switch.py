"""The language switch: the same address in each language of what is shown."""

from urllib.parse import urlencode

import streamlit as st

from components.menu import languages
from pages.common.context import PageContext
from pages.common.links import LANGUAGE
from workshop.content.texts import LANGUAGES

ORGANISERS = {"control", "editor"}
"""Pages that are no workshop's own while they show no room: they are read in every language of the app."""


def language_switch(ctx: PageContext, name: str, path: str) -> None:
    """Links to the page of this name and path; nothing where it has one language."""
    base, query = ctx.service.settings.base, st.query_params.to_dict()
    known = LANGUAGES if ctx.room is None and name in ORGANISERS else ctx.content.languages
    addresses: dict[str, str] = {lang: f"{base}/{path}?{urlencode(query | {LANGUAGE: lang})}" for lang in known}
    languages(addresses, ctx.lang, ctx.text("menu.languages"))
