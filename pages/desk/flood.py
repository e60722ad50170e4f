"""A flood of answers at the desk: the warning, the actions, and undoing what was done."""

import streamlit as st
from babel.dates import format_time

from components.lists import note
from components.presses import Press
from pages.desk.press import DeskContext
from server import clock
from server.store.rows import Withdrawal
from server.usecases.floods import Flood


def flood_card(at: DeskContext) -> None:
    """Nothing where nothing is unusual and nothing is taken out."""
    floods = at.ctx.service.floods
    flood, withdrawn = floods.detect(at.desk.room), floods.withdrawn(at.desk.room)
    place = st.container()  # always there: what comes after keeps its place on the page
    if flood is None and not withdrawn:
        return
    with place.container(border=True, key="card_flood"):
        if flood is not None:
            _flood(at, flood)
        for one in withdrawn:
            _withdrawn(at, one)


def _flood(at: DeskContext, flood: Flood) -> None:
    time, n = _time(at, flood.since), len(flood.people)
    st.subheader(at.text("flood.title"), anchor=False)
    note(at.text("flood.seen", n=n, time=time))
    locks = () if at.desk.room.locked else (Press(at.text("lock"), "lock", {"locked": True}, icon="lock"),)
    at.presses(
        "flood",
        *locks,
        Press(at.text("flood.withdraw_newcomers", n=n), "withdraw", {"whose": "newcomers"}, icon="person_remove"),
        Press(at.text("flood.withdraw_all", time=time), "withdraw", {"whose": "all"}, icon="visibility_off"),
        Press(at.text("flood.accept"), "accept_flood", kind="quiet"),
        label=at.text("flood.title"),
    )
    note(at.text("flood.help"))


def _withdrawn(at: DeskContext, one: Withdrawal) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        time = _time(at, one.until)
        if one.since is None:
            note(at.text("flood.withdrawn_people", n=one.answers, time=time))
        else:
            since = _time(at, one.since)
            note(at.text("flood.withdrawn_all", n=one.answers, since=since, time=time))
        undo = Press(at.text("flood.put_back"), "put_back", {"withdrawal": one.id}, icon="undo")
        at.presses(f"put_back_{one.id}", undo)


def _time(at: DeskContext, moment: int) -> str:
    """The clock time in Helsinki, to the minute."""
    return format_time(clock.local(moment), "short", locale=at.ctx.lang)
