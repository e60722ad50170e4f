"""The field of the solution's name."""

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


def typed_name(key: str) -> str | None:
    """The name that came after a pause; returned once."""
    result = st.session_state.get(key)
    if not isinstance(result, Mapping):
        return None
    sent = first_delivery(result.get("typed"))
    return str(sent["name"]) if sent is not None and isinstance(sent.get("name"), str) else None
