"""One slip of the finger: a letter missing, extra or wrong, or two neighbours swapped."""


def within_one_slip(first: str, second: str) -> bool:
    """Whether one slip makes the one of the other; equal words are none."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    at = next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    if len(first) != len(second):
        shorter, longer = sorted((first, second), key=len)
        return shorter[at:] == longer[at + 1 :]
    swapped = first[at : at + 2] == second[at : at + 2][::-1] and first[at + 2 :] == second[at + 2 :]
    return swapped or first[at + 1 :] == second[at + 1 :]
