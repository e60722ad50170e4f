"""Inserts a room that was read from a file: its rounds, answers and decisions with their own times."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from server.store import rooms
from server.store.rows import Room
from server.store.schema import activities, answers, decisions, retractions, rounds, speaker_questions, speaker_votes


@dataclass(frozen=True)
class ImportedRound:
    """The columns of a round and of its answers, without the ids that the store gives."""

    columns: dict[str, Any]
    answers: list[dict[str, Any]]
    retractions: list[dict[str, Any]]


@dataclass(frozen=True)
class ImportedActivity:
    """The columns of an activity, of its decisions and of its rounds."""

    columns: dict[str, Any]
    decisions: list[dict[str, Any]]
    rounds: list[ImportedRound]


@dataclass(frozen=True)
class ImportedQuestion:
    """The columns of a question to the speaker and of its votes."""

    columns: dict[str, Any]
    votes: list[dict[str, Any]]


def insert_room(
    connection: sa.Connection,
    room: dict[str, Any],
    programme: list[ImportedActivity],
    questions: list[ImportedQuestion],
) -> Room:
    """A new room with everything in it. Raises CodeTakenError."""
    new_room = rooms.create(connection, room, [])
    for question in questions:
        columns = {"room": new_room.id, **question.columns}
        row = connection.execute(speaker_questions.insert().returning(speaker_questions.c.id), columns)
        _insert(connection, speaker_votes, question.votes, question=row.scalar_one())
    for position, activity in enumerate(programme):
        columns = {"room": new_room.id, "position": position, **activity.columns}
        activity_id = connection.execute(activities.insert().returning(activities.c.id), columns).scalar_one()
        _insert(connection, decisions, activity.decisions, activity=activity_id)
        for imported_round in activity.rounds:
            columns = {"activity": activity_id, **imported_round.columns}
            round_id = connection.execute(rounds.insert().returning(rounds.c.id), columns).scalar_one()
            _insert(connection, answers, imported_round.answers, round=round_id)
            _insert(connection, retractions, imported_round.retractions, round=round_id)
    return new_room


def _insert(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]], **owner: int) -> None:
    if rows:
        connection.execute(table.insert(), [{**row, **owner} for row in rows])
