"""The options of a question: how the programme gives them, and what may be chosen of them."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from workshop.activities.answers import CleanAnswer, UnknownOptionError, submitted_texts
from workshop.content.localised import Localised
from workshop.strict_model import StrictModel

MIN_OPTIONS = 2
MAX_OPTIONS = 30
MAX_OPTION = 100


class Option(StrictModel):
    """One option of a choice question; the id is what is stored."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_]{0,39}$")
    label: Localised


def _differ(options: tuple[Option, ...]) -> tuple[Option, ...]:
    ids = [option.id for option in options]
    labels = [option.label.fi.casefold() for option in options]
    for values in (ids, labels):
        twice = next((value for place, value in enumerate(values) if value in values[:place]), None)
        if twice is not None:
            raise PydanticCustomError("repeated", "two options are the same", {"name": twice})
    return options


Options = Annotated[tuple[Option, ...], Field(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS), AfterValidator(_differ)]


def clean_choices(submitted: object, options: Sequence[str], *, multiple: bool) -> list[CleanAnswer]:
    """The chosen options in the question's order.

    Raises EmptyAnswerError where none is chosen, UnknownOptionError for a foreign option or one too many.
    """
    chosen = set(submitted_texts(submitted))
    if not chosen <= set(options) or (len(chosen) > 1 and not multiple):
        raise UnknownOptionError
    return [CleanAnswer(option, option) for option in options if option in chosen]
