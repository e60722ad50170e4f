"""Cleaning of one answer, and the form under which it is counted.

Nothing here knows Finnish: `cleaned` keeps what a person typed, `fold` says which typed answers are surely the same
word (letter case, edge punctuation, invisible characters). å, ä and ö stay letters of their own, no word is too short
or too common to count, and a hyphen or a space never splits an answer.
"""

import re
import unicodedata

ZERO_WIDTH_JOINER = "\u200d"
_SKIN_TONES_AND_SELECTORS = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]")
_MANY_MARKS = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_NEVER_SHOWN = {"Cf", "Cs", "Co"}
_MEANINGFUL_AT_END = frozenset("%#&@")


def _is_pictograph(character: str) -> bool:
    return character >= "\u2190" and unicodedata.category(character) in {"So", "Sk", "Mn", "Cn"}


def _visible(text: str) -> str:
    """`text` without characters that cannot be seen; control characters become spaces, emoji keep their joiners."""
    kept: list[str] = []
    for character in text:
        category = unicodedata.category(character)
        if category == "Cc" or category in {"Zl", "Zp"}:
            kept.append(" ")
        elif character == ZERO_WIDTH_JOINER:
            if kept and _is_pictograph(kept[-1]):
                kept.append(character)
        elif category not in _NEVER_SHOWN:
            kept.append(character)
    return "".join(kept).rstrip(ZERO_WIDTH_JOINER)


def cleaned(text: str) -> str:
    """The answer as it is stored and shown: NFC, no invisible characters, single spaces, none at the edges.

    Its length in code points is what the limit of a question means. Empty where nothing visible was typed.
    """
    visible = unicodedata.normalize("NFC", _visible(unicodedata.normalize("NFC", text)))
    return " ".join(_MANY_MARKS.sub(r"\1", visible).split())


def _is_edge_punctuation(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("P")


def fold(text: str) -> str:
    """The key under which an answer is counted; empty where the answer has nothing to count.

    `Yhteistyö`, `YHTEISTYÖ!` and `#yhteistyö` share a key; `sää` and `saa`, `C` and `C++` do not.
    """
    folded = unicodedata.normalize("NFC", cleaned(text).casefold())
    folded = _SKIN_TONES_AND_SELECTORS.sub("", folded)
    start, end = 0, len(folded)
    while start < end and _is_edge_punctuation(folded[start]):
        start += 1
    while end > start and _is_edge_punctuation(folded[end - 1]):
        if folded[end - 1] in _MEANINGFUL_AT_END and any(c.isalnum() for c in folded[start : end - 1]):
            break
        end -= 1
    return folded[start:end]
