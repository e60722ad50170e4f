"""The menu at the top of every page: links to the pages, behind one button on a phone, and the language switch."""

from collections.abc import Mapping
from contextlib import nullcontext
from html import escape
from typing import Literal

import streamlit as st
from babel import Locale
from streamlit.navigation.page import Page


def menu(pages: Mapping[str, Page], here: str, query: Mapping[str, str], opens: str) -> None:
    """Links to the pages, each with `query` in its address; `here` is the shown one's name, `opens` the phone's button.

    The popover's key changes from page to page, so that a press in it also closes it.
    """
    with st.container(key="menu_wide", horizontal=True, gap="small"):
        _links(pages, here, query, "wide")
    with (
        st.container(key="menu_narrow", width="content"),
        st.popover(opens, icon=":material/menu:", key=f"menu_{here}"),
        st.container(key="menu_list", gap=None),
    ):
        _links(pages, here, query, "list")


def _links(pages: Mapping[str, Page], here: str, query: Mapping[str, str], where: str) -> None:
    width: Literal["stretch", "content"] = "stretch" if where == "list" else "content"
    for name, page in pages.items():
        with st.container(key=f"menu_here_{where}", width=width) if name == here else nullcontext():
            st.page_link(page, query_params=dict(query), width=width)


def page_links(addresses: Mapping[str, str], here: str, label: str) -> None:
    """Links to pages in one row, by their titles; `here` is the title of the shown one."""
    links = "".join(
        f'<a href="{escape(address)}" target="_self"{_mark(title == here, "page")}>{escape(title)}</a>'
        for title, address in addresses.items()
    )
    st.html(f'<nav class="pages" aria-label="{escape(label)}">{links}</nav>', width="content")


def languages(addresses: Mapping[str, str], current: str, label: str) -> None:
    """A link for each language, in its own name; `addresses` are by language code. Nothing where there is only one.

    On a phone the style draws the code of the language in place of its name, which is then read aloud only.
    They are real page loads: the shell keeps the choice in a cookie and names the language in the document.
    """
    if len(addresses) > 1:
        links = "".join(_link(code, address, current) for code, address in addresses.items())
        st.html(f'<nav class="languages" aria-label="{escape(label)}">{links}</nav>', width="content")


def _link(code: str, address: str, current: str) -> str:
    name = Locale(code).get_display_name(code) or code
    return (
        f'<a href="{escape(address)}" lang="{code}" hreflang="{code}" target="_self"{_mark(code == current, "true")}>'
        f"<span>{escape(name[:1].upper() + name[1:])}</span></a>"
    )


def _mark(is_current: bool, value: str) -> str:
    return f' aria-current="{value}"' if is_current else ""
