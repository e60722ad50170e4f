"""The workshop's own settings, behind one button: title, links, moderation, ending."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from components.lists import note
from components.presses import Press, Pressed
from components.same_tab_link import same_tab_link
from pages.common.context import PageContext, page_context
from pages.common.rights import MADE_LINK, facilitator, made_key
from pages.desk.own_pace import own_pace
from pages.desk.presenting import presenting
from pages.desk.press import DeskContext
from pages.desk.press import note as refusal
from pages.desk.publishing import publishing
from server.store.rows import Room
from server.usecases.rooms import RECORDING

TITLE = "room_title"
CLOSES = "settings_close"
Sections = Mapping[str, Callable[[DeskContext], None]]
"""Key of the heading -> what stands under it."""


def settings_button(ctx: PageContext, room: Room, *, key: str) -> None:
    """Opens the settings."""
    if st.button(ctx.text("control.settings"), icon=":material/settings:", key=key):
        st.session_state.pop(CLOSES, None)
        guarded = facilitator(room.code).view(_fields)
        st.dialog(ctx.text("control.settings"), width="large")(guarded)(room.code)


def _fields(code: str) -> None:
    """The dialog runs by itself: everything in it is read again."""
    if st.session_state.pop(CLOSES, False):
        st.rerun()
    ctx = page_context()
    desk = DeskContext(ctx, ctx.service.desks.get(code))
    refusal()
    titled, addresses, choices = st.container(), *st.columns(2, gap="large")
    with titled:
        _title(desk)
    with addresses:
        _sections(desk, ADDRESSES)
    with choices:
        _sections(desk, CHOICES)


def _sections(desk: DeskContext, parts: Sections) -> None:
    """Each part under its heading."""
    for heading, part in parts.items():
        with st.container(key=f"setting_{heading.replace('.', '_')}"):
            st.subheader(desk.text(heading), anchor=False)
            part(desk)


def _close(_: Pressed) -> None:
    st.session_state[CLOSES] = True


def _title(desk: DeskContext) -> None:
    """What stands in the field goes with the press."""
    st.text_input(desk.text("title"), desk.desk.room.title, key=TITLE, persist_state="page")

    def typed() -> dict[str, str]:
        return {"title": str(st.session_state.get(TITLE) or "")}

    desk.presses("rename", Press(desk.text("rename"), "rename"), typed=typed, done=_close)


def _phone_link(desk: DeskContext) -> None:
    note(desk.text("phone_link_help"))
    st.code(desk.ctx.service.rooms.links(desk.desk.room, desk.ctx.address).phone, language=None, wrap_lines=True)


def _control_link(desk: DeskContext) -> None:
    room = desk.desk.room
    links = desk.ctx.service.rooms.links(room, desk.ctx.address)
    note(desk.text("control_link_help"))

    def remember_link(_: Pressed) -> None:
        st.session_state[MADE_LINK] = desk.ctx.service.access.room_key(desk.ctx.service.rooms.get(desk.code))

    desk.presses(
        "new_link", Press(desk.text("new_link"), "new_link", {"key_number": room.key_number}), done=remember_link
    )
    if made_key(desk.ctx):
        st.success(desk.text("new_link_made"))
        same_tab_link(desk.text("use_new_link"), links.control, main=True)
    st.code(links.control, language=None, wrap_lines=True)


def _lock(desk: DeskContext) -> None:
    is_locked = desk.desk.room.locked
    note(desk.text("lock_help"))
    button = Press(
        desk.text("lock"),
        "lock",
        {"locked": not is_locked},
        icon="lock" if is_locked else "lock_open",
        chosen=is_locked,
    )
    desk.presses("lock", button)


def _approval(desk: DeskContext) -> None:
    """Words shown at once, or only after approval; switching it on asks what becomes of the words that are up."""

    def press(label: str, *, on: bool, keeps: bool) -> Press:
        return Press(label, "approval", {"on": on, "keeps": keeps})

    words = desk.desk.words
    if desk.desk.room.approval:
        note(desk.text("approval_is_on"))
        buttons = [press(desk.text("approval_off"), on=False, keeps=True)]
    elif words is None or not words.shown:
        note(desk.text("approval_help"))
        buttons = [press(desk.text("approval_on"), on=True, keeps=True)]
    else:
        note(desk.text("approval_help"))
        buttons = [
            press(desk.text("approval_keep", n=len(words.shown)), on=True, keeps=True),
            press(desk.text("approval_take_down"), on=True, keeps=False),
        ]
    desk.presses("approval", *buttons, done=_close)


def _speaker_questions(desk: DeskContext) -> None:
    is_on = desk.desk.room.speaker_questions
    note(desk.text("ask_speaker_help"))
    desk.presses(
        "speaker_questions", Press(desk.text("ask_speaker"), "speaker_questions", {"on": not is_on}, chosen=is_on)
    )


def _shared_phones(desk: DeskContext) -> None:
    """Another person on the same phone, and answers that were given on paper."""
    room = desk.desk.room
    is_on = room.shared_phones
    note(desk.text("share_phones_help"))
    desk.presses("share_phones", Press(desk.text("share_phones"), "share_phones", {"on": not is_on}, chosen=is_on))
    note(desk.text("record_help"))
    phone = desk.ctx.service.rooms.links(room, desk.ctx.address).phone
    st.link_button(desk.text("record"), f"{phone}?{RECORDING}=1", icon=":material/edit_note:")


def _moderator(desk: DeskContext) -> None:
    room = desk.desk.room
    note(desk.text("moderator_link_help"))
    number = {"key_number": room.moderator_key_number}
    desk.presses("new_moderator_link", Press(desk.text("new_moderator_link"), "new_moderator_link", number))
    st.code(desk.ctx.service.rooms.links(room, desk.ctx.address).moderator, language=None, wrap_lines=True)


def _ending(desk: DeskContext) -> None:
    if desk.desk.room.closed_at is None:
        note(desk.text("end_help"))
        desk.presses("end_room", Press(desk.text("end"), "end"), done=_close)
    else:
        desk.presses("reopen_in_settings", Press(desk.text("reopen"), "reopen"), done=_close)


ADDRESSES: Sections = {
    "phone_link": _phone_link,
    "presenting.title": presenting,
    "published_results": publishing,
    "control_link": _control_link,
    "moderator_link": _moderator,
}
CHOICES: Sections = {
    "newcomers": _lock,
    "approval": _approval,
    "speaker_questions.title": _speaker_questions,
    "own_pace": partial(own_pace, done=_close),
    "one_phone": _shared_phones,
    "ending": _ending,
}
