"""Assigns forms that the lexicon does not know to the word they are a form or a misspelling of, or to their own entry.

Hyphen and space variants of an unknown word share one node. A node looks, in this order, for a base in the room, for a
known entry one edit away, for another node with the same stem, and else stands alone. Nodes are looked at again only
when something they look for comes or goes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import chain

from workshop.words.merging.candidates import FinnishInterpretation
from workshop.words.merging.room_words import RoomWord, RoomWords, beginnings
from workshop.words.merging.typos import Corrector

EntryLookup = Callable[[str], str | None]


class Unknowns:
    """The unknown forms in a room and the entry each goes to.

    `known_entry` gives the entry of the known forms typed with these letters, or the letters if they are a known entry;
    None where neither.
    """

    def __init__(
        self, corrector: Corrector | None, known_entry: EntryLookup, is_known_entry: Callable[[str], bool]
    ) -> None:
        self._corrector = corrector
        self._known_entry = known_entry
        self._is_known_entry = is_known_entry
        self._forms: dict[str, set[str]] = {}
        self._bases: dict[str, tuple[str, ...]] = {}
        self._interpretations: dict[str, FinnishInterpretation] = {}
        self._words = RoomWords()
        self._compounds: Counter[str] = Counter()
        self._nodes_by_beginning: dict[str, set[str]] = defaultdict(set)
        self._corrections: dict[str, tuple[str, ...]] = {}
        self._fallback: dict[str, str] = {}
        self._stems: dict[str, tuple[str, ...]] = {}
        self._nodes_by_stem: dict[str, set[str]] = defaultdict(set)
        self._watchers: dict[str, set[str]] = defaultdict(set)
        self._entry: dict[str, str] = {}

    def add(self, key: str, interpretation: FinnishInterpretation) -> set[str]:
        """Takes an unknown form in; returns the names to `update` by."""
        node = interpretation.entry
        if node not in self._forms:
            self._forms[node] = set()
            fallback = interpretation.fallback
            self._fallback[node] = fallback.entry if fallback else node
            if fallback:
                self._compounds[fallback.entry] += 1
            self._bases[node] = self._corrector.bases(interpretation) if self._corrector else ()
            self._interpretations[node] = interpretation
            self._corrections[node] = self._corrected(node)
            for start in self._beginnings(node):
                self._nodes_by_beginning[start].add(node)
            self._stems[node] = self._corrector.stems(interpretation) if self._corrector and not fallback else ()
            for name in self._watched(node):
                self._watchers[name].add(node)
            for stem in self._stems[node]:
                self._nodes_by_stem[stem].add(node)
        self._forms[node].add(key)
        return {node, self._fallback[node], *self._stems[node]}

    def remove(self, key: str, interpretation: FinnishInterpretation) -> set[str]:
        """Takes an unknown form out; returns the names to `update` by."""
        node = interpretation.entry
        names = {node, self._fallback[node], *self._stems[node]}
        self._forms[node].discard(key)
        if not self._forms[node]:
            for name in self._watched(node):
                self._watchers[name].discard(node)
            for stem in self._stems[node]:
                self._nodes_by_stem[stem].discard(node)
            for start in self._beginnings(node):
                self._nodes_by_beginning[start].discard(node)
            if self._interpretations[node].fallback:
                self._compounds[self._fallback[node]] -= 1
            del self._interpretations[node]
            del self._forms[node], self._bases[node], self._corrections[node], self._fallback[node], self._stems[node]
            self._entry.pop(node, None)
        return names

    def note(self, known: FinnishInterpretation, step: int) -> set[str]:
        """Hears of a form that came (1) or went (-1); returns the names to `update` by."""
        words = {
            RoomWord(part.reading.lemma.lower(), part.reading.analysis)
            for candidate in (*known.candidates, known.fallback)
            if candidate
            for part in candidate.parts
            if part.reading is not None and part.reading.analysis is not None
        }
        changed = [word for word in words if self._words.change(word, step)]
        nodes = {
            node
            for word in changed
            for start in beginnings(word.lemma)
            for node in self._nodes_by_beginning.get(start, ())
        }
        return {node for node in nodes if self._correct_again(node, changed)}

    def _correct_again(self, node: str, changed: list[RoomWord]) -> bool:
        """Finds the corrections of a node again where one of the changed words concerns it; whether they are others."""
        strange = self._strange_word(node)
        if strange is None or not self._corrector or not self._corrector.is_near_any(strange, changed):
            return False
        corrections = self._corrected(node)
        if corrections == self._corrections[node]:
            return False
        for name in self._watched(node):
            self._watchers[name].discard(node)
        self._corrections[node] = corrections
        for name in self._watched(node):
            self._watchers[name].add(node)
        return True

    def _corrected(self, node: str) -> tuple[str, ...]:
        return self._corrector.corrections(self._interpretations[node], self._words) if self._corrector else ()

    def _strange_word(self, node: str) -> str | None:
        return self._corrector.strange_word(self._interpretations[node]) if self._corrector else None

    def _beginnings(self, node: str) -> set[str]:
        strange = self._strange_word(node)
        return beginnings(strange) if strange else set()

    def update(self, names: Iterable[str]) -> dict[str, str]:
        """Looks again at the nodes concerned by what came or went; returns the forms that moved, with their entries."""
        moved: dict[str, str] = {}
        pending = list(names)
        while pending:
            name = pending.pop()
            concerned = sorted({name, *self._watchers.get(name, ())}, key=lambda node: (len(node), node))
            pending += [node for node in concerned if node in self._forms and self._reassign(node, moved)]
        return moved

    def _reassign(self, node: str, moved: dict[str, str]) -> bool:
        """Finds a node's entry again; whether it is another one than before."""
        entry = self._resolved(node)
        changed = self._entry.get(node) != entry
        self._entry[node] = entry
        moved.update(dict.fromkeys(self._forms[node], entry))
        return changed

    def _watched(self, node: str) -> set[str]:
        return {*self._bases[node], *self._corrections[node], *self._stems[node]}

    def _resolved(self, node: str) -> str:
        if self._is_known_entry(node):
            return node
        for base in self._bases[node]:
            entry = self._entry.get(base) or self._known_entry(base)
            if entry is not None:
                return entry
        is_compound = self._interpretations[node].fallback is not None
        corrected = (
            entry
            for entry in self._corrections[node]
            if self._is_known_entry(entry) or (self._compounds[entry] > 0 and not is_compound)
        )
        shared = (stem for stem in self._stems[node] if len(self._nodes_by_stem[stem]) > 1)
        return next(chain(corrected, shared), self._fallback[node])
