"""Which cells of a table of people by group may be shown: small ones, and those that would give them away, may not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""A cell by its row and its column."""


@dataclass(frozen=True)
class SuppressedTable:
    """The cells, None where one may not be shown, and whether the sums of rows and columns may stand beside them."""

    cells: tuple[tuple[int | None, ...], ...]
    has_sums: bool


def suppressed(counts: Sequence[Sequence[int]], min_group: int) -> SuppressedTable:
    """The table without cells below `min_group`, nor any from which one of those follows.

    With the sums of all rows and columns known, a hidden cell follows from the rest exactly where it is the only link
    between two parts of the table: take hidden cells as lines between rows and columns, and it lies on no circle. More
    cells are hidden, those of the fewest people, until every one lies on a circle. A table of one row or one column
    has no circles: it keeps its large cells and loses its sums.
    """
    hidden = {
        (row, column) for row, cells in enumerate(counts) for column, count in enumerate(cells) if count < min_group
    }
    rows, columns = len(counts), len(counts[0]) if counts else 0
    has_sums = not hidden or min(rows, columns) > 1
    if has_sums:
        while (link := next(_links(hidden), None)) is not None:
            hidden |= _corners(counts, hidden, link)
    cells = tuple(
        tuple(None if (row, column) in hidden else count for column, count in enumerate(line))
        for row, line in enumerate(counts)
    )
    return SuppressedTable(cells, has_sums)


def _links(hidden: set[Place]) -> Iterator[Place]:
    """The hidden cells that follow from the rest, in the table's order."""
    for place in sorted(hidden):
        if ("column", place[1]) not in _part(hidden - {place}, ("row", place[0])):
            yield place


Line = tuple[str, int]
"""A row or a column by its number."""


def _part(hidden: set[Place], start: Line) -> set[Line]:
    """The rows and columns that hidden cells join to one of them, itself with them."""
    part, waiting = {start}, [start]
    while waiting:
        kind, number = waiting.pop()
        joined: set[Line] = (
            {("column", column) for row, column in hidden if row == number}
            if kind == "row"
            else {("row", row) for row, column in hidden if column == number}
        )
        waiting += joined - part
        part |= joined
    return part


def _corners(counts: Sequence[Sequence[int]], hidden: set[Place], link: Place) -> set[Place]:
    """The cells that make the link a corner of a rectangle of hidden cells, the fewest people in them."""
    row, column = link
    rectangles = (
        {(row, other_column), (other_row, column), (other_row, other_column)} - hidden
        for other_row in range(len(counts))
        for other_column in range(len(counts[0]))
        if other_row != row and other_column != column
    )
    return min(rectangles, key=lambda corners: (sum(counts[place[0]][place[1]] for place in corners), sorted(corners)))
