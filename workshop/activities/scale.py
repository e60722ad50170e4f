"""Scale: statements, each answered on the same steps between two named ends, or with not being able to say."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, TypedDict

from babel.numbers import format_decimal
from pydantic import AfterValidator, BeforeValidator, Field

from workshop.activities.activity import BaseActivity, Count, RoundCounts
from workshop.activities.answers import CleanAnswer, EmptyAnswerError, KeyedText, UnknownOptionError
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.distribution import mean, median
from workshop.activities.form_fields import FormField, option_rows
from workshop.activities.options import Option, different
from workshop.activities.payloads import ApiOption, OwnAnswers
from workshop.activities.percentages import percentages, rounded
from workshop.activities.round_answers import RoundAnswers
from workshop.activities.samples import SAMPLE_PEOPLE
from workshop.activities.sheet_cells import step_in
from workshop.content.localised import Localised
from workshop.content.texts import Texts
from workshop.strict_model import StrictModel

STEPS = (4, 5, 7)
UNSURE = "unsure"
"""What is stored of a statement that somebody cannot say anything of."""

MIN_STATEMENTS, MAX_STATEMENTS = 1, 10
MAX_STATEMENT, MAX_END = 140, 40
"""Lengths in characters."""


def _whole(steps: object) -> object:
    """A form's choice comes as text."""
    return int(steps) if isinstance(steps, str) and steps.isascii() and steps.isdecimal() else steps


Statements = Annotated[
    tuple[Option, ...],
    Field(min_length=MIN_STATEMENTS, max_length=MAX_STATEMENTS),
    AfterValidator(different),
]
Step = Annotated[int, Field(ge=1, le=7)]


class StatementRecord(StrictModel):
    """How many chose each step of a statement, from the low end on, and how many could not say.

    `median` has the steps of the two middle answers; `mean` is null where fewer than five have chosen a step.
    """

    id: str
    steps: tuple[Count, ...]
    unsure: Count
    median: tuple[Step, Step] | None
    mean: Annotated[float, Field(ge=1, le=7)] | None

    @property
    def answers(self) -> int:
        """Number of those who chose a step."""
        return sum(self.steps)


class ScaleResults(RoundCounts):
    """The statements in the question's order."""

    kind: Literal["scale"] = "scale"
    statements: tuple[StatementRecord, ...]

    @property
    def rounded(self) -> bool:
        """Whether the shares of any statement show that they are rounded."""
        return any(rounded(statement.steps, statement.answers) for statement in self.statements)


class ScaleStateFields(TypedDict):
    """What the participant's state has of this kind."""

    statements: list[ApiOption]
    steps: int
    low: str
    high: str
    unsure: bool


