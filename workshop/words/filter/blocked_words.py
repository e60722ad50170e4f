"""Whether a word in letters is a blocked one, by the readings of its language.

| rule | typed | blocked | why |
|---|---|---|---|
| listed as it is | `slut` | yes | the organiser's list decides |
| any form of a listed base form | `slamporna`, `vitulle` | yes | by its reading |
| a word of another language | `kusin`, `mannen` | no | a Swedish cousin, the man; unless it is ten times rarer there |
| a compound with a blocked part | `skitjobb`, `kyrvänpää` | yes | and no innocent way to take it apart: `slutspel` |
| a derivation of an English root | `shitlord`, `bullshitter` | yes | with an ending of a closed list, or a word |
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from workshop.words.filter.blocklists import Blocklists
from workshop.words.filter.finnish_words import BlockedFinnish
from workshop.words.languages import FINNISH, Language
from workshop.words.lexicons import Lexicons
from workshop.words.word_lists.word_list import OTHER, SHORTEST_PART, WordList

_FILE = Path(__file__).parents[3] / "data" / "words" / "derivations.yaml"
_SETS = ("before", "after", "swedish_words", "swedish_after")
_SHORTEST_WORD = 4
_RARE = 2
_TEN_TIMES = 1.0


@dataclass(frozen=True)
class Derivations:
    """Closed lists of English roots, of what may stand before and after them, and of Swedish derivations' endings."""

    roots: tuple[str, ...]
    before: frozenset[str]
    after: frozenset[str]
    swedish_words: frozenset[str]
    swedish_after: frozenset[str]


@cache
def derivations(file: Path = _FILE) -> Derivations:
    """The lists of a file; raises KeyError where one is missing: a fault of the program's own data."""
    lists = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Derivations(tuple(lists["roots"]), *(frozenset(lists[name]) for name in _SETS))


class BlockedWords:
    """Tells blocked words in letters by the lists of an organiser and the lexicons."""

    def __init__(self, lexicons: Lexicons, lists: Blocklists, finnish: BlockedFinnish) -> None:
        self._lexicons, self._lists, self._finnish = lexicons, lists, finnish
        self._listed: dict[Language, frozenset[str]] = {"sv": lists.swedish, "en": lists.english}
        self._roots = [root for root in derivations().roots if not lists.english.isdisjoint((root, root + "er"))]

    def is_known(self, word: str) -> bool:
        """Whether any list has the word, so that it is no disguise of another."""
        return any(words.is_listed(word) for words in self._lexicons.word_lists.values())

    def are_of_one_language(self, parts: list[str]) -> bool:
        """Whether the Swedish or the English list has all of these words."""
        return any(
            all(any(reading.kind != OTHER for reading in words.listed(part)) for part in parts)
            for words in self._lexicons.word_lists.values()
        )

    def blocked(self, word: str) -> bool:
        """Whether a word that is neither listed nor innocent as it stands is a blocked one."""
        verdicts = self._without_rare(dict(self._verdicts(word)), word)
        if not verdicts:
            return self._is_composed(word)
        if len(set(verdicts.values())) == 1:
            return next(iter(verdicts.values()))
        worth = {language: self._lexicons.languages.worth(word, language) for language in verdicts}
        innocent = max(worth[language] for language, is_blocked in verdicts.items() if not is_blocked)
        return any(worth[language] > innocent + _TEN_TIMES for language, is_blocked in verdicts.items() if is_blocked)

    def _without_rare(self, verdicts: dict[Language, bool], word: str) -> dict[Language, bool]:
        """The verdicts but for innocent ones by a seldom word, where another language blocks it."""
        if True not in verdicts.values():
            return verdicts
        return {
            language: is_blocked
            for language, is_blocked in verdicts.items()
            if is_blocked or language == FINNISH or not self._is_rare(word, self._lexicons.word_lists[language])
        }

    @staticmethod
    def _is_rare(word: str, words: WordList) -> bool:
        return max((words.level(reading.base, reading.kind) for reading in words.readings(word)), default=0) <= _RARE

    def _verdicts(self, word: str) -> Iterator[tuple[Language, bool]]:
        """For each language whose list has the word, whether it is a blocked one there."""
        finnish = self._finnish.verdict(word)
        if finnish is not None:
            yield FINNISH, finnish
        for language, words in self._lexicons.word_lists.items():
            readings = words.readings(word) if words.is_listed(word) else ()
            if readings:
                is_blocked = all(self._is_blocked_base(reading.base, language) for reading in readings)
                yield (
                    language,
                    is_blocked or (language == "sv" and self._is_rare(word, words) and self._swedish(word) is True),
                )

    def _is_blocked_base(self, base: str, language: Language) -> bool:
        if base in self._listed[language]:
            return True
        return self._is_english_derivation(base) if language == "en" else self._is_swedish_derivation(base)

    def _is_composed(self, word: str) -> bool:
        swedish = self._swedish(word)
        if swedish or self._is_english_derivation(word, or_swedish=swedish is False):
            return True
        return swedish is None and (self._is_swedish_derivation(word) or self._finnish.is_compound(word))

    def _swedish(self, word: str) -> bool | None:
        """Whether a Swedish compound has a blocked part and no innocent way to take it; None for no compound."""
        words, result = self._lexicons.word_lists["sv"], None
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            first, last = word[:place], word[place:]
            is_word_first, is_word_last = words.is_first_part(first), bool(words.nouns(last))
            blocked_first = any(form in self._lists.swedish for form in (first, first + "a", first.removesuffix("s")))
            blocked_last = self._is_blocked_last(last, words)
            if is_word_first and is_word_last and not blocked_first and not blocked_last:
                return False
            is_word = len(last) >= _SHORTEST_WORD and words.is_listed(last)
            is_first_blocked = blocked_first and (blocked_last or is_word)
            if is_first_blocked or (blocked_last and is_word_first):
                result = True
        return result

    def _is_blocked_last(self, last: str, words: WordList) -> bool:
        listed = self._lists.swedish
        if len(last) < _SHORTEST_WORD:
            return False
        return last in listed or any(reading.base in listed for reading in words.listed(last))

    def _is_swedish_derivation(self, word: str) -> bool:
        """Whether a word is a listed one, less its vowel or its *-are*, with the ending of a derivation."""
        stems = (word[: -len(ending)] for ending in derivations().swedish_after if word.endswith(ending))
        return any(
            len(stem) >= _SHORTEST_WORD and not self._lists.swedish.isdisjoint((stem, stem + "a", stem + "are"))
            for stem in stems
        )

    def _is_english_derivation(self, word: str, or_swedish: bool = False) -> bool:
        """Whether a word is made of a blocked root with what may stand before and after it.

        Of a word that is a Swedish compound too, roots that are Swedish words do not count: `slutspel`.
        """
        words, parts = self._lexicons.word_lists["en"], derivations()
        for root in self._roots:
            before, root_there, after = word.partition(root)
            if not root_there or (or_swedish and root in parts.swedish_words):
                continue
            after = after[1:] if after[:1] == root[-1] else after
            may_begin = not before or before in parts.before or self._is_word(before, words)
            if may_begin and (not after or self._may_end(after, words)):
                return True
        return False

    def _may_end(self, after: str, words: WordList) -> bool:
        """Whether letters may stand after a root: an ending, a word, or both."""
        if after in derivations().after or self._is_word(after, words):
            return True
        return after.startswith("ing") and self._is_word(after.removeprefix("ing"), words)

    @staticmethod
    def _is_word(part: str, words: WordList) -> bool:
        return len(part) >= _SHORTEST_WORD and words.is_listed(part)
