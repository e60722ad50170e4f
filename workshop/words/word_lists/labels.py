"""The label of a Swedish or English entry: the base form, spelled as most people spelled it.

| rule | typed | shown | why |
|---|---|---|---|
| the base form | `grannen`, `grannar` | `granne` | the name of the thing |
| the plural, if most typed it, or nobody a singular | `vänner` 3, `vän` 1 | `vänner` | that is meant |
| a phrase as somebody typed it | `bra grannar` | `bra grannar` | its base form may be no one's words |
| a verb as it was typed | `växer` | `växer` | unless the base form was typed too |
| capitals by count | `Granne` 1, `granne` 1 | `granne` | of listed words the small letter wins |
| ... a name gets its capital | `Ekenäs` 1, `ekenäs` 1 | `Ekenäs` | a known place, or in no list |
"""

from collections import Counter

from workshop.words.merging.interpretation import Member
from workshop.words.merging.letter_case import commonest_spelling, spellings_by_token
from workshop.words.merging.lone_forms import lone_form_as_typed
from workshop.words.merging.surface import has_marks, joined, trimmed, with_typed_marks
from workshop.words.word_lists.closed_lists import closed_lists
from workshop.words.word_lists.interpreter import WordListCandidate
from workshop.words.word_lists.word_list import NOUN, OTHER, VERB, WordList

WordListMember = Member[WordListCandidate]


class WordListLabeller:
    """Labels the entries of one language."""

    def __init__(self, words: WordList) -> None:
        self._words = words

    def label(self, entry: str, members: list[WordListMember]) -> str:
        """The label of the entry with the given key and forms."""
        if as_typed := lone_form_as_typed(members):
            return as_typed
        typed: Counter[str] = Counter()
        for member in members:
            typed.update(member.typed)
        if all(has_marks(text) for text in typed):
            return trimmed(min(typed, key=lambda text: (-typed[text], text)))
        known = [member for member in members if member.candidate and member.candidate.entry == entry]
        words = self._base(known) if known else _commonest(members).bare
        tokens = words.split(" ")
        spellings = spellings_by_token(tokens, members)
        later = [self._spelled(token, votes, True) for token, votes in zip(tokens[1:], spellings[1:], strict=True)]
        is_title = any(token != token.lower() for token in later)
        spelled = [self._spelled(tokens[0], spellings[0], is_title), *later]
        return with_typed_marks(" ".join(spelled), typed)

    def _base(self, known: list[WordListMember]) -> str:
        candidates = {member.bare: member.candidate for member in known if member.candidate}
        votes: Counter[str] = Counter()
        for member in known:
            votes[candidates[member.bare].label] += member.answers
        label = min(votes, key=lambda text: (-votes[text], text not in self._words.spellings, text))
        kind = next(iter(candidates.values())).kind
        if kind == NOUN:
            label = self._plural(label, known, candidates) or label
        is_typed = joined(label) in {joined(text) for text in candidates}
        if not is_typed and (" " in label or kind in (VERB, OTHER)):
            return _commonest(known).bare
        return label

    def _plural(self, label: str, known: list[WordListMember], candidates: dict[str, WordListCandidate]) -> str | None:
        """The plural, where nobody typed a singular or more than two in three that plural itself; else None."""
        singular = sum(member.answers for member in known if not candidates[member.bare].is_plural)
        plurals = self._words.plurals(label)
        typed = {member.bare: member.answers for member in known if member.bare in plurals}
        best = min(typed, key=lambda word: (-typed[word], word), default=None)
        if singular and (best is None or 3 * typed[best] <= 2 * sum(member.answers for member in known)):
            return None
        if best is not None:
            return best
        return plurals[0] if len(plurals) == 1 else None

    def _spelled(self, token: str, votes: Counter[str], in_title: bool) -> str:
        """A word of a label in its letter case; a tie goes to the capital in a title, and in a word of no list."""
        counted = Counter({spelling: number for spelling, number in votes.items() if spelling})
        capitals = Counter({spelling: number for spelling, number in counted.items() if not spelling.islower()})
        if capitals and token.capitalize() in closed_lists().names:
            return commonest_spelling(capitals, token)
        return commonest_spelling(
            counted, token, capital=in_title or not self._words.readings(token.casefold().rpartition("-")[2])
        )


def _commonest(members: list[WordListMember]) -> WordListMember:
    return min(members, key=lambda member: (-member.answers, member.bare.count(" "), member.bare))
