"""Questions that are answered at one's own pace: every round of the room that has not been closed."""

from collections.abc import Sequence
from dataclasses import fields

import sqlalchemy as sa

from server.store import rooms as table
from server.store.rows import ActiveRound, Room, RoomState, Round, StoredActivity
from server.store.schema import activities, rounds

_ACTIVITY = [activities.c[field.name] for field in fields(StoredActivity)]
_ROUND = [rounds.c[field.name] for field in fields(Round)]
_OPENED = (
    sa.select(*_ACTIVITY, *_ROUND)
    .join(rounds, rounds.c.activity == activities.c.id)
    .where(activities.c.room == sa.bindparam("in_room"), rounds.c.closed_at.is_(None))
    .order_by(activities.c.position, activities.c.id)
)


def opened(connection: sa.Connection, room: Room) -> list[ActiveRound]:
    """The questions in the order of the programme, also after the time that was given for them."""
    return [
        ActiveRound(room, StoredActivity(*row[: len(_ACTIVITY)]), Round(*row[len(_ACTIVITY) :]))
        for row in connection.execute(_OPENED, {"in_room": room.id})
    ]


def answered(connection: sa.Connection, room: Room, round_id: object) -> RoomState:
    """The room with the question of this round on; with none where it is not among them."""
    for active in opened(connection, room):
        if active.round.public_id == round_id:
            return RoomState(room, active.activity, active.round)
    return RoomState(room, None, None)


def begin(connection: sa.Connection, room: Room, chosen: Sequence[int], now: int, ends_at: int | None) -> None:
    """Opens these activities at once until a time in milliseconds since 1970; whatever else is open is closed."""
    table.close_rounds(connection, room.id, now)
    for activity in chosen:
        table.start_round(connection, activity, now)
        last = table.latest_round(connection, activity)
        if last is not None:
            table.end_round(connection, last.id, ends_at)
    table.change(connection, room.code, own_pace=True, activity=None, view="join", shown_round=None, grouping=None)


def end(connection: sa.Connection, room: Room, now: int) -> None:
    """Closes the questions; the answers are kept."""
    table.close_rounds(connection, room.id, now)
    table.change(connection, room.code, own_pace=False)
