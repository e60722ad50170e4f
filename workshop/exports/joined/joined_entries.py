"""The words or texts of several rooms as one list of entries."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from workshop.words.entries import Entry, Form, State
from workshop.words.merging.merge import Group

Merge = Callable[[Mapping[str, Mapping[str, int]]], Iterable[Group]]
"""Groups forms, given by fold key with the texts that were typed and how many typed each."""

_STRICTEST: tuple[State, ...] = ("shown", "waiting", "blocked", "hidden")
"""States in an order in which a later one outweighs those before it."""


def joined_entries(rooms: Sequence[Sequence[Entry]], merge: Merge, themes: Iterable[str] = ()) -> tuple[Entry, ...]:
    """Every form once, in the group that `merge` gives it; the people are not counted here.

    What was kept back in any of the rooms is kept back. `themes` are the ids that mean the same in all of them.
    """
    known_themes = frozenset(themes)
    typed: dict[str, Counter[str]] = {}
    states: dict[str, State] = {}
    theme_of: dict[str, str] = {}
    for entry in (entry for entries in rooms for entry in entries):
        for form in entry.forms:
            typed.setdefault(form.key, Counter())[form.text] += form.answers
            states[form.key] = _strictest((states.get(form.key, "shown"), entry.state))
            if entry.theme in known_themes:
                theme_of.setdefault(form.key, str(entry.theme))
    return tuple(_entry(group, typed, states, theme_of) for group in merge(typed) if set(group.forms) & set(typed))


def unmerged(typed: Mapping[str, Mapping[str, int]]) -> list[Group]:
    """Every form alone, as texts are."""
    return [Group(key, _commonest(texts), (key,)) for key, texts in typed.items()]


def _entry(
    group: Group, typed: Mapping[str, Counter[str]], states: Mapping[str, State], theme_of: Mapping[str, str]
) -> Entry:
    keys = [key for key in group.forms if key in typed]
    forms = sorted((Form(key, _commonest(typed[key]), typed[key].total()) for key in keys), key=lambda f: -f.answers)
    theme = next((theme_of[form.key] for form in forms if form.key in theme_of), None)
    return Entry(group.key, group.label, 0, tuple(forms), _strictest(states[key] for key in keys), theme)


def _strictest(states: Iterable[State]) -> State:
    return max(states, key=_STRICTEST.index)


def _commonest(texts: Mapping[str, int]) -> str:
    return min(texts, key=lambda text: (-texts[text], text))
