"""Imports a room's JSON file as a new room: a new code and new person keys, the same answers and decisions."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from server import clock
from server.store import Store
from server.store.imports import ImportedActivity, ImportedQuestion, ImportedRound, insert_room
from server.store.rows import Room
from server.usecases.activities import stored
from server.usecases.rooms import DAY_MS, Rooms
from server.usecases.workshops import Workshops
from workshop.content.findings import document_faults
from workshop.errors import PropelliError
from workshop.exports.record import ActivityRecord, AnswerRecord, RoomRecord, RoundRecord, SpeakerQuestionRecord
from workshop.words.clean import fold

HASH_BYTES = 32
MAX_RETRACTED = 10_000
LATER_MS = 2 * DAY_MS
MAX_NUMBER = 2**31 - 1
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROL_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class RoomFileError(PropelliError):
    """The file is not a room's record; the values tell where."""

    id = "room_file"


def read_record(data: bytes) -> RoomRecord:
    """The record of a JSON file, everything in it such as can be stored and shown. Raises RoomFileError."""
    try:
        record = RoomRecord.model_validate_json(data)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise RoomFileError(place=place or "-") from error
    wrong = next(chain(_repeated(record), _out_of_bounds(record)), None)
    if wrong is not None:
        raise RoomFileError(place=wrong)
    if record.workshop is not None and (faults := document_faults(record.workshop)):
        raise RoomFileError(place=f"workshop: {faults[0].file} {faults[0].key}")
    return record


def _out_of_bounds(record: RoomRecord) -> Iterator[str]:
    """Where the file holds a time, a number or a character that no room of ours can hold."""
    latest = clock.now_ms() + LATER_MS  # another machine's clock may be ahead
    if CONTROL.search(record.title):
        yield "title"
    for place, value in _values(record.model_dump(), ()):
        if isinstance(value, str):
            fits = not CONTROL_IN_TEXT.search(value)
        elif isinstance(value, datetime):
            fits = 0 <= _ms(value) <= latest
        else:
            fits = not isinstance(value, int) or abs(value) <= MAX_NUMBER
        if not fits:
            yield ".".join(place)


def _values(value: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value of a tree with the names that lead to it."""
    if isinstance(value, dict):
        for name, child in value.items():
            yield from _values(child, (*place, str(name)))
    elif isinstance(value, tuple | list):
        for number, child in enumerate(value):
            yield from _values(child, (*place, str(number)))
    else:
        yield place, value


def _repeated(record: RoomRecord) -> Iterator[str]:
    """Where the file holds something twice that a room has once."""
    names = [activity.activity.id for activity in record.activities]
    if len(set(names)) < len(names):
        yield "activities"
    questions = record.speaker_questions
    if len({(question.person, _question_key(question)) for question in questions}) < len(questions):
        yield "speaker_questions"
    for place, question in enumerate(questions):
        if len(set(question.votes)) < len(question.votes):
            yield f"speaker_questions.{place}.votes"
    for place, activity in enumerate(record.activities):
        numbers = [round_record.number for round_record in activity.rounds]
        if len(set(numbers)) < len(numbers):
            yield f"activities.{place}.rounds"
        for number, round_record in enumerate(activity.rounds):
            keys = {(answer.person, answer.key) for answer in round_record.answers}
            slots = {(answer.person, answer.slot) for answer in round_record.answers}
            if min(len(keys), len(slots)) < len(round_record.answers):
                yield f"activities.{place}.rounds.{number}.answers"


class Importing:
    """The use case of `room import`."""

    def __init__(self, store: Store, rooms: Rooms, workshops: Workshops) -> None:
        self._store, self._rooms, self._workshops = store, rooms, workshops

    def from_json(self, data: bytes) -> Room:
        """A new room with a code of its own; nothing in it is open. Raises RoomFileError.

        Its answers keep the time to live of the room they came from: the days are counted from its creation.
        """
        record = read_record(data)
        now = clock.now_ms()
        code = self._rooms.free_code()
        room = {
            "code": code,
            "title": record.title,
            "lang": record.lang,
            "created_at": _ms(record.created_at),
            "closed_at": _ms_or_none(record.closed_at),
            "retention_days": record.retention_days,
            "approval": record.approval,
            "locked": record.locked,
            "speaker_questions": record.takes_questions,
        }
        people: dict[int, bytes] | None = {} if record.linked else None
        programme = [_activity(activity, people, now) for activity in record.activities]
        askers: dict[int, bytes] = {} if people is None else people
        questions = [_question(question, askers) for question in record.speaker_questions]

        def job(connection: sa.Connection) -> Room:
            version = self._version(connection, record)
            return insert_room(connection, {**room, "version": version}, programme, questions)

        new_room: Room = self._store.write(job, (code, "room"))
        return new_room

    def _version(self, connection: sa.Connection, record: RoomRecord) -> int:
        """The version of the file's document; of a file from before files had one, that of the built-in workshop."""
        if record.workshop is None:
            return self._workshops.version_for(connection, None)
        return self._workshops.version_with(connection, record.workshop)


def _activity(record: ActivityRecord, people: dict[int, bytes] | None, now: int) -> ImportedActivity:
    """`people` are those of the whole room; None where each round has its own."""
    rule = {"results_rule": record.results_rule, "phone_results": record.phone_results}
    decisions = [
        {"kind": decision.kind, "key": decision.key, "target": decision.target, "at": _ms(decision.at)}
        for decision in record.decisions
    ]
    return ImportedActivity(
        {**stored(record.activity), **rule},
        decisions,
        [_round(round_record, {} if people is None else people, now) for round_record in record.rounds],
    )


def _round(record: RoundRecord, people: dict[int, bytes], now: int) -> ImportedRound:
    columns = {
        "number": record.number,
        "opened_at": _ms(record.opened_at),
        "ends_at": _ms_or_none(record.ends_at),
        "closed_at": _ms_or_none(record.closed_at) or now,
    }
    retracted = [_retraction(now) for _ in range(min(record.retracted, MAX_RETRACTED))]
    return ImportedRound(columns, [_answer(answer, people) for answer in record.answers], retracted)


def _retraction(now: int) -> dict[str, Any]:
    """An answer that was taken back: only that there was one is in the file."""
    return {"participant": clock.new_secret(HASH_BYTES), "key": "", "text": "", "at": now}


def _question(record: SpeakerQuestionRecord, people: dict[int, bytes]) -> ImportedQuestion:
    columns = {
        "participant": _person(record.person, people),
        "key": _question_key(record),
        "text": record.text,
        "state": record.state,
        "at": _ms(record.at),
    }
    votes = [{"participant": _person(person, people), "at": _ms(record.at)} for person in record.votes]
    return ImportedQuestion(columns, votes)


def _question_key(record: SpeakerQuestionRecord) -> str:
    return fold(record.text) or record.text


def _person(number: int, people: dict[int, bytes]) -> bytes:
    if number not in people:
        people[number] = clock.new_secret(HASH_BYTES)
    return people[number]


def _answer(record: AnswerRecord, people: dict[int, bytes]) -> dict[str, Any]:
    return {
        "participant": _person(record.person, people),
        "slot": record.slot,
        "key": record.key,
        "text": record.text,
        "at": _ms(record.at),
    }


def _ms(time: datetime) -> int:
    return round(time.timestamp() * 1000)


def _ms_or_none(time: datetime | None) -> int | None:
    return None if time is None else _ms(time)
