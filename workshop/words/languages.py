"""The language of one short answer.

| what is known | the language is |
|---|---|
| one list alone reads a word | that list's; a compound made on the spot counts half |
| several lists read it | by how common the letters are in each: ten times is one step |
| the language of the page that it was typed on | two steps more for it |
| the room's own language | one step more for it, where the page's is not known |
| no list reads it | by its letters, else the page's or the room's |
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

from workshop.content.texts import LANGUAGES, Language
from workshop.words.merging.grammar import grammar
from workshop.words.merging.lexicon import Analysis, Lexicon
from workshop.words.word_lists.closed_lists import closed_lists
from workshop.words.word_lists.word_list import WordList
from workshop.words.word_lists.word_table import WordTable

__all__ = ["FINNISH", "Language", "Languages", "shared_levels"]

FINNISH: Language = "fi"
_UNKNOWN, _SIGN, _IN_USE, _COMPOUND, _LISTED, _FUNCTION_WORD = -3.0, 0.8, -2.5, 2.0, 4.0, 7.0
_FUNCTION_WORD_ALONE, _SHORT_COMPOUND = 4.5, -1.5
_SHORTEST_SURE_PART = 5
_DOUBTED = -1.0
_NOT_OF_FINNISH = 2.0
_OF_PAGE, _OF_ROOM, _OF_LETTERS, _OF_ENDING = 2.0, 1.0, 1.0, 0.9
_BITS = 5
_CANNOT_READ = 31
_WORD = re.compile(r"[^\W\d_]+")
_GENITIVE = re.compile(r"(?<=\w)'s\b")
_FINNISH_ENDING = re.compile(r"(?<=\w):([a-zäö]+)$")
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

    def likeliest(self, key: str, room: Language, phone: Language | None = None) -> Language:
        """The language of a fold key by itself, in a room of a language, from a phone of a known language or any."""
        scores = self.scores(key, room, Counter([phone]))
        return max(scores, key=lambda language: (scores[language], language == room))

    def is_unknown(self, key: str) -> bool:
        """Whether no language has the words of a fold key."""
        return max(self._scores(key)) < _DOUBTED

    def scores(self, key: str, room: Language, phones: Counter[Language | None]) -> dict[Language, float]:
        """How well a fold key is of each language; `phones` counts the answers by the language of their phone."""
        answers = phones.total()
        return {
            language: score + (_OF_PAGE * phones[language] + _OF_ROOM * phones[None] * (language == room)) / answers
            for language, score in zip(LANGUAGES, self._scores(key), strict=True)
        }

    def _scores_of(self, key: str) -> tuple[float, ...]:
        ending = _FINNISH_ENDING.search(key)
        if ending and ending[1] in grammar().endings_after_mark[":"]:
            return tuple(_OF_ENDING * (language == FINNISH) for language in LANGUAGES)
        words = _WORD.findall(_GENITIVE.sub("", key))
        words = [word for word in words if len(word) > 1] or words
        if not words:
            return (0.0,) * len(LANGUAGES)
        return tuple(
            sum(self._worth_in_phrase(word, language, len(words)) for word in words) / len(words)
            + _by_letters(key, language)
            for language in LANGUAGES
        )

    def _worth_in_phrase(self, word: str, language: Language, length: int) -> float:
        """As `worth`, but a word such as `och` decides beside others, and is hardly an answer alone."""
        if length > 1 and word in closed_lists().function_words[language]:
            return _FUNCTION_WORD
        worth = self.worth(word, language)
        is_function_word = word in closed_lists().function_words[language]
        return min(worth, _FUNCTION_WORD_ALONE) if is_function_word else worth

    def _worth(self, word: str, language: Language) -> float:
        """How well a word is of a language, in steps of ten times as common."""
        if self._is_name(word, language):
            return _IN_USE
        levels = self._shared.get(word)
        if levels is not None:
            level = levels >> _BITS * LANGUAGES.index(language) & (1 << _BITS) - 1
            if level == _CANNOT_READ:
                return _UNKNOWN
            return level / 2 if language != FINNISH else self._worth_in_finnish(word, level / 2)
        is_listed = self._is_listed(word, language)
        if is_listed is None:
            return _UNKNOWN + _SIGN * bool(closed_lists().signs[language].search(word))
        if is_listed:
            return _LISTED
        return _SHORT_COMPOUND if language == "sv" and self._has_short_part(word) else _COMPOUND

    def _has_short_part(self, word: str) -> bool:
        """Whether a Swedish compound made on the spot has a part so short that it may be no compound at all."""
        seam = self._lists["sv"].seam(word)
        return seam is None or min(seam, len(word) - seam) < _SHORTEST_SURE_PART

    def _worth_in_finnish(self, word: str, level: float) -> float:
        """As common as its letters are; less where Finnish has them as a loan, a name or an unlisted compound."""
        if word in grammar().foreign:
            return level - _NOT_OF_FINNISH
        return level if self._is_listed(word, FINNISH) else min(level, _COMPOUND)

    def _is_name(self, word: str, language: Language) -> bool:
        """Whether a word is a name in its base form, or in use without being read, as acronyms are: of no language."""
        if language == FINNISH:
            analyses = self._finnish.analyses(word)
            if any(words.readings(word) for words in self._lists.values()):
                return False
            is_base = any(analysis.lemma.casefold() == word for analysis in analyses)
            return is_base and all(analysis.word_class.startswith("proper") for analysis in analyses)
        words = self._lists.get(language)
        is_function_word = word in closed_lists().function_words[language]
        return bool(words and words.is_in_use(word) and not words.readings(word) and not is_function_word)

    def _is_listed(self, word: str, language: Language) -> bool | None:
        """Whether a word is listed in a language; None where it is not even a compound of listed words."""
        if language == FINNISH:
            analyses = self._finnish.analyses(word)
            return any(_is_sure(analysis) for analysis in analyses) if analyses else None
        words = self._lists[language]
        if words.is_listed(word):
            return True
        return False if words.readings(word) else None


def _is_sure(analysis: Analysis) -> bool:
    """Whether a Finnish analysis is of a listed word; a name in small letters is one only if it is a known place."""
    is_name = not analysis.lemma[:1].islower() and analysis.lemma not in grammar().names
    return analysis.listed and not is_name


def _by_letters(key: str, language: Language) -> float:
    if language == "sv":
        return _OF_LETTERS * ("å" in key)
    return -_OF_LETTERS if language == "en" and any(letter in key for letter in "åäö") else 0.0
