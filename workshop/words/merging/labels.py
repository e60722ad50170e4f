"""The label of a group: the nominative, spelled as most people spelled it.

| rule | typed | shown | why |
|---|---|---|---|
| singular, if anybody meant one | `kokous`, `kokoukset` | `kokous` | the name of the thing |
| plural, if only plurals | `ideoita`, `ideat` | `ideat` | nobody meant one |
| capitals by count | `Yhteistyö` 2, `yhteistyötä` 5 | `yhteistyö` | as most wrote it |
| shouting does not count | `YHTEISTYÖ` 3, `yhteistyö` 1 | `yhteistyö` | a key was stuck |
| a name keeps its capital | `kuopiossa` | `Kuopio` | the lexicon knows it only as a name |
| an acronym is written large | `YLE:n`, `yle` | `YLE` | never expanded |
| marks kept where no word is known | `:smile:` | `:smile:` | shown as typed |
| an apostrophe kept where it is alone | `vaa'an` | `vaa'an` | with others it is `vaaka` |
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from workshop.words.merging.candidates import Candidate, Interpreter
from workshop.words.merging.grammar import grammar
from workshop.words.merging.interpretation import Member
from workshop.words.merging.letter_case import LONGEST_ACRONYM, commonest_spelling, spellings_by_token
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.lone_forms import lone_form_as_typed
from workshop.words.merging.readings import NOMINATIVE, Kind, Number
from workshop.words.merging.surface import (
    has_marks,
    has_tone,
    has_word,
    joined,
    trimmed,
    with_typed_marks,
    without_repeats,
)

_NAME_ENDINGS = tuple("aäioöuy")
_EVERYDAY_KINDS = frozenset({Kind.NOUN, Kind.ADJECTIVE, Kind.VERB, Kind.ADVERB, Kind.PRONOUN, Kind.NUMERAL})


FinnishMember = Member[Candidate]


class Labeller:
    """Labels groups; without a lexicon, by what was typed alone."""

    def __init__(self, lexicon: Lexicon | None, interpreter: Interpreter | None) -> None:
        self._lexicon = lexicon
        self._interpreter = interpreter

    def label(self, entry: str, members: Iterable[FinnishMember]) -> str:
        """The label of the group with the given key and forms."""
        members = list(members)
        if as_typed := lone_form_as_typed(members):
            return as_typed
        known = [member for member in members if member.candidate and member.candidate.entry == entry]
        words = self._in_nominative(known) if known else _typed_base(entry, members)
        spelled = self._spelled(words, members, bool(known))
        return _with_marks(with_typed_marks(spelled, _all_typed(members)), members)

    def _in_nominative(self, known: list[FinnishMember]) -> str:
        candidates = {member.bare: member.candidate for member in known if member.candidate}
        typed = {member.bare: sum(member.typed.values()) for member in known}
        spelled: Counter[str] = Counter()
        for word, candidate in candidates.items():
            spelled[candidate.label.casefold()] += typed[word]

        def rank(candidate: Candidate) -> tuple[bool, int, int, int, bool, str]:
            label = candidate.label
            seams = (label.count(" "), label.count("-"))
            number = candidate.number is Number.PLURAL
            return (not _is_listed(candidate), -spelled[label.casefold()], *seams, number, label)

        best = min(candidates.values(), key=rank)
        if self._lexicon and all(candidate.number is Number.PLURAL for candidate in candidates.values()):
            plural = best.plural(self._lexicon)
            typed_plurals = [word for word, candidate in candidates.items() if _is_nominative_plural(candidate)]
            if plural in typed_plurals or not typed_plurals:
                return plural or min(candidates)
            return min(typed_plurals, key=lambda word: (-typed[word], word))
        return best.label

    def _spelled(self, words: str, members: list[FinnishMember], known: bool) -> str:
        """The words in the letter case most people gave them, word by word; known names in any case with a capital."""
        tokens = words.split(" ")
        counts_by_token = spellings_by_token(tokens, members)
        later = [
            self._winning_spelling(counts, token, known, True)
            for counts, token in zip(counts_by_token[1:], tokens[1:], strict=True)
        ]
        is_title = any(token != token.lower() for token in later)
        return " ".join([self._winning_spelling(counts_by_token[0], tokens[0], known, is_title), *later])

    def _is_acronym(self, token: str) -> bool:
        """Whether a short word is no everyday word, so that its capitals are intended."""
        if len(token) > LONGEST_ACRONYM:
            return False
        readings = self._interpreter.readings(token.lower()) if self._interpreter else ()
        return not any(reading.kind in _EVERYDAY_KINDS and not reading.doubt for reading in readings)

    def _winning_spelling(self, counts: Counter[str], token: str, known: bool, is_title: bool = False) -> str:
        """The spelling with most votes; a name gets a capital as soon as one person wrote it, in a title on a tie."""
        votes = Counter({spelling: number for spelling, number in counts.items() if spelling})
        capitals = Counter({spelling: number for spelling, number in votes.items() if not spelling.islower()})
        only_name = known and self._only_name(token)
        if capitals and (only_name or token[:1].upper() + token[1:] in grammar().names):
            return commonest_spelling(capitals, token)
        if only_name and self._is_finnish_name(token, votes):
            return self._name(token)
        return commonest_spelling(
            votes, token, capital=is_title or (token.upper() in votes and self._is_acronym(token))
        )

    def _only_name(self, token: str) -> bool:
        """Whether the lexicon knows a word as a name alone."""
        readings = self._interpreter.readings(token.lower()) if self._interpreter else ()
        sure = [reading for reading in readings if reading.doubt == 0]
        return bool(sure) and not any(reading.lemma.islower() and reading.kind is not Kind.NAME for reading in sure)

    def _is_finnish_name(self, token: str, votes: Counter[str]) -> bool:
        """Whether a name nobody wrote with a capital is one: English words stand in the word list as parts of names."""
        if token.lower() in grammar().foreign:
            return False
        return token.isupper() or not votes or token.capitalize() in grammar().names or token.endswith(_NAME_ENDINGS)

    def _name(self, token: str) -> str:
        """A name as the lexicon writes it; in another case than the nominative, with its capital."""
        if token != token.lower() or self._interpreter is None:
            return token
        listed = [reading.lemma for reading in self._interpreter.readings(token) if reading.lemma.lower() == token]
        return min(listed, key=lambda lemma: (-sum(map(str.isupper, lemma)), lemma), default=token.capitalize())


def _all_typed(members: list[FinnishMember]) -> Mapping[str, int]:
    """The texts typed for all forms with their number of answers."""
    typed: Counter[str] = Counter()
    for member in members:
        typed.update(member.typed)
    return typed


def _is_listed(candidate: Candidate) -> bool:
    """Whether the label is one word of the word list."""
    reading = candidate.parts[0].reading
    return len(candidate.parts) == 1 and reading is not None and reading.doubt == 0


def _is_nominative_plural(candidate: Candidate) -> bool:
    reading = candidate.parts[-1].reading
    if reading is None or reading.case != NOMINATIVE or reading.number is not Number.PLURAL:
        return False
    return reading.analysis is None or not reading.analysis.has_possessive


def _typed_base(entry: str, members: list[FinnishMember]) -> str:
    """For a group no word of which is known: the commonest typing of its base, or the stem where nobody typed that."""
    based = [member for member in members if joined(member.bare) == entry]
    if not based and all(joined(member.bare).startswith(entry) for member in members):
        return entry
    based = based or members
    commonest = min(based, key=lambda member: (-sum(member.typed.values()), member.bare))
    if not has_word(commonest.bare):
        return without_repeats(
            trimmed(min(commonest.typed, key=lambda text: (-commonest.typed[text], has_tone(text), -len(text), text)))
        )
    return commonest.bare


def _with_marks(spelled: str, members: list[FinnishMember]) -> str:
    """The commonest typed text itself where everybody typed marks with it that may be part of what is meant."""
    typed = [(-number, text) for member in members for text, number in member.typed.items()]
    if all(has_marks(text) for _, text in typed):
        return trimmed(min(typed)[1])
    return spelled
