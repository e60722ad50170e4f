"""Choice: a question with options, of which one or several may be chosen."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, TypedDict

from pydantic import Field

from workshop.activities.activity import BaseActivity, Count, RoundCounts
from workshop.activities.answers import CleanAnswer
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.form_fields import FormField, option_rows
from workshop.activities.options import (
    MAX_OPTION,
    MAX_OPTIONS,
    MIN_OPTIONS,
    Option,
    Options,
    api_options,
    clean_choices,
    counted_options,
    option_label,
)
from workshop.activities.payloads import ApiOption
from workshop.activities.percentages import percentages, rounded
from workshop.activities.round_answers import RoundAnswers
from workshop.activities.samples import SAMPLE_PEOPLE, drawn, liking
from workshop.activities.sheet_cells import options_in, single_cell
from workshop.content.localised import Localised
from workshop.content.texts import Texts
from workshop.strict_model import StrictModel


class OptionRecord(StrictModel):
    """An option with the number of people who chose it and their share of those who answered."""

    id: str
    people: Count
    percent: Annotated[int, Field(ge=0, le=100)]


class ChoiceResults(RoundCounts):
    """The options in the question's order."""

    kind: Literal["choice"] = "choice"
    options: tuple[OptionRecord, ...]

    @property
    def rounded(self) -> bool:
        """Whether the shares show that they are rounded."""
        return rounded([option.people for option in self.options], self.people)


class ChoiceStateFields(TypedDict):
    """What the participant's state has of this kind."""

    options: list[ApiOption]
    multiple: bool


class ChoiceActivity(BaseActivity):
    """A question with options, of which one or several may be chosen.

    `removed` are options that some chose before they were taken out: they are counted on, and cannot be chosen. With
    `background`, answers to the questions after it may be looked at by group.
    """

    api_kind: ClassVar[str] = "choice"
    answer_field: ClassVar[str | None] = "choices"
    counts_class: ClassVar[type[RoundCounts] | None] = ChoiceResults
    form_fields: ClassVar[tuple[FormField, ...]] = (
        option_rows("options", MIN_OPTIONS, MAX_OPTIONS, MAX_OPTION),
        FormField("multiple", "switch"),
        FormField("background", "switch"),
        FormField("note", "text", is_required=False, max_length=200),
    )

    kind: Literal["choice"] = "choice"
    multiple: bool = False
    background: bool = False
    options: Options
    removed: tuple[Option, ...] = ()
    note: Localised | None = None

    @property
    def is_background(self) -> bool:
        return self.background

    def choices(self, lang: str) -> list[str]:
        return [option.label(lang) for option in self.options]

    def accept(self, submitted: object, content: ActivityContent) -> list[CleanAnswer]:
        """The chosen options. Raises AnswerError."""
        return clean_choices(submitted, [option.id for option in self.options], multiple=self.multiple)

    @property
    def sheet_columns(self) -> Mapping[str, Localised]:
        return {self.id: self.question}

    def submitted_in(self, cells: Mapping[str, str], unsure: frozenset[str]) -> list[str]:
        return options_in(single_cell(cells), self.options)

    def state_fields(self, ctx: ActivityContext) -> ChoiceStateFields:
        return {"options": api_options(self.options, ctx.lang), "multiple": self.multiple}

    def count(self, answers: RoundAnswers, content: ActivityContent) -> ChoiceResults:
        people, by_option = answers.counts()
        ids = counted_options(self.options, self.removed, by_option)
        counts = [by_option.get(option, 0) for option in ids]
        shares = percentages(counts, people)
        return ChoiceResults(
            people=people,
            options=tuple(
                OptionRecord(id=option, people=count, percent=share)
                for option, count, share in zip(ids, counts, shares, strict=True)
            ),
        )

    def label(self, option_id: str, text: Texts) -> str:
        """An option as it is shown; one that was removed after it had been chosen is said to be so."""
        return option_label(self.options, self.removed, option_id, text)

    @property
    def group_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)

    def group_name(self, group: str, text: Texts) -> str:
        return self.label(group, text)

    def participant_results(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        """People, each option's count and share of the people in the question's order, and whether the shares show
        that they are rounded."""
        results = self.count(answers, ctx.content)
        options = [
            {
                "id": counted.id,
                "label": self.label(counted.id, ctx.text),
                "count": counted.people,
                "percent": counted.percent,
            }
            for counted in results.options
        ]
        return {"n": results.people, "options": options, "rounded": results.rounded}

    def projector_result(self, answers: RoundAnswers, ctx: ActivityContext) -> dict[str, Any]:
        results = self.participant_results(answers, ctx)
        if ctx.orders_by_count:
            results["options"].sort(key=lambda option: -option["count"])
        notes = [self.note(ctx.lang)] if self.note else []
        notes += [ctx.text("participant.rounded")] if results["rounded"] else []
        return {"kind": self.kind, **results, "note": " ".join(notes) or None}

    def sample_submissions(self, content: ActivityContent) -> list[list[str]]:
        """Up to three options of each person, where several may be chosen."""
        return [self._sample(person) for person in range(SAMPLE_PEOPLE)]

    def _sample(self, person: int) -> list[str]:
        ids = [option.id for option in self.options]
        number = drawn((1, 2, 3), (3, 2, 1), self.id, person) if self.multiple else 1
        weights = [liking(option) for option in ids]
        return list(dict.fromkeys(drawn(ids, weights, self.id, person, turn) for turn in range(number)))
