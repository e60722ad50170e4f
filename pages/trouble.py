"""What a visitor sees when a page fails: one sentence and a way on. The fault itself goes to the log."""

import logging

import streamlit as st

from pages.visit import visit

log = logging.getLogger(__name__)


def told(error: Exception) -> bool:
    """Draws the sentence in place of Streamlit's own box; True says that this was done."""
    log.error("A page failed", exc_info=error)
    st.error(visit().text("errors.unknown"))
    return True
