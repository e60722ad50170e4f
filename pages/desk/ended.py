"""An ended workshop at the desk: its results first, and a button to reopen it."""

import streamlit as st

from components.presses import Press
from components.same_tab_link import same_tab_link
from pages.desk.press import DeskContext, note


def ended_card(at: DeskContext) -> None:
    """The results come before anything else."""
    st.header(at.text("ended"), anchor=False)
    st.markdown(at.text("ended_help"))
    note()
    same_tab_link(at.text("open_results"), f"{at.ctx.service.settings.base}/tulokset?huone={at.code}", main=True)
    at.presses("reopen_room", Press(at.text("reopen"), "reopen", icon="play_arrow"))
