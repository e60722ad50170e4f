"""The map of Finland inside a Streamlit page."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.finland_map import CSS, HTML, SCRIPTS, TOUR_CSS, Land, board_data, pressed
from components.finland_map.values import MapExample, MapTexts
from components.scripts import join
from components.styles import TOKENS

_MAP = st.components.v2.component("propelli_finland_map", html=HTML, css=TOKENS + CSS + TOUR_CSS, js=join(SCRIPTS))


def finland_map(
    drawn: Land,
    names: Mapping[str, str],
    examples: Sequence[MapExample],
    chosen: str | None,
    texts: MapTexts,
    key: str,
    on_choose: Callable[[], None] | None = None,
    tour: bool = False,
) -> str | None:
    """Draws the board and returns the latest press: an example's id, "" for the close button, or None.

    `names` are the areas' by code. A press is shown at once and calls `on_choose`, where it is
    `pressed(st.session_state[key], examples)`; the next run confirms it by `chosen`. A `tour` is for a projector: the
    arrow keys show one example after another.
    """
    data = board_data(drawn, names, examples, texts)
    result = _MAP(data={**data, "chosen": chosen, "tour": tour}, key=key, on_chosen_change=on_choose or _nothing)
    return pressed(result, examples)


def _nothing() -> None:
    """Streamlit names a press in its result only when a callback is registered for it."""
