"""Full collections wait for a quiet moment, and come once many have joined or left."""

from collections.abc import Iterable
from itertools import pairwise

import pytest

from server.web.garbage_collection import QuietCollection


def collections(streams: Iterable[int]) -> list[int]:
    """The ticks, counted from nought, at which garbage is collected while so many streams are open at each."""
    numbers, collected = list(streams), list[None]()
    following = iter(numbers)
    collection = QuietCollection(lambda: next(following), lambda: collected.append(None))
    counts = [0]
    for _ in numbers:
        collection.tick()
        counts.append(len(collected))
    return [tick for tick, (before, after) in enumerate(pairwise(counts)) if after > before]


@pytest.mark.parametrize(
    ("streams", "expected"),
    [
        ([0, 0, 3, 9, 40, 45, 45], []),
        ([0, 150, 300, 450, 452, 452, 452], [4]),
        ([0, 150, 300, 301, 450, 600, 603, 603], [3, 6]),
        ([500, 500, 500, 300, 80, 78, 78, 78], [1, 5]),
    ],
    ids=["few", "while they come, not", "twice", "after many have left"],
)
def test_garbage_is_collected_when_many_have_come_or_gone_and_it_is_quiet(
    streams: list[int], expected: list[int]
) -> None:
    assert collections(streams) == expected