class ScaleActivity(BaseActivity):
    """Statements on `steps` steps from `low` to `high`; `unsure` lets people say that they cannot say."""

    api_kind: ClassVar[str] = "scale"
    answer_field: ClassVar[str | None] = "scale"
    counts_class: ClassVar[type[RoundCounts] | None] = ScaleResults
    form_fields: ClassVar[tuple[FormField, ...]] = (
        option_rows("statements", MIN_STATEMENTS, MAX_STATEMENTS, MAX_STATEMENT),
        FormField("steps", "choice", choices=tuple(map(str, STEPS))),
        FormField("low", "text", max_length=MAX_END),
        FormField("high", "text", max_length=MAX_END),
        FormField("unsure", "switch"),
    )

    kind: Literal["scale"] = "scale"
    statements: Statements
    steps: Annotated[Literal[4, 5, 7], BeforeValidator(_whole)] = 5
    low: Localised
    high: Localised
    unsure: bool = True

    def choices(self, lang: str) -> list[str]:
        """The statements."""
        return [statement.label(lang) for statement in self.statements]

    def accept(self, submitted: object, content: ActivityContent) -> list[CleanAnswer]:
        """A step or None for every statement.

        Raises EmptyAnswerError where one is unanswered, UnknownOptionError for a foreign statement or step.
        """
        if not isinstance(submitted, dict) or not submitted:
            raise EmptyAnswerError
        ids = [statement.id for statement in self.statements]
        if not set(submitted) <= set(ids):
            raise UnknownOptionError
        if len(submitted) < len(ids):
            raise EmptyAnswerError
        return [CleanAnswer(statement, self._stored(submitted[statement])) for statement in ids]

    def _stored(self, step: object) -> str:
        if step is None and self.unsure:
            return UNSURE
        if type(step) is not int or not 1 <= step <= self.steps:
            raise UnknownOptionError
        return str(step)

    @property
    def sheet_columns(self) -> Mapping[str, Localised]:
        """A column for each statement."""
        return {statement.id: statement.label for statement in self.statements}

    def submitted_in(self, cells: Mapping[str, str], unsure: frozenset[str]) -> dict[str, int | None]:
        return {statement: step_in(cell, unsure) for statement, cell in cells.items()}

    def state_fields(self, ctx: ActivityContext) -> ScaleStateFields:
        return {
            "statements": [{"id": statement.id, "label": statement.label(ctx.lang)} for statement in self.statements],
            "steps": self.steps,
            "low": self.low(ctx.lang),
            "high": self.high(ctx.lang),
            "unsure": self.unsure,
        }

    def own_answers(self, answers: Sequence[KeyedText], ctx: ActivityContext) -> OwnAnswers:
        """Each answer as `statement=step`."""
        return {"left": 0 if answers else 1, "answers": [f"{answer.key}={answer.text}" for answer in answers]}

    def count(self, answers: RoundAnswers, content: ActivityContent) -> ScaleResults:
        people, counts = answers.counts_by_key()
        records = (self._record(statement.id, counts.get(statement.id, {})) for statement in self.statements)
        return ScaleResults(people=people, statements=tuple(records))

    def _record(self, statement: str, counts: Mapping[str, int]) -> StatementRecord:
        steps = tuple(counts.get(str(step), 0) for step in range(1, self.steps + 1))
        unsure = counts.get(UNSURE, 0)
        return StatementRecord(id=statement, steps=steps, unsure=unsure, median=median(steps), mean=mean(steps))

    def label(self, statement: str, lang: str) -> str:
        """A statement by its id; one that the question does not have stands by its id."""
        return next((known.label(lang) for known in self.statements if known.id == statement), statement)

    def participant_results(self, answers: RoundAnswers, ctx: ActivityContext) -> Mapping[str, Any]:
        """People, and the distribution of each statement; `summary` tells the median and the mean in the language."""
        results = self.count(answers, ctx.content)
        statements = [
            {
                "id": statement.id,
                "label": self.label(statement.id, ctx.lang),
                "steps": list(statement.steps),
                "percents": percentages(statement.steps, statement.answers),
                "unsure": statement.unsure,
                "median": statement.median,
                "mean": statement.mean,
                "summary": summary(statement, ctx.text),
            }
            for statement in results.statements
        ]
        return {"n": results.people, "statements": statements, "rounded": results.rounded}

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> Mapping[str, Any]:
        results = self.participant_results(answers, ctx)
        has_median = any(row["median"] for row in results["statements"])
        notes = [ctx.text("screen.median_framed")] if has_median else []
        notes += [ctx.text("screen.shares_rounded")] if results["rounded"] else []
        ends = {"low": self.low(ctx.lang), "high": self.high(ctx.lang), "has_unsure": self.unsure}
        return {"kind": self.kind, **results, **ends, "note": " ".join(notes) or None}

    def sample_submissions(self, content: ActivityContent) -> Sequence[object]:
        """Each statement leans to a step of its own; every ninth answer cannot say."""
        return [
            {statement.id: self._sample(person, place) for place, statement in enumerate(self.statements)}
            for person in range(SAMPLE_PEOPLE)
        ]

    def _sample(self, person: int, place: int) -> int | None:
        mixed = person * 7 + place * 5
        if self.unsure and mixed % 9 == 8:
            return None
        spread = (mixed % 5 - 2) if person % 3 else (mixed % 3 - 1)
        return min(self.steps, max(1, 1 + (place * 2 + 2) % self.steps + spread))


def summary(statement: StatementRecord, text: Texts) -> list[str]:
    """The median, and the mean where there is one, as they are told."""
    if statement.median is None:
        return []
    low, high = statement.median
    told_median = text("screen.median", n=low) if low == high else text("screen.median_between", low=low, high=high)
    if statement.mean is None:
        return [told_median]
    return [told_median, text("screen.mean", n=format_decimal(statement.mean, "0.0", locale=text.lang))]
