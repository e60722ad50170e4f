"""The words of what is on: the facilitator decides last."""

import streamlit as st

from components.lists import note
from components.presses import Pressed
from components.text import counted
from components.word_desk import pressed, search_request, word_desk
from pages.desk.press import DeskContext, press
from workshop.activities.answers import rounded
from workshop.activities.models import LinkActivity, WordsActivity

KEY = "word_desk"


def words_card(at: DeskContext) -> None:
    """The list of words, or a sentence where there is none to list."""
    chosen = at.desk.current
    if at.desk.options:
        st.subheader(at.text("options_given"), anchor=False)
        counted([(label(at.ctx.lang), count, percent) for label, count, percent in at.desk.options])
        if chosen is not None and rounded([count for _, count, _ in at.desk.options], chosen.answered):
            note(at.ctx.text("ballot.rounded"))
        return
    if chosen is not None and not isinstance(chosen.model, WordsActivity):
        st.subheader(at.text("options_given"), anchor=False)
        note(at.text("link_shown" if isinstance(chosen.model, LinkActivity) else "summary_shown"))
        return
    st.subheader(at.text("words"), anchor=False)
    if chosen is None or at.desk.words is None:
        note(at.text("no_words"))
        return
    data = {
        "lang": at.ctx.lang,
        "texts": at.ctx.text.section("word_desk"),
        **at.ctx.service.moderation.listed(at.code, chosen.id, at.desk.words, *search_request(KEY)),
    }

    def decided(key: str) -> tuple[Pressed | None, None]:
        """The list itself watches what becomes of its presses."""
        sent = pressed(key)
        if sent is None:
            return None, None
        arguments = {"activity": chosen.id, "kind": sent.pop("action"), **sent}
        return Pressed("", "words", arguments, at.rev), None

    word_desk(data, KEY, on_action=press(at.code, KEY, read=decided))
