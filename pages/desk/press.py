"""Handles a press on the desk or the projector: done once, or refused with a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.presses import Outcomes, Press, Pressed, pressed, presses
from pages.common.context import PageContext, page_context
from pages.common.rights import facilitator
from server.usecases.desk import Desk
from workshop.errors import PropelliError

NOTE = "desk_note"
OUTCOMES = "desk_outcomes"
MAX_OUTCOMES = 20
Typed = Callable[[], Mapping[str, Any]]
Done = Callable[[Pressed], None]
Read = Callable[[str], tuple[Pressed | None, str | None]]


def act(code: str, action: str, arguments: Mapping[str, Any], rev: int | None) -> bool:
    """Does one action for whoever has the right to the room; False leaves the sentence that tells why it did not."""
    st.session_state.pop(NOTE, None)
    ctx = page_context()
    try:
        facilitator(code).action(ctx.service.actions.do)(code, action, arguments, rev)
    except PropelliError as error:
        st.session_state[NOTE] = ctx.service.sentence(error, ctx.lang)
        return False
    return True


def press(
    code: str, key: str, typed: Typed = dict, done: Done | None = None, read: Read = pressed
) -> Callable[[], None]:
    """A callback for the component of this key. `typed` adds what stands in the fields beside it.

    The right is asked for by `act`; `done` follows what was done.
    """

    def handle() -> None:
        press_made, serial = read(key)
        refused = press_made is not None
        try:
            if press_made is not None:
                refused = not act(code, press_made.action, {**press_made.arguments, **typed()}, press_made.rev)
                if done is not None and not refused:
                    done(press_made)
        finally:
            if serial is not None:
                _remember(serial, refused=refused)

    return handle


def _remember(serial: str, *, refused: bool) -> None:
    """A press that came again keeps its first outcome."""
    earlier = outcomes()
    if all(outcome["serial"] != serial for outcome in earlier):
        st.session_state[OUTCOMES] = [*earlier, {"serial": serial, "refused": refused}][-MAX_OUTCOMES:]


def outcomes() -> Outcomes:
    """What became of the page's last presses."""
    stored = st.session_state.get(OUTCOMES)
    return stored if isinstance(stored, list) else []


def note() -> None:
    """The sentence of the last press that could not be done."""
    if sentence := st.session_state.get(NOTE):
        st.warning(sentence, icon=":material/info:")


@dataclass(frozen=True)
class DeskContext:
    """A visitor at a desk, and the desk as it was drawn for them."""

    ctx: PageContext
    desk: Desk

    @property
    def code(self) -> str:
        return self.desk.room.code

    @property
    def rev(self) -> int:
        """The state of the room that a press is meant for."""
        return self.desk.room.rev

    def text(self, key: str, **values: object) -> str:
        return self.ctx.text(f"control.{key}", **values)

    def presses(
        self,
        key: str,
        *buttons: Press,
        label: str = "",
        typed: Typed = dict,
        done: Done | None = None,
    ) -> None:
        """Draws buttons that act on this room."""
        presses(
            buttons, self.rev, outcomes(), self.text("press_lost"), press(self.code, key, typed, done), key,
            label=label,
        )  # fmt: skip
