"""Answers that their senders have taken back: no longer among the answers, but counted apart."""

from collections.abc import Collection

import sqlalchemy as sa

from server.store.rows import Retraction, StoredAnswer
from server.store.schema import answers, retractions

_GIVEN_AGAIN = sa.exists().where(
    answers.c.round == retractions.c.round,
    answers.c.participant == retractions.c.participant,
    answers.c.key == retractions.c.key,
)
_NEWEST = sa.select(sa.func.max(retractions.c.id)).where(retractions.c.round == sa.bindparam("round_id"))


def retract(connection: sa.Connection, retracted: Collection[StoredAnswer], now: int) -> None:
    """Takes these answers out of their round."""
    if not retracted:
        return
    connection.execute(answers.delete().where(answers.c.id.in_([answer.id for answer in retracted])))
    connection.execute(
        retractions.insert(),
        [
            {
                "round": answer.round,
                "participant": answer.participant,
                "key": answer.key,
                "text": answer.text,
                "at": now,
            }
            for answer in retracted
        ],
    )


def newest(connection: sa.Connection, round_id: int) -> int:
    """A number that grows whenever an answer of the round is taken back; 0 where none has been."""
    return int(connection.execute(_NEWEST, {"round_id": round_id}).scalar() or 0)


def in_force(connection: sa.Connection, round_ids: Collection[int]) -> list[Retraction]:
    """What has been taken back in these rounds and not given again, the oldest first."""
    first = sa.func.min(retractions.c.id)
    query = (
        sa.select(retractions.c.round, sa.func.min(retractions.c.text))
        .where(retractions.c.round.in_(list(round_ids)), sa.not_(_GIVEN_AGAIN))
        .group_by(retractions.c.round, retractions.c.participant, retractions.c.key)
        .order_by(first)
    )
    return [Retraction(*row) for row in connection.execute(query)]
