"""The current activity: its state and counts, the main button, the countdown, and what the projector shows."""

from typing import get_args

import streamlit as st

from components.countdown import countdown
from components.presses import Press
from components.text import question_heading
from pages.desk.press import DeskContext, choices, note
from pages.desk.rounds import rounds
from server.store.rows import ResultsRule, View
from server.usecases.desk import DeskActivity
from server.usecases.desk_actions import toggle

VIEWS: tuple[View, ...] = get_args(View)
RULES: tuple[ResultsRule, ...] = get_args(ResultsRule)
MINUTES = (1, 2, 5)
EXTRA_SECONDS = 30


def now_card(at: DeskContext) -> None:
    """The card of what is on; where nothing is chosen yet, the first of the programme."""
    chosen = at.desk.current or at.desk.activities[0]
    _state(at, chosen)
    question_heading(chosen.model.question(at.ctx.lang))
    _counts(at, chosen)
    note()
    _toggle(at, chosen)
    _steps(at)
    asks = at.desk.current is not None and chosen.model.takes_answers
    if asks:
        _time(at, chosen)
    _view(at)
    if asks:
        _results(at, chosen)
        rounds(at, chosen)


def _state(at: DeskContext, chosen: DeskActivity) -> None:
    label = at.text(chosen.state)
    with st.container(horizontal=True, gap="small"):
        if chosen.state == "open":
            st.badge(label, icon=":material/radio_button_checked:", color="green")
        elif chosen.state == "closed":
            st.badge(label, icon=":material/stop:", color="gray")
        else:
            st.badge(label, icon=":material/radio_button_unchecked:", color="orange")
        if at.desk.room.locked:
            st.badge(at.text("is_locked"), icon=":material/lock:", color="violet")


def _counts(at: DeskContext, chosen: DeskActivity) -> None:
    with st.container(horizontal=True, gap="medium"):
        if chosen.model.takes_answers:
            st.metric(at.text("answered"), chosen.answered, width="content")
        st.metric(at.text("present"), max(at.desk.present, chosen.answered), width="content")
        if chosen.rounds > 1:
            st.metric(at.text("round_number"), chosen.rounds, width="content")
        if chosen.ends_at is not None:
            countdown(at.text("time_left"), chosen.ends_at - at.ctx.service.now_ms(), key="clock")


def _toggle(at: DeskContext, chosen: DeskActivity) -> None:
    opens, closes = ("open_question", "close_question") if chosen.model.takes_answers else ("show_link", "hide_link")
    if chosen.state == "open":
        label, icon = closes, "stop"
    else:
        label, icon = (
            "reopen_question" if chosen.state == "closed" and chosen.model.takes_answers else opens,
            "play_arrow",
        )
    intent = toggle(chosen.state, chosen.name)
    at.presses("main_toggle", Press(at.text(label), **intent, icon=icon, kind="main large"))


def _steps(at: DeskContext) -> None:
    following = at.desk.following
    key = "first" if at.desk.current is None else "next"
    ahead = at.text(key, title=following.model.title(at.ctx.lang)) if following else at.text("last")
    is_first = at.desk.current is None or at.desk.current == at.desk.activities[0]
    at.presses(
        "steps",
        Press(at.text("previous"), "step", {"by": -1}, icon="arrow_back", disabled=is_first),
        Press(ahead, "step", {"by": 1}, icon="arrow_forward", disabled=following is None),
    )


def _time(at: DeskContext, chosen: DeskActivity) -> None:
    """The limits of time: of the open question, or to open it with."""
    is_open = chosen.state == "open"
    title, action = at.text("time" if is_open else "time_opens"), "limit" if is_open else "count_down"
    st.markdown(f"**{title}**")
    buttons = [Press(at.text("minutes", n=n), action, {"seconds": n * 60}) for n in MINUTES]
    if chosen.ends_at is None:
        buttons.insert(0, Press(at.text("seconds", n=EXTRA_SECONDS), action, {"seconds": EXTRA_SECONDS}))
    else:
        buttons.insert(0, Press(at.text("more_seconds", n=EXTRA_SECONDS), "extend", {"seconds": EXTRA_SECONDS}))
        buttons.append(Press(at.text("no_limit"), "limit", {"seconds": None}, kind="quiet"))
    with st.container(horizontal=True, key="timer_row", gap="small"):
        at.presses("timer", *buttons, label=title)
        with st.popover(at.text("own_time")):
            minutes = int(st.number_input(at.text("own_minutes"), 1, 60, 10, key="own_minutes"))
            at.presses("time_own", Press(at.text("start_time", n=minutes), action, {"seconds": minutes * 60}))


def _view(at: DeskContext) -> None:
    """What the projector shows."""
    st.markdown(f"**{at.text('view')}**")
    options = [(one, at.text(f"view_{one}")) for one in VIEWS]
    at.presses(
        "show", *choices("show", "view", options, at.desk.room.view), label=at.text("view"), layout="even"
    )  # fmt: skip


def _results(at: DeskContext, chosen: DeskActivity) -> None:
    """When results may be seen, and whether on phones too."""
    st.markdown(f"**{at.text('rule')}**")
    options = [(one, at.text(f"rule_{one}")) for one in RULES]
    at.presses("rule", *choices("results_rule", "rule", options, chosen.results_rule), label=at.text("rule"))
    on = not chosen.phone_results
    at.presses(
        "on_phones",
        Press(
            at.text("on_phones"), "phone_results", {"on": on}, icon="smartphone" if on else "check",
            chosen=chosen.phone_results,
        ),
    )  # fmt: skip
