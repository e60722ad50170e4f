"""Edit distance one (Damerau-Levenshtein): a letter missing, extra or wrong, or two neighbours swapped."""


def within_one_edit(first: str, second: str) -> bool:
    """Whether exactly one edit turns the first word into the second."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    position = next(
        (position for position, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    if len(first) != len(second):
        shorter, longer = sorted((first, second), key=len)
        return shorter[position:] == longer[position + 1 :]
    swapped = (
        first[position : position + 2] == second[position : position + 2][::-1]
        and first[position + 2 :] == second[position + 2 :]
    )
    return swapped or first[position + 1 :] == second[position + 1 :]


def without_a_letter(word: str) -> set[str]:
    """The word, and the word with each letter left out: two words at edit distance one share one of these."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
