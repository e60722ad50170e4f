"""Typing errors and inflected forms of words that the lexicon does not know.

| rule | typed | goes with | why |
|---|---|---|---|
| one edit from a known word | `yhteistötä` | `yhteistyö` | five letters or more, unknown |
| an unlikely compound is a typing error | `keskiveikko` | `keskiviikko` | if that is in the room |
| two known words never join | `kansi`, `kanssa` | apart | both are words |
| a clipped loan is Swedish | `teknologi` | stays | not `teknologia` |
| a case ending on an unknown word | `somessa` after `some` | `some` | the ending is Finnish |
| two forms of a name without its base | `Motivan`, `Motivalla` | `Motiva` | they share a stem |
| endings that could be Swedish | `samarbeten` | stays | "-en" is an ending there too |
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from workshop.words.merging.candidates import Candidate, FinnishInterpretation, Interpreter
from workshop.words.merging.edit_distance import within_one_edit
from workshop.words.merging.grammar import grammar
from workshop.words.merging.interpretation import Interpretation
from workshop.words.merging.lexicon import Analysis, Lexicon
from workshop.words.merging.room_words import RoomWord, RoomWords, may_be_form

_SHORTEST = 5
_SHORTEST_STEM = 3
_TWICE_PUT_TOGETHER = 2.0
_SHORTEST_SHARED = 4
_GENITIVE_ENDING = "n"
_SHORT_PART = 5
_CACHE_SIZE = 5_000
_VOWELS = frozenset("aeiouyäöåé")
_FOREIGN_LETTERS = re.compile("[cqwxzå]")
_DOUBLED = re.compile(r"(.)\1")
_CLIPPED = ("i", "a")
_FOREIGN_ENDS = (*"bdfgkmpv", "tion", "sion")
"""No Finnish word ends in these letters; the endings are one edit from the Finnish genitive `-aation`."""


def looks_foreign(word: str) -> bool:
    """Whether a word the lexicon does not know looks Swedish or English."""
    return bool(_FOREIGN_LETTERS.search(word)) or word.endswith(grammar().foreign_endings)


def _is_surely_foreign(word: str) -> bool:
    """Whether a word is Swedish or English, so that neither it nor a word near it is a typing error of the other."""
    return bool(_FOREIGN_LETTERS.search(word)) or word.endswith(_FOREIGN_ENDS) or word in grammar().foreign


def _is_clipped_loan(word: str, known: str) -> bool:
    return known[:-1] == word and known.endswith(_CLIPPED)


class Corrector:
    """Finds the entries an unknown form may belong to."""

    def __init__(self, lexicon: Lexicon, interpreter: Interpreter) -> None:
        self._lexicon = lexicon
        self._interpreter = interpreter
        self.without_unlikely: Callable[[FinnishInterpretation], FinnishInterpretation] = lru_cache(_CACHE_SIZE)(
            self._without_unlikely
        )
        self.bases: Callable[[FinnishInterpretation], tuple[str, ...]] = lru_cache(_CACHE_SIZE)(self._bases)
        self.stems: Callable[[FinnishInterpretation], tuple[str, ...]] = lru_cache(_CACHE_SIZE)(stems)
        self._near_forms: Callable[[str, Analysis], tuple[str, ...]] = lru_cache(_CACHE_SIZE)(self._forms_near)

    def _bases(self, unknown: FinnishInterpretation) -> tuple[str, ...]:
        return bases(unknown, self._lexicon)

    def _without_unlikely(self, interpretation: FinnishInterpretation) -> FinnishInterpretation:
        """An answer that the lexicon knows in an unlikely way counts as unknown, its likeliest candidate as fallback.

        Unlikely is a compound of short and rare parts. A form that is read otherwise is never a typing error.
        """
        candidates = interpretation.candidates
        if not candidates or interpretation.bare in grammar().foreign:
            return interpretation
        words = interpretation.bare.split(" ")
        unlikely = any(self._is_unlikely(word) for word in words)
        return Interpretation(interpretation.bare, (), candidates[0]) if unlikely else interpretation

    def _is_unlikely(self, word: str) -> bool:
        """Whether a word is known in an unlikely way alone."""
        candidates = self._interpreter.interpretation(word).candidates
        if not candidates or not word.replace("-", "").isalpha():
            return False
        return all(_is_unlikely_compound(candidate) for candidate in candidates)

    def strange_word(self, unknown: FinnishInterpretation) -> str | None:
        """The one word of an answer that is not known and may be misspelled; None where there is none, or more."""
        strange = [word for word in unknown.bare.split(" ") if self._is_strange(word)]
        if (
            len(strange) != 1
            or len(strange[0]) < _SHORTEST
            or not strange[0].isalpha()
            or _is_surely_foreign(strange[0])
        ):
            return None
        return strange[0]

    def corrections(self, unknown: FinnishInterpretation, room: RoomWords) -> tuple[str, ...]:
        """The entries of the room's words that are one edit away, the likeliest first."""
        strange = self.strange_word(unknown)
        if strange is None:
            return ()
        spellings = {form for word in room.near(strange) for form in self._near_forms(strange, word.analysis)}
        ranks: dict[str, tuple[bool, float, str]] = {}
        for spelling in spellings:
            doubling = _DOUBLED.sub(r"\1", spelling) == _DOUBLED.sub(r"\1", strange)
            words = (spelling if word == strange else word for word in unknown.bare.split(" "))
            respelled = self._interpreter.interpretation(" ".join(words))
            for candidate in respelled.candidates:
                place = (not doubling, -candidate.likelihood, candidate.label)
                ranks[candidate.entry] = min(place, ranks.get(candidate.entry, place))
        return tuple(sorted(ranks, key=lambda entry: ranks[entry]))

    def is_near_any(self, strange: str, words: Iterable[RoomWord]) -> bool:
        """Whether one of the words has a form that the strange one may be a misspelling of."""
        return any(may_be_form(strange, word.lemma) and self._near_forms(strange, word.analysis) for word in words)

    def _forms_near(self, strange: str, analysis: Analysis) -> tuple[str, ...]:
        """The forms of a word that are one edit from the strange one."""
        forms = (form for form in self._lexicon.forms(analysis) if within_one_edit(form, strange))
        return tuple(
            form
            for form in forms
            if len(form) >= _SHORTEST and not _is_clipped_loan(strange, form) and not _is_surely_foreign(form)
        )

    def _is_strange(self, word: str) -> bool:
        joining = word in grammar().conjunctions
        return not joining and (not self._interpreter.readings(word) or self._is_unlikely(word))


