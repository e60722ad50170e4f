"""A table by group shows no small cell, nor anything from which one follows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exports.suppression import SuppressedTable, suppressed

Counts = list[list[int]]


@st.composite
def tables(draw: st.DrawFn) -> Counts:
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    cell = st.integers(0, 12)
    return draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


def follows(table: SuppressedTable, place: tuple[int, int]) -> bool:
    """Whether the hidden cell is the same in every table with the same shown cells and the same sums."""
    hidden = [(row, column) for row, line in enumerate(table.cells) for column, cell in enumerate(line) if cell is None]
    rows, columns = len(table.cells), len(table.cells[0])
    sums = np.zeros((rows + columns, len(hidden)))
    for number, (row, column) in enumerate(hidden):
        sums[row, number] = sums[rows + column, number] = 1
    with_cell = np.vstack([sums, np.eye(len(hidden))[hidden.index(place)]])
    return bool(np.linalg.matrix_rank(sums) == np.linalg.matrix_rank(with_cell))


@given(tables(), st.integers(2, 8))
def test_a_small_cell_is_never_shown_and_never_follows_from_the_rest(counts: Counts, min_group: int) -> None:
    table = suppressed(counts, min_group)
    for row, line in enumerate(table.cells):
        for column, cell in enumerate(line):
            if cell is None:
                assert not (table.has_sums and follows(table, (row, column)))
            else:
                assert cell == counts[row][column] >= min_group


@given(tables())
def test_where_nothing_is_small_everything_is_shown(counts: Counts) -> None:
    table = suppressed(counts, 0)
    assert table == SuppressedTable(tuple(map(tuple, counts)), has_sums=True)


@pytest.mark.parametrize(
    ("counts", "cells", "has_sums"),
    [
        ([[10, 2], [7, 20]], ((None, None), (None, None)), True),
        ([[10, 2, 9], [7, 20, 8], [30, 40, 50]], ((None, None, 9), (None, None, 8), (30, 40, 50)), True),
        ([[10, 2, 9]], ((10, None, 9),), False),
        ([[10], [2]], ((10,), (None,)), False),
        ([], (), True),
    ],
)
def test_the_smallest_cells_are_hidden_with_it(
    counts: Counts, cells: tuple[tuple[int | None, ...], ...], has_sums: bool
) -> None:
    assert suppressed(counts, 5) == SuppressedTable(cells, has_sums)
