"""Finnish answers: read by the lexicon, assigned by endings and edit distance, labelled in the nominative."""

from collections.abc import Callable
from typing import cast

from workshop.words.merging.candidates import FinnishInterpretation, Interpreter
from workshop.words.merging.interpretation import AnyCandidate, Interpretation, Member
from workshop.words.merging.labels import FinnishMember, Labeller
from workshop.words.merging.language_forms import EntryLookup, UnknownForms
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.surface import bare
from workshop.words.merging.typos import Corrector
from workshop.words.merging.unknowns import Unknowns


class FinnishRules:
    """The rules of Finnish; without a lexicon only letter case, punctuation, emoji, hyphens and spaces are ignored."""

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._interpreter = Interpreter(lexicon) if lexicon else None
        self._corrector = Corrector(lexicon, self._interpreter) if lexicon and self._interpreter else None
        self._labeller = Labeller(lexicon, self._interpreter)

    def interpretation(self, key: str) -> FinnishInterpretation:
        """What a fold key may be."""
        if self._interpreter and self._corrector:
            return self._corrector.without_unlikely(self._interpreter.interpretation(key))
        return Interpretation(bare(key).casefold(), ())

    def unknowns(self, known_entry: EntryLookup, is_known_entry: Callable[[str], bool]) -> UnknownForms:
        """The unknown forms of a new room."""
        return cast("UnknownForms", Unknowns(self._corrector, known_entry, is_known_entry))

    def label(self, entry: str, members: list[Member[AnyCandidate]]) -> str:
        """The nominative, spelled as most people spelled it."""
        return self._labeller.label(entry, cast("list[FinnishMember]", members))
