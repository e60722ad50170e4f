"""The candidates of one typed answer: the entries it may belong to, each with its label.

| rule | typed | candidates | why |
|---|---|---|---|
| base form first | `kuusi` | `kuusi` | typed as it is listed |
| a listed adverb first | `yhdessä` | `yhdessä`, `yksi` | an adverb stays itself |
| an infinitive before a noun | `kokeilla` | `kokeilla`, `koe` | "to try", not "by tests" |
| written apart | `hyvinvointi alue` | `hyvinvointialue`, ... | one word for the word list |
| acronym with an ending | `yle:n` | `yle` | never expanded; `don't` has none |
| a name in no list | `Motivan hankkeita` | `motivan hanke` | a genitive stays |
| unknown first part | `xy-hankkeita` | `xy-hanke` | the last part is inflected |
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workshop.words.merging.grammar import grammar
from workshop.words.merging.interpretation import Interpretation
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.phrases import Phrase, PhrasePart, nominatives
from workshop.words.merging.readings import (
    AGREEING,
    GENITIVE,
    NOMINAL,
    NOMINATIVE,
    PARTITIVE,
    Kind,
    Number,
    Reading,
    readings_of,
)
from workshop.words.merging.surface import bare, has_word, joined

_ENDING_AFTER_MARK = re.compile(r"^([\w-]{2,})([':])([a-zäö]{1,5})$")
_GENITIVE_ENDING = "n"
_SHORTEST_AFTER_STRAY_DOT = 5
_CACHE_SIZE = 20_000

_LIKELIHOOD = {
    Kind.NOUN: 1.0,
    Kind.ADJECTIVE: 1.0,
    Kind.ACRONYM: 1.0,
    Kind.PRONOUN: 0.6,
    Kind.NUMERAL: 0.6,
    Kind.NAME: 0.45,
    Kind.INTERJECTION: 0.3,
    Kind.VERB: 0.15,
    Kind.ADVERB: 2.2,
}
_DOUBT = 0.12
_BASE_FORM = 1.0
_BASE_FORM_OF_EVERYDAY = 1.4
_BASE_FORM_OF_NAME = 0.3
_NOMINATIVE_FORM = 0.3
_INFINITIVE = 1.3
_BESIDE_INFINITIVE = 1.25
_PLURAL_BESIDE_INFINITIVE = 0.3
_WRITTEN_APART_LISTED = 1.6
_WRITTEN_APART_COMPOUND = 0.9
_WRITTEN_APART_UNLIKELY = 0.2
_AS_A_PHRASE = 1.0
_LATER_HEAD = 0.1
_EVERYDAY = 0.25
_PLURAL_WORD = 0.1
_KNOWN_PLACE = 0.9


@dataclass(frozen=True)
class Candidate:
    """A label in the nominative singular, the number the answer was typed in, and its likelihood by itself."""

    parts: tuple[PhrasePart, ...]
    number: Number
    likelihood: float

    @cached_property
    def label(self) -> str:
        """The nominative singular, in the lexicon's letter case."""
        return " ".join(part.text for part in self.parts)

    @cached_property
    def entry(self) -> str:
        """The key that forms of one word share."""
        return joined(self.label)

    @property
    def is_plural(self) -> bool:
        """Whether the answer was typed in the plural of a word that has a singular."""
        return self.number is Number.PLURAL

    @property
    def is_name(self) -> bool:
        """Whether what was typed stands in the nominative."""
        reading = self.parts[-1].reading
        return reading is not None and reading.case == NOMINATIVE

    def plural(self, lexicon: Lexicon) -> str | None:
        """The nominative plural; None where the lexicon has none."""
        words = [part.reading.plural(lexicon) if part.reading else part.text for part in self.parts]
        return None if None in words else " ".join(word for word in words if word)


FinnishInterpretation = Interpretation[Candidate]


