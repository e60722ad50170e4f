"""The workshop's own settings, behind one button: title, links, moderation, ending."""

import streamlit as st

from components.lists import note
from components.presses import Press, Pressed
from components.same_tab_link import same_tab_link
from pages.common.context import PageContext, page_context
from pages.common.rights import MADE_LINK, facilitator, made_key
from pages.desk.press import DeskContext
from pages.desk.press import note as refusal
from server.store.rows import Room

TITLE = "room_title"
CLOSES = "settings_close"


def settings_button(ctx: PageContext, room: Room) -> None:
    """Opens the settings."""
    if st.button(ctx.text("control.settings"), icon=":material/settings:", key="settings"):
        st.session_state.pop(CLOSES, None)
        guarded = facilitator(room.code).view(_fields)
        st.dialog(ctx.text("control.settings"), width="medium")(guarded)(room.code)


def _fields(code: str) -> None:
    """The dialog runs by itself: everything in it is read again."""
    if st.session_state.pop(CLOSES, False):
        st.rerun()
    ctx = page_context()
    at = DeskContext(ctx, ctx.service.desks.of(code))
    refusal()
    _title(at)
    st.divider()
    _links(at)
    st.divider()
    _lock(at)
    st.divider()
    _approval(at)
    st.divider()
    _ending(at)


def _close(_: Pressed) -> None:
    st.session_state[CLOSES] = True


def _title(at: DeskContext) -> None:
    """What stands in the field goes with the press."""
    st.text_input(at.text("title"), at.desk.room.title, key=TITLE, persist_state="page")

    def typed() -> dict[str, str]:
        return {"title": str(st.session_state.get(TITLE) or "")}

    at.presses("rename", Press(at.text("rename"), "rename"), typed=typed, done=_close)


def _links(at: DeskContext) -> None:
    room = at.desk.room
    links = at.ctx.service.rooms.links(room, at.ctx.address)
    st.markdown(f"**{at.text('phone_link')}**")
    note(at.text("phone_link_help"))
    st.code(links.phone, language=None, wrap_lines=True)
    st.divider()
    st.markdown(f"**{at.text('control_link')}**")
    note(at.text("control_link_help"))

    def made(_: Pressed) -> None:
        st.session_state[MADE_LINK] = at.ctx.service.access.room_key(at.ctx.service.rooms.get(at.code))

    at.presses("new_link", Press(at.text("new_link"), "new_link", {"key_number": room.key_number}), done=made)
    if made_key(at.ctx):
        st.success(at.text("new_link_made"))
        same_tab_link(at.text("use_new_link"), links.control, main=True)
    st.code(links.control, language=None, wrap_lines=True)


def _lock(at: DeskContext) -> None:
    is_locked = at.desk.room.locked
    note(at.text("lock_help"))
    button = Press(
        at.text("lock"), "lock", {"locked": not is_locked}, icon="lock" if is_locked else "lock_open", chosen=is_locked
    )
    at.presses("lock", button)


def _approval(at: DeskContext) -> None:
    """Words shown at once, or only after approval; switching it on asks what becomes of the words that are up."""

    def press(label: str, *, on: bool, keeps: bool) -> Press:
        return Press(label, "approval", {"on": on, "keeps": keeps})

    st.markdown(f"**{at.text('approval')}**")
    words = at.desk.words
    if at.desk.room.approval:
        note(at.text("approval_is_on"))
        buttons = [press(at.text("approval_off"), on=False, keeps=True)]
    elif words is None or not words.shown:
        note(at.text("approval_help"))
        buttons = [press(at.text("approval_on"), on=True, keeps=True)]
    else:
        note(at.text("approval_help"))
        buttons = [
            press(at.text("approval_keep", n=len(words.shown)), on=True, keeps=True),
            press(at.text("approval_take_down"), on=True, keeps=False),
        ]
    at.presses("approval", *buttons, done=_close)


def _ending(at: DeskContext) -> None:
    if at.desk.room.closed_at is None:
        note(at.text("end_help"))
        at.presses("end_room", Press(at.text("end"), "end"), done=_close)
    else:
        at.presses("reopen_in_settings", Press(at.text("reopen"), "reopen"), done=_close)
