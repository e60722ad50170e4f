"""The programme: every activity with its state and counts; any of them can be chosen out of order."""

import streamlit as st

from components.presses import Press
from pages.desk.press import DeskContext
from server.usecases.desk import DeskActivity

ICONS = {"waiting": "radio_button_unchecked", "open": "radio_button_checked", "closed": "check"}


def programme_card(at: DeskContext) -> None:
    """One row an activity; the chosen one is marked. An ended workshop's programme is only looked at."""
    title = at.text("programme")
    st.subheader(title, anchor=False)
    rows = [_row(at, activity) for activity in at.desk.activities]
    at.presses("program", *rows, label=title, layout="column")


def _row(at: DeskContext, activity: DeskActivity) -> Press:
    is_on = at.desk.current is not None and activity.id == at.desk.current.id
    return Press(
        activity.model.title(at.ctx.lang),
        "choose",
        {"activity": activity.name},
        detail=_told(at, activity),
        icon=ICONS[activity.state],
        kind="" if is_on else "quiet",
        chosen=is_on,
        disabled=at.desk.room.closed_at is not None,
    )


def _told(at: DeskContext, activity: DeskActivity) -> str:
    """State, people, rounds: in a few words."""
    parts = [at.text(activity.state)]
    if activity.answered:
        present = max(at.desk.present, activity.answered)
        parts.append(
            at.text("answered_of", n=activity.answered, present=present)
            if activity.state == "open"
            else at.text("answered_by", n=activity.answered)
        )
    if activity.rounds > 1:
        parts.append(at.text("rounds", n=activity.rounds))
    return " · ".join(parts)
