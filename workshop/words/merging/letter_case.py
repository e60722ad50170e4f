"""The letter case of a label: as most people typed each of its words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from workshop.words.merging.interpretation import AnyCandidate, Member
from workshop.words.merging.surface import bare

LONGEST_ACRONYM = 5


def spellings_by_token(tokens: Sequence[str], members: Iterable[Member[AnyCandidate]]) -> list[Counter[str]]:
    """For each word of a label, how many answers gave it which letter case; empty spellings say nothing about it."""
    counts: list[Counter[str]] = [Counter() for _ in tokens]
    for member in members:
        for text, number in member.typed.items():
            typed = bare(text).split(" ")
            for position, token in enumerate(tokens):
                if position < len(typed) and (position == 0 or len(typed) == len(tokens)):
                    counts[position][cased_like(token, typed[position])] += number
    return counts


def cased_like(token: str, typed: str) -> str:
    """The token with the letter case of a typed form of it; empty where the form says nothing about it."""
    parts, typed_parts = token.split("-"), typed.split("-")
    if len(parts) > 1 and len(parts) == len(typed_parts):
        spelled = [cased_like(part, typed_part) for part, typed_part in zip(parts, typed_parts, strict=True)]
        return "-".join(spelled) if all(spelled) else ""
    lower = token.lower()
    shared = _shared_length(lower, typed.lower())
    stem = typed[:shared]
    if not stem:
        return ""
    if typed.isupper() and len(stem) > 1:
        return token.upper() if token.isupper() or len(token) <= LONGEST_ACRONYM else ""
    if stem[1:] != stem[1:].lower():
        return stem + lower[shared:]
    return lower[0].upper() + lower[1:] if stem[0].isupper() else lower


def commonest_spelling(votes: Counter[str], token: str, capital: bool = False) -> str:
    """The commonest spelling; of equals the token's own, then that with fewest capitals, or with most if so asked."""
    sign = -1 if capital else 1

    def rank(spelling: str) -> tuple[int, bool, int, str]:
        return (-votes[spelling], not capital and spelling != token, sign * sum(map(str.isupper, spelling)), spelling)

    return min(votes, key=rank) if votes else token


def _shared_length(first: str, second: str) -> int:
    shared = 0
    for letter, other_letter in zip(first, second, strict=False):
        if letter != other_letter:
            break
        shared += 1
    return shared
