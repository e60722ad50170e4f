"""A room's file read back into a new room: another code, other people's keys, the same answers and decisions."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from server import clock
from server.store import Store
from server.store.imports import ImportedActivity, ImportedRound, keep
from server.store.rows import Room
from server.usecases.activities import stored
from server.usecases.rooms import Rooms
from workshop.errors import PropelliError
from workshop.export_record import ActivityRecord, AnswerRecord, RoomRecord, RoundRecord

HASH_BYTES = 32


class RoomFileError(PropelliError):
    """The file is not a room's record; the values tell where."""

    id = "room_file"


def read_record(data: bytes) -> RoomRecord:
    """The record of a JSON file. Raises RoomFileError."""
    try:
        record = RoomRecord.model_validate_json(data)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise RoomFileError(place=place or "-") from error
    twice = next(_repeated(record), None)
    if twice is not None:
        raise RoomFileError(place=twice)
    return record


def _repeated(record: RoomRecord) -> Iterator[str]:
    """Where the file holds something twice that a room has once."""
    names = [of.activity.id for of in record.activities]
    if len(set(names)) < len(names):
        yield "activities"
    for place, of in enumerate(record.activities):
        numbers = [one.number for one in of.rounds]
        if len(set(numbers)) < len(numbers):
            yield f"activities.{place}.rounds"
        for number, one in enumerate(of.rounds):
            keys = {(answer.person, answer.key) for answer in one.answers}
            slots = {(answer.person, answer.slot) for answer in one.answers}
            if min(len(keys), len(slots)) < len(one.answers):
                yield f"activities.{place}.rounds.{number}.answers"


class Importing:
    """The use case of `room import`."""

    def __init__(self, store: Store, rooms: Rooms) -> None:
        self._store, self._rooms = store, rooms

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
            "closed_at": _ms(record.closed_at),
            "retention_days": record.retention_days,
            "approval": record.approval,
            "locked": record.locked,
        }
        people: dict[int, bytes] = {}
        programme = [_activity(activity, people, now) for activity in record.activities]
        made: Room = self._store.write(lambda c: keep(c, room, programme), (code, "room"))
        return made


def _activity(record: ActivityRecord, people: dict[int, bytes], now: int) -> ImportedActivity:
    rule = {"results_rule": record.results_rule, "phone_results": record.phone_results}
    decisions = [
        {"kind": one.kind, "key": one.key, "target": one.target, "at": _ms(one.at)} for one in record.decisions
    ]
    return ImportedActivity(
        {**stored(record.activity), **rule}, decisions, [_round(one, people, now) for one in record.rounds]
    )


def _round(record: RoundRecord, people: dict[int, bytes], now: int) -> ImportedRound:
    columns = {
        "number": record.number,
        "opened_at": _ms(record.opened_at),
        "ends_at": _ms(record.ends_at),
        "closed_at": _ms(record.closed_at) or now,
    }
    return ImportedRound(columns, [_answer(answer, people) for answer in record.answers])


def _answer(record: AnswerRecord, people: dict[int, bytes]) -> dict[str, Any]:
    if record.person not in people:
        people[record.person] = clock.new_secret(HASH_BYTES)
    return {
        "participant": people[record.person],
        "slot": record.slot,
        "key": record.key,
        "text": record.text,
        "at": _ms(record.at),
    }


def _ms(time: datetime | None) -> int | None:
    return None if time is None else round(time.timestamp() * 1000)
