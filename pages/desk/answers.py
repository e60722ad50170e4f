"""The desk's views of the current activity's answers: one table by kind of question."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.lists import note
from components.text import option_bars
from pages.desk.press import DeskContext
from pages.desk.words import no_words, words_view
from server.usecases.desk import DeskActivity
from workshop.activities.context import ActivityContext

DeskView = Callable[[DeskContext, DeskActivity], None]


def answers_card(desk: DeskContext) -> None:
    """The card of answers."""
    chosen = desk.desk.current
    if chosen is None:
        no_words(desk)
    else:
        DESK_VIEWS[chosen.model.kind](desk, chosen)


def options_view(desk: DeskContext, chosen: DeskActivity) -> None:
    """The options with their people and shares, once the question has been opened."""
    if desk.desk.answers is None:
        summary_view(desk, chosen)
        return
    st.subheader(desk.text("options_given"), anchor=False)
    ctx = desk.ctx
    context = ActivityContext(ctx.content, ctx.lang, ctx.service.settings.base, desk.code)
    results = chosen.model.participant_results(desk.desk.answers, context) or {"options": (), "rounded": False}
    option_bars([(option["label"], option["count"], option["percent"]) for option in results["options"]])
    if results["rounded"]:
        note(ctx.text("participant.rounded"))


def summary_view(desk: DeskContext, chosen: DeskActivity) -> None:
    """Where the answers are to be seen."""
    st.subheader(desk.text("options_given"), anchor=False)
    note(desk.text("summary_shown"))


def link_view(desk: DeskContext, chosen: DeskActivity) -> None:
    """That nothing is answered."""
    st.subheader(desk.text("options_given"), anchor=False)
    note(desk.text("link_shown"))


DESK_VIEWS: Mapping[str, DeskView] = {
    "words": words_view,
    "choice": options_view,
    "assessment": summary_view,
    "quiz": summary_view,
    "link": link_view,
}
"""Kind of question to its view."""
