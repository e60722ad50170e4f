"""The desk: the facilitator's page, where everything urgent is one press away."""

import streamlit as st

from components.page_keys import page_keys, shortcuts
from components.sign_out import sign_out
from components.text import page_heading
from pages.common.context import ROOM, PageContext, page_context
from pages.common.rights import facilitator, no_access
from pages.desk.answers import answers_card
from pages.desk.ended import ended_card
from pages.desk.flood import flood_card
from pages.desk.now import now_card
from pages.desk.press import DeskContext, outcomes, press
from pages.desk.programme import programme_card
from pages.desk.questions import new_question, question_buttons
from pages.desk.rooms import rooms_list
from pages.desk.settings import settings_button
from server.store.rows import Room
from server.usecases.desk_actions import key_intents
from server.usecases.rooms import grouped_code

LOOK_EVERY_SECONDS = 1.0
GONE_EVERY_SECONDS = 5.0
KEYS = ("space", "arrows", "results", "full_screen", "help")


def header(ctx: PageContext, room: Room) -> None:
    """The room's title and code, a question on the spot, and the ways to the room's other pages."""
    base = ctx.service.settings.base
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="desk_header"):
        st.markdown(f"{ctx.text('app.code')} **{grouped_code(room.code)}**", width="content")
        with st.container(width="stretch", key="desk_title"):
            page_heading(room.title)
        _keys(ctx)
        new_question(ctx, room.code)
        settings_button(ctx, room)
        for name, path in (("open_results", "tulokset?huone="), ("open_screen", "esitys/")):
            address = f"{base}/{path}{room.code}"
            st.link_button(ctx.text(f"control.{name}"), address, icon=":material/open_in_new:")


def _keys(ctx: PageContext) -> None:
    listed = [(ctx.text(f"control.keys.{name}.key"), ctx.text(f"control.keys.{name}.does")) for name in KEYS]
    title, whole, close = (ctx.text(f"control.{name}") for name in ("keys_title", "full_screen", "close"))
    page_keys(title, listed, whole, close, key="keys")


def desk_fragment(code: str) -> None:
    """The whole desk as the store holds it now. What is on comes first: on a phone it is the first thing seen."""
    ctx = page_context()
    at = DeskContext(ctx, ctx.service.desks.of(code))
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
    if not is_ended:
        with right, st.container(border=True, key="card_words"):
            answers_card(at)


def desk(ctx: PageContext, room: Room) -> None:
    """The desk of one room; what changes is looked at every second, what opens a dialog stays outside that."""
    header(ctx, room)
    st.fragment(facilitator(room.code).view(desk_fragment, ends_page=True), run_every=LOOK_EVERY_SECONDS)(room.code)
    question_buttons(DeskContext(ctx, ctx.service.desks.of(room.code)))
    sign_out(ctx.text("control.sign_out"), f"{ctx.service.settings.base}/ohjaus/ulos?huone={room.code}")


@st.fragment(run_every=GONE_EVERY_SECONDS)
def gone() -> None:
    """A calm sentence while no room has the code in the address; the desk opens where one is made again."""
    ctx = page_context()
    if ctx.room is not None:
        st.rerun(scope="app")
    st.info(ctx.text("control.room_gone"))


here = page_context()
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
