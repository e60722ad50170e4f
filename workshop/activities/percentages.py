"""Counts as whole percentages of those who answered."""

from collections.abc import Sequence


def percentages(counts: Sequence[int], respondents: int) -> list[int]:
    """Each count as a whole percentage of the respondents.

    Equal counts always get equal percentages, so that a tie is drawn as a tie. Where every respondent chose exactly one
    option, the percentages add up to 100 by the largest remainder, unless that would tell equal counts apart. Then, and
    where several could be chosen, each is rounded half up on its own; `rounded` tells whether that shows.
    """
    if respondents <= 0:
        return [0 for _ in counts]
    nearest = [(200 * count + respondents) // (2 * respondents) for count in counts]
    if sum(counts) != respondents:
        return nearest
    shares = [100 * count // respondents for count in counts]
    missing = 100 - sum(shares)
    by_remainder = sorted(set(counts), key=lambda count: (-(100 * count % respondents), -count))
    for count in by_remainder:
        alike = [index for index, other in enumerate(counts) if other == count]
        if len(alike) > missing:
            return nearest if missing else shares  # a tie that cannot be raised whole
        for index in alike:
            shares[index] += 1
        missing -= len(alike)
    return shares


def rounded(counts: Sequence[int], respondents: int) -> bool:
    """Whether the percentages of one choice each do not add up to 100."""
    return respondents > 0 and sum(counts) == respondents and sum(percentages(counts, respondents)) != 100
