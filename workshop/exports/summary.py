"""The first and the last table of an export: a summary, and the meaning of every column."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from workshop.activities.registry import Activity, exports_of
from workshop.exports.basis import ZONE
from workshop.exports.grouped_rounds import groups_table
from workshop.exports.joined.joined_rounds import JoinedRound
from workshop.exports.joined.side_by_side import rooms_table
from workshop.exports.record import RoomRecord, RoundRecord
from workshop.exports.speaker_questions import speaker_tables
from workshop.exports.tables import ExportBasis, answers_table, comparison_table, kind_tables
from workshop.exports.tables_base import Cell, Column, Table

LEADING = 3
RULES = ("merging", "states", "percent", "mean_place", "small_group", "groups", "apostrophe", "times")


def all_tables(basis: ExportBasis, joined: Sequence[JoinedRound] = ()) -> list[Table]:
    """Every table of the export; the same tables in the same order whatever the room holds.

    Where several rooms are `joined` as one, their table beside one another too.
    """
    tables = [
        summary_table(basis),
        *kind_tables(basis, precedes_answers=True),
        answers_table(basis),
        *kind_tables(basis, precedes_answers=False),
        *speaker_tables(basis),
        comparison_table(basis),
        groups_table(basis, basis.record),
        *([rooms_table(basis, joined)] if joined else []),
    ]
    return [*tables, information_table(basis, tables)]


def summary_table(basis: ExportBasis) -> Table:
    """The whole room and each round that took answers, with what leads; a small group is not broken down."""
    record, lang = basis.record, basis.lang
    rows: list[tuple[Cell, ...]] = [
        (record.title, None, _plain(record.created_at), record.people, record.answers, record.retracted, "")
    ]
    rows += [
        (
            activity.activity.question(lang), round_record.number, _plain(round_record.opened_at),
            round_record.people, len(round_record.answers), round_record.retracted,
            leading(basis, activity.activity, round_record),
        )
        for activity, round_record in record.all_rounds()
        if activity.activity.takes_answers
    ]  # fmt: skip
    columns = basis.columns("question", "round", "opened", "respondents", "answers", "retracted", "leading")
    return Table(basis.sheet("summary"), columns, tuple(rows))


def leading(basis: ExportBasis, activity: Activity, round_record: RoundRecord) -> str:
    """The first few of a round with their people, as one line; empty where nothing can be ranked."""
    results, exports = round_record.results, exports_of(activity)
    if results is None or not round_record.people:
        return ""
    if exports.is_withheld and results.people < basis.min_group:
        return basis.withheld
    return exports.leading(basis, activity, results, LEADING)


def deleted_on(record: RoomRecord) -> datetime:
    """When the room's answers are deleted at the latest."""
    return record.created_at + timedelta(days=record.retention_days)


def information_table(basis: ExportBasis, tables: list[Table]) -> Table:
    """The room, the rules used, and what each column means."""
    columns = basis.columns("name", "meaning")
    rows = [*_facts(basis), *_rules(basis), *_meanings(basis, tables)]
    return Table(basis.sheet("information"), columns, tuple(rows))


def _facts(basis: ExportBasis) -> Iterator[tuple[str, Cell]]:
    record, text = basis.record, basis.text
    yield text("export.facts.title"), record.title
    yield text("export.facts.code"), record.code
    yield f"{text('export.facts.created')} ({ZONE})", _plain(record.created_at)
    yield f"{text('export.facts.exported')} ({ZONE})", _plain(record.exported_at)
    yield f"{text('export.facts.deleted')} ({ZONE})", _plain(deleted_on(record))
    yield text("export.facts.version"), record.version


def _rules(basis: ExportBasis) -> Iterator[tuple[str, Cell]]:
    person = "linked_person" if basis.rows.linked else "unlinked_person"
    for rule in (person, *RULES):
        text = basis.text(f"export.rules.{rule}.text", n=basis.min_group, zone=ZONE)
        yield basis.text(f"export.rules.{rule}.name"), text


def _meanings(basis: ExportBasis, tables: list[Table]) -> Iterator[tuple[str, Cell]]:
    explained: set[str] = set()
    for table in tables:
        for column in table.columns:
            if column.key not in explained:
                explained.add(column.key)
                yield column.title, _meaning(basis, column)


def _meaning(basis: ExportBasis, column: Column) -> str:
    return basis.text(f"export.meanings.{re.sub(r'_[0-9]+$', '', column.key)}")


def _plain(time: datetime) -> datetime:
    return time.replace(tzinfo=None, microsecond=0)
