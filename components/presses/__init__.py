"""Buttons whose press carries the button's label and the revision that it was drawn for.

Streamlit's own buttons tell only which of them was pressed: what a press means is then read from the page as the server
drew it last, which is not always what the one who pressed was looking at.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

from components.dedupe import first_delivery
from components.scripts import join, shared, sources
from components.styles import TOKENS

_HERE = Path(__file__).parent
QUEUE = shared("serial") + sources(_HERE, "queue")
"""The script by which the page's components send their presses, each until its outcome is heard."""

BUTTON = shared("set_text", "set_attribute") + sources(_HERE, "button")
"""The script that draws one button; its looks are `STYLE`."""

STYLE = (_HERE / "presses.css").read_text("utf-8")
SCRIPTS = (*BUTTON, *QUEUE, *sources(_HERE, "presses"))

_component = st.components.v2.component(
    "propelli_presses",
    html=(_HERE / "presses.html").read_text("utf-8"),
    css=TOKENS + STYLE,
    js=join(SCRIPTS),
    isolate_styles=False,  # a dialog keeps the focus from what stands in a shadow root
)

Outcomes = Sequence[Mapping[str, Any]]
"""What became of the last presses: `serial`, and `refused`, whether a sentence tells why it was not done."""


@dataclass(frozen=True)
class Press:
    """One button. `chosen` is None where it chooses nothing; a `kind` is `main`, `large` or `quiet`, or several."""

    label: str
    action: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    detail: str = ""
    icon: str = ""
    kind: str = ""
    chosen: bool | None = None
    disabled: bool = False


@dataclass(frozen=True)
class Pressed:
    """A press as its browser sent it: nothing of it has been checked but that it has this shape."""

    serial: str
    action: str
    arguments: Mapping[str, Any]
    rev: int


def presses(
    buttons: Sequence[Press],
    rev: int,
    outcomes: Outcomes,
    lost: str,
    on_press: Callable[[], None],
    key: str,
    *,
    label: str = "",
) -> None:
    """Draws the buttons for the state `rev`; `label` names them as a group, `lost` tells of a press that never arrived.

    `on_press` finds its press by `pressed`. Until `outcomes` name its serial, a press is sent again, and the ones after
    it wait.
    """
    data = {
        "buttons": [{**asdict(button), "rev": rev} for button in buttons],
        "outcomes": list(outcomes),
        "lost": lost,
        "label": label,
    }
    _component(data=data, key=key, on_press_change=on_press)


def pressed(key: str) -> tuple[Pressed | None, str | None]:
    """The press that came to the component of this key, told once, and its serial, told also when it comes again."""
    result = st.session_state.get(key)
    sent = result.get("press") if isinstance(result, Mapping) else None
    serial = sent.get("serial") if isinstance(sent, Mapping) else None
    return read_press(first_delivery(sent)), serial if isinstance(serial, str) else None


def read_press(sent: Mapping[str, Any] | None) -> Pressed | None:
    """A browser's press when it has the right shape, otherwise None."""
    if sent is None or not isinstance(sent.get("action"), str) or not isinstance(sent.get("arguments"), Mapping):
        return None
    rev = sent.get("rev")
    if not isinstance(rev, int) or isinstance(rev, bool):
        return None
    return Pressed(sent["serial"], sent["action"], dict(sent["arguments"]), rev)