def _is_unlikely_compound(candidate: Candidate) -> bool:
    """Whether a word is known only as put together: twice over, or of parts one of which is short and rare."""
    reading = candidate.parts[0].reading
    if len(candidate.parts) > 1 or reading is None or reading.analysis is None or reading.analysis.listed:
        return False
    parts = reading.analysis.parts
    if reading.analysis.weight >= _TWICE_PUT_TOGETHER:
        return True
    return len(parts) > 1 and any(len(part) <= _SHORT_PART and part not in grammar().everyday for part in parts)


def stems(unknown: FinnishInterpretation) -> tuple[str, ...]:
    """What an ending that is surely Finnish, or a genitive's, leaves of an unknown word, the longest ending first."""
    word = unknown.entry
    if " " in unknown.bare or word in grammar().foreign or not word.isalpha():
        return ()
    endings = (*grammar().sure_endings, _GENITIVE_ENDING)
    remainders = {word[: -len(ending)] for ending in endings if word.endswith(ending) and _takes_ending(word, ending)}
    return tuple(
        sorted((stem for stem in remainders if len(stem) >= _SHORTEST_SHARED), key=lambda stem: (len(stem), stem))
    )


def _takes_ending(word: str, ending: str) -> bool:
    """Whether what is left before an ending can take it: after a consonant Finnish puts an i first."""
    before = word[-len(ending) - 1 : -len(ending)]
    return ending.startswith("i") or before in _VOWELS or not before.isalpha()


def bases(unknown: FinnishInterpretation, lexicon: Lexicon) -> tuple[str, ...]:
    """The words an unknown one may be a form of, by its ending: longest ending first, then the lexicon's guesses."""
    word = unknown.entry
    if word in grammar().foreign:
        return ()
    foreign = looks_foreign(word)
    endings = (
        (*grammar().sure_endings, _GENITIVE_ENDING) if foreign else (*grammar().sure_endings, *grammar().other_endings)
    )
    if " " in unknown.bare:
        endings = (*grammar().sure_endings, _GENITIVE_ENDING)
    remainders = {word[: -len(ending)] for ending in endings if word.endswith(ending) and _takes_ending(word, ending)}
    by_length = sorted((stem for stem in remainders if len(stem) >= _SHORTEST_STEM), key=lambda stem: (len(stem), stem))
    candidates = [base for stem in by_length for base in (stem, stem + "i")]
    if not foreign and word.isalpha() and " " not in unknown.bare:
        candidates += [guess.lemma.lower() for guess in lexicon.guesses(word) if guess.word_class.startswith("noun")]
    return tuple(base for base in dict.fromkeys(candidates) if base != word and base not in grammar().foreign)
