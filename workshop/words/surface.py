"""What of a typed answer is word and what is dress: emoji, hashtags, brackets, quotes, commas, kinds of hyphen.

| typed | bare |
|---|---|
| `#yhteistyö 💚` | `yhteistyö` |
| `"avoin" data, nyt` | `avoin data nyt` |
| `maa–aines` | `maa-aines` |
| `C++` | `C++` |
| `💡💡` | `💡` |
"""

import re
import unicodedata

from workshop.words.clean import cleaned, fold

_HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")
_APOSTROPHES = re.compile("[’´`ʼ‘]")
_HASHTAG = re.compile(r"(?<![^\W_])#(?=\w)")
_ENCLOSING = re.compile(r"[\"“”„«»()\[\]{}*_|<>~^=!?;…]+")
_PAUSE = re.compile(r"[,.:]+(?=\s|$)")
_SPACED_HYPHEN = re.compile(r"(?<=\w)(?: -|- )(?=\w)")
_EDGES = " -.,:;'/&\\"
_SEAMS = re.compile(r"[\s\-]+")
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
    text = _APOSTROPHES.sub("'", _HYPHENS.sub("-", cleaned(text)))
    if not has_word(text):
        return once(fold(text))
    text = "".join(" " if _is_picture(character) else character for character in text)
    text = _PAUSE.sub(" ", _ENCLOSING.sub(" ", _HASHTAG.sub("", text)))
    text = _SPACED_HYPHEN.sub("-", " ".join(text.split()))
    return text.strip(_EDGES) or fold(text)


def has_tone(pictures: str) -> bool:
    """Whether an emoji was typed with a skin tone."""
    return any("\U0001f3fb" <= character <= "\U0001f3ff" for character in pictures)


def once(pictures: str) -> str:
    """Emoji alone, each said once however often it was typed in a row."""
    return _REPEATED.sub(r"\1", pictures.replace(" ", ""))


def joined(text: str) -> str:
    """The text without the seams that writers disagree on: hyphens and spaces."""
    return _SEAMS.sub("", text).casefold() or text


def trimmed(text: str) -> str:
    """The answer as typed, without the marks of a sentence around it and without a hashtag's mark."""
    return _HASHTAG.sub("", cleaned(text)).strip(_SENTENCE_MARKS) or cleaned(text)


def has_marks(text: str) -> bool:
    """Whether there is anything in the text that is neither word, emoji, hashtag nor the mark of a sentence."""
    shown = trimmed(text)
    plain = [c.isalnum() or c.isspace() or c in _PLAIN or _is_picture(c) for c in shown]
    return not all(plain) or shown[:1] == ":" or shown[-1:] == ":"
