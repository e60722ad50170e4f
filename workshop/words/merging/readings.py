"""The readings of one word: its base form, word class, number and case.

The lexicon lists every analysis a grammar allows; the rules here keep those that decide which words are one entry.

| rule | word | taken as | why |
|---|---|---|---|
| adverbs are words of their own | `yhdessä` | `yhdessä`, not `yksi` | nobody means the number one |
| a comparative is a word of its own | `avoimempaa` | `avoimempi` | "more open" says more than "open" |
| "in a more ... way" is an adverb | `nopeammin` | `nopeammin` | not `nopeampi` |
| plural words with a singular are plurals | `voimavarat` | `voimavara` | `voimavaroja` goes along |
| no possessive where it can be helped | `kokeillaan`, `Pariisi` | not `koe`, not `pari` | "by his tests" |
| a verb stays as it is typed | `kokeillaan` | `kokeillaan` | voice and person are what was said |
| a verb's noun is a noun | `osallistumista` | `osallistuminen` | not the place `osallistuma` |
| a participle is an adjective | `osallistavaa` | `osallistava` | not the verb `osallistaa` |
| an action noun the list holds is that noun | `keskustelua` | `keskustelu` | not a form of a verb |
"""

from dataclasses import dataclass
from enum import StrEnum

from workshop.words.merging.grammar import grammar
from workshop.words.merging.lexicon import Analysis, Lexicon


class Kind(StrEnum):
    """What kind of word a reading is of."""

    NOUN = "noun"
    ADJECTIVE = "adjective"
    NUMERAL = "numeral"
    PRONOUN = "pronoun"
    NAME = "name"
    ACRONYM = "acronym"
    VERB = "verb"
    ADVERB = "adverb"
    INTERJECTION = "interjection"


class Number(StrEnum):
    """The number of a noun; a plural word such as `talkoot` has no singular."""

    SINGULAR = "singular"
    PLURAL = "plural"
    PLURAL_WORD = "plural word"


NOMINAL = frozenset({Kind.NOUN, Kind.ADJECTIVE, Kind.NUMERAL, Kind.PRONOUN, Kind.NAME, Kind.ACRONYM})
AGREEING = frozenset({Kind.ADJECTIVE, Kind.NUMERAL, Kind.PRONOUN})
NOMINATIVE, GENITIVE, PARTITIVE = "nom", "gen", "par"

