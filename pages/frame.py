"""Every visit runs this: the page's settings, the menu in the visitor's language, the page."""

from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from components.look import look
from pages.visit import visit
from server.pages import PAGES

STATIC = Path(__file__).parent.parent / "static"

st.set_page_config(layout="wide", page_icon=str(STATIC / "svg" / "favicon.svg"), initial_sidebar_state="collapsed")
seen = visit()
listed = {
    page.name: st.Page(
        f"{page.name}.py",
        title=seen.text(f"app.pages.{page.name}"),
        url_path=page.path or None,
        default=not page.path,
        visibility="visible" if page.in_menu else "hidden",
    )
    for page in PAGES
}
is_tool = any(urlsplit(st.context.url or "").path.endswith(f"/{page.path}") for page in PAGES if not page.in_menu)
chosen = st.navigation(list(listed.values()), position="hidden" if is_tool else "top")
look()
chosen.run()
