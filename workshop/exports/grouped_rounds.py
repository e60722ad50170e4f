"""The rounds of a room by group, counted from its record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workshop.activities.activity import BaseActivity, RoundCounts
from workshop.activities.context import ActivityContent
from workshop.activities.group_answers import GroupAnswers
from workshop.activities.groups import Groups, PersonAnswer, background_of, group_of_each, groups_in
from workshop.activities.registry import exports_of
from workshop.exports.basis import ExportTexts
from workshop.exports.group_table import GroupTable, group_label, group_table
from workshop.exports.record import ActivityRecord, RoomRecord, RoundRecord
from workshop.exports.suppression import suppressed
from workshop.exports.tables_base import Cell, Table
from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.cloud.layout import arrange
from workshop.words.entries import RoundWords


@dataclass(frozen=True)
class RecordedAnswers:
    """`RoundAnswers` of a round of a record: its words and texts as they were merged and moderated."""

    round_record: RoundRecord

    @property
    def _answers(self) -> GroupAnswers:
        people = frozenset(answer.person for answer in self.round_record.answers)
        return GroupAnswers(people, person_answers(self.round_record), self)

    def counts(self) -> tuple[int, Mapping[str, int]]:
        return self._answers.counts()

    def counts_by_key(self) -> tuple[int, Mapping[str, Mapping[str, int]]]:
        return self._answers.counts_by_key()

    def by_person(self) -> Sequence[Mapping[str, str]]:
        return self._answers.by_person()

    def words(self, *, whole: bool = False) -> RoundWords:
        return self._entries

    def texts(self, *, approval: bool, whole: bool = False) -> RoundWords:
        return self._entries

    @property
    def _entries(self) -> RoundWords:
        results = self.round_record.results
        return RoundWords(results.entries if results else (), self.round_record.people)

    def cloud(self, frame: Frame, *, marked: bool = False) -> Cloud:
        words = [(entry.key, entry.text, entry.count) for entry in self.words().shown]
        return arrange(None, words, frame, marked=marked)

    def overridden(self) -> frozenset[str]:
        return frozenset()


def person_answers(round_record: RoundRecord) -> list[PersonAnswer]:
    """The round's answers with who gave them."""
    return [PersonAnswer(answer.person, answer.key, answer.text) for answer in round_record.answers]


@dataclass(frozen=True)
class GroupedRound:
    """A round that may be looked at by group."""

    activity: BaseActivity
    background: BaseActivity
    round_record: RoundRecord
    groups: Groups

    def results(self, group: str, content: ActivityContent) -> RoundCounts | None:
        """The counts of one group."""
        return self._counts(self.groups.members[group], content)

    def table(self, basis: ExportTexts) -> GroupTable:
        """Every group that may be looked at, then the remainder, where it has anybody."""
        people = {
            group_label(self.background, group, basis.text): members for group, members in self.groups.members.items()
        }
        if self.groups.remainder:
            people[basis.text("screen.all_others")] = self.groups.remainder
        counts = {label: self._counts(members, basis.content) for label, members in people.items()}
        results = {label: count for label, count in counts.items() if count is not None}
        whole = self._counts(self.groups.everyone, basis.content)
        if whole is None or not exports_of(self.activity).has_group_items:
            return GroupTable((), ())
        return group_table(basis, self.activity, whole, results)

    def _counts(self, people: frozenset[object], content: ActivityContent) -> RoundCounts | None:
        answers = GroupAnswers(people, person_answers(self.round_record), RecordedAnswers(self.round_record))
        return self.activity.count(answers, content)


def grouped_rounds(record: RoomRecord, activity: ActivityRecord, min_group: int) -> list[GroupedRound]:
    """The rounds of an activity that have groups which may be looked at; `record` is linked."""
    background = background_of([each.activity for each in record.activities], activity.activity.id)
    background_record = next(
        (each for each in record.activities if background and each.activity.id == background.id), None
    )
    if background is None or background_record is None or not background_record.rounds:
        return []
    group_of = group_of_each(person_answers(background_record.rounds[-1]))
    grouped = [
        GroupedRound(
            activity.activity, background, round_record,
            groups_in({answer.person for answer in round_record.answers}, group_of, min_group,
            background.group_ids),
        )
        for round_record in activity.rounds
    ]  # fmt: skip
    return [grouped_round for grouped_round in grouped if grouped_round.groups.members]


def groups_table(basis: ExportTexts, record: RoomRecord) -> Table:
    """Every round that may be looked at by group: a row for what a group answered, small counts left out."""
    columns = basis.columns("question", "round", "group", "group_people", "option", "people", "percent")
    rows = (
        row
        for activity in record.activities
        for grouped_round in grouped_rounds(record, activity, basis.min_group)
        for row in _rows(basis, grouped_round)
    )
    return Table(basis.sheet("groups"), columns, tuple(rows))


def _rows(basis: ExportTexts, grouped_round: GroupedRound) -> Iterator[tuple[Cell, ...]]:
    table = grouped_round.table(basis)
    question = grouped_round.activity.question(basis.lang)
    cells = shown_cells(table, basis.min_group)
    for place, column in enumerate(table.columns):
        for row, label in enumerate(table.rows):
            count = cells[row][place]
            number = grouped_round.round_record.number
            shares = (basis.text("export.suppressed"), None) if count is None else (count, column.percents[row])
            yield question, number, column.label, column.people, label, *shares


def shown_cells(table: GroupTable, min_group: int) -> Sequence[Sequence[int | None]]:
    """The people of each row by group, None where they are few or others would tell them.

    What all of them answered is known from the other tables: where nothing beside a small count is left to be hidden
    with it, nothing is shown.
    """
    counts = [[column.counts[row] for column in table.columns] for row in range(len(table.rows))]
    cells = suppressed(counts, min_group)
    return cells.cells if cells.has_sums else [[None] * len(line) for line in counts]
