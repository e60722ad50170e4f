"""The answers of a round that nobody has given: what the made-up people submit, counted as stored answers are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from workshop.activities.activity import BaseActivity
from workshop.activities.answers import CleanAnswer
from workshop.activities.context import ActivityContent
from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.cloud.layout import arrange
from workshop.words.entries import Entry, Form, RoundWords
from workshop.words.lexicons import Lexicons
from workshop.words.merging.merge import Merger
from workshop.words.tally import WordTally


@dataclass(frozen=True)
class SampleRoundAnswers:
    """`workshop.activities.round_answers.RoundAnswers` without a store: each person's answers as they are kept."""

    people: Sequence[Sequence[CleanAnswer]]
    lexicon: Lexicons | None

    @classmethod
    def given_to(cls, activity: BaseActivity, content: ActivityContent, lexicon: Lexicons | None) -> Self:
        """What the people of this activity submit; none where nothing is answered."""
        submissions = activity.sample_submissions(content)
        return cls(tuple(activity.accept(submitted, content) for submitted in submissions), lexicon)

    def counts(self) -> tuple[int, Mapping[str, int]]:
        return len(self.people), Counter(answer.text for answers in self.people for answer in answers)

    def counts_by_key(self) -> tuple[int, Mapping[str, Mapping[str, int]]]:
        counts: dict[str, Counter[str]] = {}
        for answers in self.people:
            for answer in answers:
                counts.setdefault(answer.key, Counter())[answer.text] += 1
        return len(self.people), counts

    def by_person(self) -> Sequence[Mapping[str, str]]:
        return [{answer.key: answer.text for answer in answers} for answers in self.people]

    def words(self, *, whole: bool = False) -> RoundWords:
        return self._words

    @cached_property
    def _words(self) -> RoundWords:
        tally, merger = WordTally(), Merger(self.lexicon)
        for person, answers in enumerate(self.people):
            for answer in answers:
                tally.add(person, answer.text)
                merger.add(answer.text)
        return RoundWords(tally.entries(merger.groups()), len(tally.people))

    def texts(self, *, approval: bool, whole: bool = False) -> RoundWords:
        newest_first = [answer for answers in reversed(self.people) for answer in reversed(answers)]
        entries = (Entry(answer.key, answer.text, 1, (Form(answer.key, answer.text, 1),)) for answer in newest_first)
        return RoundWords(tuple(entries), len(self.people))

    def cloud(self, frame: Frame, *, marked: bool = False) -> Cloud:
        words = [(entry.key, entry.text, entry.count) for entry in self._words.shown]
        return arrange(None, words, frame, marked=marked)

    def overridden(self) -> frozenset[str]:
        return frozenset()
