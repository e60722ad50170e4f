"""The programme: every activity with its state and counts; any of them can be chosen out of order."""

import streamlit as st

from components.said import plain
from pages.desk.press import At
from server.usecases.desk import DeskActivity

ICONS = {
    "waiting": ":material/radio_button_unchecked:",
    "open": ":material/radio_button_checked:",
    "closed": ":material/check:",
}


def programme_card(at: At) -> None:
    """One row an activity; the chosen one is marked."""
    st.subheader(at.text("programme"), anchor=False)
    with st.container(key="program", gap="xsmall"):
        for activity in at.desk.activities:
            _row(at, activity)


def _row(at: At, activity: DeskActivity) -> None:
    is_on = at.desk.current is not None and activity.id == at.desk.current.id
    st.button(
        f"{plain(activity.model.title(at.seen.lang))}  \n:small[{_told(at, activity)}]",
        key=f"{'now' if is_on else 'item'}_{activity.id}",
        icon=ICONS[activity.state],
        width="stretch",
        type="secondary" if is_on else "tertiary",
        on_click=at.press(at.seen.service.control.choose, at.code, activity.name, at.rev),
    )


def _told(at: At, activity: DeskActivity) -> str:
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