_CASES = frozenset(
    ("nom", "gen", "par", "ine", "ela", "ill", "ade", "abl", "all", "ess", "tra", "abe", "com", "ins", "acc")
)
_KINDS = {
    "noun": Kind.NOUN,
    "noun-pl": Kind.NOUN,
    "adjective": Kind.ADJECTIVE,
    "participle": Kind.ADJECTIVE,
    "ordinal": Kind.ADJECTIVE,
    "numeral": Kind.NUMERAL,
    "pronoun": Kind.PRONOUN,
    "pronoun-pl": Kind.PRONOUN,
    "proper": Kind.NAME,
    "proper-pl": Kind.NAME,
    "verb": Kind.VERB,
    "interjection": Kind.INTERJECTION,
}
_INSTRUCTIVE = "ins"
_OWN_WORD_TAGS = ("inf4", "comparative", "superlative")
_OUT_OF_USE = ("rare", "dial", "arch", "poet", "dated")
_SELDOM_CASES = frozenset({_INSTRUCTIVE, "com", "abe", "acc"})
_SELDOM_ALONE = 8
_NAME_WRITTEN_SMALL = 1.0
_AS_LIKELY = 0.6
_SURE_PARTICLE = "kin"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a word.

    `doubt` is 0 for an everyday word of the list and grows for compounds made on the spot, words out of use and forms
    seldom used alone; `analysis` and `stem_tags` say how the base form is inflected further.
    """

    lemma: str
    kind: Kind
    number: Number
    case: str
    doubt: int
    analysis: Analysis | None = None
    stem_tags: tuple[str, ...] = ()
    infinitive: bool = False

    def plural(self, lexicon: Lexicon) -> str | None:
        """The nominative plural of the base form; None where the lexicon has none."""
        if self.number is Number.PLURAL_WORD or self.analysis is None:
            return self.lemma
        return lexicon.inflected(self.analysis, "".join(f"+{tag}" for tag in (*self.stem_tags, "pl", NOMINATIVE)))


def readings_of(word: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """The readings of a word in small letters; none where the lexicon does not know it."""
    return readings_from(word, lexicon.analyses(word), lexicon)


def readings_from(word: str, analyses: tuple[Analysis, ...], lexicon: Lexicon) -> tuple[Reading, ...]:
    """The readings of a word with these analyses."""
    likely = _likely(word, analyses)
    classes = {analysis.word_class for analysis in likely}
    noun_of_verb = any("inf4" in analysis.tags for analysis in likely)
    possible = [
        _reading(word, analysis, lexicon)
        for analysis in likely
        if not _has_better_analysis(analysis, classes) and not (noun_of_verb and "part_ma" in analysis.tags)
    ]
    readings = list(dict.fromkeys(reading for reading in possible if reading))
    return tuple(reading for reading in readings if not _is_plural_of_another(reading, readings, lexicon))


def _is_plural_of_another(reading: Reading, readings: list[Reading], lexicon: Lexicon) -> bool:
    """Whether a plural word is the plural of a word with a singular: the two are shown alike and must not part."""
    if reading.number is not Number.PLURAL_WORD:
        return False
    others = [other for other in readings if other.number is Number.PLURAL and other.case == reading.case]
    return any(other.plural(lexicon) == reading.lemma for other in others)


def _likely(word: str, analyses: tuple[Analysis, ...]) -> list[Analysis]:
    """The analyses of about the least weight; a name written in small letters counts as a name.

    Those with a possessive ending or a particle count only where there are no others, but for an everyday word with
    `-kin`: `valokin` is a light too rather than that of a `valokki`.
    """
    if not analyses:
        return []
    limit = min(analysis.weight for analysis in analyses) + _AS_LIKELY
    likely = [analysis for analysis in analyses if analysis.weight <= limit or _is_small_name(analysis)]
    plain = [analysis for analysis in likely if not _is_extended(analysis)]
    if not plain or any(_is_everyday(analysis) or analysis.lemma == word for analysis in plain):
        return plain or likely
    return plain + [analysis for analysis in likely if _SURE_PARTICLE in analysis.tags and _is_everyday(analysis)]


def _is_everyday(analysis: Analysis) -> bool:
    return analysis.lemma in grammar().everyday


def _is_extended(analysis: Analysis) -> bool:
    return analysis.has_particle or analysis.has_possessive


def _is_small_name(analysis: Analysis) -> bool:
    return analysis.word_class.startswith("proper") and analysis.weight <= _NAME_WRITTEN_SMALL


def _has_better_analysis(analysis: Analysis, classes: set[str]) -> bool:
    """Whether a verb's analysis is there a second time as the noun or participle it is."""
    if analysis.is_derivation:
        return "noun" in classes
    is_participle = any(tag.startswith("part_") and tag != "part_ma" for tag in analysis.tags)
    return is_participle and "participle" in classes


def _reading(word: str, analysis: Analysis, lexicon: Lexicon) -> Reading | None:
    """None where the lexicon has no base form of a word of its own."""
    kind = _KINDS.get(analysis.word_class, Kind.ADVERB)
    stem_tags = tuple(tag for tag in analysis.tags if tag in _OWN_WORD_TAGS)
    case = next((tag for tag in analysis.tags if tag in _CASES), "")
    doubt = _doubt(analysis, case)
    if case == _INSTRUCTIVE and stem_tags:
        return Reading(word, Kind.ADVERB, Number.SINGULAR, "", doubt)
    if kind not in NOMINAL and not (kind is Kind.VERB and stem_tags):
        return Reading(word, kind, Number.SINGULAR, "", doubt, infinitive="inf1" in analysis.tags)
    number = Number.PLURAL if "pl" in analysis.tags else Number.SINGULAR
    if analysis.word_class.endswith("-pl"):
        number = Number.PLURAL_WORD
    if not stem_tags:
        return Reading(analysis.lemma, kind, number, case, doubt, analysis)
    base = lexicon.inflected(analysis, "".join(f"+{tag}" for tag in (*stem_tags, "sg", NOMINATIVE)))
    kind = Kind.NOUN if kind is Kind.VERB else kind
    return Reading(base, kind, number, case, doubt, analysis, stem_tags) if base else None


def _doubt(analysis: Analysis, case: str) -> int:
    doubt = 0 if analysis.listed else 1
    doubt += any(mark in analysis.register for mark in _OUT_OF_USE)
    return doubt + _SELDOM_ALONE * (case in _SELDOM_CASES)
