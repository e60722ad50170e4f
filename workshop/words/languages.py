"""The language of one short answer.

| what is known | the language is |
|---|---|
| one list alone reads a word | that list's; a compound made on the spot counts half |
| several lists read it | by how common the letters are in each: ten times is one step |
| the phone's own language | one and a half steps more for it |
| the room's own language | one step more for it |
| no list reads it | by its letters, else the phone's or the room's |
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

from workshop.content.texts import LANGUAGES, Language
from workshop.words.light.closed_lists import closed_lists
from workshop.words.light.word_list import WordList
from workshop.words.light.word_table import WordTable
from workshop.words.merging.lexicon import Lexicon

__all__ = ["FINNISH", "Language", "Languages", "shared_levels"]

FINNISH: Language = "fi"
_UNKNOWN, _SIGN, _COMPOUND, _LISTED, _FUNCTION_WORD = -3.0, 1.5, 2.0, 4.0, 7.0
_OF_PHONE, _OF_ROOM, _OF_LETTERS = 1.5, 1.0, 1.0
_BITS = 5
_CANNOT_READ = 31
_WORD = re.compile(r"[^\W\d_]+")
_GENITIVE = re.compile(r"(?<=\w)'s\b")
_CACHE_SIZE = 20_000


def shared_levels(pairs: Mapping[str, str]) -> WordTable:
    """The table of words that several lists read, of the three digits of each."""
    return WordTable({word: _packed(digits) for word, digits in pairs.items()})


def _packed(digits: str) -> int:
    levels = (_CANNOT_READ if digit == "." else int(digit, 16) for digit in digits)
    return sum(level << _BITS * place for place, level in enumerate(levels))


class Languages:
    """Tells the language of an answer by the word lists of all three."""

    def __init__(self, finnish: Lexicon, lists: Mapping[Language, WordList], shared: WordTable) -> None:
        self._finnish, self._lists, self._shared = finnish, lists, shared
        self.worth: Callable[[str, Language], float] = lru_cache(_CACHE_SIZE)(self._worth)
        self._scores: Callable[[str], tuple[float, ...]] = lru_cache(_CACHE_SIZE)(self._scores_of)

    def of(self, key: str, room: Language, phone: Language | None = None) -> Language:
        """The language of a fold key by itself, in a room of a language, sent by a phone of a language if that is known."""
        scores = self.scores(key, room, Counter([phone]))
        return max(scores, key=lambda language: (scores[language], language == room))

    def scores(self, key: str, room: Language, phones: Counter[Language | None]) -> dict[Language, float]:
        """How well a fold key is of each language; `phones` counts the answers by the language of their phone."""
        answers = phones.total()
        return {
            language: score + _OF_PHONE * phones[language] / answers + _OF_ROOM * (language == room)
            for language, score in zip(LANGUAGES, self._scores(key), strict=True)
        }

    def _scores_of(self, key: str) -> tuple[float, ...]:
        words = _WORD.findall(_GENITIVE.sub("", key))
        if not words:
            return (0.0,) * len(LANGUAGES)
        return tuple(
            sum(self._worth_in_phrase(word, language, len(words)) for word in words) / len(words)
            + _by_letters(key, language)
            for language in LANGUAGES
        )

    def _worth_in_phrase(self, word: str, language: Language, length: int) -> float:
        """As `worth`, but beside others a word such as `och` decides."""
        if length > 1 and word in closed_lists().function_words[language]:
            return _FUNCTION_WORD
        return self.worth(word, language)

    def _worth(self, word: str, language: Language) -> float:
        """How well a word is of a language, in steps of ten times as common."""
        levels = self._shared.get(word)
        if levels is not None:
            level = levels >> _BITS * LANGUAGES.index(language) & (1 << _BITS) - 1
            return _UNKNOWN if level == _CANNOT_READ else level / 2
        is_listed = self._is_listed(word, language)
        if is_listed is None:
            return _UNKNOWN + _SIGN * bool(closed_lists().signs[language].search(word))
        return _LISTED if is_listed else _COMPOUND

    def _is_listed(self, word: str, language: Language) -> bool | None:
        """Whether a word is listed in a language; None where it is not even a compound of listed words."""
        if language == FINNISH:
            analyses = self._finnish.analyses(word)
            return any(analysis.listed for analysis in analyses) if analyses else None
        words = self._lists[language]
        if words.is_listed(word):
            return True
        return False if words.readings(word) else None


def _by_letters(key: str, language: Language) -> float:
    if language == "sv":
        return _OF_LETTERS * ("å" in key)
    return -_OF_LETTERS if language == "en" and any(letter in key for letter in "åäö") else 0.0
