"""The rules of answering: what an answer to a question may be, and what the counts say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.errors import PropelliError
from workshop.words.clean import cleaned, fold
from workshop.words.personal_data import personal_data


class AnswerError(PropelliError):
    """An answer that is not taken; `id` is the wire's error, `answer` the refused text where one of several was."""

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


MAX_GIVEN = 50


def _texts(given: object) -> list[str]:
    if not isinstance(given, list) or not given or len(given) > MAX_GIVEN or not all(isinstance(g, str) for g in given):
        raise EmptyAnswerError
    return given


def words_given(given: object, max_chars: int) -> list[CleanAnswer]:
    """The words of one submit, cleaned; the same word twice is one.

    Raises EmptyAnswerError or LongAnswerError.
    """
    answers: dict[str, CleanAnswer] = {}
    for text in map(cleaned, _texts(given)):
        key = fold(text)
        if not key:
            raise EmptyAnswerError
        if len(text) > max_chars:
            raise LongAnswerError(text, max_chars)
        answers.setdefault(key, CleanAnswer(key, text))
    return list(answers.values())


def refuse_personal_data(given: Sequence[CleanAnswer]) -> None:
    """Raises PersonalDataError where an answer holds an address, a number, an identity code or a link."""
    for one in given:
        if kind := personal_data(one.text):
            raise PersonalDataError(kind, one.text)


def choices_given(given: object, options: Sequence[str], *, multiple: bool) -> list[CleanAnswer]:
    """The chosen options in the question's order.

    Raises EmptyAnswerError where none is chosen, UnknownOptionError for a foreign option or one too many.
    """
    chosen = set(_texts(given))
    if not chosen <= set(options) or (len(chosen) > 1 and not multiple):
        raise UnknownOptionError
    return [CleanAnswer(option, option) for option in options if option in chosen]


def form_given(given: object, questions: Mapping[str, Sequence[str]]) -> list[CleanAnswer]:
    """The answers of a form, one option a question, every question answered.

    Raises EmptyAnswerError where a question is unanswered, UnknownOptionError for a foreign question or option.
    """
    if not isinstance(given, dict) or not given:
        raise EmptyAnswerError
    for question, option in given.items():
        if not isinstance(option, str) or option not in questions.get(question, ()):
            raise UnknownOptionError
    if set(given) != set(questions):
        raise EmptyAnswerError
    return [CleanAnswer(question, given[question]) for question in questions]


def percentages(counts: Sequence[int], respondents: int) -> list[int]:
    """Each count as a whole percentage of the respondents.

    Equal counts always get equal percentages, so that a tie is drawn as a tie. Where every respondent chose exactly one
    option, the percentages add up to 100 by the largest remainder, unless that would tell equal counts apart. Then, and
    where several could be chosen, each is rounded half up on its own; `rounded` tells whether that shows.
    """
    if respondents <= 0:
        return [0 for _ in counts]
    nearest = [(200 * count + respondents) // (2 * respondents) for count in counts]
    if sum(counts) != respondents:
        return nearest
    shares = [100 * count // respondents for count in counts]
    missing = 100 - sum(shares)
    by_remainder = sorted(set(counts), key=lambda count: (-(100 * count % respondents), -count))
    for count in by_remainder:
        alike = [index for index, other in enumerate(counts) if other == count]
        if len(alike) > missing:
            return nearest if missing else shares  # a tie that cannot be raised whole
        for index in alike:
            shares[index] += 1
        missing -= len(alike)
    return shares


def rounded(counts: Sequence[int], respondents: int) -> bool:
    """Whether the percentages of one choice each do not add up to 100."""
    return respondents > 0 and sum(counts) == respondents and sum(percentages(counts, respondents)) != 100
