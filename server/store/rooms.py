"""Queries and changes of rooms, activities and rounds."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import sqlalchemy as sa

from server.store.rows import ModerationAction, Room, RoomState, Round, StoredActivity
from server.store.schema import (
    activities,
    answers,
    decisions,
    rooms,
    rounds,
    speaker_questions,
    speaker_votes,
    word_suggestions,
)
from workshop.errors import PropelliError


class UnknownRoomError(PropelliError):
    """No room has this code."""

    id = "room"


class CodeTakenError(PropelliError):
    """Another room has the code that was asked for."""

    id = "code_taken"


class ActivityNotOpenError(PropelliError):
    """There is no round to close or to end."""

    id = "not_open"


DELETED_PREFIX = "-"
"""The first character of a deleted room's code, whose rows are being removed; a room that is there has digits alone."""
LAST_MS = 32_503_680_000_000  # the year 3000
MAX_RETENTION_DAYS = 3650
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def _columns(table: sa.Table, cls: type) -> list[sa.Column[Any]]:
    return [table.c[field.name] for field in fields(cls)]


def _room(values: Sequence[Any]) -> Room:
    """The row as a room. Values that an earlier version let in from a bad file are clamped: lists must work."""
    room = Room(*values)
    title = _CONTROL.sub(" ", room.title)
    created_at = min(max(room.created_at, 0), LAST_MS)
    retention_days = min(max(room.retention_days, 1), MAX_RETENTION_DAYS)
    if (title, created_at, retention_days) == (room.title, room.created_at, room.retention_days):
        return room
    return replace(room, title=title, created_at=created_at, retention_days=retention_days)


_ROOM, _ROUND = _columns(rooms, Room), _columns(rounds, Round)
_ACTIVITY, _DECISION = _columns(activities, StoredActivity), _columns(decisions, ModerationAction)

_CURRENT = (
    sa.select(*_ROOM, *_ACTIVITY, *_ROUND)
    .select_from(
        rooms.outerjoin(activities, activities.c.id == rooms.c.activity).outerjoin(
            rounds, rounds.c.activity == activities.c.id
        )
    )
    .where(rooms.c.code == sa.bindparam("code"))
    .order_by(rounds.c.number.desc())
    .limit(1)
)


def current(connection: sa.Connection, code: str) -> RoomState | None:
    """The room's current state; None where no room has the code."""
    row = connection.execute(_CURRENT, {"code": code}).one_or_none()
    if row is None:
        return None
    values = tuple(row)
    room_end, activity_end = len(_ROOM), len(_ROOM) + len(_ACTIVITY)
    activity = StoredActivity(*values[room_end:activity_end]) if values[room_end] is not None else None
    last_round = Round(*values[activity_end:]) if values[activity_end] is not None else None
    return RoomState(_room(values[:room_end]), activity, last_round)


def current_for_change(connection: sa.Connection, code: str) -> RoomState:
    """The same inside a writing transaction, the room locked against other writers. Raises UnknownRoomError."""
    connection.execute(sa.select(rooms.c.id).where(rooms.c.code == code).with_for_update())
    state = current(connection, code)
    if state is None:
        raise UnknownRoomError
    return state


def all_rooms(connection: sa.Connection) -> list[Room]:
    """Every room, newest first."""
    query = sa.select(*_ROOM).where(~rooms.c.code.startswith(DELETED_PREFIX)).order_by(rooms.c.created_at.desc())
    return [_room(tuple(row)) for row in connection.execute(query)]


def newest_write(connection: sa.Connection) -> int:
    """When something was last stored, by the clock of then; 0 where nothing is."""
    last_answer = sa.select(answers.c.at).order_by(answers.c.id.desc()).limit(1)
    columns = [rooms.c.created_at, rooms.c.closed_at, rounds.c.opened_at, rounds.c.closed_at, decisions.c.at]
    columns += [speaker_questions.c.at, speaker_votes.c.at, word_suggestions.c.at]
    queries = [*(sa.select(sa.func.max(column)) for column in columns), last_answer]
    latest_times = [connection.execute(query).scalar() for query in queries]
    return max((int(time) for time in latest_times if time is not None), default=0)


def activities_of(connection: sa.Connection, room: int) -> list[StoredActivity]:
    """The room's activities in the order of its programme."""
    query = sa.select(*_ACTIVITY).where(activities.c.room == room).order_by(activities.c.position, activities.c.id)
    return [StoredActivity(*row) for row in connection.execute(query)]


def rounds_of(connection: sa.Connection, room: int) -> list[Round]:
    """Every round of the room, in the order they were opened."""
    query = (
        sa.select(*_ROUND)
        .join(activities, rounds.c.activity == activities.c.id)
        .where(activities.c.room == room)
        .order_by(rounds.c.id)
    )
    return [Round(*row) for row in connection.execute(query)]


def decisions_of(connection: sa.Connection, activity: int) -> list[ModerationAction]:
    """The decisions in force for the activity's words, oldest first."""
    query = (
        sa.select(*_DECISION)
        .where(decisions.c.activity == activity, decisions.c.undone_at.is_(None))
        .order_by(decisions.c.id)
    )
    return [ModerationAction(*row) for row in connection.execute(query)]


def approval(connection: sa.Connection, code: str) -> bool:
    """Whether the room's words wait for approval."""
    return bool(connection.execute(sa.select(rooms.c.approval).where(rooms.c.code == code)).scalar())


