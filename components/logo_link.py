"""The logo at the top of a page: a link to the front page."""

from html import escape

import streamlit as st


def logo_link(name: str, picture: str, address: str) -> None:
    """`name` is read aloud, `picture` is the logo's address."""
    st.html(
        f'<a class="logo-link" href="{escape(address)}" target="_self">'
        f'<img src="{escape(picture)}" alt="{escape(name)}"></a>',
        width="content",
    )
