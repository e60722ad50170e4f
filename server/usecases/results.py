"""The organiser's use cases: rounds, words and the whole record of a room as it is taken home."""

from dataclasses import dataclass
from datetime import datetime

from server import clock
from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import ModerationAction, Room, Round, StoredActivity, StoredAnswer
from server.usecases.activities import model_of
from server.usecases.results_cache import ResultsCache, RoundWords
from server.version import version
from workshop.activities.models import Activity, AssessmentActivity, ChoiceActivity, QuizActivity, WordsActivity
from workshop.assessment import form as assessment_form
from workshop.content.loader import Content
from workshop.exports import record as export_record
from workshop.exports.record import ActivityRecord, AnswerRecord, DecisionRecord, RoomRecord, RoundRecord
from workshop.exports.tables import ExportBasis
from workshop.quiz.rules import crowd
from workshop.words.cloud.layout import WIDE, Cloud
from workshop.words.entries import Entry


@dataclass(frozen=True)
class RoundResults:
    """One round of an activity with its place in the room."""

    activity_id: int
    activity: Activity
    round: Round


class Results:
    """What a room has gathered. Reading disturbs nothing; it works while a round is open."""

    def __init__(self, store: Store, content: Content, tallies: ResultsCache) -> None:
        self._store, self._content, self._results_cache = store, content, tallies

    def rounds(self, code: str) -> list[RoundResults]:
        """Every round of the room in the programme's order. Raises UnknownRoomError."""
        room = self._room(code)
        rounds = self._store.read(table.rounds_of, room.id)
        return [
            RoundResults(activity.id, model_of(activity), one)
            for activity in self._store.read(table.activities_of, room.id)
            for one in rounds
            if one.activity == activity.id
        ]

    def cloud(self, code: str, of: RoundResults) -> Cloud:
        """The cloud of a round with the places the projector gave its words."""
        return self._results_cache.cloud(code, of.activity_id, of.round.id, WIDE, newest=True)

    def basis(self, code: str, lang: str) -> ExportBasis:
        """What every file is made from, in one language. Raises UnknownRoomError."""
        content = self._content
        return ExportBasis(self.record(code), content.criteria, content.quiz, content.min_group, content.texts[lang])

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
        )

    def _activity(self, room: Room, stored: StoredActivity, numbers: dict[bytes, int]) -> ActivityRecord:
        activity = model_of(stored)
        decisions = self._store.read(table.decisions_of, stored.id)
        rounds = [one for one in self._store.read(table.rounds_of, room.id) if one.activity == stored.id]
        return ActivityRecord(
            activity=activity,
            results_rule=stored.results_rule,
            phone_results=stored.phone_results,
            decisions=tuple(_decision(decision) for decision in decisions),
            rounds=tuple(
                RoundRecord(
                    number=one.number,
                    opened_at=clock.local(one.opened_at),
                    ends_at=_local(one.ends_at),
                    closed_at=_local(one.closed_at),
                    answers=tuple(_answer(answer, numbers) for answer in self._store.read(answers.since, one.id)),
                    results=self._results(room.code, RoundResults(stored.id, activity, one), decisions),
                )
                for one in rounds
            ),
        )

    def _results(
        self, code: str, of: RoundResults, decisions: list[ModerationAction]
    ) -> export_record.RoundResults | None:
        """The counts of a round, from the same source as the projector's."""
        if isinstance(of.activity, WordsActivity):
            return _words(self._results_cache.words(code, of.activity_id, of.round.id, whole=True), decisions)
        if isinstance(of.activity, ChoiceActivity):
            counted = self._results_cache.choice(of.round.id, of.activity, "fi")
            options = [
                export_record.OptionRecord(id=one["id"], people=one["count"], percent=one["percent"])
                for one in counted["options"]
            ]
            return export_record.ChoiceResults(people=counted["n"], options=tuple(options))
        if isinstance(of.activity, AssessmentActivity):
            return self._assessment(of.round.id)
        if isinstance(of.activity, QuizActivity):
            found = crowd(self._content.quiz, self._results_cache.forms(of.round.id))
            types = (export_record.TypeRecord(id=name, people=count) for name, count in found.counts.items())
            return export_record.QuizResults(people=found.n, types=tuple(types))
        return None

    def _assessment(self, round_id: int) -> export_record.AssessmentResults:
        forms = self._results_cache.forms(round_id)
        rows = assessment_form.group(self._content.criteria, forms, self._content.min_group)
        criteria = None
        if rows is not None:
            criteria = tuple(
                export_record.CriterionRecord(id=row.criterion, levels=row.counts, unknown=row.unknown) for row in rows
            )
        return export_record.AssessmentResults(people=len(forms), criteria=criteria)

    def _room(self, code: str) -> Room:
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        return current.room


def _local(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else clock.local(milliseconds)


def _answer(answer: StoredAnswer, numbers: dict[bytes, int]) -> AnswerRecord:
    return AnswerRecord(
        person=numbers.setdefault(answer.participant, len(numbers) + 1),
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


def _words(words: RoundWords, decisions: list[ModerationAction]) -> export_record.WordsResults:
    touched = {key for one in decisions if one.kind in {"join", "apart"} for key in (one.key, one.target)}
    return export_record.WordsResults(
        people=words.people,
        words=tuple(
            export_record.WordRecord(
                text=entry.text,
                people=entry.count,
                answers=entry.answers,
                state=entry.state,
                merged_by=_merged_by(entry, touched),
                forms=tuple(
                    export_record.FormRecord(key=form.key, text=form.text, answers=form.answers) for form in entry.forms
                ),
            )
            for entry in words.entries
        ),
    )


def _merged_by(entry: Entry, touched: set[str | None]) -> export_record.MergedBy:
    """Who made the entry what it is: the facilitator where any of its forms was joined or taken apart."""
    if any(form.key in touched for form in entry.forms):
        return "facilitator"
    return "program" if len(entry.forms) > 1 else ""
