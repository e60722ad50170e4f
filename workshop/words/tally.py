"""Counts typed answers into the entries that every view and export shows: one person counts once for one entry."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from workshop.words.clean import fold
from workshop.words.entries import Entry, Form, State
from workshop.words.merging.overrides import Group

StateRule = Callable[[Sequence[str], bool], State]


@dataclass
class _Answers:
    """All answers with one fold key: who gave them, how they were typed, whether the filter blocked one of them."""

    arrival: int
    people: set[Hashable] = field(default_factory=set)
    typed: Counter[str] = field(default_factory=Counter)
    blocked: bool = False


def shown(keys: Sequence[str], blocked: bool) -> State:
    """The state of every entry where nobody decides anything."""
    return "blocked" if blocked else "shown"


class WordTally:
    """Answers of one round, added one by one; `entries` joins them as the given groups say."""

    def __init__(self) -> None:
        self._forms: dict[str, _Answers] = {}
        self.people: set[Hashable] = set()

    def add(self, person: Hashable, text: str, *, blocked: bool = False) -> None:
        """Counts one stored answer; an answer with nothing to count is left out."""
        key = fold(text)
        if not key:
            return
        form = self._forms.setdefault(key, _Answers(arrival=len(self._forms)))
        form.people.add(person)
        form.typed[text] += 1
        form.blocked = form.blocked or blocked
        self.people.add(person)

    @property
    def different(self) -> int:
        """How many different fold keys have been counted."""
        return len(self._forms)

    def alone(self) -> list[Group]:
        """Every fold key a group of its own, shown as most people typed it."""
        return [Group(key, _commonest(form.typed), (key,)) for key, form in self._forms.items()]

    def entries(self, groups: Iterable[Group] | None = None, state_of: StateRule = shown) -> tuple[Entry, ...]:
        """The entries, most people first, ties in order of arrival.

        `state_of` gives an entry's state from its fold keys and from whether one of them was blocked: what the
        facilitator decides holds for the whole entry, so a hidden word does not come back with an ending.
        """
        ranked = []
        for group in self.alone() if groups is None else groups:
            keys = [key for key in group.forms if key in self._forms]
            if keys:
                ranked.append((min(self._forms[key].arrival for key in keys), self._entry(group, keys, state_of)))
        return tuple(entry for _, entry in sorted(ranked, key=lambda pair: (-pair[1].count, pair[0])))

    def _entry(self, group: Group, keys: Collection[str], state_of: StateRule) -> Entry:
        people = set[Hashable]().union(*(self._forms[key].people for key in keys))
        forms = sorted(
            (Form(key, _commonest(self._forms[key].typed), self._forms[key].typed.total()) for key in keys),
            key=lambda form: (-form.answers, form.text),
        )
        state = state_of([form.key for form in forms], any(self._forms[key].blocked for key in keys))
        return Entry(group.key, group.label, len(people), tuple(forms), state)


def _commonest(typed: Counter[str]) -> str:
    """The text typed most often; among equals the first in the alphabet, so that the order of arrival never matters."""
    return min(typed, key=lambda text: (-typed[text], text)) if len(typed) > 1 else next(iter(typed))