class Interpreter:
    """Interprets fold keys by a lexicon; the same key always gets the same answer."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.readings: Callable[[str], tuple[Reading, ...]] = lru_cache(_CACHE_SIZE)(self._readings)
        self.interpretation: Callable[[str], FinnishInterpretation] = lru_cache(_CACHE_SIZE)(self._interpreted)

    def _readings(self, word: str) -> tuple[Reading, ...]:
        """The readings of one word in small letters, its hyphens and endings after a colon taken into account."""
        if word in grammar().adverbs:
            return (Reading(word, Kind.ADVERB, Number.SINGULAR, "", 0),)
        readings = readings_of(word, self._lexicon)
        agreeing = self._after_hyphen(word) if "-" in word else ()
        if any(not reading.lemma.startswith(word.rpartition("-")[0]) for reading in agreeing):
            return agreeing
        if readings:
            return readings
        marked = _ENDING_AFTER_MARK.match(word)
        if marked and marked[3] in grammar().endings_after_mark[marked[2]]:
            return (Reading(marked[1], Kind.ACRONYM, Number.SINGULAR, GENITIVE, 0),)
        return self._hyphened(word) if "-" in word else ()

    def _hyphened(self, word: str) -> tuple[Reading, ...]:
        """The readings of the word without its hyphens, where they are no more than a seam, or of its last part."""
        unhyphened = joined(word)
        readings = readings_of(unhyphened, self._lexicon) if "-" not in unhyphened else ()
        return readings or self._after_hyphen(word)

    def _after_hyphen(self, word: str) -> tuple[Reading, ...]:
        """An unknown first part and a known last part."""
        front, _, last = word.rpartition("-")
        last_readings = [reading for reading in readings_of(last, self._lexicon) if reading.kind in NOMINAL]
        return tuple(
            Reading(f"{base}-{reading.lemma.lower()}", reading.kind, reading.number, reading.case, reading.doubt + 1)
            for reading in last_readings
            for base in (self._agreeing_base(front, reading) or front,)
        )

    def _agreeing_base(self, front: str, last: Reading) -> str | None:
        """The base form of a name's first part that is inflected with the last: `Isossa-Britanniassa`."""
        if last.case == NOMINATIVE or not front.isalpha():
            return None
        agreeing = (r.lemma for r in readings_of(front, self._lexicon) if r.kind in AGREEING and r.case == last.case)
        return min(agreeing, default=None)

    def _interpreted(self, key: str) -> FinnishInterpretation:
        words = self._without_stray_dot(bare(key).casefold())
        tokens = tuple(words.split(" "))
        if not has_word(words):
            return Interpretation(words, ())
        if len(tokens) == 1:
            return Interpretation(words, self._single(words))
        if all(self._is_known(token) for token in tokens):
            return Interpretation(words, self._several(tokens))
        apart = _ordered(self._written_apart(tokens))
        return Interpretation(words, apart, None if apart else self._with_unknown_genitive(tokens))

    def _without_stray_dot(self, words: str) -> str:
        """A dot before a longer Finnish word is a typo; before a short or unknown one it is a name's: `.fi`, `.NET`."""
        first = words[1:].partition(" ")[0]
        stray = words.startswith(".") and len(first) >= _SHORTEST_AFTER_STRAY_DOT and self.readings(first)
        return words[1:] if stray else words

    def _is_known(self, token: str) -> bool:
        is_cut = token.endswith("-") and bool(self.readings(token.rstrip("-")))
        return token in grammar().conjunctions or token.isdigit() or is_cut or bool(self.readings(token))

    def candidates_from(self, word: str, readings: tuple[Reading, ...]) -> tuple[Candidate, ...]:
        """The candidates of a single word with these readings."""
        best: dict[tuple[str, Number], Candidate] = {}
        infinitive = any(reading.infinitive for reading in readings)
        for reading in readings:
            likelihood = _likelihood(word, reading, infinitive)
            candidate = Candidate((PhrasePart(reading.lemma, reading),), reading.number, likelihood)
            place = (candidate.label, candidate.number)
            if place not in best or best[place].likelihood < likelihood:
                best[place] = candidate
        return _ordered(best.values())

    def _single(self, word: str) -> tuple[Candidate, ...]:
        if word in grammar().foreign:
            return (Candidate((PhrasePart(word),), Number.SINGULAR, _BASE_FORM),)
        return self.candidates_from(word, self.readings(word))

    def _several(self, tokens: tuple[str, ...]) -> tuple[Candidate, ...]:
        as_typed = Phrase(tuple(PhrasePart(token) for token in tokens), Number.SINGULAR, NOMINATIVE)
        phrases = nominatives(tokens, self.readings) or [as_typed]
        whole = [
            Candidate(self._in_number(phrase), phrase.number, _AS_A_PHRASE - _LATER_HEAD * rank)
            for rank, phrase in enumerate(phrases)
        ]
        return _ordered([*whole, *self._written_apart(tokens)])

    def _in_number(self, phrase: Phrase) -> tuple[PhrasePart, ...]:
        """The parts of a phrase; before a plural word its adjectives are plural too: `hyvät pitkospuut`."""
        if phrase.number is not Number.PLURAL_WORD:
            return phrase.parts
        return tuple(
            PhrasePart((part.reading.plural(self._lexicon) if part.reading else None) or part.text, part.reading)
            for part in phrase.parts
        )

    def _with_unknown_genitive(self, tokens: tuple[str, ...]) -> Candidate | None:
        """A phrase in which an unknown word may be a genitive, such as that of a name in no list."""

        def readings(word: str) -> tuple[Reading, ...]:
            owner = Reading(word, Kind.NAME, Number.SINGULAR, GENITIVE, 1)
            return self.readings(word) or ((owner,) if word.isalpha() and word.endswith(_GENITIVE_ENDING) else ())

        phrase = next(iter(nominatives(tokens, readings)), None) if self.readings(tokens[-1]) else None
        return Candidate(phrase.parts, phrase.number, _AS_A_PHRASE) if phrase else None

    def _written_apart(self, tokens: tuple[str, ...]) -> list[Candidate]:
        """One word that was typed as two: the lexicon knows them joined, and the first does not agree with the last."""
        joined_readings = self.readings("".join(tokens)) if len(tokens) == 2 else ()
        first_readings = self.readings(tokens[0]) if joined_readings else ()
        base_first = not first_readings or any(
            r.kind in {Kind.NOUN, Kind.NAME} and _is_base(tokens[0], r) for r in first_readings
        )
        agrees = any(reading.kind in AGREEING for reading in first_readings)
        candidates = []
        for reading in joined_readings:
            if reading.kind in {Kind.NOUN, Kind.ADJECTIVE}:
                likelihood = _WRITTEN_APART_UNLIKELY
                if not agrees and reading.doubt == 0:
                    likelihood = _WRITTEN_APART_LISTED
                elif not agrees and base_first:
                    likelihood = _WRITTEN_APART_COMPOUND
                candidates.append(Candidate((PhrasePart(reading.lemma, reading),), reading.number, likelihood))
        return candidates


