"""Results: rounds, clouds and the whole record of a room for exports."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from server import clock
from server.store import Reader, Store, answers, retractions, speaker_questions
from server.store import rooms as table
from server.store.rows import ModerationAction, Room, Round, StoredActivity, StoredAnswer
from server.usecases.activities import model_of
from server.usecases.contents import Contents
from server.usecases.moment import MomentCache
from server.usecases.results_cache import ResultsCache
from server.version import version
from workshop.activities.registry import Activity, RoundResults
from workshop.content.content import Content
from workshop.exports.record import (
    ActivityRecord,
    AnswerRecord,
    DecisionRecord,
    RoomRecord,
    RoundRecord,
    SpeakerQuestionRecord,
)
from workshop.exports.tables import ExportBasis
from workshop.exports.unlinked import unlinked
from workshop.words.cloud.cloud import WIDE, Cloud


@dataclass(frozen=True)
class RoundInRoom:
    """One round of an activity with its place in the room."""

    activity_id: int
    activity: Activity
    round: Round


class RoomResults:
    """What rooms have gathered, by a reader of the store. Reading disturbs nothing; it works while a round is open."""

    def __init__(self, reader: Reader, contents: Contents, counts: ResultsCache | MomentCache) -> None:
        self._store, self._contents, self._results_cache = reader, contents, counts

    def rounds(self, code: str) -> list[RoundInRoom]:
        """Every round of the room in the programme's order. Raises UnknownRoomError."""
        room = self._room(code)
        rounds = self._store.read(table.rounds_of, room.id)
        return [
            RoundInRoom(activity.id, model_of(activity), round_)
            for activity in self._store.read(table.activities_of, room.id)
            for round_ in rounds
            if round_.activity == activity.id
        ]

    def cloud(self, code: str, room_round: RoundInRoom) -> Cloud:
        """The cloud of a round with the places the projector gave its words, and the themes they stand in."""
        round_answers = self._results_cache.round_answers(code, room_round.activity_id, room_round.round.id)
        by_theme = room_round.activity.by_theme(round_answers)
        marked = by_theme is not None and bool(by_theme.themes)
        cloud = self._results_cache.cloud(
            code, room_round.activity_id, room_round.round.id, WIDE, newest=True, marked=marked
        )
        return cloud if by_theme is None else cloud.themed(by_theme.numbers())

    def content(self, code: str) -> Content:
        """The content of the room's version. Raises UnknownRoomError."""
        return self._contents.of_room(self._room(code))

    def basis(self, code: str, lang: str, *, linked: bool = False) -> ExportBasis:
        """What every file is made from, in one language; `linked` lists each person's answers together.

        Raises UnknownRoomError.
        """
        content, record = self.content(code), self.record(code)
        rows = record if linked else unlinked(record, content.min_group, clock.shuffled)
        return ExportBasis(content=content, text=content.texts[lang], record=record, rows=rows)

    def record(self, code: str) -> RoomRecord:
        """The whole room; people are numbered in the order of their first answer. Raises UnknownRoomError."""
        room = self._room(code)
        numbers: dict[bytes, int] = {}
        return RoomRecord(
            version=version(),
            exported_at=clock.local(clock.now_ms()),
            code=room.code,
            title=room.title,
            lang=room.lang,
            created_at=clock.local(room.created_at),
            closed_at=_local(room.closed_at),
            retention_days=room.retention_days,
            approval=room.approval,
            locked=room.locked,
            activities=tuple(
                self._activity(room, activity, numbers) for activity in self._store.read(table.activities_of, room.id)
            ),
            takes_questions=room.speaker_questions,
            speaker_questions=self._speaker_questions(room, numbers),
            workshop=self._contents.of_room(room).document,
        )

    def _activity(self, room: Room, stored: StoredActivity, numbers: dict[bytes, int]) -> ActivityRecord:
        activity = model_of(stored)
        decisions = self._store.read(table.decisions_of, stored.id)
        rounds = [round_ for round_ in self._store.read(table.rounds_of, room.id) if round_.activity == stored.id]
        retracted = Counter(
            retraction.round for retraction in self._store.read(retractions.in_force, [round_.id for round_ in rounds])
        )
        return ActivityRecord(
            activity=activity,
            results_rule=stored.results_rule,
            phone_results=stored.phone_results,
            decisions=tuple(_decision(decision) for decision in decisions),
            rounds=tuple(
                RoundRecord(
                    number=round_.number,
                    opened_at=clock.local(round_.opened_at),
                    ends_at=_local(round_.ends_at),
                    closed_at=_local(round_.closed_at),
                    answers=tuple(_answer(answer, numbers) for answer in self._store.read(answers.since, round_.id)),
                    results=self.counts(room, RoundInRoom(stored.id, activity, round_)),
                    retracted=retracted[round_.id],
                )
                for round_ in rounds
            ),
        )

    def _speaker_questions(self, room: Room, numbers: dict[bytes, int]) -> tuple[SpeakerQuestionRecord, ...]:
        voters = self._store.read(speaker_questions.voters, room.id)
        return tuple(
            SpeakerQuestionRecord(
                person=_person(question.participant, numbers),
                at=clock.local(question.at),
                text=question.text,
                state=question.state,
                votes=tuple(_person(voter, numbers) for voter in voters.get(question.id, ())),
            )
            for question in self._store.read(speaker_questions.all_of, room.id)
        )

    def counts(self, room: Room, room_round: RoundInRoom) -> RoundResults | None:
        """The counts of a round, from the same source as the projector's."""
        round_answers = self._results_cache.round_answers(room.code, room_round.activity_id, room_round.round.id)
        return room_round.activity.count(round_answers, self._contents.of_room(room))

    def _room(self, code: str) -> Room:
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        return current.room


class Results(RoomResults):
    """The results as they are at each call."""

    def __init__(self, store: Store, contents: Contents, tallies: ResultsCache) -> None:
        super().__init__(store, contents, tallies)
        self._whole_store, self._live_counts = store, tallies

    @contextmanager
    def moment(self) -> Iterator[RoomResults]:
        """The results of one moment, for a file: its parts agree however many answer meanwhile."""
        with self._whole_store.snapshot() as snapshot:
            yield RoomResults(snapshot, self._contents, MomentCache(snapshot, self._live_counts))


def _local(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else clock.local(milliseconds)


def _person(participant: bytes, numbers: dict[bytes, int]) -> int:
    return numbers.setdefault(participant, len(numbers) + 1)


def _answer(answer: StoredAnswer, numbers: dict[bytes, int]) -> AnswerRecord:
    return AnswerRecord(
        person=_person(answer.participant, numbers),
        at=clock.local(answer.at),
        slot=answer.slot,
        key=answer.key,
        text=answer.text,
    )


def _decision(decision: ModerationAction) -> DecisionRecord:
    return DecisionRecord(
        kind=decision.kind,
        key=decision.key,
        target=decision.target,
        at=clock.local(decision.at),
    )
