"""Questions to the speaker: asked beside the programme, voted for, and shown with those first that most people want."""

from typing import Literal, Protocol, TypeVar

from workshop.activities.answers import CleanAnswer, EmptyAnswerError, LongAnswerError, refuse_personal_data
from workshop.words.clean import cleaned, fold

MAX_CHARS = 200
MAX_OWN = 20
"""Questions of one person in a room."""

QuestionState = Literal["waiting", "blocked", "shown", "answering", "answered", "hidden"]
"""What has become of a question: it waits for approval, the word filter keeps it back, it is shown, it is being
answered or has been, or the facilitator has hidden it."""

VOTED_FOR: tuple[QuestionState, ...] = ("shown", "answering")
PUBLIC: tuple[QuestionState, ...] = ("shown", "answering", "answered")
"""The states of a question that everybody sees."""


class Ordered(Protocol):
    """A question with what its place in a list depends on."""

    @property
    def id(self) -> int: ...

    @property
    def state(self) -> QuestionState: ...

    @property
    def votes(self) -> int: ...


Question = TypeVar("Question", bound=Ordered)

_PLACES: tuple[QuestionState, ...] = ("answering", "shown", "answered", "waiting", "blocked", "hidden")


def accepted(submitted: object) -> CleanAnswer:
    """The text of a question without personal data. Raises AnswerError."""
    if not isinstance(submitted, str):
        raise EmptyAnswerError
    text = cleaned(submitted)
    key = fold(text)
    if not key:
        raise EmptyAnswerError
    if len(text) > MAX_CHARS:
        raise LongAnswerError(text, MAX_CHARS)
    question = CleanAnswer(key, text)
    refuse_personal_data([question])
    return question


def by_votes(questions: list[Question]) -> list[Question]:
    """What is being answered, then what has most votes, the oldest of equals first; what is answered comes after."""
    return sorted(questions, key=lambda question: (_PLACES.index(question.state), -question.votes, question.id))


def public_state(state: QuestionState) -> str:
    """The state as whoever asked is told it: what the word filter keeps back waits."""
    return "waiting" if state == "blocked" else state
