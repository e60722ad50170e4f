"""Which theme an answer could belong to, by the words that it shares with answers that stand in one already.

Words are compared by their base forms in the lexicon, so that `kahvihetkiä` is the same as `kahvihetki`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workshop.words.clean import cleaned
from workshop.words.merging.grammar import grammar
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.readings import Kind, Reading, readings_of

_WORD = re.compile(r"[^\W\d_]+(?:[-:'’][^\W\d_]+)*")
_TELLING = frozenset({Kind.NOUN, Kind.NAME, Kind.ACRONYM})
_SHORTEST, _SHORTEST_UNKNOWN = 3, 5
"""Letters of a word that tells something; of one that the lexicon does not know, more."""

Words = Callable[[str], frozenset[str]]


@dataclass(frozen=True)
class Suggestion:
    """A theme by its id, and the word that the answer shares with answers in it."""

    theme: str
    word: str


def telling_words(text: str, lexicon: Lexicon | None) -> frozenset[str]:
    """The nouns and names of a text in their base forms, and the long words that the lexicon does not know."""
    words = {word.casefold() for word in _WORD.findall(cleaned(text))}
    bases = (_base(word, lexicon) for word in words if len(word) >= _SHORTEST)
    return frozenset(base for base in bases if base is not None)


def _base(word: str, lexicon: Lexicon | None) -> str | None:
    readings = readings_of(word, lexicon) if lexicon else ()
    if not readings:
        return word if len(word) >= _SHORTEST_UNKNOWN else None
    if any(reading.kind not in _TELLING and not reading.doubt for reading in readings):
        return None
    best = min(readings, key=_order)
    return best.lemma if best.kind in _TELLING else None


def _order(reading: Reading) -> tuple[bool, int, bool, str]:
    """Everyday words first, and a word before a name that is written like it."""
    return reading.lemma not in grammar().everyday, reading.doubt, reading.kind is Kind.NAME, reading.lemma


def suggestions(sorted_texts: Iterable[tuple[str, str, str | None]], words_of: Words) -> Mapping[str, Suggestion]:
    """Key to suggestion, from (key, text, theme) of every answer, for those that stand in no theme.

    A word suggests a theme where more than half of its sorted answers stand in it: the word that is the surest, then
    the one found in the fewest answers.
    """
    by_word: dict[str, Counter[str]] = defaultdict(Counter)
    unsorted: dict[str, frozenset[str]] = {}
    for key, text, theme in sorted_texts:
        words = words_of(text)
        if theme is None:
            unsorted[key] = words
        else:
            for word in words:
                by_word[word][theme] += 1
    suggested: dict[str, Suggestion] = {}
    for key, words in unsorted.items():
        ranked = sorted(_ranked(word, by_word[word]) for word in words if word in by_word)
        if ranked and ranked[0][0] < -0.5:
            suggested[key] = Suggestion(ranked[0][3], ranked[0][2])
    return suggested


def _ranked(word: str, themes: Counter[str]) -> tuple[float, int, str, str]:
    theme, most = min(themes.items(), key=lambda pair: (-pair[1], pair[0]))
    return -most / themes.total(), themes.total(), word, theme
