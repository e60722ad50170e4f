"""Every page in every state: axe, targets of 44 pixels, nothing wider than the page; themes, languages and widths."""

from dataclasses import replace

import pytest

from tests.accessibility.inspection import (
    DESK,
    DESK_DARK,
    NARROWEST,
    OF_LANGUAGES,
    OF_THEMES,
    PHONE,
    PHONE_DARK,
    ZOOMED,
    Look,
    faults,
)
from tests.accessibility.stage import Stage
from tests.accessibility.states import TOURS
from tests.accessibility.states_of_answers import ANSWER_TOURS
from tests.accessibility.states_of_pace import PACE_TOURS
from tests.accessibility.states_of_questions import QUESTION_TOURS

# A page's structure and colours are the same in each language: all of axe's rules look at it once a width, in Finnish,
# and the other theme is asked for its contrast there. The other languages are asked for their names, and for the width
# that their words take.
LOOKS: dict[str, tuple[Look, ...]] = {
    "fi": (PHONE, replace(PHONE_DARK, rules=OF_THEMES), DESK, replace(DESK_DARK, rules=OF_THEMES)),
    "sv": (replace(PHONE, rules=OF_LANGUAGES), replace(DESK_DARK, rules=OF_LANGUAGES)),
    "en": (replace(PHONE_DARK, rules=OF_LANGUAGES), replace(DESK, rules=OF_LANGUAGES)),
}

ALL_TOURS = TOURS | ANSWER_TOURS | PACE_TOURS | QUESTION_TOURS


@pytest.mark.parametrize("lang", LOOKS)
@pytest.mark.parametrize("tour", ALL_TOURS)
def test_nobody_is_shut_out(stage: Stage, tour: str, lang: str) -> None:
    stage.lang = lang
    stage.settings = {"reduced_motion": "reduce"}  # nothing to wait for before each look
    told = []
    for state, page in ALL_TOURS[tour](stage):
        before = page.viewport_size
        told += [f"{state} {fault}" for fault in faults(page, LOOKS[lang], (NARROWEST, ZOOMED))]
        assert page.locator("html").get_attribute("lang") == lang, state
        if before:
            page.set_viewport_size(before)
    assert told == [], "\n".join(told)
