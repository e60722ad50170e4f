"""Scrolling and focus after a step of the assessment."""

from pathlib import Path

import streamlit as st

from components.scripts import join, sources

SCRIPTS = sources(Path(__file__).parent, "arrival")
_component = st.components.v2.component("propelli_arrival", js=join(SCRIPTS), isolate_styles=False)


def arrival(step_key: str, key: str) -> None:
    """Brings a new step into view, and the focus to the first `h2` of the container whose key is `step_key`.

    Without it the next question would begin above a phone's edge, where the button of the last one was pressed.
    """
    _component(data={"step": step_key}, key=key)
