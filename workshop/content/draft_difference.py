"""What must be set in one tree to make it another that grew out of the same one."""

from collections.abc import Iterator, Sequence
from typing import Any

from workshop.content.draft_changes import Change


def differences(before: Any, after: Any, path: tuple[str | int, ...] = ()) -> Iterator[Change]:
    """Changes that make `before` into `after`; what both have as the same object is not looked into."""
    if before is after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in {**before, **after}:
            if key in before and key in after:
                yield from differences(before[key], after[key], (*path, key))
            else:
                yield {"op": "set", "path": [*path, key], "value": after.get(key)}
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (child, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(child, other, (*path, index))
    elif before != after:
        yield {"op": "set", "path": list(path), "value": after}


def row_changes(before: Sequence[Any], after: Sequence[Any], path: tuple[str | int, ...]) -> list[Change]:
    """Changes that make a list of rows another one: what stands before and after the changed rows stays."""
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    both = min(len(old), len(new))
    changes: list[Change] = [
        {"op": "set", "path": [*path, first + index], "value": new[index]}
        for index in range(both)
        if old[index] != new[index]
    ]
    changes += [{"op": "remove", "path": [*path, first + both]} for _ in old[both:]]
    changes += [
        {"op": "insert", "path": [*path, first + both + index], "value": row} for index, row in enumerate(new[both:])
    ]
    return changes
