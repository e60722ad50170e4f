"""The sign-out button: a plain form, since only the server can delete the cookie."""

from html import escape

import streamlit as st


def sign_out(label: str, address: str) -> None:
    """A button that looks like the other links of the page and posts to the address."""
    st.html(
        f'<form class="sign-out" method="post" action="{escape(address)}">'
        f'<button class="go" type="submit">{escape(label)}</button></form>',
        width="content",
    )
