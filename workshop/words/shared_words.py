"""Which theme an answer could belong to, by the words that it shares with answers that stand in one already.

Words are compared by their base forms in the lexicon of their language, so that `kahvihetkiä` is the same as
`kahvihetki`, and `neighbours` as `neighbour`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workshop.words.clean import cleaned, fold
from workshop.words.languages import FINNISH, Language
from workshop.words.lexicons import Lexicons
from workshop.words.merging.grammar import grammar
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.readings import Kind, Reading, readings_of
from workshop.words.word_lists.closed_lists import closed_lists
from workshop.words.word_lists.word_list import ADJECTIVE, NOUN, WordList

_WORD = re.compile(r"[^\W\d_]+(?:[-:'’][^\W\d_]+)*")
_TELLING = frozenset({Kind.NOUN, Kind.NAME, Kind.ACRONYM})
_SHORTEST, _SHORTEST_UNKNOWN = 3, 5
"""Letters of a word that tells something; of one that the lexicon does not know, more."""

_PREFERRED = NOUN + ADJECTIVE
"""Kinds of word, the last before others where a word is as common as each of them."""

Words = Callable[[str], frozenset[str]]


@dataclass(frozen=True)
class Suggestion:
    """A theme by its id, and the word that the answer shares with answers in it."""

    theme: str
    word: str


def telling_words(text: str, lexicons: Lexicons | None, room: Language = FINNISH) -> frozenset[str]:
    """The nouns and names of a text in their base forms, and the long words that the lexicon does not know.

    The text is read in its language; `room` is the room's own. Without lexicons every word is taken as it is typed.
    """
    words = set(_WORD.findall(cleaned(text)))
    base_of = _base_of(text, lexicons, room)
    bases = (base_of(word) for word in words if len(word) >= _SHORTEST)
    return frozenset(base for base in bases if base is not None)


def _base_of(text: str, lexicons: Lexicons | None, room: Language) -> Callable[[str], str | None]:
    """Gives the base form of a word of the text; None where the word tells nothing."""
    if lexicons is None:
        return _as_typed
    language = lexicons.languages.likeliest(fold(text), room)
    if language == FINNISH:
        return lambda word: _finnish_base(word.casefold(), lexicons.finnish)
    return lambda word: _listed_base(word, lexicons.word_lists[language])


def _as_typed(word: str) -> str | None:
    return word.casefold() if len(word) >= _SHORTEST_UNKNOWN else None


def _finnish_base(word: str, lexicon: Lexicon) -> str | None:
    readings = readings_of(word, lexicon)
    if not readings:
        return _as_typed(word)
    if any(reading.kind not in _TELLING and not reading.doubt for reading in readings):
        return None
    best = min(readings, key=_order)
    return best.lemma if best.kind in _TELLING else None


def _listed_base(word: str, words: WordList) -> str | None:
    """A word that is a noun and something else too is the commoner of them; one without readings may be a name."""
    is_capitalised = word[0].isupper()
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    if word in closed_lists().function_words[words.language]:
        return None
    readings = [reading for reading in words.readings(word) if not reading.is_rare]
    if not readings:
        return _as_typed(word) if is_capitalised or not words.is_in_use(word) else None
    best = max(readings, key=lambda reading: (words.level(reading.base, reading.kind), _PREFERRED.find(reading.kind)))
    return best.base if best.kind == NOUN else None


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
