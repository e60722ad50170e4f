"""The words of the current activity, for the facilitator to moderate."""

import streamlit as st

from components.lists import note
from components.presses import Pressed
from components.word_desk import pressed, search_request, word_desk
from pages.desk.press import DeskContext, press
from server.usecases.desk import DeskActivity

KEY = "word_desk"


def no_words(desk: DeskContext) -> None:
    """The sentence where there is no list of words."""
    st.subheader(desk.text("words"), anchor=False)
    note(desk.text("no_words"))


def words_view(desk: DeskContext, chosen: DeskActivity) -> None:
    """The list of words, or a sentence where there is none to list."""
    words = desk.desk.words
    if words is None:
        no_words(desk)
        return
    st.subheader(desk.text("words"), anchor=False)
    data = {
        "lang": desk.ctx.lang,
        "texts": desk.ctx.text.section("word_desk"),
        **desk.ctx.service.moderation.listed(desk.code, chosen.id, words, *search_request(KEY)),
    }

    def decided(key: str) -> tuple[Pressed | None, None]:
        """The list itself watches what becomes of its presses."""
        sent = pressed(key)
        if sent is None:
            return None, None
        arguments = {"activity": chosen.id, "kind": sent.pop("action"), **sent}
        return Pressed("", "words", arguments, desk.rev), None

    word_desk(data, KEY, on_action=press(desk.code, KEY, read=decided))
