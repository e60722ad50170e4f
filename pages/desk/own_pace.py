"""Questions at one's own pace: which ones, and until when."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import streamlit as st

from components.lists import note
from components.presses import Press, Pressed
from pages.desk.press import DeskContext
from server import clock
from server.usecases.own_pace import local_ms

FIRST, LAST, DAY, TIME = "pace_first", "pace_last", "pace_day", "pace_time"
EVENING = time(18)


def own_pace(desk: DeskContext, done: Callable[[Pressed], None]) -> None:
    """Begins it, changes it or ends it; what is chosen in the fields goes with the press."""
    room, lang = desk.desk.room, desk.ctx.lang
    note(desk.text("own_pace_help"))
    titles = {activity.name: activity.model.title(lang) for activity in desk.desk.activities}
    names = list(titles)
    chosen = [activity for activity in desk.desk.activities if room.own_pace and activity.is_unclosed]
    first, last = (names.index(chosen[0].name), names.index(chosen[-1].name)) if chosen else (0, len(names) - 1)
    ends_at = chosen[0].ends_at if chosen else None
    end = clock.local(ends_at) if ends_at is not None else None
    st.selectbox(desk.text("own_pace_first"), names, first, format_func=titles.__getitem__, key=FIRST)
    st.selectbox(desk.text("own_pace_last"), names, last, format_func=titles.__getitem__, key=LAST)
    day, moment = st.columns(2)
    day.date_input(desk.text("own_pace_day"), end.date() if end else None, key=DAY, format="DD.MM.YYYY")
    moment.time_input(desk.text("own_pace_time"), end.time() if end else EVENING, key=TIME)
    note(desk.text("own_pace_no_end"))
    begin = Press(desk.text("change_own_pace" if room.own_pace else "begin_own_pace"), "begin_own_pace")
    desk.presses("begin_own_pace", begin, typed=_chosen, done=done)
    if room.own_pace:
        desk.presses("end_own_pace", Press(desk.text("end_own_pace"), "end_own_pace"), done=done)


def _chosen() -> dict[str, Any]:
    state = st.session_state
    return {"first": state.get(FIRST), "last": state.get(LAST), "ends_at": _ends_at(state.get(DAY), state.get(TIME))}


def _ends_at(day: date | None, moment: time | None) -> int | None:
    return None if day is None else local_ms(datetime.combine(day, moment or EVENING))
