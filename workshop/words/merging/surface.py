"""Separates the words of a typed answer from emoji, hashtags, brackets, quotes, commas and kinds of hyphen.

| typed | bare |
|---|---|
| `#yhteistyö 💚` | `yhteistyö` |
| `"avoin" data, nyt` | `avoin data nyt` |
| `maa–aines` | `maa-aines` |
| `C++`, `.NET`, `a;b`, `don't` | as typed |
| `💡💡` | `💡` |
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from workshop.words.clean import cleaned, fold, straightened, without_start

_HYPHENS = re.compile("[-\u2010-\u2015\u2212\ufe63\uff0d]")
_APOSTROPHES = re.compile("['’´`ʼ‘]")
_HASHTAG = re.compile(r"(?<![^\W_])#(?=\w)")
_MARKS_AT_AN_EDGE = re.compile(r"(?<![^\W_])[\"“”„«»()\[\]{}*_|<>~^=!?;…]+|[\"“”„«»()\[\]{}*_|<>~^=!?;…]+(?![^\W_])")
_PAUSE = re.compile(r"[,.:]+(?=\s|$)")
_JOINING = ("ja", "sekä", "tai", "eli", "och", "eller", "and", "or")
_NOT_AFTER = "".join(rf"(?<!\b{word})" for word in _JOINING)
_SPACED_HYPHEN = re.compile(rf"(?<=\w)(?:{_NOT_AFTER} -|- (?!(?:{'|'.join(_JOINING)}) ))(?=\w)")
_SPACED_RANGE = re.compile(r"(?<=\d) - (?=\d)")
_EDGES = " -.,:;'/&\\"
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")
_SEAMS = re.compile(r"(^-(?=\d)|(?<=\d)[\s\-]+(?=\d)|(?<=(?<!\w)\w)-(?=\w(?!\w)))|[\s\-]+")
"""The first group has a meaning: a minus, what is between two numbers, and a hyphen between two letters alone."""
_REPEATED = re.compile(r"(.+?)\1+")
_PICTURES = {"So", "Sk", "Cn"}
_PICTURE_PARTS = "\u200d\ufe0e\ufe0f\u20e3"
_SENTENCE_MARKS = " .,;!?…\"“”„«»'’()"
_PLAIN = frozenset("-–—'’´`.,:;!?…%&/\\\"“”„«»()")


def _is_picture(character: str) -> bool:
    return character in _PICTURE_PARTS or (character >= "\u00a9" and unicodedata.category(character) in _PICTURES)


def has_word(text: str) -> bool:
    """Whether there is a letter or a digit in the text."""
    return any(character.isalnum() for character in text)


def bare(text: str) -> str:
    """The words of an answer, in the letter case they were typed; an answer of emoji alone is one emoji, once."""
    text = straightened(_HYPHENS.sub("-", cleaned(text)))
    if not has_word(text):
        return without_repeats(fold(text))
    text = "".join(" " if _is_picture(character) else character for character in text)
    text = _PAUSE.sub(" ", _MARKS_AT_AN_EDGE.sub(" ", _HASHTAG.sub("", text)))
    text = _SPACED_RANGE.sub("-", _SPACED_HYPHEN.sub("-", " ".join(text.split())))
    return without_start(text, _EDGES.__contains__).rstrip(_EDGES) or fold(text)


def has_tone(emoji: str) -> bool:
    """Whether an emoji was typed with a skin tone."""
    return any("\U0001f3fb" <= character <= "\U0001f3ff" for character in emoji)


def without_repeats(emoji: str) -> str:
    """Emoji without repeats: each kept once however often it was typed in a row."""
    return _REPEATED.sub(r"\1", emoji.replace(" ", ""))


def joined(text: str) -> str:
    """The text without the seams that writers disagree on: hyphens and spaces, but for `1-2`, `1 2` and `A-B`."""
    text = _THOUSANDS.sub(lambda number: number[0].replace(" ", ""), text)
    return _SEAMS.sub(lambda seam: seam[1] or "", text).casefold() or text


def with_typed_marks(label: str, typed: Mapping[str, int]) -> str:
    """The label with the kind of apostrophe and of hyphen that most answers have in them."""
    for kinds in (_HYPHENS, _APOSTROPHES):
        marks: Counter[str] = Counter()
        for text, number in typed.items():
            marks += Counter(dict.fromkeys(kinds.findall(text), number))
        if marks and kinds.search(label):
            label = kinds.sub(min(marks, key=lambda mark: (-marks[mark], mark)), label)
    return label


def trimmed(text: str) -> str:
    """The answer as typed, without the marks of a sentence around it and without a hashtag's mark."""
    return _HASHTAG.sub("", cleaned(text)).strip(_SENTENCE_MARKS) or cleaned(text)


def has_marks(text: str) -> bool:
    """Whether there is anything in the text that is neither word, emoji, hashtag nor the mark of a sentence."""
    shown = trimmed(text)
    plain = [c.isalnum() or c.isspace() or c in _PLAIN or _is_picture(c) for c in shown]
    return not all(plain) or shown[:1] == ":" or shown[-1:] == ":"
