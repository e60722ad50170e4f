"""A link to another page of the app in the same tab; Streamlit's own link button opens a new one."""

from html import escape

import streamlit as st


def same_tab_link(label: str, address: str, *, main: bool = False) -> None:
    """A link that looks like a button; `main` is the page's first action."""
    kind = "go main" if main else "go"
    st.html(f'<a class="{kind}" href="{escape(address)}" target="_self">{escape(label)}</a>', width="content")
