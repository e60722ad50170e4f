"""What is on: its state and counts, the one large button, the clock, and what the projector shows."""

from typing import get_args

import streamlit as st

from components.clock import clock_left
from components.said import plain, question_heading
from pages.desk.press import At, note
from server.store.rows import ResultsRule, View
from server.usecases.desk import DeskActivity
from workshop.programme import LinkActivity

VIEWS: tuple[View, ...] = get_args(View)
RULES: tuple[ResultsRule, ...] = get_args(ResultsRule)
MINUTES = (1, 2, 5)
EXTRA_SECONDS = 30


def now_card(at: At) -> None:
    """The card of what is on; where nothing is chosen yet, the first of the programme."""
    chosen = at.desk.current or at.desk.activities[0]
    _state(at, chosen)
    question_heading(chosen.model.question(at.seen.lang))
    _counts(at, chosen)
    note()
    _toggle(at, chosen)
    _steps(at)
    asks = at.desk.current is not None and not _is_link(chosen)
    if asks:
        _time(at, chosen)
    _view(at)
    if asks:
        _results(at, chosen)
        _round(at, chosen)


def _is_link(chosen: DeskActivity) -> bool:
    return isinstance(chosen.model, LinkActivity)


def _state(at: At, chosen: DeskActivity) -> None:
    label = at.text(chosen.state)
    if chosen.state == "open":
        st.badge(label, icon=":material/radio_button_checked:", color="green")
    elif chosen.state == "closed":
        st.badge(label, icon=":material/stop:", color="gray")
    else:
        st.badge(label, icon=":material/radio_button_unchecked:", color="orange")


def _counts(at: At, chosen: DeskActivity) -> None:
    with st.container(horizontal=True, gap="medium"):
        if not _is_link(chosen):
            st.metric(at.text("answered"), chosen.answered, width="content")
        st.metric(at.text("present"), max(at.desk.present, chosen.answered), width="content")
        if chosen.rounds > 1:
            st.metric(at.text("round_number"), chosen.rounds, width="content")
        if chosen.ends_at is not None:
            clock_left(at.text("time_left"), chosen.ends_at - at.seen.service.now_ms(), key="clock")


def _toggle(at: At, chosen: DeskActivity) -> None:
    control = at.seen.service.control
    opens, closes = ("show_link", "hide_link") if _is_link(chosen) else ("open_question", "close_question")
    if chosen.state == "open":
        label, icon, press = closes, ":material/stop:", at.press(control.close, at.code, at.rev)
    else:
        label = "reopen_question" if chosen.state == "closed" and not _is_link(chosen) else opens
        icon, press = ":material/play_arrow:", at.press(control.open, at.code, chosen.name, at.rev)
    st.button(at.text(label), key="main_toggle", type="primary", width="stretch", icon=icon, on_click=press)


def _steps(at: At) -> None:
    step, following = at.seen.service.control.step, at.desk.following
    key = "first" if at.desk.current is None else "next"
    ahead = at.text(key, title=plain(following.model.title(at.seen.lang))) if following else at.text("last")
    with st.container(horizontal=True, gap="small", key="steps"):
        st.button(
            at.text("previous"), key="flow_back", icon=":material/arrow_back:",
            disabled=at.desk.current is None, on_click=at.press(step, at.code, -1, at.rev),
        )  # fmt: skip
        st.button(
            ahead, key="flow_next", icon=":material/arrow_forward:", icon_position="right",
            disabled=following is None, on_click=at.press(step, at.code, 1, at.rev),
        )  # fmt: skip


def _time(at: At, chosen: DeskActivity) -> None:
    control = at.seen.service.control
    st.markdown(f"**{at.text('time' if chosen.state == 'open' else 'time_opens')}**")
    with st.container(horizontal=True, key="timer", gap="small"):
        if chosen.ends_at is None:
            st.button(
                at.text("seconds", n=EXTRA_SECONDS), key="time_30",
                on_click=at.press(control.count_down, at.code, EXTRA_SECONDS, at.rev),
            )  # fmt: skip
        else:
            st.button(
                at.text("more_seconds", n=EXTRA_SECONDS), key="time_more",
                on_click=at.press(control.extend, at.code, EXTRA_SECONDS, at.rev),
            )  # fmt: skip
        for minutes in MINUTES:
            st.button(
                at.text("minutes", n=minutes), key=f"time_{minutes}",
                on_click=at.press(control.count_down, at.code, minutes * 60, at.rev),
            )  # fmt: skip
        with st.popover(at.text("own_time")):
            minutes = st.number_input(at.text("own_minutes"), 1, 60, 10, key="own_minutes")
            st.button(
                at.text("start_time"), key="time_own",
                on_click=at.press(control.count_down, at.code, int(minutes) * 60, at.rev),
            )  # fmt: skip
        if chosen.ends_at is not None:
            st.button(
                at.text("no_limit"), key="time_none", type="tertiary",
                on_click=at.press(control.count_down, at.code, None, at.rev),
            )  # fmt: skip


def _view(at: At) -> None:
    """What the projector shows. The widget follows the store, whoever changed it."""
    show, view = at.seen.service.control.show, at.desk.room.view
    st.session_state["show"] = view

    def chosen() -> None:
        at.press(show, at.code, st.session_state["show"], at.rev)()

    st.segmented_control(
        at.text("view"), VIEWS, required=True, width="stretch", key="show", on_change=chosen,
        format_func=lambda one: at.text(f"view_{one}"),
    )  # fmt: skip


def _results(at: At, chosen: DeskActivity) -> None:
    """When results may be seen, and whether on phones too."""
    if at.desk.current is None:
        return
    change = at.seen.service.control.show_results
    st.session_state["rule"], st.session_state["on_phones"] = chosen.results_rule, chosen.phone_results

    def changed() -> None:
        rule, phones = st.session_state["rule"], st.session_state["on_phones"]
        at.press(change, at.code, rule, at.rev, phones=phones)()

    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="results_rule"):
        st.selectbox(
            at.text("rule"), RULES, key="rule", on_change=changed, format_func=lambda one: at.text(f"rule_{one}"),
            width=260,
        )  # fmt: skip
        st.toggle(at.text("on_phones"), key="on_phones", on_change=changed)


def _round(at: At, chosen: DeskActivity) -> None:
    if chosen.state != "waiting":
        st.button(
            at.text("new_round"), key="flow_round", type="tertiary", icon=":material/replay:",
            help=at.text("new_round_help"),
            on_click=at.press(at.seen.service.control.open, at.code, chosen.name, at.rev, new_round=True),
        )  # fmt: skip
