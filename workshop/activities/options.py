"""The options of a question: how the programme and a draft give them, and what may be chosen of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from workshop.activities.answers import CleanAnswer, UnknownOptionError, submitted_texts
from workshop.activities.drafts import (
    EqualOptionsError,
    EqualStatementsError,
    FewOptionsError,
    FewStatementsError,
    LongOptionError,
    LongStatementError,
    ManyOptionsError,
    ManyStatementsError,
)
from workshop.content.localised import Localised
from workshop.strict_model import StrictModel
from workshop.words.clean import cleaned

MIN_OPTIONS = 2
MAX_OPTIONS = 30
MAX_OPTION = 100


@dataclass(frozen=True)
class OptionRules:
    """How many rows of a draft there may be and how long each is, and the errors of those that are not so.

    `name` begins their ids.
    """

    name: str
    least: int
    most: int
    longest: int
    few: type[FewOptionsError]
    many: type[ManyOptionsError]
    long: type[LongOptionError]
    equal: type[EqualOptionsError]


OPTION_RULES = OptionRules(
    "option", MIN_OPTIONS, MAX_OPTIONS, MAX_OPTION,
    FewOptionsError, ManyOptionsError, LongOptionError, EqualOptionsError,
)  # fmt: skip
STATEMENT_RULES = OptionRules(
    "statement", 1, 10, 140, FewStatementsError, ManyStatementsError, LongStatementError, EqualStatementsError
)


class Option(StrictModel):
    """One option of a choice question; the id is what is stored."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_]{0,39}$")
    label: Localised


def differing(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options, none of which has the id or the label of another."""
    ids = [option.id for option in options]
    labels = [option.label.fi.casefold() for option in options]
    for values in (ids, labels):
        twice = next((value for place, value in enumerate(values) if value in values[:place]), None)
        if twice is not None:
            raise PydanticCustomError("repeated", "two options are the same", {"name": twice})
    return options


Options = Annotated[
    tuple[Option, ...], Field(min_length=MIN_OPTIONS, max_length=MAX_OPTIONS), AfterValidator(differing)
]


def clean_choices(submitted: object, options: Sequence[str], *, multiple: bool) -> list[CleanAnswer]:
    """The chosen options in the question's order.

    Raises EmptyAnswerError where none is chosen, UnknownOptionError for a foreign option or one too many.
    """
    chosen = set(submitted_texts(submitted))
    if not chosen <= set(options) or (len(chosen) > 1 and not multiple):
        raise UnknownOptionError
    return [CleanAnswer(option, option) for option in options if option in chosen]


def drafted_options(lines: str, rules: OptionRules = OPTION_RULES) -> tuple[Option, ...]:
    """The options of a draft, one a line, empty lines left out. Raises QuestionError."""
    labels = [label for line in lines.splitlines() if (label := cleaned(line))]
    if len(labels) < rules.least:
        raise rules.few(min=rules.least)
    if len(labels) > rules.most:
        raise rules.many(max=rules.most, n=len(labels))
    for place, label in enumerate(labels):
        if len(label) > rules.longest:
            raise rules.long(max=rules.longest, option=f"{label[:30]}…")
        if label.casefold() in {earlier.casefold() for earlier in labels[:place]}:
            raise rules.equal(option=label)
    return tuple(
        Option(id=f"{rules.name}_{number}", label=Localised.same(label)) for number, label in enumerate(labels, 1)
    )
