"""Cleaning of one answer, and the form under which it is counted.

Nothing here knows Finnish: `cleaned` keeps what a person typed, `fold` says which typed answers are certainly the same
word (letter case, edge punctuation, kinds of apostrophe, invisible characters). å, ä and ö stay letters of their own,
no word is too short or too common to count, and a hyphen or a space never splits an answer.
"""

import re
import unicodedata
from collections.abc import Callable

ZERO_WIDTH_JOINER = "\u200d"
INVISIBLE = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\ufdd0-\ufdef\ufe00-\ufe0d\ufff0-\ufff8\ufffe\uffff"
    "\U00016fe4\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
BLANK = "\u2800\u3164\uffa0\ufffc\U00013441\U00013442\U0001d159"
"""Characters of no width, and others that draw an empty place, beyond those recognised by their category: the default
ignorable ones of Unicode 16 without the selectors of emoji, its fillers and blanks, and noncharacters. The participant
page (`components/participant`) has the same two sets."""
_INVISIBLE, _BLANK = re.compile(f"[{INVISIBLE}]"), re.compile(f"[{BLANK}]")
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f]*")
"""Nearly every answer: nothing but visible characters of Latin script, which need no look one by one."""
_SKIN_TONES_AND_SELECTORS = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]")
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_EMPTY_LINES = re.compile("\n{3,}")
_MANY_MARKS = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_NEVER_SHOWN = {"Cf", "Cs", "Co"}
_MEANINGFUL_AT_END = frozenset("%#&@")
_APOSTROPHES = re.compile("[’´`ʼ‘]")
_MINUS_SIGNS = frozenset("-\u2010\u2011\u2012\u2013\u2212")


def _is_pictograph(character: str) -> bool:
    return character >= "\u2190" and unicodedata.category(character) in {"So", "Sk", "Mn", "Cn"}


def _is_visible(character: str, before: str) -> bool:
    """Whether a character is visible after `before`: a joiner joins emoji, a combining mark stands on a letter."""
    category = unicodedata.category(character)
    if character == ZERO_WIDTH_JOINER:
        return bool(before) and _is_pictograph(before)
    if category.startswith("M"):
        return bool(before) and not before.isspace()
    return category not in _NEVER_SHOWN


def _visible(text: str) -> str:
    """`text` without characters that cannot be seen; control characters and blanks become spaces."""
    if _PLAIN.fullmatch(text):
        return text
    visible: list[str] = []
    for character in _BLANK.sub(" ", _INVISIBLE.sub("", text)):
        if unicodedata.category(character) in {"Cc", "Zl", "Zp"}:
            visible.append(" ")
        elif _is_visible(character, visible[-1] if visible else ""):
            visible.append(character)
    return "".join(visible).rstrip(ZERO_WIDTH_JOINER)


def cleaned(text: str) -> str:
    """The answer as it is stored and shown: NFC, no invisible characters, single spaces, none at the edges.

    Its length in code points is what the limit of a question means. Empty where nothing visible was typed.
    """
    visible = unicodedata.normalize("NFC", _visible(unicodedata.normalize("NFC", text)))
    return " ".join(_MANY_MARKS.sub(r"\1", visible).split())


def cleaned_lines(text: str) -> str:
    """As `cleaned`, with the line breaks that were typed: one empty line at most in a row, none at the edges.

    Each line break counts as one in its length.
    """
    lines = "\n".join(cleaned(line) for line in _LINE_BREAK.split(text))
    return _EMPTY_LINES.sub("\n\n", lines).strip("\n")


def straightened(text: str) -> str:
    """The text with every apostrophe typed the straight way: telephones type curly ones by themselves."""
    return _APOSTROPHES.sub("'", text)


def _begins_word(text: str, position: int) -> bool:
    """Whether the mark at `position` belongs to the word after it: `.NET`, `.5`, `-5`, but not `...well` or `- 5`."""
    mark, before, after = text[position], text[position - 1 : position], text[position + 1 : position + 2]
    if mark == ".":
        return after.isalnum() and before != "."
    return mark in _MINUS_SIGNS and after.isdigit() and before not in _MINUS_SIGNS


def without_start(text: str, is_edge: Callable[[str], bool]) -> str:
    """The text without the marks at its start that are no part of its first word."""
    start = 0
    while start < len(text) and is_edge(text[start]) and not _begins_word(text, start):
        start += 1
    return text[start:]


def _is_edge_punctuation(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("P")


def fold(text: str) -> str:
    """The key under which an answer is counted; empty where the answer has nothing to count.

    `Yhteistyö`, `YHTEISTYÖ!` and `#yhteistyö` share a key; `sää` and `saa`, `C` and `C++`, `NET` and `.NET` do not.
    """
    folded = unicodedata.normalize("NFC", straightened(cleaned(text)).casefold())
    folded = without_start(_SKIN_TONES_AND_SELECTORS.sub("", folded), _is_edge_punctuation)
    end = len(folded)
    while end and _is_edge_punctuation(folded[end - 1]):
        if folded[end - 1] in _MEANINGFUL_AT_END and any(c.isalnum() for c in folded[: end - 1]):
            break
        end -= 1
    return folded[:end]
