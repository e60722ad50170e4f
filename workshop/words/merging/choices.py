"""Chooses a candidate for each known form by the other forms in the room.

A form that can be taken two ways goes with the word that others wrote: `tukea` is `tuki` where `tuki` is in the room.
Only which forms there are counts, not how many answers each has, so that one more answer of a form moves nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from workshop.words.merging.interpretation import AnyCandidate, Interpretation

_TYPED_BY_OTHERS = 0.9
_MEANT_BY_OTHERS = 0.6


class Choices:
    """The forms in a room and the candidate each known one takes; `add` and `remove` say what that changed."""

    def __init__(self) -> None:
        self.interpretations: dict[str, Interpretation[AnyCandidate]] = {}
        self.chosen: dict[str, AnyCandidate] = {}
        self._typed: Counter[str] = Counter()
        self._clear: Counter[str] = Counter()
        self._by_entry: dict[str, set[str]] = defaultdict(set)
        self._by_typed: dict[str, set[str]] = defaultdict(set)

    def add(self, key: str, interpretation: Interpretation[AnyCandidate]) -> set[str]:
        """Takes a new form in; returns the forms whose choice is new."""
        self.interpretations[key] = interpretation
        self._count(key, interpretation, 1)
        return self._choose_again(self._affected(interpretation))

    def remove(self, key: str) -> set[str]:
        """Takes a form out; returns the forms whose choice is new, the one taken out among them."""
        interpretation = self.interpretations.pop(key)
        self._count(key, interpretation, -1)
        removed = {key} if self.chosen.pop(key, None) else set()
        return removed | self._choose_again(self._affected(interpretation))

    def typed_as(self, entry: str) -> frozenset[str]:
        """The forms typed with these letters."""
        return frozenset(self._by_typed.get(entry, ()))

    def _count(self, key: str, interpretation: Interpretation[AnyCandidate], step: int) -> None:
        clear = interpretation.clear_entry
        entries = {candidate.entry for candidate in interpretation.candidates}
        for name in interpretation.names:
            self._typed[name] += step
        if clear is not None:
            self._clear[clear] += step
        for index, places in ((self._by_entry, entries), (self._by_typed, {interpretation.entry})):
            for place in places:
                if step > 0:
                    index[place].add(key)
                else:
                    index[place].discard(key)

    def _affected(self, interpretation: Interpretation[AnyCandidate]) -> Iterator[str]:
        """The forms that could be taken as a word this one could be taken as."""
        entries = {interpretation.entry, *(candidate.entry for candidate in interpretation.candidates)}
        for entry in entries:
            yield from self._by_entry.get(entry, ())

    def _choose_again(self, keys: Iterable[str]) -> set[str]:
        changed = set()
        for key in set(keys):
            best = self._best(self.interpretations[key])
            if self.chosen.get(key) != best:
                self.chosen[key] = best
                changed.add(key)
        return changed

    def _best(self, interpretation: Interpretation[AnyCandidate]) -> AnyCandidate:
        if len(interpretation.candidates) == 1:
            return interpretation.candidates[0]
        clear = interpretation.clear_entry
        names = interpretation.names

        def rank(candidate: AnyCandidate) -> tuple[float, int, int, str, bool]:
            entry = candidate.entry
            typed_by_others = self._typed[entry] > (entry in names)
            meant_by_others = self._clear[entry] > (clear == entry)
            support = _TYPED_BY_OTHERS * typed_by_others + _MEANT_BY_OTHERS * meant_by_others
            shared = len(self._by_entry[entry])
            likelihood = round(candidate.likelihood + support, 3)
            return (-likelihood, -shared, len(candidate.label), candidate.label, candidate.is_plural)

        return min(interpretation.candidates, key=rank)
