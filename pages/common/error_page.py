"""The error page: one sentence and a link to continue. The exception itself goes to the log."""

import logging

import streamlit as st

from pages.common.context import language
from server.service import service
from server.store import OutcomeUnknownError, StoreBusyError
from server.web.script_turns import PagesBusyError

log = logging.getLogger(__name__)


def show_error(error: Exception) -> bool:
    """Draws the sentence in place of Streamlit's own box; True says that this was done.

    Nothing is read from the store here: it may be what failed.
    """
    running, lang = service(), language()
    if isinstance(error, StoreBusyError | OutcomeUnknownError):
        log.error("A page found the store away (%s)", error.id)
        st.error(running.sentence(error, lang))
    elif isinstance(error, PagesBusyError):
        log.warning("A page found no turn")
        st.warning(running.sentence(error, lang))
    else:
        log.error("A page failed", exc_info=error)
        st.error(running.texts(lang)("errors.unknown"))
    return True
