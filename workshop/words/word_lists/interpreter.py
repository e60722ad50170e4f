"""What a typed Swedish or English answer may be: the entries it may belong to, each with its label.

| rule | typed | label | why |
|---|---|---|---|
| nouns | `grannarna`, `neighbour's` | `granne`, `neighbour` | definite, plural, genitive |
| verbs and adjectives | `växte`, `wrote`, `vackert` | `växa`, `write`, `vacker` | a kind of word for itself |
| kinds stay apart | `fisk`, `fiska` | two | noun and verb |
| British and American | `colour`, `color` | the commoner one | one word |
| Swedish phrase | `den gröna gården` | `grön gård` | adjectives and the last noun |
| English phrase | `places for everyone` | `place for everyone` | the last noun before a preposition |
| a verb's phrase | `hälsar på` | `hälsa på` | its first word |
| written apart | `sommar fest` | `sommarfest` | one word for the list |
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from workshop.words.merging.interpretation import Interpretation
from workshop.words.merging.surface import bare, has_word, joined
from workshop.words.word_lists.closed_lists import closed_lists
from workshop.words.word_lists.word_list import ADJECTIVE, NOUN, OTHER, VERB, WordList, WordReading

_LIKELIHOOD = {NOUN: 1.0, ADJECTIVE: 0.9, OTHER: 0.8, VERB: 0.7}
_AS_TYPED = 0.6
_COMMON = 0.1
_RARE = 0.8
_GENITIVE_MARK = re.compile(r"('s|s')$")
_CACHE_SIZE = 20_000
_LANGUAGE_MARK = "\u00a0"
"""Begins what tells entries of another language and kind apart from Finnish ones; no fold key has it."""


def entry_key(letters: str, language: str, kind: str = "") -> str:
    """The key of an entry of a language and kind of word."""
    return f"{letters}{_LANGUAGE_MARK}{language}{kind}"


@dataclass(frozen=True)
class WordListCandidate:
    """A label in its base form, and the reading of the word in it that is inflected."""

    label: str
    entry: str
    kind: str
    likelihood: float
    is_name: bool
    is_plural: bool


@dataclass(frozen=True)
class WordListInterpretation(Interpretation[WordListCandidate]):
    """As any, but an answer is the name of every entry whose base form it is."""

    @cached_property
    def names(self) -> frozenset[str]:
        """The letters typed, and the entries whose base form they are."""
        return frozenset({self.entry, *(candidate.entry for candidate in self.candidates if candidate.is_name)})


def _rank(candidate: WordListCandidate) -> tuple[float, bool]:
    """Of two ways to take a form as one word, the likelier, then the singular: `lagen` is the law."""
    return candidate.likelihood, not candidate.is_plural


class WordListInterpreter:
    """Interprets fold keys by a word list; the same key always gets the same answer."""

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._language = words.language
        self.interpretation: Callable[[str], WordListInterpretation] = lru_cache(_CACHE_SIZE)(self._interpreted)

    def _interpreted(self, key: str) -> WordListInterpretation:
        typed = bare(key).casefold()
        if not has_word(typed):
            return WordListInterpretation(typed, ())
        tokens = typed.split(" ")
        candidates = self._candidates(tokens)
        if not candidates and self._may_be_one_word(tokens):
            candidates = self._candidates(["".join(tokens)])
        return WordListInterpretation(typed, candidates)

    def _may_be_one_word(self, tokens: list[str]) -> bool:
        """Whether what was typed apart may be a compound: one in the list, or of nouns."""
        letters = "".join(tokens)
        if len(tokens) == 1 or not letters.isalpha():
            return False
        nouns = (any(r.kind in (NOUN, VERB) for r in self._words.listed(token)) for token in tokens[:-1])
        return self._words.is_listed(letters) or all(nouns)

    def _candidates(self, tokens: list[str]) -> tuple[WordListCandidate, ...]:
        infinitive = len(tokens) > 1 and tokens[0] in closed_lists().infinitive_marks
        if len(tokens) > 1 and tokens[0] in closed_lists().articles[self._language]:
            tokens = tokens[1:]
        best: dict[str, WordListCandidate] = {}
        for label, reading in self._phrases(tokens):
            if infinitive and reading.kind != VERB:
                continue
            candidate = self._candidate(label, reading)
            before = best.get(candidate.entry)
            if before is None or _rank(before) < _rank(candidate):
                best[candidate.entry] = candidate
        return tuple(sorted(best.values(), key=lambda c: (-c.likelihood, c.label, c.entry)))

    def _candidate(self, label: str, reading: WordReading) -> WordListCandidate:
        likelihood = _LIKELIHOOD[reading.kind] + _AS_TYPED * reading.is_base
        likelihood += _COMMON * self._words.level(reading.base, reading.kind) - _RARE * reading.is_rare
        letters = joined(" ".join(map(self._words.spelling, label.split(" "))))
        entry = entry_key(letters, self._language, reading.kind)
        return WordListCandidate(label, entry, reading.kind, likelihood, reading.is_base, reading.is_plural)

    def letters(self, typed: str) -> str:
        """The letters of an answer that is not read, its spelling and article looked through."""
        tokens = typed.split(" ")
        is_marked = len(tokens) > 1 and tokens[0] in closed_lists().articles[self._language]
        return joined(" ".join(map(self._words.spelling, tokens[is_marked:])))

    def readings(self, word: str) -> tuple[WordReading, ...]:
        """The readings of one word; of one with a hyphen, those of its last part."""
        if self._language == "en":
            word = _GENITIVE_MARK.sub(lambda mark: "" if mark[0] == "'s" else "s", word)
        if "-" not in word:
            return self._words.readings(word) if word else ()
        front, _, last = word.rpartition("-")
        nouns = (reading for reading in self._words.readings(last) if reading.kind == NOUN) if last else ()
        return tuple(replace(reading, base=f"{front}-{reading.base}") for reading in nouns)

    def _phrases(self, tokens: list[str]) -> Iterator[tuple[str, WordReading]]:
        """The label and the reading of the word that is inflected, for each way to take the words."""
        if len(tokens) == 1:
            for reading in self.readings(tokens[0]):
                yield reading.base, reading
            return
        stops = closed_lists().prepositions[self._language]
        stop = next((place for place, token in enumerate(tokens) if place and token in stops), len(tokens))
        *attributes, head = tokens[:stop]
        attributes_in_base = self._attributes(attributes)
        nouns = [reading for reading in self.readings(head) if reading.kind == NOUN]
        if nouns and attributes_in_base is not None:
            for reading in nouns:
                yield " ".join([*attributes_in_base, reading.base, *tokens[stop:]]), reading
            if self._language == "sv":
                return
        for reading in self._words.listed(tokens[0]):
            if reading.kind == VERB:
                yield " ".join([reading.base, *tokens[1:]]), reading

    def _attributes(self, words: list[str]) -> list[str] | None:
        """The words before a noun in their base form; None where one of them cannot stand there."""
        if self._language == "sv":
            bases = [self._adjective(word) for word in words]
            return [base for base in bases if base is not None] if None not in bases else None
        for word in words:
            kinds = {reading.kind for reading in self.readings(word)}
            if VERB in kinds and not {NOUN, ADJECTIVE} & kinds:
                return None
        return words

    def _adjective(self, word: str) -> str | None:
        readings = self.readings(word)
        bases = [r.base for r in readings if r.kind == ADJECTIVE or (r.kind == OTHER and not r.is_base)]
        if bases:
            return min(bases, key=lambda base: (len(base), base))
        return word if word in closed_lists().uninflected["sv"] else None
