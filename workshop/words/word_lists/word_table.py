"""A map from words to small numbers in ten bytes a word: the words themselves are not kept, only their hashes."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping

import numpy as np


class WordTable:
    """What number each of many words has.

    Two words share a 64-bit hash once in a hundred million such tables; the looked-up word is then taken for the other.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        hashes = np.fromiter(map(hash, numbers), np.int64, len(numbers))
        order = np.argsort(hashes)
        values = np.fromiter(numbers.values(), np.uint16, len(numbers))
        self._hashes = array("q", hashes[order].tobytes())
        self._values = array("H", values[order].tobytes())

    def __len__(self) -> int:
        return len(self._hashes)

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def get(self, word: str) -> int | None:
        """The word's number; None for a word that is not in the table."""
        number = hash(word)
        place = bisect_left(self._hashes, number)
        if place < len(self._hashes) and self._hashes[place] == number:
            return self._values[place]
        return None
