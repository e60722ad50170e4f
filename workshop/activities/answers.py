"""What answers to every kind of question have in common: the errors, and what is stored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from workshop.errors import PropelliError
from workshop.words.personal_data import personal_data


class AnswerError(PropelliError):
    """An answer that is not taken; `id` is the API's error, `answer` the refused text where one of several was."""

    answer: str | None = None


class EmptyAnswerError(AnswerError):
    """Nothing to count was typed or chosen."""

    id = "empty"


class LongAnswerError(AnswerError):
    """An answer longer than the question allows, in code points of NFC."""

    id = "long"

    def __init__(self, answer: str, most: int) -> None:
        self.answer = answer
        super().__init__(max=most, n=len(answer) - most)


class ManyAnswersError(AnswerError):
    """More answers than the question allows from one person."""

    id = "many"


class UnknownOptionError(AnswerError):
    """A choice that the question does not have, or several where one is allowed."""

    id = "option"


class PersonalDataError(AnswerError):
    """An answer by which a person could be found; the id tells what was in it."""

    def __init__(self, kind: str, answer: str) -> None:
        self.id, self.answer = f"personal_{kind}", answer
        super().__init__()


@dataclass(frozen=True)
class CleanAnswer:
    """One thing to store: the key makes it count once for one person."""

    key: str
    text: str


class KeyedText(Protocol):
    """An answer as it is read back, from wherever it is stored."""

    @property
    def key(self) -> str: ...

    @property
    def text(self) -> str: ...


MAX_SUBMITTED = 50


def submitted_texts(submitted: object) -> list[str]:
    """The texts of a submit. Raises EmptyAnswerError where there are none, too many, or something else."""
    if not isinstance(submitted, list) or not submitted or len(submitted) > MAX_SUBMITTED:
        raise EmptyAnswerError
    if not all(isinstance(text, str) for text in submitted):
        raise EmptyAnswerError
    return submitted


def clean_written(
    submitted: object, clean: Callable[[str], str], key_of: Callable[[str], str], max_chars: int
) -> list[CleanAnswer]:
    """What was written in one submit, cleaned; what has the same key twice is one answer.

    Raises EmptyAnswerError or LongAnswerError.
    """
    answers: dict[str, CleanAnswer] = {}
    for text in map(clean, submitted_texts(submitted)):
        key = key_of(text)
        if not key:
            raise EmptyAnswerError
        if len(text) > max_chars:
            raise LongAnswerError(text, max_chars)
        answers.setdefault(key, CleanAnswer(key, text))
    return list(answers.values())


def refuse_personal_data(answers: Sequence[CleanAnswer]) -> None:
    """Raises PersonalDataError where an answer holds an address, a number, an identity code or a link."""
    for answer in answers:
        if kind := personal_data(answer.text):
            raise PersonalDataError(kind, answer.text)
