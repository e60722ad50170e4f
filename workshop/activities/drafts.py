"""A question drafted on the spot: the facilitator's input, and errors by field."""

from dataclasses import dataclass
from typing import TypedDict

from workshop.content.localised import Localised
from workshop.errors import PropelliError
from workshop.words.clean import cleaned

MAX_QUESTION = 200
TITLE_LENGTH = 40


class QuestionError(PropelliError):
    """A field of the question that must be mended; the sentence names it."""


class EmptyQuestionError(QuestionError):
    """The question has no text."""

    id = "question_empty"


class LongQuestionError(QuestionError):
    """The question is longer than fits a projector."""

    id = "question_long"


class FewOptionsError(QuestionError):
    """A choice needs at least two options."""

    id = "options_few"


class ManyOptionsError(QuestionError):
    """More options than a phone and a projector can show."""

    id = "options_many"


class EqualOptionsError(QuestionError):
    """Two options say the same."""

    id = "options_equal"


class LongOptionError(QuestionError):
    """An option is longer than fits a bar's label."""

    id = "option_long"


class FewStatementsError(FewOptionsError):
    """A scale needs a statement."""

    id = "statements_few"


class ManyStatementsError(ManyOptionsError):
    """More statements than a projector can show."""

    id = "statements_many"


class EqualStatementsError(EqualOptionsError):
    """Two statements say the same."""

    id = "statements_equal"


class LongStatementError(LongOptionError):
    """A statement is longer than fits a row."""

    id = "statement_long"


class EmptyEndError(QuestionError):
    """An end of a scale has no name."""

    id = "end_empty"


class LongEndError(QuestionError):
    """The name of an end is longer than fits beside the steps."""

    id = "end_long"


class DraftFields(TypedDict):
    """The fields of every activity, as a draft gives them."""

    id: str
    title: Localised
    question: Localised


@dataclass(frozen=True)
class Draft:
    """What the facilitator typed into one of the forms; a form leaves the fields that it lacks as they are.

    `options` are the lines of one text, `low` and `high` the names of the ends of a scale.
    """

    form: str
    question: str
    options: str = ""
    max_answers: int = 3
    steps: int = 5
    low: str = ""
    high: str = ""
    unsure: bool = True

    def fields(self, name: str) -> DraftFields:
        """The fields of every activity, for one named `name`. Raises QuestionError."""
        question = cleaned(self.question)
        if not question:
            raise EmptyQuestionError
        if len(question) > MAX_QUESTION:
            raise LongQuestionError(max=MAX_QUESTION, n=len(question))
        return {"id": name, "title": Localised.same(_title(question)), "question": Localised.same(question)}


def _title(question: str) -> str:
    """The question as the programme lists it."""
    if len(question) <= TITLE_LENGTH:
        return question
    return question[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
