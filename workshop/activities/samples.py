"""Made-up people for previews: some forty, the same at every call, who choose by chance that is none.

What they type is in the first language of the content's texts.
"""

import zlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

from workshop.activities.context import ActivityContent
from workshop.content.texts import Texts

SAMPLE_PEOPLE = 40
_RANGE = 2**32
Choice = TypeVar("Choice")


def drawn(choices: Sequence[Choice], weights: Sequence[int], *names: object) -> Choice:
    """One of the choices, the oftener the heavier it is; the same for the same names. Weights are above 0."""
    number = zlib.crc32("/".join(map(str, names)).encode()) * sum(weights) // _RANGE
    for choice, weight in zip(choices, weights, strict=True):
        number -= weight
        if number < 0:
            return choice
    return choices[-1]


def liking(name: str) -> int:
    """How much the people like what has this name: so bars differ, whatever the options are."""
    return 2 + zlib.crc32(name[::-1].encode()) % 23


def sample_words(content: ActivityContent, key: str = "editor.preview.words") -> list[str]:
    """The words that the people know, the commonest first: a line of the texts, parted by commas."""
    return [word.strip() for word in speech(content)(key).split(",")]


def speech(content: ActivityContent) -> Texts:
    """The texts of the language that the people speak."""
    return next(iter(content.texts.values()))


def sample_form(questions: Mapping[str, Sequence[str]], person: int) -> dict[str, str]:
    """One person's form: an option of each question."""
    return {
        question: drawn(options, [liking(question + option) for option in options], question, person)
        for question, options in questions.items()
    }
