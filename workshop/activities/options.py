"""The options of a question: how the programme gives them, and what may be chosen of them."""

from collections.abc import Collection, Sequence
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from workshop.activities.answers import CleanAnswer, UnknownOptionError, submitted_texts
from workshop.activities.payloads import ApiOption
from workshop.content.localised import Localised
from workshop.content.texts import Texts
from workshop.strict_model import StrictModel

MIN_OPTIONS = 2
MAX_OPTIONS = 30
MAX_OPTION = 100


class Option(StrictModel):
    """One option of a choice question; the id is what is stored."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_]{0,39}$")
    label: Localised


def different(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options, where no two of them are the same."""
    ids = [option.id for option in options]
    labels = [option.label.fi.casefold() for option in options]
    for values in (ids, labels):
        twice = next((value for place, value in enumerate(values) if value in values[:place]), None)
        if twice is not None:
            raise PydanticCustomError("repeated", "two options are the same", {"name": twice})
    return options


Options = Annotated[
    tuple[Option, ...], Field(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS), AfterValidator(different)
]


def clean_choices(submitted: object, options: Sequence[str], *, multiple: bool) -> list[CleanAnswer]:
    """The chosen options in the question's order.

    Raises EmptyAnswerError where none is chosen, UnknownOptionError for a foreign option or one too many.
    """
    chosen = set(submitted_texts(submitted))
    if not chosen <= set(options) or (len(chosen) > 1 and not multiple):
        raise UnknownOptionError
    return [CleanAnswer(option, option) for option in options if option in chosen]


def api_options(options: Sequence[Option], lang: str) -> list[ApiOption]:
    """The options as the participant's state has them."""
    return [{"id": option.id, "label": option.label(lang)} for option in options]


def counted_options(options: Sequence[Option], removed: Sequence[Option], answered: Collection[str]) -> list[str]:
    """The ids that are counted: the question's, those removed since somebody answered them, and any that it lacks."""
    ids = [option.id for option in options]
    ids += [option.id for option in removed if option.id not in ids and option.id in answered]
    return ids + sorted(set(answered) - set(ids))


def option_label(options: Sequence[Option], removed: Sequence[Option], option_id: str, text: Texts) -> str:
    """An option as it is shown; one that was removed after it had been answered is said to be so."""
    label = next((option.label(text.lang) for option in options if option.id == option_id), None)
    if label is not None:
        return label
    earlier = next((option.label(text.lang) for option in removed if option.id == option_id), option_id)
    return text("screen.removed_option", label=earlier)
