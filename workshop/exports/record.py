"""The whole record of a room: the models of the JSON file, which tables and the report are made of too.

A person is a number within the room; nothing in a record leads back to a browser. `results` repeats what the projector
showed, for readers of the file; reading a record into a new room counts everything again.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from workshop.activities.answers import rounded
from workshop.activities.models import Activity
from workshop.strict_model import StrictModel
from workshop.words.entries import State

FORMAT: Literal["propelli-room-1"] = "propelli-room-1"

MergedBy = Literal["", "program", "facilitator"]
Count = Annotated[int, Field(ge=0)]
Text = Annotated[str, Field(min_length=1, max_length=200)]


class FormRecord(StrictModel):
    """All answers with one fold key: the text most people typed."""

    key: Text
    text: Text
    answers: Count


class WordRecord(StrictModel):
    """One entry of the cloud; `merged_by` tells who joined its forms or took it apart, empty for one form alone."""

    text: str
    people: Count
    answers: Count
    state: State
    merged_by: MergedBy
    forms: tuple[FormRecord, ...]


class WordsResults(StrictModel):
    """The words of a round, most people first."""

    kind: Literal["words"] = "words"
    people: Count
    words: tuple[WordRecord, ...]

    @property
    def shown(self) -> tuple[WordRecord, ...]:
        """The words that the projector draws."""
        return tuple(word for word in self.words if word.state == "shown")


class OptionRecord(StrictModel):
    """An option with the number of people who chose it and their share of those who answered."""

    id: str
    people: Count
    percent: Annotated[int, Field(ge=0, le=100)]


class ChoiceResults(StrictModel):
    """The options in the question's order."""

    kind: Literal["choice"] = "choice"
    people: Count
    options: tuple[OptionRecord, ...]

    @property
    def rounded(self) -> bool:
        """Whether the shares show that they are rounded."""
        return rounded([option.people for option in self.options], self.people)


class CriterionRecord(StrictModel):
    """How many chose each level of a criterion, from one to four, and how many could not say."""

    id: str
    levels: tuple[Count, Count, Count, Count]
    unknown: Count


class AssessmentResults(StrictModel):
    """The group's counts; `criteria` is null where fewer people answered than a distribution may be shown of."""

    kind: Literal["assessment"] = "assessment"
    people: Count
    criteria: tuple[CriterionRecord, ...] | None


class TypeRecord(StrictModel):
    """A type of the quiz; one who is two types is counted in both."""

    id: str
    people: Count


class QuizResults(StrictModel):
    """The types in the quiz's order."""

    kind: Literal["quiz"] = "quiz"
    people: Count
    types: tuple[TypeRecord, ...]

    @property
    def dual(self) -> int:
        """Number of people who are two types."""
        return sum(row.people for row in self.types) - self.people


RoundResults = Annotated[WordsResults | ChoiceResults | AssessmentResults | QuizResults, Field(discriminator="kind")]


class AnswerRecord(StrictModel):
    """One answer. `key` is the word's fold key, the option or the form's question; `text` what was typed or chosen."""

    person: Annotated[int, Field(ge=1)]
    at: AwareDatetime
    slot: Annotated[int, Field(ge=1)]
    key: Text
    text: Text


class RoundRecord(StrictModel):
    """One opening of an activity with its answers in the order of arrival."""

    number: Annotated[int, Field(ge=1)]
    opened_at: AwareDatetime
    ends_at: AwareDatetime | None
    closed_at: AwareDatetime | None
    results: RoundResults | None
    answers: tuple[AnswerRecord, ...]

    @property
    def people(self) -> int:
        """Number of people who answered."""
        return len({answer.person for answer in self.answers})


class DecisionRecord(StrictModel):
    """A decision of the facilitator that is in force, about a word's fold key."""

    kind: Literal["hide", "restore", "join", "apart", "approve"]
    key: Text
    target: Text | None
    at: AwareDatetime


class ActivityRecord(StrictModel):
    """An activity of the programme as it was in the room."""

    activity: Activity
    results_rule: Literal["always", "own", "closed", "never"]
    phone_results: bool
    decisions: tuple[DecisionRecord, ...]
    rounds: tuple[RoundRecord, ...]


class RoomRecord(StrictModel):
    """A room with everything that was gathered in it. Times are local to Helsinki, with their offset."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Propelli room")

    format: Literal["propelli-room-1"] = FORMAT
    version: str
    exported_at: AwareDatetime
    code: Annotated[str, Field(pattern=r"^[0-9]{6}$")]
    title: Text
    lang: Literal["fi", "sv", "en"]
    created_at: AwareDatetime
    closed_at: AwareDatetime | None
    retention_days: Annotated[int, Field(ge=1, le=3650)]
    approval: bool
    locked: bool
    activities: Annotated[tuple[ActivityRecord, ...], Field(min_length=1)]

    def all_rounds(self) -> Iterator[tuple[ActivityRecord, RoundRecord]]:
        """Every round with its activity, in the order of the programme."""
        for activity in self.activities:
            for one in activity.rounds:
                yield activity, one

    @property
    def people(self) -> int:
        """Number of people who answered anything."""
        return len({answer.person for _, one in self.all_rounds() for answer in one.answers})

    @property
    def answers(self) -> int:
        """Number of answers in all rounds."""
        return sum(len(one.answers) for _, one in self.all_rounds())
