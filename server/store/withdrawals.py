"""Withdrawal of answers: they stay stored, but until it is undone nothing counts, shows or exports them.

A withdrawal is of people (all that they have answered in the room, or will) or, with `since`, of everything that was
answered between two moments. The senders are not informed: their own phones show the answers as before.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from server.store import retractions
from server.store.rows import Withdrawal
from server.store.schema import activities, answers, rounds, withdrawals, withdrawn


class _WithdrawalRow(NamedTuple):
    number: int
    since: int | None
    until: int


_WITHDRAWAL = (withdrawals.c.id, withdrawals.c.since, withdrawals.c.until)
_IN_FORCE = withdrawals.c.undone_at.is_(None)
# Made once: every count of answers asks this, and building a statement costs more than running it.
_WITHDRAWALS_OF_ROUNDS = (
    sa.select(*_WITHDRAWAL)
    .join(activities, activities.c.room == withdrawals.c.room)
    .join(rounds, rounds.c.activity == activities.c.id)
    .where(rounds.c.id.in_(sa.bindparam("round_ids", expanding=True)), _IN_FORCE)
    .distinct()
    .order_by(withdrawals.c.id)
)


def withdraw_people(connection: sa.Connection, room: int, people: Collection[bytes], now: int) -> None:
    """Takes out all that these participants answer in the room."""
    number = _insert(connection, room, None, now)
    connection.execute(
        withdrawn.insert(), [{"withdrawal": number, "participant": participant} for participant in people]
    )


def withdraw_since(connection: sa.Connection, room: int, since: int, now: int) -> None:
    """Takes out all that was answered in the room from `since` until now."""
    _insert(connection, room, since, now)


def _insert(connection: sa.Connection, room: int, since: int | None, now: int) -> int:
    row = {"room": room, "since": since, "until": now}
    return int(connection.execute(withdrawals.insert().returning(withdrawals.c.id), row).scalar_one())


def undo_withdrawal(connection: sa.Connection, room: int, number: int, now: int) -> None:
    """Ends a withdrawal of the room; one that has ended already stays as it is."""
    connection.execute(
        withdrawals.update()
        .where(withdrawals.c.id == number, withdrawals.c.room == room, _IN_FORCE)
        .values(undone_at=now)
    )


def in_force(connection: sa.Connection, room: int) -> list[Withdrawal]:
    """The room's withdrawals that have not been undone, oldest first, each with the answers that it takes out."""
    query = sa.select(*_WITHDRAWAL).where(withdrawals.c.room == room, _IN_FORCE).order_by(withdrawals.c.id)
    rows = [_WithdrawalRow(*row) for row in connection.execute(query)]
    return [Withdrawal(*row, answers=_number_of_answers(connection, room, row)) for row in rows]


def taken_out(connection: sa.Connection, round_id: int) -> tuple[int, ...]:
    """What has been taken out of the round: counts that were made while this was another are to be made again.

    First the newest answer that its sender took back, then the withdrawals in force in the round's room.
    """
    return retractions.newest(connection, round_id), *(row.number for row in _rows_in_force(connection, [round_id]))


def not_withdrawn(connection: sa.Connection, round_ids: Sequence[int]) -> list[sa.ColumnElement[bool]]:
    """The conditions on answers of these rounds, all of one room, that leave out what is withdrawn."""
    return [sa.not_(_is_withdrawn(row)) for row in _rows_in_force(connection, round_ids)]


def first_answers(connection: sa.Connection, room: int, since: int) -> tuple[tuple[int, ...], dict[bytes, int]]:
    """The withdrawals in force in the room, and whoever has answered at or after `since` and when first since then.

    Nobody who is withdrawn is among them.
    """
    round_ids = [int(number) for number in connection.execute(_rounds_of(room)).scalars()]
    rows = _rows_in_force(connection, round_ids)
    query = (
        sa.select(answers.c.participant, sa.func.min(answers.c.at))
        .where(answers.c.round.in_(round_ids), answers.c.at >= since, *(sa.not_(_is_withdrawn(row)) for row in rows))
        .group_by(answers.c.participant)
    )
    return tuple(row.number for row in rows), {row[0]: int(row[1]) for row in connection.execute(query)}


def _rounds_of(room: int) -> sa.Select[int]:
    joined = rounds.join(activities, rounds.c.activity == activities.c.id)
    return sa.select(rounds.c.id).select_from(joined).where(activities.c.room == room)


def _rows_in_force(connection: sa.Connection, round_ids: Sequence[int]) -> list[_WithdrawalRow]:
    """What is in force in the room of these rounds."""
    return [_WithdrawalRow(*row) for row in connection.execute(_WITHDRAWALS_OF_ROUNDS, {"round_ids": list(round_ids)})]


def not_withdrawn_in(connection: sa.Connection, room: int, table: sa.Table) -> list[sa.ColumnElement[bool]]:
    """The conditions on rows of a room that have a `participant` and a time `at`, to leave out what is withdrawn."""
    query = sa.select(*_WITHDRAWAL).where(withdrawals.c.room == room, _IN_FORCE).order_by(withdrawals.c.id)
    return [sa.not_(_is_withdrawn(_WithdrawalRow(*row), table)) for row in connection.execute(query)]


def _is_withdrawn(row: _WithdrawalRow, table: sa.Table = answers) -> sa.ColumnElement[bool]:
    if row.since is not None:
        return table.c.at.between(row.since, row.until)
    return table.c.participant.in_(sa.select(withdrawn.c.participant).where(withdrawn.c.withdrawal == row.number))


def _number_of_answers(connection: sa.Connection, room: int, row: _WithdrawalRow) -> int:
    conditions = (answers.c.round.in_(_rounds_of(room)), _is_withdrawn(row))
    return int(connection.execute(sa.select(sa.func.count()).select_from(answers).where(*conditions)).scalar_one())