def _ordered(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (-c.likelihood, c.label, c.number)))


def _is_base(word: str, reading: Reading) -> bool:
    return reading.case == NOMINATIVE and reading.lemma.lower() == word


def _likelihood(word: str, reading: Reading, infinitive: bool) -> float:
    """How likely a reading is by itself; `infinitive` says whether the word is the dictionary form of a verb."""
    if reading.infinitive:
        return _INFINITIVE
    likelihood = _LIKELIHOOD[reading.kind] - _DOUBT * reading.doubt
    everyday = reading.kind in NOMINAL and reading.lemma in grammar().everyday
    likelihood += _EVERYDAY if everyday else 0
    likelihood += _KNOWN_PLACE if reading.kind is Kind.NAME and reading.lemma in grammar().names else 0
    likelihood += _PLURAL_WORD if reading.number is Number.PLURAL_WORD else 0
    if _is_base(word, reading):
        if reading.kind is Kind.NAME:
            return likelihood + _BASE_FORM_OF_NAME
        return likelihood + (_BASE_FORM_OF_EVERYDAY if everyday else _BASE_FORM)
    if infinitive and reading.case != PARTITIVE:
        likelihood -= _BESIDE_INFINITIVE
    elif infinitive and reading.number is not Number.SINGULAR:
        likelihood -= _PLURAL_BESIDE_INFINITIVE
    return likelihood + (_NOMINATIVE_FORM if reading.case == NOMINATIVE else 0)
