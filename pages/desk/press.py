"""A press on the desk: done once, told in a sentence where it could not be done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.rights import facilitator
from pages.visit import Visit
from server.usecases.desk import Desk
from workshop.errors import PropelliError

NOTE = "desk_note"


@dataclass(frozen=True)
class At:
    """A visitor at a desk, and the desk as it was drawn for them."""

    seen: Visit
    desk: Desk

    @property
    def code(self) -> str:
        return self.desk.room.code

    @property
    def rev(self) -> int:
        """The state of the room that a press is meant for."""
        return self.desk.room.rev

    def text(self, key: str, **values: object) -> str:
        return self.seen.text(f"control.{key}", **values)

    def press(self, action: Callable[..., object], *arguments: Any, **named: Any) -> Callable[[], None]:
        """A callback that does the action, or leaves the error's sentence to be shown."""

        def pressed() -> None:
            st.session_state.pop(NOTE, None)
            try:
                facilitator(self.code).action(action)(*arguments, **named)
            except PropelliError as error:
                st.session_state[NOTE] = self.seen.service.sentence(error, self.seen.lang)

        return pressed


def note() -> None:
    """The sentence of the last press that could not be done."""
    if sentence := st.session_state.get(NOTE):
        st.warning(sentence, icon=":material/info:")
