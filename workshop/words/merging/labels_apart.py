"""No two entries are shown alike: of those with one label, one keeps it and the others are shown as they were typed.

That happens between languages (*parken* and *parks* are both "park") and kinds of word (*knapp*, a button; *knappt*,
scarcely).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from workshop.words.clean import fold
from workshop.words.merging.overrides import Group


def labels_apart(groups: list[Group], typed: Mapping[str, Counter[str]]) -> list[Group]:
    """The groups in the same order; one that somebody typed the label in keeps it, else the one with most answers."""
    by_label: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        by_label[group.label.casefold()].append(place)
    if len(by_label) == len(groups):
        return groups
    result = list(groups)
    for label, places in by_label.items():
        keeper = min(places, key=lambda place: _rank(groups[place], label, typed))
        for place in places:
            if place != keeper:
                result[place] = replace(groups[place], label=_as_typed(groups[place], typed))
    return result


def _rank(group: Group, label: str, typed: Mapping[str, Counter[str]]) -> tuple[bool, int, str]:
    return fold(label) not in group.forms, -sum(typed[form].total() for form in group.forms), group.key


def _as_typed(group: Group, typed: Mapping[str, Counter[str]]) -> str:
    texts = sum((typed[form] for form in group.forms), Counter[str]())
    return min(texts, key=lambda text: (-texts[text], text))
