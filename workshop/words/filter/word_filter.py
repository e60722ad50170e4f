"""The word filter: withholds answers until the facilitator restores them; by base form, on whole words.

| rule | typed | blocked | why |
|---|---|---|---|
| any form of a blocked word | `perkeleen` | yes | by its base form |
| a compound with a blocked part | `paskahommat` | yes | by its parts |
| a word that only looks like one | `perspektiivi`, `Kusti` | no | never by a part of a word |
| a word of the lexicon is what it is | `kuusi` | no | disguises are looked for in unknown words only |
| disguised | `p3rk3l3`, `v i t t u`, `v*ttu` | yes | see `disguises` |
"""

import re
from collections.abc import Callable
from functools import lru_cache

from workshop.words import personal_data
from workshop.words.filter import disguises
from workshop.words.filter.blocked_words import BlockedWords
from workshop.words.filter.blocklists import Blocklists
from workshop.words.filter.finnish_words import BlockedFinnish
from workshop.words.lexicons import Lexicons
from workshop.words.merging.edit_distance import within_one_edit
from workshop.words.merging.grammar import grammar

_SHORTEST_CARELESS = 5
_SHORTEST_TYPO = 6
_SHORTEST_WITH_ENDING = 4
_LONGEST_SCRAP = 4
_ENDINGS_OF_LOANS = ("i", "ia", "iä", "in", "it", "ina", "iin")
_CACHE_SIZE = 5_000


class WordFilter:
    """Finds blocked words by lists, and personal data; without a lexicon only listed forms are known."""

    def __init__(self, lexicons: Lexicons | None, lists: Blocklists) -> None:
        self._lists = lists
        self._listed = lists.finnish | lists.foreign
        self._finnish = BlockedFinnish(lexicons.finnish if lexicons else None, lists)
        self._words = BlockedWords(lexicons, lists, self._finnish) if lexicons else None
        self._innocent_phrases = [tuple(line.split()) for line in lists.innocent if " " in line]
        self._forms = (self._finnish.forms | lists.foreign) - lists.innocent
        self._long_listed = sorted(word for word in lists.finnish if len(word) >= _SHORTEST_TYPO)
        self._careless = {disguises.skeleton(word) for word in self._listed if len(word) >= _SHORTEST_CARELESS}
        self._dotless = {disguises.dotless(form) for form in self._forms}
        self._word_blocked: Callable[[str], bool] = lru_cache(_CACHE_SIZE)(self._is_word_blocked)

    def personal_data(self, text: str) -> personal_data.Kind | None:
        """The kind of personal data in a text; None where there is none."""
        return personal_data.personal_data(text)

    def blocked(self, text: str) -> bool:
        """Whether a text has a blocked word in it, plain or in disguise."""
        tokens = self._without_innocent_phrases(disguises.tokens(text))
        words = [disguises.trimmed(token) for token in tokens]
        if any(self._is_token_blocked(token) for token in tokens) or self._has_phrase(words):
            return True
        return any(self._is_disguise(word) for word in disguises.spelled_out(words)) or self._has_scraps(words)

    def _is_token_blocked(self, token: str) -> bool:
        word = disguises.trimmed(token)
        if self._is_innocent(word):
            return False
        parts = [part for part in re.split(r"[\W_]+", word) if part]
        if any(self._word_blocked(part) for part in parts):
            return True
        if self._is_known(word):
            return False
        pattern = disguises.pattern(token)
        if pattern and any(pattern.fullmatch(form) for form in self._forms):
            return True
        return any(self._is_disguise(reading) for reading in disguises.readings(token))

    def _is_word_blocked(self, word: str) -> bool:
        """Whether a word in letters is listed, or a form, compound or derivation of a listed one."""
        if self._is_innocent(word):
            return False
        if word in self._listed:
            return True
        return self._words.blocked(word) if self._words else self._finnish.blocked(word)

    def _is_known(self, word: str) -> bool:
        return self._finnish.is_known(word) or bool(self._words and self._words.is_known(word))

    def _is_innocent(self, word: str) -> bool:
        return word in self._lists.innocent or self._finnish.is_innocent(word)

    def _is_disguise(self, word: str) -> bool:
        """Whether a word read out of a disguise is a blocked one, carelessly spelled or with a Finnish ending."""
        if self._is_known(word) or self._is_innocent(word):
            return self._word_blocked(word)
        if (
            word in self._forms
            or disguises.dotless(word) in self._dotless
            or disguises.skeleton(word) in self._careless
        ):
            return True
        if any(len(rest) >= _SHORTEST_WITH_ENDING and rest in self._forms for rest in disguises.less_one_double(word)):
            return True
        return self._is_foreign_with_ending(word) or self._is_typo(word)

    def _is_foreign_with_ending(self, word: str) -> bool:
        endings = (*grammar().sure_endings, *_ENDINGS_OF_LOANS)
        stems = {word[: -len(ending)] for ending in endings if word.endswith(ending)}
        bases = {base for stem in stems for base in (stem, stem.removesuffix("i"))}
        return any(len(base) >= _SHORTEST_WITH_ENDING and base in self._lists.foreign for base in bases)

    def _is_typo(self, word: str) -> bool:
        """Whether a word is one edit from a long Finnish listed one; foreign ones are too often one from a surname."""
        if len(word) < _SHORTEST_TYPO:
            return False
        return any(word[0] == listed[0] and within_one_edit(word, listed) for listed in self._long_listed)

    def _without_innocent_phrases(self, tokens: list[str]) -> list[str]:
        """The words that stand in no innocent phrase such as `till slut`."""
        words = [disguises.trimmed(token) for token in tokens]
        innocent: set[int] = set()
        for phrase in self._innocent_phrases:
            for start in range(len(words) - len(phrase) + 1):
                if tuple(words[start : start + len(phrase)]) == phrase:
                    innocent |= set(range(start, start + len(phrase)))
        return [token for place, token in enumerate(tokens) if place not in innocent]

    def _has_phrase(self, words: list[str]) -> bool:
        return any(
            tuple(words[start : start + len(phrase)]) == phrase
            for phrase in self._lists.phrases
            for start in range(len(words))
        )

    def _are_words(self, scraps: list[str]) -> bool:
        """Whether one language has all of these words."""
        if all(self._finnish.is_known(scrap) for scrap in scraps):
            return True
        return bool(self._words and self._words.are_of_one_language(scraps))

    def _has_scraps(self, words: list[str]) -> bool:
        """Whether two or three scraps in a row, one of them at least no word, make a listed word together."""
        for length in (2, 3):
            for start in range(len(words) - length + 1):
                scraps = words[start : start + length]
                short = all(scrap.isalpha() and len(scrap) <= _LONGEST_SCRAP for scrap in scraps)
                if short and "".join(scraps) in self._listed and not self._are_words(scraps):
                    return True
        return False
