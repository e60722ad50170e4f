"""The store's results: plain values, not bound to a connection."""

from dataclasses import dataclass
from typing import Literal

from workshop.speaker_questions import QuestionState

View = Literal["join", "question", "results", "unsorted", "by_count", "hold", "questions"]
"""What is projected; `unsorted` are results without their themes, `by_count` those with the most chosen first,
`questions` those to the speaker.
"""
RESULT_VIEWS: frozenset[View] = frozenset(("results", "unsorted", "by_count"))
ResultsRule = Literal["always", "own", "closed", "never"]
GRACE_MS = 2_000


@dataclass(frozen=True)
class Room:
    """A workshop. `activity` is the id of the current one, `rev` grows with every change that phones must see.

    `shown_round` is the id of an earlier round that is projected instead of the latest one, `version` that of the
    version of a workshop that it runs. Its results have an address of their own from `published_at` on.
    `grouping` is how answers are looked at by group, None for all together. With `speaker_questions`, people ask the
    speaker beside the programme. With `own_pace`, phones have every question whose round is not closed at once. With
    `shared_phones`, another person may go on with a phone.
    """

    id: int
    code: str
    title: str
    lang: str
    created_at: int
    closed_at: int | None
    retention_days: int
    key_number: int
    rev: int
    activity: int | None
    view: View
    approval: bool
    locked: bool
    shown_round: int | None = None
    version: int | None = None
    grouping: str | None = None
    published_at: int | None = None
    speaker_questions: bool = False
    moderator_key_number: int = 1
    own_pace: bool = False
    shared_phones: bool = False


@dataclass(frozen=True)
class Round:
    """One opening of an activity; times in milliseconds since 1970."""

    id: int
    activity: int
    number: int
    opened_at: int
    ends_at: int | None
    closed_at: int | None

    @property
    def public_id(self) -> str:
        return f"r{self.id}"

    def is_open(self, now: int) -> bool:
        """Whether people see the question as open."""
        return self.closed_at is None and (self.ends_at is None or now < self.ends_at)

    def takes_answers(self, now: int) -> bool:
        """Open, or ended by the countdown so recently that an answer may still be on its way."""
        return self.closed_at is None and (self.ends_at is None or now < self.ends_at + GRACE_MS)


@dataclass(frozen=True)
class StoredActivity:
    """An activity of a room: its model as JSON, and how its results are shown."""

    id: int
    room: int
    name: str
    position: int
    spec: str
    results_rule: ResultsRule
    phone_results: bool


@dataclass(frozen=True)
class ActiveRound:
    """An activity that has been opened: its latest round too."""

    room: Room
    activity: StoredActivity
    round: Round


@dataclass(frozen=True)
class RoomState:
    """The state of a room, read in one query: the room, its activity, and that activity's latest round."""

    room: Room
    activity: StoredActivity | None
    round: Round | None

    @property
    def active(self) -> ActiveRound | None:
        """The same where an activity is chosen and has been opened, else None."""
        if self.activity is None or self.round is None:
            return None
        return ActiveRound(self.room, self.activity, self.round)


@dataclass(frozen=True)
class StoredAnswer:
    """One stored answer; `participant` is a keyed hash that never leaves the server.

    `lang` is the language of the page that a word was typed on, where the content has several; nothing exports it.
    """

    id: int
    round: int
    participant: bytes
    slot: int
    key: str
    text: str
    at: int
    lang: str | None = None


@dataclass(frozen=True)
class ModerationAction:
    """What the facilitator decided of a word: `hide` or `restore` it, `join` it to another, take it `apart`, `keep` it.

    `theme` puts it into the theme `target`, None for out of any; `name` gives the theme `key` the name `target`, None
    where it is removed.
    """

    id: int
    activity: int
    kind: str
    key: str
    target: str | None
    at: int


@dataclass(frozen=True)
class Withdrawal:
    """Answers taken out until they are put back: those from `since` to `until`, or where that is None, of some people.

    `answers` is how many there are now.
    """

    id: int
    since: int | None
    until: int
    answers: int


@dataclass(frozen=True)
class SpeakerQuestion:
    """A question to the speaker with the number of people who have voted for it."""

    id: int
    participant: bytes
    text: str
    state: QuestionState
    at: int
    votes: int


@dataclass(frozen=True)
class Retraction:
    """An answer that whoever gave it has taken back, and has not given again."""

    round: int
    text: str
