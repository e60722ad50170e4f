"""The field of the solution's name; the start button sends the typed name along with its press."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from components.dedupe import first_delivery
from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
SCRIPTS = shared("serial") + sources(_HERE, "solution")
_component = st.components.v2.component(
    "propelli_solution",
    html=(_HERE / "solution.html").read_text("utf-8"),
    css=TOKENS + (_HERE / "solution.css").read_text("utf-8"),
    js=join(SCRIPTS),
)
TRIGGERS = ("typed", "start")


@dataclass(frozen=True)
class SolutionName:
    """A name being typed. `name_key` identifies it; a new `version` replaces what is typed by `value`."""

    name_key: str
    value: str
    version: int
    longest: int


def name_field(name: SolutionName, label: str, on_typed: Callable[[], None], key: str) -> None:
    """The field; `on_typed` is called after a pause in typing and gets the name from `typed_name`."""
    _component(data={**asdict(name), "label": label}, key=key, on_typed_change=on_typed)


def start_button(name: SolutionName, label: str, on_start: Callable[[], None], key: str) -> None:
    """The button that begins the questions; `on_start` gets the name from `typed_name`."""
    _component(data={**asdict(name), "start": label}, key=key, on_start_change=on_start)


def typed_name(key: str) -> str | None:
    """The name that came with a press or a pause; returned once."""
    result = st.session_state.get(key)
    if not isinstance(result, Mapping):
        return None
    for trigger in TRIGGERS:
        sent = first_delivery(result.get(trigger))
        if sent is not None and isinstance(sent.get("name"), str):
            return str(sent["name"])
    return None
