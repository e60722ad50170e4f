"""The desk: everything a facilitator needs in the next ten seconds is one press away."""

import streamlit as st

from components.page_keys import page_keys, shortcuts
from components.sign_out import sign_out
from components.text import page_heading
from pages.common.context import ROOM, Visit, visit
from pages.common.rights import facilitator, no_access
from pages.desk.ended import ended_card
from pages.desk.flood import flood_card
from pages.desk.now import now_card
from pages.desk.press import At, outcomes, press
from pages.desk.programme import programme_card
from pages.desk.questions import new_question, question_buttons
from pages.desk.rooms import rooms_list
from pages.desk.settings import settings_button
from pages.desk.words import words_card
from server.store.rows import Room
from server.usecases.desk_actions import key_intents
from server.usecases.rooms import spaced

LOOK_EVERY_SECONDS = 1.0
GONE_EVERY_SECONDS = 5.0
KEYS = ("space", "arrows", "results", "full_screen", "help")


def header(seen: Visit, room: Room) -> None:
    """The room's title and code, a question on the spot, and the ways to the room's other pages."""
    base = seen.service.settings.base
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="desk_header"):
        st.markdown(f"{seen.text('app.code')} **{spaced(room.code)}**", width="content")
        with st.container(width="stretch", key="desk_title"):
            page_heading(room.title)
        _keys(seen)
        new_question(seen, room.code)
        settings_button(seen, room)
        for name, path in (("open_results", "tulokset"), ("open_screen", "esitys")):
            address = f"{base}/{path}?huone={room.code}"
            st.link_button(seen.text(f"control.{name}"), address, icon=":material/open_in_new:")


def _keys(seen: Visit) -> None:
    listed = [(seen.text(f"control.keys.{name}.key"), seen.text(f"control.keys.{name}.does")) for name in KEYS]
    title, whole, close = (seen.text(f"control.{name}") for name in ("keys_title", "full_screen", "close"))
    page_keys(title, listed, whole, close, key="keys")


def desk_of(code: str) -> None:
    """The whole desk as the store holds it now. What is on comes first: on a phone it is the first thing seen."""
    seen = visit()
    at = At(seen, seen.service.desks.of(code))
    is_ended = at.desk.room.closed_at is not None
    chosen = at.desk.current or at.desk.activities[0]
    intents = {} if is_ended else key_intents(at.desk.room, chosen.state, chosen.name)
    shortcuts(intents, at.rev, outcomes(), press(code, "shortcuts"), key="shortcuts")  # first: no key lags behind
    flood_card(at)
    middle, left, right = st.columns([2.1, 1.2, 1.5], gap="medium")
    with middle, st.container(border=True, key="card_now"):
        (ended_card if is_ended else now_card)(at)
    with left, st.container(border=True, key="card_programme"):
        programme_card(at)
    with right, st.container(border=True, key="card_words"):
        words_card(at)


def desk(seen: Visit, room: Room) -> None:
    """The desk of one room; what changes is looked at every second, what opens a dialog stays outside that."""
    header(seen, room)
    st.fragment(facilitator(room.code).view(desk_of, ends_page=True), run_every=LOOK_EVERY_SECONDS)(room.code)
    question_buttons(At(seen, seen.service.desks.of(room.code)))
    sign_out(seen.text("control.sign_out"), f"{seen.service.settings.base}/ohjaus/ulos?huone={room.code}")


@st.fragment(run_every=GONE_EVERY_SECONDS)
def gone() -> None:
    """A calm sentence while no room has the code in the address; the desk opens where one is made again."""
    seen = visit()
    if seen.room is not None:
        st.rerun(scope="app")
    st.info(seen.text("control.room_gone"))


here = visit()
is_gone = here.room is None and bool(st.query_params.get(ROOM))
if here.room is not None and here.may_control:
    desk(here, here.room)
elif here.is_organiser:
    if is_gone:
        gone()
    rooms_list(here)
else:
    st.title(here.text("app.pages.control"), anchor=False)
    if is_gone:
        gone()
    else:
        no_access(here)
