"""The known words of a room, found by what a misspelled form of them may look like.

A word and its forms begin alike, so words are kept by their beginning with one letter left out: two beginnings at edit
distance one share one of these. What is found so is checked against the word's forms afterwards.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from workshop.words.merging.edit_distance import within_one_edit
from workshop.words.merging.lexicon import Analysis

_BEGINNING = 4
_SHORTEST_STEM = 3
_CHANGING = 3
"""Letters at the end of a base form that its forms may have otherwise."""


@dataclass(frozen=True, slots=True)
class RoomWord:
    """A base form in small letters, and how its forms are found."""

    lemma: str
    analysis: Analysis


def beginnings(word: str) -> set[str]:
    """The beginning of a word, whole and with each letter left out."""
    start = word[:_BEGINNING]
    return {start, *(start[:place] + start[place + 1 :] for place in range(len(start)))}


def may_be_form(typed: str, lemma: str) -> bool:
    """Whether `typed` could be a form of `lemma` with one letter wrong, by its beginning."""
    length = max(_SHORTEST_STEM, len(lemma) - _CHANGING)
    stem = lemma[:length]
    starts = (typed[: length - 1], typed[:length], typed[: length + 1])
    return any(start == stem or within_one_edit(start, stem) for start in starts)


class RoomWords:
    """A multiset of words."""

    def __init__(self) -> None:
        self._counts: Counter[RoomWord] = Counter()
        self._by_beginning: dict[str, set[RoomWord]] = defaultdict(set)

    def change(self, word: RoomWord, step: int) -> bool:
        """Counts a word once more or once less; whether it came or went by that."""
        before = self._counts[word] > 0
        self._counts[word] += step
        after = self._counts[word] > 0
        if before != after:
            for start in beginnings(word.lemma):
                (self._by_beginning[start].add if after else self._by_beginning[start].discard)(word)
        return before != after

    def near(self, typed: str) -> Iterator[RoomWord]:
        """The words that `typed` may be a misspelled form of."""
        words = set[RoomWord]().union(*(self._by_beginning.get(start, ()) for start in beginnings(typed)))
        return (word for word in words if may_be_form(typed, word.lemma))
