"""A table whose edited cells are saved one by one, while what is typed stays where it is.

Streamlit keeps what was typed over the rows that it is given; so the rows may be drawn anew from the store at every
run. Where both say different things, because the store has corrected a cell or an undo has taken it back, the table
begins again from the store.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

from components.text import untrusted_text
from pages.common.context import PageContext
from workshop.errors import PropelliError

Cells = Mapping[str, Any]
_MISSING = object()


@dataclass(frozen=True)
class EditedCell:
    """One cell that was edited: the id of its row, its column and its value."""

    row: str
    column: str
    value: Any


class EditedTable:
    """One table with a row for each of some ids. `own` are columns that are never saved."""

    def __init__(self, name: str, ids: Sequence[str], rows: Sequence[Cells], own: Sequence[str] = ()) -> None:
        self._name, self._ids, self._rows, self._own = name, list(ids), list(rows), set(own)
        self._rounds_key = f"{name}_rounds"

    @property
    def key(self) -> str:
        """The widget's key: another one where the rows are others, for Streamlit counts them by place."""
        shape = crc32("\n".join([*self._ids, *(self._rows[0] if self._rows else ())]).encode())
        return f"{self._name}-{shape:x}-{st.session_state.get(self._rounds_key, 0)}"

    @property
    def typed(self) -> dict[int, dict[str, Any]]:
        """What was typed over the rows, by place and column."""
        state = st.session_state.get(self.key)
        return {int(place): dict(cells) for place, cells in (state or {}).get("edited_rows", {}).items()}

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as Streamlit takes them; columns of texts and of numbers say so where they are empty."""
        frame = pd.DataFrame(self._rows)
        for name in frame.columns:
            values = [row[name] for row in self._rows]
            if all(value is None or isinstance(value, str) for value in values):
                frame[name] = pd.Series(values, dtype="string")
            elif all(value is None or isinstance(value, int | float) for value in values):
                is_switch = all(isinstance(value, bool) for value in values)
                frame[name] = pd.Series(values, dtype="bool" if is_switch else "float64")
        return frame

    def begin_again_where_store_differs(self) -> None:
        """Drops what was typed where the store has something else; not what could not be saved."""
        if self.error is not None:
            return
        for place, cells in self.typed.items():
            if place < len(self._rows) and any(
                not _is_same(self._rows[place].get(name), value)
                for name, value in cells.items()
                if name not in self._own
            ):
                st.session_state[self._rounds_key] = st.session_state.get(self._rounds_key, 0) + 1
                return

    @property
    def error(self) -> PropelliError | None:
        """Why the latest edits could not be saved."""
        error = st.session_state.get(f"{self.key}_error")
        return error if isinstance(error, PropelliError) else None

    def save(self, write: Callable[[list[EditedCell]], None]) -> None:
        """Hands the cells that were edited since the last save to `write`; they are tried again where it refuses."""
        typed, saved = self.typed, st.session_state.get(f"{self.key}_saved", {})
        cells = [
            EditedCell(self._ids[place], name, value)
            for place, row in typed.items()
            for name, value in row.items()
            if name not in self._own and place < len(self._ids) and saved.get(place, {}).get(name, _MISSING) != value
        ]
        if not cells:
            return
        try:
            write(cells)
        except PropelliError as error:
            st.session_state[f"{self.key}_error"] = error
        else:
            st.session_state.pop(f"{self.key}_error", None)
            st.session_state[f"{self.key}_saved"] = deepcopy(typed)

    def chosen(self, column: str) -> list[str]:
        """The ids of the rows whose box in a column of our own is ticked."""
        return [self._ids[place] for place, row in self.typed.items() if row.get(column) and place < len(self._ids)]


def _is_same(stored: Any, typed: Any) -> bool:
    """Whether the store has what was typed; nothing is nothing, however it is written."""
    if stored in (None, "", []) and typed in (None, "", []):
        return True
    return bool(stored == typed)


_ERROR = "editor_press_error"


def tried(function: Callable[..., None]) -> Callable[..., None]:
    """A press whose error is told by `press_note` instead of ending the page."""

    @wraps(function)
    def attempt(*args: Any) -> None:
        st.session_state.pop(_ERROR, None)
        try:
            function(*args)
        except PropelliError as error:
            st.session_state[_ERROR] = error

    return attempt


def press_note(ctx: PageContext) -> None:
    """Why the latest press could not be done, once."""
    error = st.session_state.pop(_ERROR, None)
    error_note(ctx, error if isinstance(error, PropelliError) else None)


def error_note(ctx: PageContext, error: PropelliError | None) -> None:
    """One sentence where something could not be saved."""
    if error is not None:
        with st.container(key=f"editor_error_{error.id}", border=True):
            untrusted_text(ctx.text(f"errors.{error.id}", **error.values))
