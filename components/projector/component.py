"""The projector inside a Streamlit page."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.projector.assets import CSS, HTML, JS

# The line break tells Streamlit that this is a script and not the name of one.
_component = st.components.v2.component("propelli_screen", html=HTML, css=CSS, js=f"{JS}\n;")


def screen(data: Mapping[str, Any], key: str) -> None:
    """Fills the window with the projector of one room. It speaks to the live routes itself: no script runs after this.

    `data` has `room` (its code), `lang`, `base`, `texts` (the section `screen` of the texts), `addresses` (`code`,
    `address`, `url`, `qr`, `closing`: the address of the next steps, `results`, `results_qr`), `keys` (whether the
    facilitator's keys work) and `state`: as the API's `projector` at the start, None where there is no such room. A
    result is None or of a kind: `words` (`wide`, `tall`: a cloud's drawing; `list`: (text, count) of every word;
    `left_out`; `people` who answered, whether their words are shown or not; `themes` of `id`, `label`, `count`, empty
    where words are not sorted, and then
    `list_themes`, the number of the theme of each word, 0 for none), `choice` (`n`, `options` of `label`, `count`,
    `percent`; `note`), `ranking` (`n`, `is_partial`, `options` as the API's with `places` and `unplaced`; `note`),
    `dots` (`n`, `options` of `label`, `dots`, `people` and `drawn`, how many dots are drawn; `note`),
    `quiz` (`n`, `types` of `title`, `count`, `picture`, `ink`; `lacking`: titles; `note`), `assessment` (`n`,
    `steps`: names of the levels, `statements` and `has_unsure` as of `scale`; `note`; or `hidden` and `needed`, the
    number of people from which on it is shown), `scale` (`n`, `statements` as the API's results have them, `low`,
    `high`: names of the ends, `has_unsure`; `note`) or `text` (`people`, `answers`: as for words; `cards` of `key`,
    `text`, `count`, the newest first; `unlisted`: how many more there are; `themes` as for words, where there are some
    with `theme` in a card, and `unsorted`, how many are in none), or of groups: `groups` (`rows`: labels; `groups` of
    `label`, `people`, `counts` and `percents` in those rows; `note`). A result of one group alone has it with its
    people in `group`.
    """
    # Another room or language is another screen: the browser starts it anew only under another key.
    _component(key=f"{key}-{data['room']}-{data['lang']}", data=dict(data))
