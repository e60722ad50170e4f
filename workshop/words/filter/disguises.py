"""Undoes disguises of blocked words: what a token may have been meant to be read as.

| disguise | typed | read as |
|---|---|---|
| digits and signs for letters | `p3rk3l3`, `$aatana` | `perkele`, `saatana` |
| letters of other alphabets, accents | `реrkele`, `pérkele` | `perkele` |
| sounds spelled otherwise | `wittu`, `phuck` | `vittu`, `fuck` |
| stretched letters | `perrrkeleee` | `perkele` |
| spelled out | `v i t t u`, `v.i.t.t.u`, `vit-tu` | `vittu` |
| letters covered | `v*ttu` | a pattern |
"""

import re
import unicodedata
from itertools import islice, product

from workshop.words.clean import cleaned

_SIGNS = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s",
    "€": "e", "£": "l", "!": "i", "|": "il", "+": "t", "¡": "i", "§": "s", "µ": "u", "ƒ": "f",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "к": "k", "т": "t", "і": "i", "ѕ": "s",
    "в": "v",
    "ı": "i", "ι": "i", "υ": "u", "ν": "v", "α": "a", "ε": "e", "ο": "o", "κ": "k", "τ": "t", "ρ": "p",
}  # fmt: skip
_SOUNDS = (("ph", "f"), ("ck", "k"), ("w", "v"), ("q", "k"), ("z", "s"), ("x", "ks"))
_MAX_READINGS = 32
_COVERS = "*#%_•?"
_COVER_RUN = re.compile(r"[*#%_•?]")
_COVERED = r"\w{0,2}"
_SEPARATOR = re.compile(r"[\W_]+")
_STRETCHED = re.compile(r"(.)\1{2,}")
_DOUBLED = re.compile(r"(.)\1+")
_EDGES = "\"'”“„«»’‘()[]{}<>,.;:!?…-–—#*_~"
_MARKS_OF_LETTERS = "\u0308\u030a"


def _plain_letters(text: str) -> str:
    """The text without compatibility forms and accents; å, ä and ö stay."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", cleaned(text)).casefold())
    letters = [c for c in decomposed if not unicodedata.combining(c) or c in _MARKS_OF_LETTERS]
    return unicodedata.normalize("NFC", "".join(letters))


def tokens(text: str) -> list[str]:
    """The words of a text in small plain letters, with the signs inside them."""
    return [token for token in _plain_letters(text).split(" ") if token]


def trimmed(token: str) -> str:
    """A token without the marks around it."""
    return token.strip(_EDGES)


def dotless(word: str) -> str:
    """A word without the dots and rings of ä, ö and å."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def skeleton(word: str) -> str:
    """A word without dots and without doubled letters, to compare careless spellings by."""
    return _DOUBLED.sub(r"\1", dotless(word))


def less_one_double(word: str) -> set[str]:
    """The word with one of its doubled letters typed once."""
    return {
        word[:position] + word[position + 1 :]
        for position in range(1, len(word))
        if word[position] == word[position - 1]
    }


def readings(token: str) -> set[str]:
    """The words in letters alone that a disguised token may stand for; the token itself where it is in letters."""
    words: set[str] = set()
    for text in {token, trimmed(token)}:
        if any(character.isalpha() for character in text):
            words |= _signs_read(text)
    for word in list(words):
        words |= _unstretched(word)
    for word in list(words):
        words.add(_by_sound(word))
    return {word for word in words if word.isalpha()}


def _signs_read(text: str) -> set[str]:
    options = [_SIGNS.get(character, character) for character in text]
    if any(len(option) > 1 for option in options):
        return {"".join(letters) for letters in islice(product(*options), _MAX_READINGS)}
    return {"".join(options), _SEPARATOR.sub("", "".join(options))}


def _unstretched(word: str) -> set[str]:
    """The word with each letter typed three times or more in a row typed once, or twice."""
    return {_STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word)}


def _by_sound(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return word


def spelled_out(words: list[str]) -> set[str]:
    """Words that single letters or scraps in a row make together."""
    spelled: set[str] = set()
    scraps = [_SEPARATOR.sub("", word) for word in words]
    run: list[str] = []
    for scrap in [*scraps, " "]:
        if len(scrap) == 1 and scrap != " ":
            run.append(scrap)
            continue
        if len(run) > 2:
            spelled.add("".join(run))
        run = []
    return spelled


def pattern(token: str) -> re.Pattern[str] | None:
    """What a token with covered letters could be; None where too little of it shows."""
    text = token.strip("\"'”“„«»’‘()[]{}<>,.;:!…-–—").lstrip("#")
    shown = sum(character.isalpha() for character in text)
    if shown < 2 or not text[0].isalpha() or not any(character in _COVERS for character in text):
        return None
    pieces = [_COVERED if _COVER_RUN.match(character) else re.escape(character) for character in text]
    return re.compile("".join(pieces))
