"""Makes the levels of wordfreq's frequencies: how common each base form is, by kind of word, and which forms are kept.

A frequency is of letters, not of a reading. So a base form of a kind is as common as its commonest form that no other
base form has; where all its forms are shared, as its rarest form, in Swedish less two: *boken*, of beech, never
competes with the book.
"""

import gzip
from pathlib import Path

import msgpack

from workshop.words.word_lists.word_files import pairs
from workshop.words.word_lists.word_list import NOUN, SHORTEST_PART, WordList

_IN_USE = 3.0
_SHORTEST_COMPOUND = 9
_SHARED_LESS = {"sv": 2, "en": 0}
_HIGHEST = 7
_UNKNOWN = {"0"}


def frequencies(path: Path) -> dict[str, float]:
    """The words of one of wordfreq's tables with their place on the Zipf scale."""
    with gzip.open(path) as file:
        centibels = msgpack.load(file, raw=False)[1:]
    return {word: 9 - number / 100 for number, words in enumerate(centibels) for word in words}


def with_levels(language: str, parts: list[str], zipf: dict[str, float]) -> tuple[list[str], str]:
    """The parts of the forms' file without what nobody uses and is read on the spot as well, and the levels' text."""
    words = WordList(language, parts, "")
    values = _by_reading(words, zipf, _SHARED_LESS[language])
    forms, levels = [], []
    for base, code in pairs(parts[1]):
        digits = "".join(
            str(max(0, min(_HIGHEST, round(values.get((base, kind), -_SHARED_LESS[language])))))
            for kind in words.kinds(base)
        )
        unknown = set(digits) == _UNKNOWN
        if unknown and language == "sv" and (words.is_known_by_itself(base) or _is_compound(words, base)):
            continue
        forms.append(f"{base}\t{code}")
        if not unknown:
            levels.append(f"{base}\t{digits}")
    levels += [f"{word}\t-" for word, value in zipf.items() if _is_in_use(words, word, value)]
    return [parts[0], "\n".join(forms), *parts[2:]], "\n".join(sorted(levels))


def _level(value: float) -> str:
    return str(max(0, min(_HIGHEST, round(value))))


def _is_in_use(words: WordList, word: str, value: float) -> bool:
    """Names, loans and function words: known, so that none is taken for a misspelling of another."""
    return value >= _IN_USE and word.isalpha() and not words.readings(word)


def _by_reading(words: WordList, zipf: dict[str, float], less: int) -> dict[tuple[str, str], float]:
    alone: dict[tuple[str, str], float] = {}
    shared: dict[tuple[str, str], float] = {}
    for word, value in zipf.items():
        readings = {(reading.base, reading.kind) for reading in words.listed(word)}
        is_alone = len({base for base, _ in readings}) == 1
        for reading in readings:
            if is_alone:
                alone[reading] = max(alone.get(reading, 0), value)
            else:
                shared[reading] = min(shared.get(reading, 9), value)
    return {reading: value - less for reading, value in shared.items()} | alone


def _is_compound(words: WordList, base: str) -> bool:
    """Whether a noun would be read the same if it were not listed."""
    if len(base) < _SHORTEST_COMPOUND or words.kinds(base) != (NOUN,):
        return False
    is_read = any(reading.base == base and reading.is_base for reading in words.compounds(base))
    parts = (base[place:] for place in range(SHORTEST_PART, len(base) - SHORTEST_PART))
    return is_read and any(part in words and words.pattern(part) == words.pattern(base) for part in parts)
