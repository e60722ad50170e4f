"""The tables of a room's export, in the order of the programme and with the same columns every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workshop.activities.registry import KINDS, exports_of
from workshop.content.texts import Texts
from workshop.exports.basis import ExportTexts
from workshop.exports.changes import Change
from workshop.exports.comparison import compared
from workshop.exports.kinds.base import CountedActivity, CountedRound
from workshop.exports.record import ActivityRecord, RoomRecord
from workshop.exports.tables_base import Cell, Table


@dataclass(frozen=True, kw_only=True)
class ExportBasis(ExportTexts):
    """What the files of a room are made from; `rows` is the record as its single answers may be listed."""

    record: RoomRecord
    rows: RoomRecord


def answers_table(basis: ExportBasis) -> Table:
    """Every stored answer that may be listed, a row each."""
    columns = basis.columns("question", "round", "time", "person", "text", "state", "iso_time", "theme")
    activities = zip(basis.record.activities, basis.rows.activities, strict=True)
    rows = (row for activity, listed in activities for row in _answer_rows(basis, activity, listed))
    return Table(basis.sheet("answers"), columns, tuple(rows))


def _answer_rows(basis: ExportBasis, activity: ActivityRecord, listed: ActivityRecord) -> Iterator[tuple[Cell, ...]]:
    exports = exports_of(activity.activity)
    texts = exports.answer_texts(basis, activity.activity)
    precision = "milliseconds" if basis.rows.linked else "minutes"
    for round_record, listed_round in zip(activity.rounds, listed.rounds, strict=True):
        results = round_record.results
        states = {} if results is None else exports.answer_states(basis, results)
        themes = {} if results is None else exports.answer_themes(basis, results)
        if round_record.answers and not listed_round.answers:
            question = activity.activity.question(basis.lang)
            yield question, round_record.number, None, None, basis.withheld_rows, "", "", ""
        for answer in listed_round.answers:
            question, text = texts(answer)
            local = answer.at.replace(tzinfo=None, microsecond=0)
            state, theme = states.get(answer.key, ""), themes.get(answer.key, "")
            iso_time = answer.at.isoformat("T", precision)
            yield question, round_record.number, local, answer.person, text, state, iso_time, theme


def kind_tables(basis: ExportBasis, *, precedes_answers: bool) -> Iterator[Table]:
    """The tables that each kind of question has of its own, before the table of answers or after it.

    A kind that needs a part of the workshop has none where the programme does not ask it.
    """
    for kind in KINDS:
        if kind.exports.precedes_answers is precedes_answers:
            questions = [
                _counted(activity) for activity in basis.record.activities if activity.activity.kind == kind.name
            ]
            if questions or kind.activity.part is None:
                yield from kind.exports.tables(basis, questions)


def _counted(activity: ActivityRecord) -> CountedActivity[Any, Any]:
    rounds = tuple(
        CountedRound(round_record.number, round_record.people, round_record.results)
        for round_record in activity.rounds
        if round_record.results is not None
    )
    return CountedActivity(activity.activity, rounds, has_several=len(activity.rounds) > 1)


def comparison_table(basis: ExportBasis) -> Table:
    """Each round of a question beside the one before it."""
    rows: list[tuple[Cell, ...]] = []
    for activity in basis.record.activities:
        question = activity.activity.question(basis.lang)
        for before, after in zip(activity.rounds, activity.rounds[1:], strict=False):
            changes = compared(activity.activity, before.results, after.results, basis.text)
            rounds = f"{before.number} → {after.number}"
            rows += [(question, rounds, *change_cells(basis.text, change)) for change in changes]
    columns = basis.columns("question", "rounds", "word", "before", "after", "difference", "change")
    return Table(basis.sheet("comparison"), columns, tuple(rows))


def change_cells(text: Texts, change: Change) -> tuple[Cell, ...]:
    """A change as cells: text, before, after, difference, kind."""
    return (
        change.text, change.before or 0, change.after or 0, change.difference, text(f"export.changes.{change.kind}"),
    )  # fmt: skip
