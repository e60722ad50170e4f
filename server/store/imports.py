"""Keeps a room that was read from a file: its rounds, answers and decisions with their own times."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from server.store import rooms as table
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


def keep(connection: sa.Connection, room: dict[str, Any], programme: list[ImportedActivity]) -> Room:
    """A new room with everything in it. Raises CodeTakenError."""
    made = table.create(connection, room, [])
    for position, activity in enumerate(programme):
        columns = {"room": made.id, "position": position, **activity.columns}
        activity_id = connection.execute(activities.insert().returning(activities.c.id), columns).scalar_one()
        _insert(connection, decisions, activity.decisions, activity=activity_id)
        for one in activity.rounds:
            given = {"activity": activity_id, **one.columns}
            round_id = connection.execute(rounds.insert().returning(rounds.c.id), given).scalar_one()
            _insert(connection, answers, one.answers, round=round_id)
    return made


def _insert(connection: sa.Connection, into: sa.Table, rows: list[dict[str, Any]], **owner: int) -> None:
    if rows:
        connection.execute(into.insert(), [{**row, **owner} for row in rows])
