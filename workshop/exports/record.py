"""The whole record of a room: the models of the JSON file, from which tables and the report are made too.

A person is a number; nothing in a record leads back to a browser. In a linked record a number means the same person in
every round, else people are numbered anew in each and times are to the minute. `results` repeats what the projector
showed, for readers of the file; reading a record into a new room counts everything again.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from workshop.activities.registry import Activity, RoundResults
from workshop.activities.text import MAX_CHARS
from workshop.content.workshop_document import WorkshopDocument
from workshop.speaker_questions import QuestionState
from workshop.strict_model import StrictModel

FORMAT: Literal["propelli-room-1"] = "propelli-room-1"

Text = Annotated[str, Field(min_length=1, max_length=200)]
AnswerText = Annotated[str, Field(min_length=1, max_length=MAX_CHARS)]


class AnswerRecord(StrictModel):
    """One answer: `text` is what was typed or chosen.

    `key` is that of the word or text, the option, or the form's question.
    """

    person: Annotated[int, Field(ge=1)]
    at: AwareDatetime
    slot: Annotated[int, Field(ge=1)]
    key: Text
    text: AnswerText


class RoundRecord(StrictModel):
    """One opening of an activity with its answers in the order of arrival.

    `retracted` is how many more their senders have taken back.
    """

    number: Annotated[int, Field(ge=1)]
    opened_at: AwareDatetime
    ends_at: AwareDatetime | None
    closed_at: AwareDatetime | None
    results: RoundResults | None
    answers: tuple[AnswerRecord, ...]
    retracted: Annotated[int, Field(ge=0)] = 0

    @property
    def people(self) -> int:
        """Number of people who answered."""
        return len({answer.person for answer in self.answers})


class DecisionRecord(StrictModel):
    """A decision of the facilitator that is in force, about a word's fold key.

    `theme` puts it into the theme `target`; `name` is about a theme: `key` is its id, `target` its name.
    """

    kind: Literal["hide", "restore", "join", "apart", "keep", "approve", "theme", "name"]
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


class SpeakerQuestionRecord(StrictModel):
    """A question to the speaker, and the people who voted for it."""

    person: Annotated[int, Field(ge=1)]
    at: AwareDatetime
    text: Text
    state: QuestionState
    votes: tuple[Annotated[int, Field(ge=1)], ...]


class RoomRecord(StrictModel):
    """A room with everything that was gathered in it. Times are local to Helsinki, with their offset.

    `workshop` is what the room was run with; files of earlier versions of the app have none, and are linked.
    `takes_questions` tells whether people may ask the speaker, `speaker_questions` what they asked.
    """

    model_config = ConfigDict(title="Propelli room")

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
    linked: bool = True
    takes_questions: bool = False
    activities: Annotated[tuple[ActivityRecord, ...], Field(min_length=1)]
    speaker_questions: tuple[SpeakerQuestionRecord, ...] = ()
    workshop: WorkshopDocument | None = None

    def all_rounds(self) -> Iterator[tuple[ActivityRecord, RoundRecord]]:
        """Every round with its activity, in the order of the programme."""
        for activity in self.activities:
            for round_record in activity.rounds:
                yield activity, round_record

    @property
    def people(self) -> int:
        """Number of people who answered anything."""
        return len({answer.person for _, round_record in self.all_rounds() for answer in round_record.answers})

    @property
    def retracted(self) -> int:
        """Number of answers that their senders have taken back."""
        return sum(round_record.retracted for _, round_record in self.all_rounds())

    @property
    def answers(self) -> int:
        """Number of answers in all rounds."""
        return sum(len(round_record.answers) for _, round_record in self.all_rounds())
