"""Merges answers into entries as a Finnish reader would sort them; the order of arrival does not matter.

Adding an answer chooses again only for the forms it touches: those that could be taken as the same word, and the
unknown ones that looked for it.
"""

from collections import Counter, defaultdict

from workshop.words.clean import fold
from workshop.words.merging.candidates import Interpretation, Interpreter
from workshop.words.merging.choices import Choices
from workshop.words.merging.labels import Labeller, Member
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.overrides import Group, MergeOverrides, with_overrides
from workshop.words.merging.surface import bare
from workshop.words.merging.typos import Corrector
from workshop.words.merging.unknowns import Unknowns

__all__ = ["Group", "MergeOverrides", "Merger"]


class Merger:
    """The answers of one room as a multiset, grouped.

    Without a lexicon only letter case, punctuation, emoji, hyphens and spaces are ignored.
    """

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._interpreter = Interpreter(lexicon) if lexicon else None
        self._corrector = Corrector(lexicon, self._interpreter) if lexicon and self._interpreter else None
        self._labeller = Labeller(lexicon, self._interpreter)
        self._typed: dict[str, Counter[str]] = {}
        self._choices = Choices()
        self._unknowns = Unknowns(self._corrector, self._entry_typed_as, self._is_known_entry)
        self._entry: dict[str, str] = {}
        self._members: dict[str, set[str]] = defaultdict(set)
        self._known_members: Counter[str] = Counter()
        self._groups: dict[str, Group] = {}

    def add(self, text: str, number: int = 1) -> None:
        """Counts `number` answers typed as `text`; an answer with nothing to count is left out."""
        key = fold(text)
        if not key or number <= 0:
            return
        new = key not in self._typed
        self._typed.setdefault(key, Counter())[text] += number
        if new:
            self._enter(key)
        self._groups.pop(self._entry[key], None)

    def remove(self, text: str, number: int = 1) -> None:
        """Takes `number` answers typed as `text` back; more than there are take them all."""
        key = fold(text)
        typed = self._typed.get(key)
        if typed is None or text not in typed:
            return
        self._groups.pop(self._entry[key], None)
        typed[text] -= number
        if typed[text] <= 0:
            del typed[text]
        if not typed:
            self._leave(key)
            del self._typed[key]

    def group_of(self, key: str) -> Group:
        """The group of a fold key in the room; raises KeyError for any other."""
        return self._group(self._entry[key])

    def groups(self, overrides: MergeOverrides | None = None) -> list[Group]:
        """All groups by key, with the facilitator's overrides applied where there are any."""
        groups = [self._group(entry) for entry in sorted(self._members)]
        if not overrides:
            return groups
        labels = {form: _commonest(self._typed[form]) for form in overrides.apart if form in self._typed}
        return with_overrides(groups, overrides, labels)

    def _interpretation(self, key: str) -> Interpretation:
        if self._interpreter and self._corrector:
            return self._corrector.without_unlikely(self._interpreter.interpretation(key))
        return Interpretation(bare(key).casefold(), ())

    def _enter(self, key: str) -> None:
        interpretation = self._interpretation(key)
        changed = self._choices.add(key, interpretation)
        names = {interpretation.entry}
        if not interpretation.candidates:
            names = self._unknowns.add(key, interpretation)
        self._settle(changed, names)

    def _leave(self, key: str) -> None:
        interpretation = self._choices.interpretations[key]
        changed = self._choices.remove(key)
        names = {interpretation.entry}
        if not interpretation.candidates:
            names = self._unknowns.remove(key, interpretation)
            self._place(key, None)
        self._settle(changed, names)

    def _settle(self, changed: set[str], names: set[str]) -> None:
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

    def _place(self, key: str, entry: str | None, known: bool = False) -> None:
        """Moves a form to an entry, or out of the room where there is none."""
        before = self._entry.pop(key, None)
        if before is not None:
            self._members[before].discard(key)
            self._known_members[before] -= known
            self._groups.pop(before, None)
            if not self._members[before]:
                del self._members[before]
        if entry is not None:
            self._entry[key] = entry
            self._members[entry].add(key)
            self._known_members[entry] += known
            self._groups.pop(entry, None)

    def _is_known_entry(self, entry: str) -> bool:
        return self._known_members[entry] > 0

    def _entry_typed_as(self, letters: str) -> str | None:
        """Where known forms with these letters go."""
        if self._is_known_entry(letters):
            return letters
        chosen = self._choices.chosen
        return min((chosen[key].entry for key in self._choices.typed_as(letters) if key in chosen), default=None)

    def _member(self, key: str) -> Member:
        interpretation = self._choices.interpretations[key]
        candidate = self._choices.chosen.get(key) or interpretation.fallback
        return Member(interpretation.bare, self._typed[key], candidate)

    def _group(self, entry: str) -> Group:
        if entry not in self._groups:
            forms = tuple(sorted(self._members[entry]))
            label = self._labeller.label(entry, [self._member(form) for form in forms])
            self._groups[entry] = Group(entry, label, forms)
        return self._groups[entry]


def _commonest(typed: Counter[str]) -> str:
    """A form taken apart is shown as most people typed it, for its base form names the entry that it left."""
    return min(typed, key=lambda text: (-typed[text], text))
