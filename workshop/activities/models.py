"""What an activity of the workshop is: the models that `data/workshop.yaml` and questions made on the spot must fit."""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from workshop.content.localised import Localised
from workshop.strict_model import StrictModel

MAX_QUESTION = 200
MAX_OPTIONS = 30


class _Activity(StrictModel):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    title: Localised
    question: Localised
    help: Localised | None = None


class WordsActivity(_Activity):
    """An open question answered with single words or short phrases; lengths in code points of NFC.

    `empty` is shown on the projector before the first answer.
    """

    kind: Literal["words"] = "words"
    max_answers: int = Field(default=3, ge=1, le=10)
    max_chars: int = Field(default=40, ge=1, le=80)
    empty: Localised | None = None


class Option(StrictModel):
    """One option of a choice question; the id is what is stored."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_]{0,39}$")
    label: Localised


class ChoiceActivity(_Activity):
    """A question with options, of which one or several may be chosen."""

    kind: Literal["choice"] = "choice"
    multiple: bool = False
    options: tuple[Option, ...] = Field(min_length=2, max_length=MAX_OPTIONS)
    note: Localised | None = None

    @field_validator("options")
    @classmethod
    def _options_differ(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        ids = [option.id for option in options]
        labels = [option.label.fi.casefold() for option in options]
        for values in (ids, labels):
            twice = next((value for place, value in enumerate(values) if value in values[:place]), None)
            if twice is not None:
                raise PydanticCustomError("repeated", "two options are the same", {"name": twice})
        return options


class AssessmentActivity(_Activity):
    """The self-assessment of `data/criteria.yaml`, answered as a form."""

    kind: Literal["assessment"] = "assessment"


class QuizActivity(_Activity):
    """The quiz of `data/quiz.yaml`, answered as a form."""

    kind: Literal["quiz"] = "quiz"


class LinkActivity(_Activity):
    """A page of the app that the phones are pointed to, such as the examples."""

    kind: Literal["link"] = "link"
    href: str = Field(pattern=r"^/[a-z]*$")


Activity = Annotated[
    WordsActivity | ChoiceActivity | AssessmentActivity | QuizActivity | LinkActivity, Field(discriminator="kind")
]
