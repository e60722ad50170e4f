"""A question of several rooms as a table: a row for each word or option, a column for each room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workshop.activities.registry import exports_of
from workshop.exports.basis import ExportTexts
from workshop.exports.changes import Change
from workshop.exports.group_table import GroupTable, group_table
from workshop.exports.grouped_rounds import shown_cells
from workshop.exports.joined.joined_rounds import JoinedRound
from workshop.exports.tables_base import Cell, Table

MAX_LISTED, MAX_ROWS = 40, 1000
"""How many words the screen and a workbook have; other kinds have fewer rows."""


@dataclass(frozen=True)
class SideBySide:
    """The rooms with their people, and the rows: a label, and for each room people and share, or None.

    None stands for a small count that is not shown.
    """

    rooms: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, tuple[tuple[int, int] | None, ...]], ...]

    def changes(self) -> list[Change | None]:
        """Of two rooms, how each row's share has changed from the first to the second, in percentage points.

        None where a count is not shown; empty where the rooms are not two.
        """
        if len(self.rooms) != 2:
            return []
        return [_change(label, *cells) for label, cells in self.rows]


def _change(label: str, before: tuple[int, int] | None, after: tuple[int, int] | None) -> Change | None:
    if before is None or after is None:
        return None
    return Change(label, before[1] if before[0] else None, after[1] if after[0] else None)


def side_by_side(basis: ExportTexts, joined: JoinedRound, max_rows: int = MAX_LISTED) -> SideBySide | None:
    """The table of a question; None where its kind has nothing to be set side by side, or no room has enough people.

    The commonest words of all rooms together; small counts are left out where the kind keeps them back.
    """
    activity = joined.activity.activity
    exports = exports_of(activity)
    whole = joined.results(basis.content)
    if whole is None or not exports.has_group_items or not joined.rooms:
        return None
    table = group_table(basis, activity, whole, joined.results_by_room(basis.content), max_rows)
    counts = _shown_counts(table, basis.min_group) if exports.is_withheld else _all_counts(table)
    rows = tuple(
        (
            label,
            tuple(
                None if count is None else (count, column.percents[place])
                for count, column in zip(counts[place], table.columns, strict=True)
            ),
        )
        for place, label in enumerate(table.rows)
    )
    return SideBySide(tuple((column.label, column.people) for column in table.columns), rows)


def _shown_counts(table: GroupTable, min_group: int) -> Sequence[Sequence[int | None]]:
    """The counts without small ones; what nobody in any room has answered is no secret, and hides nothing."""
    answered = [place for place in range(len(table.rows)) if any(column.counts[place] for column in table.columns)]
    columns = tuple(
        replace(column, counts=tuple(column.counts[place] for place in answered)) for column in table.columns
    )
    shown = shown_cells(GroupTable(tuple(table.rows[place] for place in answered), columns), min_group)
    cells = dict(zip(answered, shown, strict=True))
    return [cells.get(place, [0] * len(table.columns)) for place in range(len(table.rows))]


def _all_counts(table: GroupTable) -> Sequence[Sequence[int | None]]:
    return [[column.counts[row] for column in table.columns] for row in range(len(table.rows))]


def rooms_table(basis: ExportTexts, rounds: Sequence[JoinedRound]) -> Table:
    """Every question side by side: a row for what was answered in a room."""
    columns = basis.columns("question", "room", "group_people", "option", "people", "percent")
    return Table(basis.sheet("rooms"), columns, tuple(row for joined in rounds for row in _rows(basis, joined)))


def _rows(basis: ExportTexts, joined: JoinedRound) -> Iterator[tuple[Cell, ...]]:
    question = joined.activity.activity.question(basis.lang)
    for label in joined.left_out:
        yield question, label, None, basis.withheld, None, None
    table = side_by_side(basis, joined, MAX_ROWS)
    if table is None:
        return
    for place, (room, people) in enumerate(table.rooms):
        for label, cells in table.rows:
            cell = cells[place]
            yield question, room, people, label, *((basis.text("export.suppressed"), None) if cell is None else cell)
