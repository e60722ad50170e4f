"""The participant page's form inside a Streamlit page."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.participant.assets import CSS, HTML, JS

# The line break tells Streamlit that this is a script and not the name of one.
_MOUNT = st.components.v2.component("propelli_participant", html=HTML, css=CSS, js=f"{JS}\n;")


def participant_form(data: Mapping[str, Any], key: str) -> None:
    """Draws the answering form of one room; `data` as for the participant page.

    The form speaks to the live routes itself: an answer runs no script of the page.
    """
    # Another room or language is another form: the browser starts it anew only under another key.
    _MOUNT(key=f"{key}-{data['room']}-{data['lang']}", data=dict(data))
