"""A lone form with brackets or an apostrophe in it is shown as it was typed: its base form may lose them."""

import re
from collections.abc import Sequence
from typing import Any

from workshop.words.clean import cleaned
from workshop.words.merging.interpretation import Member
from workshop.words.merging.surface import trimmed

_BRACKETS = frozenset("()[]{}<>")
_APOSTROPHE_INSIDE = re.compile(r"\w'\w")


def lone_form_as_typed(members: Sequence[Member[Any]]) -> str | None:
    """The commonest typed text of a lone form with brackets or an apostrophe; else None."""
    if len(members) != 1:
        return None
    typed = members[0].typed
    commonest = min(typed, key=lambda text: (-typed[text], text))
    if _BRACKETS.intersection(commonest):
        return cleaned(commonest)
    return trimmed(commonest) if _APOSTROPHE_INSIDE.search(members[0].bare) else None
