"""The first and the last table of an export: what was gathered at a glance, and what everything means."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from workshop.activities.models import Activity, ChoiceActivity
from workshop.exports.record import ChoiceResults, QuizResults, RoomRecord, RoundRecord, WordsResults
from workshop.exports.tables import (
    ZONE,
    ExportBasis,
    answers_table,
    assessment_table,
    choice_tables,
    comparison_table,
    quiz_table,
    words_table,
)
from workshop.exports.tables_base import Cell, Column, Table

LEADING = 3
RULES = ("person", "merging", "states", "percent", "small_group", "apostrophe", "times")


def all_tables(basis: ExportBasis) -> list[Table]:
    """Every table of the export; the same tables in the same order whatever the room holds."""
    tables = [
        summary_table(basis),
        words_table(basis),
        answers_table(basis),
        *choice_tables(basis),
        assessment_table(basis),
        quiz_table(basis),
        comparison_table(basis),
    ]
    return [*tables, information_table(basis, tables)]


def summary_table(basis: ExportBasis) -> Table:
    """The whole room and each of its rounds, with what leads; a small group is not broken down."""
    record, lang = basis.record, basis.lang
    rows: list[tuple[Cell, ...]] = [(record.title, None, _plain(record.created_at), record.people, record.answers, "")]
    rows += [
        (
            of.activity.question(lang), one.number, _plain(one.opened_at), one.people, len(one.answers),
            leading(basis, of.activity, one),
        )
        for of, one in record.all_rounds()
    ]  # fmt: skip
    columns = basis.columns("question", "round", "opened", "respondents", "answers", "leading")
    return Table(basis.sheet("summary"), columns, tuple(rows))


def leading(basis: ExportBasis, activity: Activity, one: RoundRecord) -> str:
    """The first few of a round with their people, as one line; empty where nothing can be ranked."""
    results = one.results
    if isinstance(results, WordsResults):
        return _line([(word.text, word.people) for word in results.shown])
    if results is None or not one.people:
        return ""
    if results.people < basis.min_group:
        return basis.withheld
    if isinstance(results, ChoiceResults) and isinstance(activity, ChoiceActivity):
        labels = {option.id: option.label(basis.lang) for option in activity.options}
        return _line([(labels[option.id], option.people) for option in results.options])
    if isinstance(results, QuizResults):
        titles = {one.id: one.title(basis.lang) for one in basis.quiz.types}
        return _line([(titles.get(row.id, row.id), row.people) for row in results.types])
    return ""


def _line(counted: list[tuple[str, int]]) -> str:
    first = sorted((pair for pair in counted if pair[1]), key=lambda pair: -pair[1])[:LEADING]
    return ", ".join(f"{text} {count}" for text, count in first)


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
    for rule in RULES:
        told = basis.text(f"export.rules.{rule}.text", n=basis.min_group, zone=ZONE)
        yield basis.text(f"export.rules.{rule}.name"), told


def _meanings(basis: ExportBasis, tables: list[Table]) -> Iterator[tuple[str, Cell]]:
    seen: set[str] = set()
    for table in tables:
        for column in table.columns:
            if column.key not in seen:
                seen.add(column.key)
                yield column.title, _meaning(basis, column)


def _meaning(basis: ExportBasis, column: Column) -> str:
    key = "level" if column.key.startswith("level_") else column.key
    return basis.text(f"export.meanings.{key}")


def _plain(time: datetime) -> datetime:
    return time.replace(tzinfo=None, microsecond=0)
