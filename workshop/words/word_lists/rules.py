"""Swedish and English answers: read by a word list, assigned by ending and edit distance, labelled in the base form."""

from collections.abc import Callable
from typing import cast

from workshop.words.merging.interpretation import AnyCandidate, Member
from workshop.words.merging.language_forms import EntryLookup, UnknownForms
from workshop.words.word_lists.interpreter import WordListInterpretation, WordListInterpreter
from workshop.words.word_lists.labels import WordListLabeller, WordListMember
from workshop.words.word_lists.unknowns import WordListUnknowns
from workshop.words.word_lists.word_list import WordList

_SHORTEST_DOUBTED = 8


class WordListRules:
    """The rules of one language; the same for every room."""

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._interpreter = WordListInterpreter(words)
        self._labeller = WordListLabeller(words)

    def interpretation(self, key: str) -> WordListInterpretation:
        """What a fold key may be; a long compound that no list has counts as unknown, for it may be misspelled."""
        interpretation = self._interpreter.interpretation(key)
        typed = interpretation.bare
        is_long = len(typed) >= _SHORTEST_DOUBTED and typed.isalpha()
        if is_long and interpretation.candidates and not self._words.is_listed(typed):
            return WordListInterpretation(typed, (), interpretation.candidates[0])
        return interpretation

    def unknowns(self, known_entry: EntryLookup, _is_known_entry: Callable[[str], bool]) -> UnknownForms:
        """The unknown forms of a new room."""
        return cast("UnknownForms", WordListUnknowns(self._words, self._interpreter, known_entry))

    def label(self, entry: str, members: list[Member[AnyCandidate]]) -> str:
        """The base form, spelled as most people spelled it."""
        return self._labeller.label(entry, cast("list[WordListMember]", members))