def version(connection: sa.Connection, code: str) -> int | None:
    """The id of the version that the room runs; None where it has none, or is not there."""
    return connection.execute(sa.select(rooms.c.version).where(rooms.c.code == code)).scalar()


def language(connection: sa.Connection, code: str) -> str | None:
    """The language of the room; None where it is not there."""
    return connection.execute(sa.select(rooms.c.lang).where(rooms.c.code == code)).scalar()


def create(connection: sa.Connection, room: dict[str, Any], specs: Sequence[dict[str, Any]]) -> Room:
    """A room with its programme. Raises CodeTakenError."""
    if current(connection, room["code"]):
        raise CodeTakenError(code=room["code"])
    new = connection.execute(rooms.insert().returning(*_ROOM), room).one()
    for position, spec in enumerate(specs):
        connection.execute(activities.insert(), {"room": new.id, "position": position, **spec})
    return _room(tuple(new))


def change(connection: sa.Connection, code: str, **values: Any) -> None:
    """Sets columns of the room and raises its revision: phones and pages reload it. Raises UnknownRoomError."""
    changed = connection.execute(
        rooms.update().where(rooms.c.code == code).values(rev=rooms.c.rev + 1, **values).returning(rooms.c.id)
    )
    if changed.one_or_none() is None:
        raise UnknownRoomError


def insert_activity(connection: sa.Connection, room: int, position: int, spec: dict[str, Any]) -> int:
    """Puts an activity at a place of the programme; those from there on move by one. Returns its id."""
    connection.execute(
        activities.update()
        .where(activities.c.room == room, activities.c.position >= position)
        .values(position=activities.c.position + 1)
    )
    row = {"room": room, "position": position, **spec}
    return int(connection.execute(activities.insert().returning(activities.c.id), row).scalar_one())


def raise_key_number(connection: sa.Connection, code: str) -> None:
    """Makes every control link of the room void. Raises UnknownRoomError."""
    change(connection, code, key_number=rooms.c.key_number + 1)


def raise_moderator_key_number(connection: sa.Connection, code: str) -> None:
    """Makes every moderator's link of the room void. Raises UnknownRoomError."""
    change(connection, code, moderator_key_number=rooms.c.moderator_key_number + 1)


def change_activity(connection: sa.Connection, activity: int, **values: Any) -> None:
    connection.execute(activities.update().where(activities.c.id == activity).values(**values))


def latest_round(connection: sa.Connection, activity: int) -> Round | None:
    query = sa.select(*_ROUND).where(rounds.c.activity == activity).order_by(rounds.c.number.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return Round(*row) if row else None


def open_round(connection: sa.Connection, room: Room, activity: int, now: int, *, new: bool) -> None:
    """Opens the activity and closes whatever else was open in the room.

    The latest round goes on where there is one and `new` is false; otherwise a round is started.
    """
    close_rounds(connection, room.id, now)
    start_round(connection, activity, now, new=new)


def start_round(connection: sa.Connection, activity: int, now: int, *, new: bool = False) -> None:
    """Opens the activity beside what is open: its latest round goes on, or a new one is started."""
    last = latest_round(connection, activity)
    if last is None or new:
        number = last.number + 1 if last else 1
        connection.execute(rounds.insert(), {"activity": activity, "number": number, "opened_at": now})
    else:
        connection.execute(rounds.update().where(rounds.c.id == last.id).values(closed_at=None, ends_at=None))


def delete_round(connection: sa.Connection, round_id: int) -> None:
    """Removes a round with its answers."""
    connection.execute(rounds.delete().where(rounds.c.id == round_id))


def reopen_round(connection: sa.Connection, round_id: int) -> None:
    """Lets a closed round go on, with the end that its countdown had."""
    connection.execute(rounds.update().where(rounds.c.id == round_id).values(closed_at=None))


def end_round(connection: sa.Connection, round_id: int, ends_at: int | None) -> None:
    """Sets when the countdown of an open round ends; None lets it run without limit."""
    connection.execute(rounds.update().where(rounds.c.id == round_id).values(ends_at=ends_at))


def close_rounds(connection: sa.Connection, room: int, now: int) -> None:
    """Closes every round of the room that is not closed; one that its countdown ended was closed then."""
    activity_ids = sa.select(activities.c.id).where(activities.c.room == room).scalar_subquery()
    connection.execute(
        rounds.update()
        .where(rounds.c.activity.in_(activity_ids), rounds.c.closed_at.is_(None))
        .values(closed_at=sa.case((rounds.c.ends_at < now, rounds.c.ends_at), else_=now))
    )


def decide(connection: sa.Connection, activity: int, kind: str, key: str, now: int, target: str | None = None) -> int:
    """Stores a decision about a word; returns its id, by which it can be undone."""
    row = {"activity": activity, "kind": kind, "key": key, "target": target, "at": now}
    return int(connection.execute(decisions.insert().returning(decisions.c.id), row).scalar_one())


def undo(connection: sa.Connection, activity: int, decision: int, now: int) -> None:
    """Undoes a decision, with those of the same moment: they were one press."""
    moment = sa.select(decisions.c.at).where(decisions.c.id == decision).scalar_subquery()
    connection.execute(
        decisions.update()
        .where(decisions.c.activity == activity, decisions.c.at == moment, decisions.c.undone_at.is_(None))
        .values(undone_at=now)
    )
