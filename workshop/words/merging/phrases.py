"""The nominative of a phrase: how a Finnish reader would write it as a heading.

| rule | typed | shown | why |
|---|---|---|---|
| head and agreeing words | `uusia ideoita` | `uudet ideat` | they change together |
| genitive attributes stay | `nuorten osallisuutta` | `nuorten osallisuus` | whose, not which |
| ... with their own adjective | `matalan kynnyksen paikan` | `matalan kynnyksen paikka` | the threshold is low |
| a name stays | `Yle Areenassa` | `Yle Areena` | its last part is inflected |
| a governed case stays | `luottamusta toisiin`, `lisää rahaa` | as typed | another word governs the case |
| an adverb of an action noun stays | `yhdessä tekemistä` | `yhdessä tekeminen` | the action noun is the head |
| joined words, each in its turn | `kahvia ja pullaa` | `kahvi ja pulla` | both stand in the same case |
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop.words.merging.grammar import grammar
from workshop.words.merging.readings import AGREEING, GENITIVE, NOMINAL, NOMINATIVE, PARTITIVE, Kind, Number, Reading

Readings = Callable[[str], tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class PhrasePart:
    """One word of a label: its text, and how it is inflected further where it goes to the plural with its head."""

    text: str
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in the nominative singular, and the number and case it was typed in."""

    parts: tuple[PhrasePart, ...]
    number: Number
    case: str


def nominatives(words: Sequence[str], readings: Readings) -> list[Phrase]:
    """The phrase in the nominative, once for each way to take its head, the likeliest first.

    Empty where its case is governed by a word in it, or where no word can be its head. `words` are in small letters.
    """
    for position, word in enumerate(words):
        joins = word in grammar().conjunctions and 0 < position < len(words) - 1
        if joins and not _is_cut(words[position - 1]):
            return _coordinated(words, position, readings) or _headed(words, readings)
    return _headed(words, readings)


def _coordinated(words: Sequence[str], position: int, readings: Readings) -> list[Phrase]:
    """Two phrases joined by a word such as `ja`, in the same case and number."""
    return [
        Phrase((*first.parts, PhrasePart(words[position]), *second.parts), first.number, first.case)
        for first in nominatives(words[:position], readings)
        for second in nominatives(words[position + 1 :], readings)
        if first.case == second.case and first.number is second.number
    ]


def _headed(words: Sequence[str], readings: Readings) -> list[Phrase]:
    *attributes, head = words
    head_readings = readings(head)
    is_adverb = any(reading.kind is Kind.ADVERB for reading in head_readings)
    ranked: list[tuple[_Rank, Phrase]] = []
    for reading in head_readings:
        parts = _attributes(attributes, reading, readings) if reading.kind in NOMINAL and reading.case else None
        if parts is not None and (not is_adverb or _has_adjective(parts)):
            phrase = Phrase((*parts, PhrasePart(reading.lemma, reading)), reading.number, reading.case)
            ranked.append((_rank(parts, reading), phrase))
    ranked.sort(key=lambda item: item[0])
    return [phrase for rank, phrase in ranked if rank[0] == ranked[0][0][0]]


def _has_adjective(parts: list[PhrasePart]) -> bool:
    """Whether the word before the head agrees with it: `puhtaan ilman` is air, `ilman` alone is a preposition."""
    last = parts[-1].reading if parts else None
    return last is not None and last.kind is Kind.ADJECTIVE


_Rank = tuple[int, bool, bool, int, str]


def _rank(parts: list[PhrasePart], head: Reading) -> _Rank:
    """Smaller is likelier: more agreeing words, the nominative, an everyday head."""
    agreeing = sum(part.reading is not None for part in parts)
    return (-agreeing, head.case != NOMINATIVE, head.lemma not in grammar().everyday, head.doubt, head.lemma)


def _attributes(words: Sequence[str], head: Reading, readings: Readings) -> list[PhrasePart] | None:
    """The words before the head as they stand in the nominative; None where one of them rules this head out."""
    parts: list[PhrasePart] = []
    owner: frozenset[Number] = frozenset()
    for word in reversed(words):
        word_readings = readings(word)
        if owner and any(_belongs_to(reading, owner) for reading in word_readings):
            parts.insert(0, PhrasePart(word))
            continue
        part = _attribute(word, head, word_readings, bool(parts))
        if part is None:
            return None
        parts.insert(0, part)
        genitives = (r.number for r in word_readings if r.case == GENITIVE and r.kind in NOMINAL)
        owner = frozenset(genitives if part.reading is None else ())
    if words and head.case != NOMINATIVE and not _case_is_of_phrase(parts, words, head, readings):
        return None
    return parts


def _belongs_to(reading: Reading, owner: frozenset[Number]) -> bool:
    """Whether a word agrees with the genitive after it rather than with the head."""
    return _is_unbending(reading) or (reading.kind in AGREEING and reading.case == GENITIVE and reading.number in owner)


def _is_unbending(reading: Reading) -> bool:
    """Whether a word is an adjective that is never inflected: `koko`, `eri`."""
    return reading.kind is Kind.ADJECTIVE and not reading.case


def _is_cut(word: str) -> bool:
    """Whether a word lacks its last part, which follows after another one: `sosiaali- ja terveyspalvelut`."""
    return word.endswith("-")


def _case_is_of_phrase(parts: list[PhrasePart], words: Sequence[str], head: Reading, readings: Readings) -> bool:
    """Whether something before an inflected head shows that the whole phrase, not a part of it, stands in that case."""
    if any(part.reading for part in parts) or _is_action_noun(head):
        return True
    joining = grammar().conjunctions
    return all(word in joining or _is_cut(word) or any(map(_shows_case, readings(word))) for word in words)


def _shows_case(reading: Reading) -> bool:
    return reading.case == GENITIVE or _is_name(reading) or _is_unbending(reading)


def _is_name(reading: Reading) -> bool:
    return reading.kind in (Kind.NAME, Kind.ACRONYM) and reading.case == NOMINATIVE


def _is_action_noun(head: Reading) -> bool:
    return "inf4" in head.stem_tags


def _attribute(word: str, head: Reading, readings: tuple[Reading, ...], agreed: bool) -> PhrasePart | None:
    inflected = head.case != NOMINATIVE
    if word in grammar().conjunctions or _is_cut(word) or any(map(_is_unbending, readings)):
        return PhrasePart(word)
    if inflected and word in grammar().quantities:
        return None
    agreeing = [r for r in readings if r.kind in AGREEING and r.case == head.case and _same_number(r, head)]
    if agreeing:
        everyday = grammar().everyday
        best = min(agreeing, key=lambda reading: (reading.lemma not in everyday, reading.doubt, reading.lemma))
        return PhrasePart(best.lemma, best)
    if not inflected or any((r.case == GENITIVE and r.kind in NOMINAL) or _is_name(r) for r in readings):
        return PhrasePart(word)
    if agreed and any(r.kind is Kind.ADVERB for r in readings):
        return PhrasePart(word)
    return PhrasePart(word) if _is_action_noun(head) and not any(r.case == PARTITIVE for r in readings) else None


def _same_number(attribute: Reading, head: Reading) -> bool:
    if head.number is Number.PLURAL_WORD:
        return attribute.number is not Number.SINGULAR
    return attribute.number is head.number
