"""The answers of some of those who answered a round, to be counted as the whole round's are."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workshop.activities.groups import Person, PersonAnswer
from workshop.activities.round_answers import RoundAnswers
from workshop.words.clean import fold
from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.cloud.layout import arrange
from workshop.words.entries import Entry, RoundWords


@dataclass(frozen=True)
class GroupAnswers:
    """`RoundAnswers` of these people: `answers` are the whole round's, `whole` merges and moderates them."""

    people: frozenset[Person]
    answers: Sequence[PersonAnswer]
    whole: RoundAnswers

    @cached_property
    def _answers(self) -> list[PersonAnswer]:
        return [answer for answer in self.answers if answer.person in self.people]

    def counts(self) -> tuple[int, Mapping[str, int]]:
        return len(self.people), Counter(answer.text for answer in self._answers)

    def counts_by_key(self) -> tuple[int, Mapping[str, Mapping[str, int]]]:
        counts: dict[str, Counter[str]] = {}
        for answer in self._answers:
            counts.setdefault(answer.key, Counter())[answer.text] += 1
        return len(self.people), counts

    def by_person(self) -> Sequence[Mapping[str, str]]:
        people: dict[Person, dict[str, str]] = {}
        for answer in self._answers:
            people.setdefault(answer.person, {})[answer.key] = answer.text
        return list(people.values())

    def words(self, *, whole: bool = False) -> RoundWords:
        words = self._recounted(self.whole.words(whole=whole), lambda answer: fold(answer.text))
        return replace(words, entries=tuple(sorted(words.entries, key=lambda entry: -entry.count)))

    def texts(self, *, approval: bool, whole: bool = False) -> RoundWords:
        return self._recounted(self.whole.texts(approval=approval, whole=whole), lambda answer: answer.key)

    def cloud(self, frame: Frame, *, marked: bool = False) -> Cloud:
        words = [(entry.key, entry.text, entry.count) for entry in self.words().shown]
        return arrange(None, words, frame, marked=marked)

    def overridden(self) -> Collection[str]:
        return self.whole.overridden()

    def _recounted(self, words: RoundWords, form_key: Callable[[PersonAnswer], str]) -> RoundWords:
        """The same entries with these people's answers alone, in the same order; those without any are left out."""
        answers_of: dict[str, list[PersonAnswer]] = {}
        for answer in self._answers:
            answers_of.setdefault(form_key(answer), []).append(answer)
        entries = (_entry(entry, answers_of) for entry in words.entries)
        counted = tuple(entry for entry in entries if entry.count)
        return replace(words, entries=counted, people=len(self.people))


def _entry(entry: Entry, answers_of: Mapping[str, Sequence[PersonAnswer]]) -> Entry:
    people = {answer.person for form in entry.forms for answer in answers_of.get(form.key, ())}
    forms = (replace(form, answers=len(answers_of.get(form.key, ()))) for form in entry.forms)
    return replace(entry, count=len(people), forms=tuple(form for form in forms if form.answers))
