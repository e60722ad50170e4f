"""Inserts a room that was read from a file: its rounds, answers and decisions with their own times."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from server.store import rooms
from server.store.rows import Room
from server.store.schema import activities, answers, decisions, rounds


@dataclass(frozen=True)
class ImportedRound:
    """The columns of a round and of its answers, without the ids that the store gives."""

    columns: dict[str, Any]
    answers: list[dict[str, Any]]


@dataclass(frozen=True)
class ImportedActivity:
    """The columns of an activity, of its decisions and of its rounds."""

    columns: dict[str, Any]
    decisions: list[dict[str, Any]]
    rounds: list[ImportedRound]


def insert_room(connection: sa.Connection, room: dict[str, Any], programme: list[ImportedActivity]) -> Room:
    """A new room with everything in it. Raises CodeTakenError."""
    new_room = rooms.create(connection, room, [])
    for position, activity in enumerate(programme):
        columns = {"room": new_room.id, "position": position, **activity.columns}
        activity_id = connection.execute(activities.insert().returning(activities.c.id), columns).scalar_one()
        _insert(connection, decisions, activity.decisions, activity=activity_id)
        for imported_round in activity.rounds:
            columns = {"activity": activity_id, **imported_round.columns}
            round_id = connection.execute(rounds.insert().returning(rounds.c.id), columns).scalar_one()
            _insert(connection, answers, imported_round.answers, round=round_id)
    return new_room


def _insert(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]], **owner: int) -> None:
    if rows:
        connection.execute(table.insert(), [{**row, **owner} for row in rows])
