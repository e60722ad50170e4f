"""The forms of one language in a room, and the entry each goes to.

Adding a form chooses again only for the forms it touches: those that could be taken as the same word, and the unknown
ones that looked for it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Protocol

from workshop.words.merging.choices import Choices
from workshop.words.merging.interpretation import AnyCandidate, Interpretation, Member

EntryLookup = Callable[[str], str | None]


class UnknownForms(Protocol):
    """Assigns the forms of a room that no list of the language knows."""

    def add(self, key: str, interpretation: Interpretation[AnyCandidate]) -> set[str]:
        """Takes an unknown form in; returns the names to `update` by."""

    def remove(self, key: str, interpretation: Interpretation[AnyCandidate]) -> set[str]:
        """Takes an unknown form out; returns the names to `update` by."""

    def note(self, known: Interpretation[AnyCandidate], step: int) -> set[str]:
        """Hears of a form that came (1) or went (-1); returns the names to `update` by."""

    def update(self, names: Iterable[str]) -> dict[str, str]:
        """Looks again at the forms concerned by what came or went; returns those that moved, with their entries."""


class LanguageRules(Protocol):
    """How answers of one language are read, assigned and labelled; the same for every room."""

    def interpretation(self, key: str) -> Interpretation[AnyCandidate]:
        """What a fold key may be."""

    def unknowns(self, known_entry: EntryLookup, is_known_entry: Callable[[str], bool]) -> UnknownForms:
        """The unknown forms of a new room.

        `known_entry` gives the entry of the known forms typed with these letters, or the letters if they are a known
        entry; None where neither.
        """

    def label(self, entry: str, members: list[Member[AnyCandidate]]) -> str:
        """The label of an entry with these forms."""


class LanguageForms:
    """The forms of one language in a room; `add` and `remove` return the entries whose forms changed."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules
        self._choices = Choices()
        self._unknowns = rules.unknowns(self._entry_typed_as, self._is_known_entry)
        self._entry: dict[str, str] = {}
        self._known_members: Counter[str] = Counter()
        self._touched: set[str] = set()
        self.members: dict[str, set[str]] = defaultdict(set)

    def add(self, key: str) -> set[str]:
        """Takes a fold key in that is not there yet."""
        interpretation = self._rules.interpretation(key)
        changed = self._choices.add(key, interpretation)
        names = {interpretation.entry}
        if not interpretation.candidates:
            names = self._unknowns.add(key, interpretation)
        names |= self._unknowns.note(interpretation, 1)
        return self._settle(changed, names)

    def remove(self, key: str) -> set[str]:
        """Takes a fold key out."""
        interpretation = self._choices.interpretations[key]
        changed = self._choices.remove(key)
        names = {interpretation.entry}
        if not interpretation.candidates:
            names = self._unknowns.remove(key, interpretation)
            self._place(key, None)
        names |= self._unknowns.note(interpretation, -1)
        return self._settle(changed, names)

    def entry_of(self, key: str) -> str:
        """The entry of a fold key in the room."""
        return self._entry[key]

    def label(self, entry: str, typed: dict[str, Counter[str]]) -> str:
        """The label of an entry; `typed` gives the texts of each fold key."""
        members = []
        for key in sorted(self.members[entry]):
            interpretation = self._choices.interpretations[key]
            candidate = self._choices.chosen.get(key) or interpretation.fallback
            members.append(Member(interpretation.bare, typed[key], candidate))
        return self._rules.label(entry, members)

    def _settle(self, changed: set[str], names: set[str]) -> set[str]:
        """Puts the forms whose choice is new in their places, then the unknown ones that this concerns."""
        names = set(names)
        for key in changed:
            candidate = self._choices.chosen.get(key)
            before, after = self._entry.get(key), candidate.entry if candidate else None
            self._place(key, after, known=True)
            names |= {name for name in (before, after) if name is not None}
            if key in self._choices.interpretations:
                names.add(self._choices.interpretations[key].entry)
        for key, entry in self._unknowns.update(sorted(names)).items():
            self._place(key, entry)
        touched, self._touched = self._touched, set()
        return touched

    def _place(self, key: str, entry: str | None, known: bool = False) -> None:
        """Moves a form to an entry, or out of the room where there is none."""
        before = self._entry.pop(key, None)
        if before is not None:
            self.members[before].discard(key)
            self._known_members[before] -= known
            self._touched.add(before)
            if not self.members[before]:
                del self.members[before]
        if entry is not None:
            self._entry[key] = entry
            self.members[entry].add(key)
            self._known_members[entry] += known
            self._touched.add(entry)

    def _is_known_entry(self, entry: str) -> bool:
        return self._known_members[entry] > 0

    def _entry_typed_as(self, letters: str) -> str | None:
        """Where known forms with these letters go."""
        if self._is_known_entry(letters):
            return letters
        chosen = self._choices.chosen
        return min((chosen[key].entry for key in self._choices.typed_as(letters) if key in chosen), default=None)
