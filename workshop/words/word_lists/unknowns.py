"""Assigns Swedish and English forms that no list knows to the word they are a form or a misspelling of.

A form looks, in this order, for known forms of the same letters, for a base in the room by its ending, and for the
known forms at edit distance one: a word that the list has is never a misspelling, and two as near decide nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from workshop.words.merging.edit_distance import within_one_edit, without_a_letter
from workshop.words.word_lists.closed_lists import closed_lists
from workshop.words.word_lists.interpreter import WordListInterpretation, WordListInterpreter, entry_key
from workshop.words.word_lists.word_list import WordList

_SHORTEST_BASE = 3
_SHORTEST = 6

EntryLookup = Callable[[str], str | None]


class WordListUnknowns:
    """The unknown forms of one language in a room, by their letters, and the entry each goes to."""

    def __init__(self, words: WordList, interpreter: WordListInterpreter, known_entry: EntryLookup) -> None:
        self._words, self._interpreter, self._known_entry = words, interpreter, known_entry
        self._forms: dict[str, set[str]] = {}
        self._fallback: dict[str, str] = {}
        self._bases: dict[str, tuple[str, ...]] = {}
        self._entry: dict[str, str] = {}
        self._compounds: set[str] = set()
        self._watchers: dict[str, set[str]] = defaultdict(set)
        self._known_near: dict[str, set[str]] = defaultdict(set)
        self._unknown_near: dict[str, set[str]] = defaultdict(set)

    def add(self, key: str, interpretation: WordListInterpretation) -> set[str]:
        """Takes an unknown form in; returns the names to `update` by."""
        node = interpretation.entry
        if node not in self._forms:
            self._forms[node] = set()
            own = entry_key(self._interpreter.letters(interpretation.bare), self._words.language)
            self._fallback[node] = interpretation.fallback.entry if interpretation.fallback else own
            self._bases[node] = () if interpretation.fallback else self._possible_bases(interpretation.bare)
            for base in self._bases[node]:
                self._watchers[base].add(node)
            if interpretation.fallback:
                self._compounds.add(node)
                self._note_known(node)
            elif self._may_be_misspelled(interpretation):
                for near in without_a_letter(node):
                    self._unknown_near[near].add(node)
        self._forms[node].add(key)
        return {node}

    def remove(self, key: str, interpretation: WordListInterpretation) -> set[str]:
        """Takes an unknown form out; returns the names to `update` by."""
        node = interpretation.entry
        self._forms[node].discard(key)
        if not self._forms[node]:
            for base in self._bases[node]:
                self._watchers[base].discard(node)
            for near in without_a_letter(node):
                self._unknown_near[near].discard(node)
            del self._forms[node], self._fallback[node], self._bases[node]
            self._entry.pop(node, None)
            self._compounds.discard(node)
            self._note_known(node)
        return {node}

    def note(self, known: WordListInterpretation, _step: int) -> set[str]:
        """Hears of a known form that came or went; `update` hears of its letters in any case."""
        return {known.entry}

    def update(self, names: Iterable[str]) -> dict[str, str]:
        """Looks again at the forms concerned by what came or went; returns those that moved, with their entries."""
        moved: dict[str, str] = {}
        pending = list(names)
        while pending:
            name = pending.pop()
            self._note_known(name)
            concerned = {name, *self._watchers.get(name, ())}
            for near in without_a_letter(name) if len(name) >= _SHORTEST - 1 else ():
                concerned |= self._unknown_near.get(near, set())
            pending += [node for node in sorted(concerned) if node in self._forms and self._reassign(node, moved)]
        return moved

    def _note_known(self, name: str) -> None:
        """Keeps the index of known forms by their letters right about one of them."""
        if len(name) < _SHORTEST - 1 or not name.isalpha():
            return
        is_known = self._entry_of(name) is not None
        for near in without_a_letter(name):
            if is_known:
                self._known_near[near].add(name)
            elif near in self._known_near:
                self._known_near[near].discard(name)

    def _reassign(self, node: str, moved: dict[str, str]) -> bool:
        """Finds a form's entry again; whether it is another one than before."""
        entry = self._resolved(node)
        changed = self._entry.get(node) != entry
        self._entry[node] = entry
        moved.update(dict.fromkeys(self._forms[node], entry))
        return changed

    def _resolved(self, node: str) -> str:
        entry = self._known_entry(node)
        if entry is not None:
            return entry
        base = next((base for base in self._bases[node] if base in self._forms), None)
        if base is not None:
            return self._entry.get(base) or self._fallback[base]
        near = {
            self._entry_of(word)
            for part in without_a_letter(node)
            if node in self._unknown_near.get(part, ())
            for word in self._known_near.get(part, ())
            if word[0] == node[0] and within_one_edit(word, node)
        }
        return near.pop() or self._fallback[node] if len(near) == 1 else self._fallback[node]

    def _entry_of(self, word: str) -> str | None:
        """The entry of a word that is spelled right: a known form, or a compound made on the spot."""
        return self._fallback[word] if word in self._compounds else self._known_entry(word)

    def _possible_bases(self, typed: str) -> tuple[str, ...]:
        if " " in typed:
            return ()
        bases = (typed.removesuffix(ending) for ending in closed_lists().endings[self._words.language])
        return tuple(base for base in bases if base != typed and len(base) >= _SHORTEST_BASE)

    def _may_be_misspelled(self, interpretation: WordListInterpretation) -> bool:
        typed = interpretation.bare
        return len(typed) >= _SHORTEST and typed.isalpha() and not self._words.is_listed(typed)
