"""A word list of base forms with patterns of inflection: which words a form may be of.

| rule | word | taken as | why |
|---|---|---|---|
| a listed base form is itself | `läkare` | `läkare` | no form of another word |
| ... unless it is much rarer | `sjuka` | `sjuk` | hardly anybody means the disease |
| a language stays | `svenska` | `svenska` | not `svensk` |
| a definite noun before a participle | `vatten`, `boken` | the noun | seldom an adjective |
| a plural before a noun listed in the plural | `feelings` | `feeling` | both are listed |
| the -ing of a noun is itself | `gardening` | `gardening` | not `garden`; `meetings` is of `meeting` |
| genitives | `barnens` | `barn` | an -s more |
| compounds made on the spot | `kvarterskrog` | `kvarterskrog` | only the last part is inflected; Swedish only |
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from workshop.words.word_lists.closed_lists import closed_lists
from workshop.words.word_lists.word_files import FOLDER, pairs, read_parts
from workshop.words.word_lists.word_table import WordTable

NOUN, VERB, ADJECTIVE, OTHER = "N", "V", "A", "X"
KIND_OF_OPERATION = {"d": NOUN, "p": NOUN, "q": NOUN, "N": NOUN, "v": VERB, "V": VERB, "a": ADJECTIVE, "A": ADJECTIVE}
"""With letters: d definite, p plural, q definite plural, v verb, a adjective; without: the base is of a kind."""

SHORTEST_PART = 3
_PLURAL = "pq"
_BITS_OF_LEVEL = 3
_MUCH_RARER = 1
_SHORTEST_WITH_GENITIVE = 4
_OWN_PATTERNS = frozenset({"A>", "a>e", "ad>t"})
_CACHE_SIZE = 20_000


@dataclass(frozen=True, slots=True)
class WordReading:
    """One way to take a word: base form, kind, whether it is the base form itself, whether it is a plural.

    A rare reading is one that hardly anybody means, unless the room shows it.
    """

    base: str
    kind: str
    is_base: bool
    is_plural: bool = False
    is_rare: bool = False


class WordList:
    """The words of Swedish or English; remembers its latest readings."""

    def __init__(self, language: str, forms: list[str], levels: str) -> None:
        """`forms` are the parts of the forms' file, `levels` the text of the levels' one."""
        self.language = language
        self._is_swedish = language == "sv"
        patterns, bases, *spellings = forms
        self._operations = [tuple(line.split(" ")) if line else () for line in patterns.split("\n")]
        self._codes = WordTable({base: int(code) for base, code in pairs(bases)})
        values = dict(pairs(levels)) if levels else {}
        self._in_use = WordTable({word: 0 for word, value in values.items() if value == "-"})
        self._levels = WordTable({base: _packed_levels(value) for base, value in values.items() if value != "-"})
        self.spellings = dict(pairs(spellings[0])) if spellings else {}
        """British to American."""
        self._endings = _endings(self._operations)
        self._longest_ending = max(map(len, self._endings))
        self._kinds = [_kinds(operations) for operations in self._operations]
        self.readings = lru_cache(_CACHE_SIZE)(self._readings)
        self.listed = lru_cache(_CACHE_SIZE)(self._listed)

    def __contains__(self, base: str) -> bool:
        """Whether a word is a listed base form."""
        return base in self._codes

    def is_in_use(self, word: str) -> bool:
        """Whether a word is a name, loan or function word that is in use without a pattern of its own."""
        return word in self._in_use

    def pattern(self, base: str) -> tuple[str, ...]:
        """The operations of a listed base form; none for any other."""
        code = self._codes.get(base)
        return () if code is None else self._operations[code]

    def kinds(self, base: str) -> tuple[str, ...]:
        """What kinds of word a base form is; none for any other string."""
        code = self._codes.get(base)
        return () if code is None else self._kinds[code]

    def level(self, base: str, kind: str) -> int:
        """How common a base form of a kind is: 0 (unknown) to 7."""
        packed, kinds = self._levels.get(base), self.kinds(base)
        if packed is None or kind not in kinds:
            return 0
        return packed >> _BITS_OF_LEVEL * kinds.index(kind) & (1 << _BITS_OF_LEVEL) - 1

    def is_listed(self, word: str) -> bool:
        """Whether a word, or what it is the genitive of, stands in the list."""
        return bool(word in self._in_use or self.listed(word) or (word.endswith("s") and self.listed(word[:-1])))

    def plurals(self, base: str) -> list[str]:
        """The indefinite plurals of a noun."""
        steps = [operation[1:].partition(">") for operation in self.pattern(base) if operation[0] == "p"]
        return [base.removesuffix(cut) + put for cut, _, put in steps]

    def spelling(self, base: str) -> str:
        """One spelling for British and American ones, to compare by."""
        if self._is_swedish:
            return base
        if base in self.spellings:
            return self.spellings[base]
        if base.endswith("isation") and len(base) > len("isation") + 2:
            return base.removesuffix("isation") + "ization"
        for british, american in (("ise", "ize"), ("ising", "izing"), ("yse", "yze")):
            if base.endswith(british) and base.removesuffix(british) + american in self:
                return base.removesuffix(british) + american
        return base

    def _listed(self, word: str) -> tuple[WordReading, ...]:
        """The readings of a word that stand in the list; those as a genitive are not among them."""
        readings = [WordReading(word, kind, True) for kind in self.kinds(word)]
        for place in range(max(0, len(word) - self._longest_ending), len(word) + 1):
            for operation, cut, codes in self._endings.get(word[place:], ()):
                base = word[:place] + cut
                if base != word and self._codes.get(base) in codes:
                    kinds = self.kinds(base)
                    kind = KIND_OF_OPERATION.get(operation) or (NOUN if NOUN in kinds else kinds[0])
                    readings.append(WordReading(base, kind, False, operation in _PLURAL))
        return tuple(dict.fromkeys(readings))

    def _readings(self, word: str) -> tuple[WordReading, ...]:
        """The readings that count, by the rules above."""
        readings = self._likely(word, self.listed(word))
        if not readings and word.endswith("s") and len(word) >= _SHORTEST_WITH_GENITIVE:
            readings = [replace(r, is_base=False) for r in self.listed(word[:-1]) if r.kind == NOUN]
        if not readings and self._is_swedish:
            readings = self.compounds(word)
        return tuple(readings)

    def _likely(self, word: str, listed: Iterable[WordReading]) -> list[WordReading]:
        readings = list(listed)
        if not self._is_swedish and any(r.is_plural for r in readings) and word not in closed_lists().plurals:
            readings = [r for r in readings if not (r.is_base and r.kind == NOUN)]
        own = [self.level(word, r.kind) for r in readings if r.is_base and r.kind in (NOUN, ADJECTIVE)]
        if not self._is_swedish and word.endswith(("ing", "ed")):
            return [r for r in readings if r.is_base] if own and word.endswith("ing") else self._of_verbs(readings, own)
        if self._is_definite_noun(word, readings):
            return [r for r in readings if r.kind == NOUN and not r.is_base]
        if own and word.endswith("ska"):
            return [r for r in readings if r.is_base]
        return self._without_rare(readings, own) if own else readings

    def _of_verbs(self, readings: list[WordReading], own: list[int]) -> list[WordReading]:
        """The readings of an English -ing or -ed: a form of a verb only where that is no noun too."""
        if own:
            verbs = [r for r in readings if r.kind == VERB and not r.is_base and NOUN not in self.kinds(r.base)]
            return [*self._without_rare(readings, own), *verbs]
        return [r for r in readings if NOUN not in self.kinds(r.base)]

    def _without_rare(self, readings: list[WordReading], own: list[int]) -> list[WordReading]:
        """A word listed as it is typed is that, unless it is much rarer than what it could be a form of."""
        commoner = [r for r in readings if not r.is_base and self.level(r.base, r.kind) > max(own) + _MUCH_RARER]
        own_readings = [r for r in readings if r.is_base]
        return [*commoner, *(replace(r, is_rare=True) for r in own_readings)] if commoner else own_readings

    def _is_definite_noun(self, word: str, readings: list[WordReading]) -> bool:
        """Whether a word is the definite form of a noun rather than the participle it is too."""
        if not (word.endswith("en") and any(r.is_base and r.kind == ADJECTIVE for r in readings)):
            return False
        own = self.level(word, ADJECTIVE)
        return any(r.kind == NOUN and not r.is_base and self.level(r.base, NOUN) > own for r in readings)

    def compounds(self, word: str) -> list[WordReading]:
        """A compound that is not listed, by its longest last part that is; the first part must be a word too."""
        place = self.seam(word)
        if place is None:
            return []
        first, last = word[:place], word[place:]
        nouns = self.nouns(last)
        return [replace(r, base=first + r.base, is_base=r.is_base and last != r.base + "s") for r in nouns]

    def seam(self, word: str) -> int | None:
        """Where the last part of a compound begins; None for what is no compound."""
        places = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        return next((p for p in places if self.is_first_part(word[:p]) and self.nouns(word[p:])), None)

    def nouns(self, word: str) -> list[WordReading]:
        """The listed nouns that a word is a form or the genitive of."""
        nouns = [r for r in self.listed(word) if r.kind == NOUN]
        if not nouns and word.endswith("s"):
            nouns = [r for r in self.listed(word[:-1]) if r.kind == NOUN]
        return nouns

    def is_first_part(self, part: str) -> bool:
        """Whether a word may stand first in a compound: a listed word, with an -s between, or one without its vowel."""
        if part in self or (part[-1] == "s" and part[:-1] in self):
            return True
        stems = (part[:-1] + "a", part[:-1] + "e") if part[-1] in "oue" else (part + "a", part + "e")
        return any(NOUN in self.kinds(stem) for stem in stems) or VERB in self.kinds(part + "a")

    def is_known_by_itself(self, base: str) -> bool:
        """Whether a base form is a comparative or participle that is listed only to be known."""
        pattern = self.pattern(base)
        return base in self and _OWN_PATTERNS.issuperset(pattern)


def _packed_levels(digits: str) -> int:
    return sum(int(digit) << _BITS_OF_LEVEL * place for place, digit in enumerate(digits))


def _kinds(operations: tuple[str, ...]) -> tuple[str, ...]:
    kinds = dict.fromkeys(KIND_OF_OPERATION.get(operation[0], OTHER) for operation in operations)
    return tuple(kind for kind in kinds if kind != OTHER) or (OTHER,)


_Endings = dict[str, list[tuple[str, str, frozenset[int]]]]


def _endings(patterns: list[tuple[str, ...]]) -> _Endings:
    """For each ending: the kind of form, the letters of the base form in its place, and the patterns that have it."""
    codes: dict[str, set[int]] = defaultdict(set)
    for code, operations in enumerate(patterns):
        for operation in operations:
            if ">" in operation:
                codes[operation].add(code)
    endings: _Endings = defaultdict(list)
    for operation, with_it in codes.items():
        cut, _, put = operation[1:].partition(">")
        endings[put].append((operation[0], cut, frozenset(with_it)))
    return dict(endings)


def load(language: str, folder: Path = FOLDER) -> WordList:
    """The word list of `sv` or `en`. Raises WordListUnreadableError."""
    return WordList(language, read_parts(f"{language}.forms", folder), read_parts(f"{language}.levels", folder)[0])
