"""The rounds of the current question: start one, undo an empty one, show an earlier one on the projector."""

import streamlit as st

from components.presses import Press
from pages.desk.press import DeskContext, choices
from server.usecases.desk import DeskActivity


def rounds(at: DeskContext, chosen: DeskActivity) -> None:
    """Nothing before the first round."""
    if chosen.rounds > 1:
        _shown(at, chosen)
    if chosen.rounds > 1 and not chosen.answered:
        undo = Press(
            at.text("undo_round", n=chosen.rounds), "undo_round", icon="undo", kind="quiet",
            detail=at.text("undo_round_help", n=chosen.rounds - 1),
        )  # fmt: skip
        at.presses("undo_round", undo)
    elif chosen.rounds:
        _new(at, chosen)


def _shown(at: DeskContext, chosen: DeskActivity) -> None:
    """Which round the projector shows."""
    title = at.text("round_shown")
    st.markdown(f"**{title}**")
    options = [(n, at.text("round", n=n)) for n in range(1, chosen.rounds + 1)]
    shown = chosen.shown_number if at.desk.room.view == "results" else None
    at.presses("round_shown", *choices("show_round", "number", options, shown), label=title)


def _new(at: DeskContext, chosen: DeskActivity) -> None:
    """Says first what will happen; the popover of the next round is another one, so that it begins closed."""
    following = chosen.rounds + 1
    with st.popover(
        at.text("new_round"), icon=":material/replay:", type="tertiary", key=f"round_{chosen.id}_{following}"
    ):
        st.markdown(at.text("new_round_help", n=chosen.answered, round=chosen.rounds))
        start = Press(at.text("start_round", n=following), "new_round", {"activity": chosen.name}, kind="main")
        at.presses(f"start_round_{chosen.id}_{following}", start)
