"""Dots: sticker dots that each person places on the options, several on one where they like."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal, TypedDict

from pydantic import Field

from workshop.activities.activity import BaseActivity, Count, RoundCounts
from workshop.activities.answers import AnswerError, CleanAnswer, EmptyAnswerError, KeyedText, UnknownOptionError
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.form_fields import FormField, option_rows
from workshop.activities.options import (
    MAX_OPTION,
    MAX_OPTIONS,
    MIN_OPTIONS,
    Option,
    Options,
    api_options,
    counted_options,
    option_label,
)
from workshop.activities.payloads import ApiOption, OwnAnswers
from workshop.activities.round_answers import RoundAnswers
from workshop.content.texts import Texts
from workshop.strict_model import StrictModel

MIN_DOTS, MAX_DOTS, USUAL_DOTS = 3, 10, 5
MAX_DRAWN = 60
"""How many dots are drawn for one option; where it has more, each that is drawn stands for several."""
UNITS = (1, 5, 10, 50, 100, 500, 1000)
SAMPLE_PEOPLE = 40


class ManyDotsError(AnswerError):
    """More dots than one person has."""

    id = "dots_many"


class ManyDotsOnOptionError(AnswerError):
    """More dots on one option than the question allows."""

    id = "dots_on_option"


class DotsRecord(StrictModel):
    """An option with the dots on it and the number of people who placed them."""

    id: str
    dots: Count
    people: Count


class DotsResults(RoundCounts):
    """The options in the question's order."""

    kind: Literal["dots"] = "dots"
    options: tuple[DotsRecord, ...]

    @property
    def total(self) -> int:
        """All dots that were placed."""
        return sum(option.dots for option in self.options)


class DotsStateFields(TypedDict):
    """What the participant's state has of this kind; no `max_per_option` allows all dots on one option."""

    options: list[ApiOption]
    dots: int
    max_per_option: int | None


class DotsActivity(BaseActivity):
    """A question whose options share out the dots that each person has; `removed` as in a choice."""

    api_kind: ClassVar[str] = "dots"
    answer_field: ClassVar[str | None] = "dots"
    counts_class: ClassVar[type[RoundCounts] | None] = DotsResults
    form_fields: ClassVar[tuple[FormField, ...]] = (
        option_rows("options", MIN_OPTIONS, MAX_OPTIONS, MAX_OPTION),
        FormField("dots", "number", least=MIN_DOTS, most=MAX_DOTS),
        FormField("max_per_option", "number", is_required=False, least=1, most=MAX_DOTS),
    )

    kind: Literal["dots"] = "dots"
    options: Options
    removed: tuple[Option, ...] = ()
    dots: Annotated[int, Field(ge=MIN_DOTS, le=MAX_DOTS)] = USUAL_DOTS
    max_per_option: Annotated[int, Field(ge=1, le=MAX_DOTS)] | None = None

    def choices(self, lang: str) -> list[str]:
        return [option.label(lang) for option in self.options]

    def accept(self, submitted: object, content: ActivityContent) -> list[CleanAnswer]:
        """The options with dots in the question's order, their number as text. Raises AnswerError."""
        counts = clean_dots(submitted, [option.id for option in self.options])
        total = sum(counts.values())
        if total > self.dots:
            raise ManyDotsError(max=self.dots, n=total)
        if self.max_per_option is not None and max(counts.values()) > self.max_per_option:
            raise ManyDotsOnOptionError(max=self.max_per_option)
        return [CleanAnswer(option, str(count)) for option, count in counts.items()]

    def state_fields(self, ctx: ActivityContext) -> DotsStateFields:
        options = api_options(self.options, ctx.lang)
        return {"options": options, "dots": self.dots, "max_per_option": self.max_per_option}

    def own_answers(self, answers: Sequence[KeyedText], ctx: ActivityContext) -> OwnAnswers:
        """Each option with dots as `option=number`."""
        return {"left": 0 if answers else 1, "answers": [f"{answer.key}={answer.text}" for answer in answers]}

    def count(self, answers: RoundAnswers, content: ActivityContent) -> DotsResults:
        people = answers.by_person()
        dots: dict[str, int] = {}
        placers: dict[str, int] = {}
        for person in people:
            for option, text in person.items():
                if number := stored_dots(text):
                    dots[option] = dots.get(option, 0) + number
                    placers[option] = placers.get(option, 0) + 1
        ids = counted_options(self.options, self.removed, dots)
        options = (DotsRecord(id=option, dots=dots.get(option, 0), people=placers.get(option, 0)) for option in ids)
        return DotsResults(people=len(people), options=tuple(options))

    def label(self, option_id: str, text: Texts) -> str:
        """An option as it is shown; one that was removed after it had got dots is said to be so."""
        return option_label(self.options, self.removed, option_id, text)

    def participant_results(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        results = self.count(answers, ctx.content)
        rows = [{**option.model_dump(), "label": self.label(option.id, ctx.text)} for option in results.options]
        return {"n": results.people, "dots": rows}

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        """Besides the counts, how many dots are drawn of each option, and what is said of that."""
        results = self.count(answers, ctx.content)
        unit = drawn_unit([option.dots for option in results.options])
        options = [
            {
                "label": self.label(option.id, ctx.text),
                "dots": option.dots,
                "people": option.people,
                "drawn": drawn_dots(option.dots, unit),
            }
            for option in results.options
        ]
        notes = [ctx.text("screen.dots_placed", n=results.total, each=self.dots)] if results.people else []
        notes += [ctx.text("screen.dot_unit", n=unit)] if unit > 1 else []
        return {"kind": self.kind, "n": results.people, "options": options, "note": " ".join(notes) or None}

    def sample_submissions(self, content: ActivityContent) -> Sequence[dict[str, int]]:
        """People who favour the first options, each placing all dots where the limit lets them."""
        return [self._sample(person) for person in range(SAMPLE_PEOPLE)]

    def _sample(self, person: int) -> dict[str, int]:
        ids = [option.id for option in self.options]
        most = self.max_per_option or self.dots
        placed: dict[str, int] = {}
        for dot in range(min(self.dots, most * len(ids))):
            step = (person * 7 + dot * 5) % 11
            free = [option for option in ids if placed.get(option, 0) < most]
            chosen = free[step * step * len(free) // 121]
            placed[chosen] = placed.get(chosen, 0) + 1
        return placed


def clean_dots(submitted: object, options: Sequence[str]) -> dict[str, int]:
    """The options with at least one dot, in the question's order.

    Raises EmptyAnswerError where there are no dots or something else, UnknownOptionError for a foreign option.
    """
    if not isinstance(submitted, dict):
        raise EmptyAnswerError
    if not set(submitted) <= set(options):
        raise UnknownOptionError
    counts = {option: submitted[option] for option in options if option in submitted}
    if any(type(count) is not int or count < 0 for count in counts.values()) or not any(counts.values()):
        raise EmptyAnswerError
    return {option: count for option, count in counts.items() if count}


def stored_dots(text: str) -> int:
    """The number of dots that a stored text tells; 0 for a text that no person's phone could send."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(MAX_DOTS)) else 0
    return number if number <= MAX_DOTS else 0


def drawn_unit(counts: Sequence[int]) -> int:
    """How many dots each drawn one stands for, so that no option has more of them than are drawn."""
    most = max(counts, default=0)
    return next((unit for unit in UNITS if most <= MAX_DRAWN * unit), UNITS[-1])


def drawn_dots(count: int, unit: int) -> int:
    """How many dots are drawn for a count, rounded half up; a count has at least one."""
    return max(1, (2 * count + unit) // (2 * unit)) if count else 0
