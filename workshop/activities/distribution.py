"""What is told of answers on ordered steps: the middle answers, and the mean where enough have answered."""

from collections.abc import Sequence

FEWEST_OF_MEAN = 5
"""A mean of fewer answers tells more of one person than of the group."""


def median(counts: Sequence[int]) -> tuple[int, int] | None:
    """The steps, numbered from one, of the two middle answers: the same twice unless they differ; None without answers.

    `counts` has the answers on each step in order. Steps are ordered but not measured: two are never halved.
    """
    answers = sum(counts)
    if not answers:
        return None
    return _step_of((answers + 1) // 2, counts), _step_of(answers // 2 + 1, counts)


def mean(counts: Sequence[int]) -> float | None:
    """The mean step to two decimals; None of fewer than `FEWEST_OF_MEAN` answers."""
    answers = sum(counts)
    if answers < FEWEST_OF_MEAN:
        return None
    return round(sum(step * count for step, count in enumerate(counts, 1)) / answers, 2)


def _step_of(place: int, counts: Sequence[int]) -> int:
    """The step of an answer by its place among all of them, from the lowest step on."""
    passed = 0
    for step, count in enumerate(counts, 1):
        passed += count
        if passed >= place:
            return step
    return len(counts)
