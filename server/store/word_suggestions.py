"""Participants' suggestions that a word of theirs is another one than the entry that it was merged into."""

from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa

from server.store.schema import answers, rounds, word_suggestions
from server.store.withdrawals import not_withdrawn

_OF_PERSON = sa.select(word_suggestions.c.key).where(
    word_suggestions.c.round == sa.bindparam("round_id"), word_suggestions.c.participant == sa.bindparam("person")
)


class WordSuggestion(NamedTuple):
    """That the answers with this fold key are a word of their own, and when somebody said so."""

    key: str
    suggested_at: int


def suggest(connection: sa.Connection, round_id: int, participant: bytes, key: str, now: int) -> None:
    """Keeps a suggestion of one person; the same one again changes nothing."""
    if key not in suggested_by(connection, round_id, participant):
        row = {"round": round_id, "participant": participant, "key": key, "at": now}
        connection.execute(word_suggestions.insert(), row)


def suggested_by(connection: sa.Connection, round_id: int, participant: bytes) -> Collection[str]:
    """The fold keys of one person's suggestions in a round."""
    return set(connection.execute(_OF_PERSON, {"round_id": round_id, "person": participant}).scalars())


def of_activity(connection: sa.Connection, activity: int) -> list[WordSuggestion]:
    """The suggestions in all rounds of an activity, without those of people who have taken the word back.

    Nor are there any of whose answers are withdrawn.
    """
    round_ids = list(connection.execute(sa.select(rounds.c.id).where(rounds.c.activity == activity)).scalars())
    is_own_answer = sa.and_(
        answers.c.round == word_suggestions.c.round,
        answers.c.participant == word_suggestions.c.participant,
        answers.c.key == word_suggestions.c.key,
    )
    query = (
        sa.select(word_suggestions.c.key, word_suggestions.c.at)
        .join(answers, is_own_answer)
        .where(word_suggestions.c.round.in_(round_ids), *not_withdrawn(connection, round_ids))
        .order_by(word_suggestions.c.at)
    )
    return [WordSuggestion(*row) for row in connection.execute(query)]
