"""Every page in every state: axe, targets of 44 pixels, nothing wider than the page; themes, languages and widths."""

import pytest

from tests.accessibility.inspection import DESK, DESK_DARK, NARROWEST, PHONE, PHONE_DARK, ZOOMED, Look, faults
from tests.accessibility.stage import Stage
from tests.accessibility.states import TOURS

# Colours and sizes are the same in each language, and names are the same in each theme: Finnish is looked at in every
# way, the others so that each language meets each theme and each width.
LOOKS: dict[str, tuple[Look, ...]] = {
    "fi": (PHONE, PHONE_DARK, DESK, DESK_DARK),
    "sv": (PHONE, DESK_DARK),
    "en": (PHONE_DARK, DESK),
}


@pytest.mark.parametrize("lang", LOOKS)
@pytest.mark.parametrize("tour", TOURS)
def test_nobody_is_shut_out(stage: Stage, tour: str, lang: str) -> None:
    stage.lang = lang
    told = []
    for state, page in TOURS[tour](stage):
        before = page.viewport_size
        told += [f"{state} {fault}" for fault in faults(page, LOOKS[lang], (NARROWEST, ZOOMED))]
        assert page.locator("html").get_attribute("lang") == lang, state
        if before:
            page.set_viewport_size(before)
    assert told == [], "\n".join(told)
