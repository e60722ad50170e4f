"""Which word an unknown one is a slip of, and which unknown one is a form of another.

| rule | typed | goes with | why |
|---|---|---|---|
| one slip from a known word | `yhteistötä` | `yhteistyö` | five letters or more, unknown |
| an unlikely compound is a slip | `keskiveikko` | `keskiviikko` | if that is in the room |
| two known words never join | `kansi`, `kanssa` | apart | both are words |
| a clipped loan is Swedish | `teknologi` | stays | not `teknologia` |
| a case ending on an unknown word | `somessa` after `some` | `some` | the ending is Finnish |
| endings that could be Swedish | `samarbeten` | stays | "-en" is an ending there too |
"""

import re
from collections.abc import Callable
from functools import lru_cache

from workshop.words import readings as reading_rules
from workshop.words.candidates import Candidate, Interpretation, Interpreter
from workshop.words.grammar import grammar
from workshop.words.lexicon import Lexicon

_SHORTEST = 5
_SHORTEST_STEM = 3
_SHORT_PART = 5
_REMEMBERED = 5_000
_FOREIGN_LETTERS = re.compile("[cqwxzå]")
_DOUBLED = re.compile(r"(.)\1")
_CLIPPED = ("i", "a")
_FOREIGN_ENDS = tuple("bdfgkmpv")
"""No Finnish word ends in these."""


def looks_foreign(word: str) -> bool:
    """Whether a word the lexicon does not know looks Swedish or English."""
    return bool(_FOREIGN_LETTERS.search(word)) or word.endswith(grammar().foreign_endings)


def _is_clipped_loan(word: str, known: str) -> bool:
    return known[:-1] == word and known.endswith(_CLIPPED)


class Corrector:
    """Finds the entries an unknown form may belong to; what it finds depends on the form alone."""

    def __init__(self, lexicon: Lexicon, interpreter: Interpreter) -> None:
        self._lexicon = lexicon
        self._interpreter = interpreter
        self.doubted: Callable[[Interpretation], Interpretation] = lru_cache(_REMEMBERED)(self._doubted)
        self.bases: Callable[[Interpretation], tuple[str, ...]] = lru_cache(_REMEMBERED)(self._bases)
        self.corrections: Callable[[Interpretation], tuple[str, ...]] = lru_cache(_REMEMBERED)(self._corrections)

    def _bases(self, unknown: Interpretation) -> tuple[str, ...]:
        return bases(unknown, self._lexicon)

    def _doubted(self, interpretation: Interpretation) -> Interpretation:
        """An answer that the lexicon knows in an unlikely way counts as unknown, with that way to fall back on.

        Unlikely are a compound one slip from a listed word, and a word known only with a particle at its end.
        """
        candidates = interpretation.candidates
        if candidates and all(_has_particle(candidate) for candidate in candidates):
            return Interpretation(interpretation.bare, (), candidates[0])
        if not candidates or not all(_is_unlikely_compound(candidate) for candidate in candidates):
            return interpretation
        neighbours = self._lexicon.neighbours(interpretation.bare).values()
        if not any(analysis.listed for analyses in neighbours for analysis in analyses):
            return interpretation
        return Interpretation(interpretation.bare, (), candidates[0])

    def _corrections(self, unknown: Interpretation) -> tuple[str, ...]:
        """The entries of known words one slip away, the likeliest slip first."""
        words = unknown.bare.split(" ")
        strange = [at for at, word in enumerate(words) if unknown.fallback or not self._interpreter.readings(word)]
        if len(strange) != 1:
            return ()
        at = strange[0]
        found: dict[str, tuple[bool, float, str]] = {}
        for spelling, candidates in self._meant(words, at):
            doubling = _DOUBLED.sub(r"\1", spelling) == _DOUBLED.sub(r"\1", words[at])
            for candidate in candidates:
                place = (not doubling, -candidate.likelihood, candidate.label)
                found[candidate.entry] = min(place, found.get(candidate.entry, place))
        return tuple(sorted(found, key=lambda entry: found[entry]))

    def _meant(self, words: list[str], at: int) -> list[tuple[str, tuple[Candidate, ...]]]:
        """Each known word one slip from the strange one, with the candidates of the whole answer spelled that way."""
        word = words[at]
        if len(word) < _SHORTEST or not word.isalpha() or _FOREIGN_LETTERS.search(word) or word.endswith(_FOREIGN_ENDS):
            return []
        found = []
        for spelling, analyses in self._lexicon.neighbours(word).items():
            if _is_clipped_loan(word, spelling) or len(spelling) < _SHORTEST:
                continue
            if len(words) == 1:
                readings = reading_rules.read(spelling, analyses, self._lexicon)
                found.append((spelling, self._interpreter.of_readings(spelling, readings)))
            else:
                respelled = " ".join([*words[:at], spelling, *words[at + 1 :]])
                found.append((spelling, self._interpreter.interpretation(respelled).candidates))
        return found


def _has_particle(candidate: Candidate) -> bool:
    reading = candidate.parts[-1].reading
    return len(candidate.parts) == 1 and reading is not None and reading.of is not None and reading.of.has_particle


def _is_unlikely_compound(candidate: Candidate) -> bool:
    """Whether a word is known only as put together from parts one of which is short and no everyday word."""
    reading = candidate.parts[0].reading
    if len(candidate.parts) > 1 or reading is None or reading.of is None or reading.of.listed:
        return False
    parts = reading.of.parts
    return len(parts) > 1 and any(len(part) <= _SHORT_PART and part not in grammar().everyday for part in parts)


def bases(unknown: Interpretation, lexicon: Lexicon) -> tuple[str, ...]:
    """The words an unknown one could be a form of, by its ending: the longest ending first, then what is guessed."""
    word = unknown.entry
    if " " in unknown.bare or word in grammar().foreign:
        return ()
    foreign = looks_foreign(word)
    endings = grammar().sure_endings if foreign else (*grammar().sure_endings, *grammar().other_endings)
    stems = {word[: -len(ending)] for ending in endings if word.endswith(ending)}
    by_length = sorted((stem for stem in stems if len(stem) >= _SHORTEST_STEM), key=lambda stem: (len(stem), stem))
    found = [base for stem in by_length for base in (stem, stem + "i")]
    if not foreign and word.isalpha():
        found += [guess.lemma.lower() for guess in lexicon.guesses(word) if guess.word_class.startswith("noun")]
    return tuple(base for base in dict.fromkeys(found) if base != word and base not in grammar().foreign)
