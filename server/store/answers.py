"""Stores answers, and reads and counts them."""

from collections.abc import Collection
from dataclasses import fields
from typing import Any

import sqlalchemy as sa

from server.store import own_pace, retractions
from server.store.rooms import UnknownRoomError, current
from server.store.rows import RoomState, Round, StoredAnswer
from server.store.schema import activities, answers, rooms, rounds
from server.store.withdrawals import not_withdrawn
from workshop.activities.answers import CleanAnswer, ManyAnswersError
from workshop.errors import PropelliError
from workshop.words.clean import fold

_ANSWER = [answers.c[field.name] for field in fields(StoredAnswer)]
_INSERT = answers.insert().inline()  # made once: building a statement costs as much as running it
_OWN = (
    sa.select(*_ANSWER)
    .where(answers.c.round == sa.bindparam("round_id"), answers.c.participant == sa.bindparam("person"))
    .order_by(answers.c.slot)
)

# Completed only by what leaves out the withdrawn, which is seldom there.
_SINCE = (
    sa.select(*_ANSWER)
    .where(answers.c.round == sa.bindparam("in_round"), answers.c.id > sa.bindparam("last"))
    .order_by(answers.c.id)
    .limit(sa.bindparam("most"))
)
_PEOPLE = (
    sa.select(answers.c.round, sa.func.count(sa.distinct(answers.c.participant)))
    .where(answers.c.round.in_(sa.bindparam("round_ids", expanding=True)))
    .group_by(answers.c.round)
)
_TOTALS = sa.select(sa.func.count(sa.distinct(answers.c.participant)), sa.func.count()).where(
    answers.c.round.in_(sa.bindparam("round_ids", expanding=True))
)
_COUNTS = (
    sa.select(answers.c.text, sa.func.count())
    .where(answers.c.round == sa.bindparam("in_round"))
    .group_by(answers.c.text)
)
_KEY_COUNTS = (
    sa.select(answers.c.key, answers.c.text, sa.func.count())
    .where(answers.c.round == sa.bindparam("in_round"))
    .group_by(answers.c.key, answers.c.text)
)
_LAST = sa.select(sa.func.max(answers.c.id)).where(
    answers.c.round.in_(
        sa.select(rounds.c.id).join(activities, activities.c.id == rounds.c.activity)
        .where(activities.c.room == sa.bindparam("room_id"))
    )
)  # fmt: skip
_LAST_AT = sa.select(answers.c.at).where(answers.c.id == _LAST.scalar_subquery())
_NO_LIMIT = 2**31 - 1


class RoundChangedError(PropelliError):
    """The answer is to a question that is no longer on."""

    id = "round"


class ClosedError(PropelliError):
    """The question takes no more answers."""

    id = "closed"


def answered_state(connection: sa.Connection, code: str, round_id: object) -> RoomState:
    """The room whose latest round a submit names, or at one's own pace any that is not closed.

    Raises UnknownRoomError or RoundChangedError.
    """
    state = current(connection, code)
    if state is None:
        raise UnknownRoomError
    if state.room.own_pace:
        state = own_pace.answered(connection, state.room, round_id)
    if state.round is None or round_id != state.round.public_id:
        raise RoundChangedError
    return state


def last_answered_at(connection: sa.Connection, room: int) -> int | None:
    """When the room got its last answer, in milliseconds since 1970."""
    return connection.execute(_LAST_AT, {"room_id": room}).scalar()


def append(
    connection: sa.Connection,
    current_round: Round,
    participant: bytes,
    clean: list[CleanAnswer],
    now: int,
    max_answers: int,
    lang: str | None = None,
) -> tuple[list[str], int]:
    """Stores the new ones of the answers; returns the stored texts of all, and how many answers are left.

    `lang` is the language of the page that they were typed on, where it is kept.

    Idempotent, even after closing. Raises ClosedError, and ManyAnswersError over `max_answers`.
    """
    stored = {answer.key: answer for answer in own(connection, current_round.id, participant)}
    new = [answer for answer in clean if answer.key not in stored]
    if new and not current_round.takes_answers(now):
        raise ClosedError
    if len(stored) + len(new) > max_answers:
        raise ManyAnswersError
    first_slot = 1 + max((answer.slot for answer in stored.values()), default=0)
    _insert(connection, current_round, participant, new, now, first_slot, lang)
    texts = [stored[answer.key].text if answer.key in stored else answer.text for answer in clean]
    return texts, max_answers - len(stored) - len(new)


def replace(
    connection: sa.Connection, current_round: Round, participant: bytes, clean: list[CleanAnswer], now: int
) -> list[str]:
    """Stores the answers in place of the person's earlier ones. Raises ClosedError where it would change anything."""
    stored = {answer.key: answer.text for answer in own(connection, current_round.id, participant)}
    texts = {answer.key: answer.text for answer in clean}
    if stored != texts:
        if not current_round.takes_answers(now):
            raise ClosedError
        connection.execute(answers.delete().where(_is_by(current_round.id, participant)))
        _insert(connection, current_round, participant, clean, now, 1)
    return list(texts.values())


def retract(
    connection: sa.Connection, current_round: Round, participant: bytes, texts: Collection[str], now: int
) -> int:
    """Takes the person's answers of these texts out of the round; gives how many of theirs are left in it.

    What is not theirs is left alone. Raises ClosedError.
    """
    if not current_round.takes_answers(now):
        raise ClosedError
    stored, keys = own(connection, current_round.id, participant), {fold(text) for text in texts}
    retracted = [answer for answer in stored if fold(answer.text) in keys]
    retractions.retract(connection, retracted, now)
    return len(stored) - len(retracted)


def _insert(
    connection: sa.Connection,
    current_round: Round,
    participant: bytes,
    clean: list[CleanAnswer],
    now: int,
    first_slot: int,
    lang: str | None = None,
) -> None:
    rows = [
        {
            "round": current_round.id,
            "participant": participant,
            "slot": first_slot + number,
            "key": answer.key,
            "text": answer.text,
            "at": now,
            "lang": lang,
        }
        for number, answer in enumerate(clean)
    ]
    if rows:
        connection.execute(_INSERT, rows)


def _is_by(round_id: int, participant: bytes) -> sa.ColumnElement[bool]:
    return sa.and_(answers.c.round == round_id, answers.c.participant == participant)


def own(connection: sa.Connection, round_id: int, participant: bytes) -> list[StoredAnswer]:
    """One person's answers in a round, in the order they were given."""
    return [StoredAnswer(*row) for row in connection.execute(_OWN, {"round_id": round_id, "person": participant})]


def has_answered(connection: sa.Connection, code: str, participant: bytes) -> bool:
    """Whether the person has answered anything in the room."""
    round_ids = (
        sa.select(rounds.c.id)
        .join(activities, rounds.c.activity == activities.c.id)
        .join(rooms, activities.c.room == rooms.c.id)
        .where(rooms.c.code == code)
    )
    query = sa.select(answers.c.id).where(answers.c.round.in_(round_ids), answers.c.participant == participant).limit(1)
    return connection.execute(query).first() is not None


def since(
    connection: sa.Connection, round_id: int, last: int = 0, max_answers: int | None = None
) -> list[StoredAnswer]:
    """The round's answers with an id above `last`, in order of arrival, without those withdrawn; at most so many."""
    query = _without_withdrawn(connection, _SINCE, [round_id])
    values = {"in_round": round_id, "last": last, "most": _NO_LIMIT if max_answers is None else max_answers}
    return [StoredAnswer(*row) for row in connection.execute(query, values)]


def is_answered(connection: sa.Connection, round_ids: list[int]) -> bool:
    """Whether any answer is stored in these rounds, withdrawn or not."""
    return (
        connection.execute(sa.select(answers.c.id).where(answers.c.round.in_(round_ids)).limit(1)).first() is not None
    )


def people_of_rooms(connection: sa.Connection) -> dict[int, int]:
    """Room to the number of people who answered anything in it, withdrawn or not."""
    query = (
        sa.select(activities.c.room, sa.func.count(sa.distinct(answers.c.participant)))
        .join(rounds, rounds.c.activity == activities.c.id)
        .join(answers, answers.c.round == rounds.c.id)
        .group_by(activities.c.room)
    )
    return {int(row[0]): int(row[1]) for row in connection.execute(query)}


def people(connection: sa.Connection, round_ids: list[int]) -> dict[int, int]:
    """Round, of one room, to the number of people who have answered in it, without what is withdrawn."""
    query = _without_withdrawn(connection, _PEOPLE, round_ids)
    return {int(row[0]): int(row[1]) for row in connection.execute(query, {"round_ids": round_ids})}


def totals(connection: sa.Connection, round_ids: list[int]) -> tuple[int, int]:
    """Number of people and of answers in these rounds, all of one room, without what is withdrawn."""
    row = connection.execute(_without_withdrawn(connection, _TOTALS, round_ids), {"round_ids": round_ids}).one()
    return int(row[0]), int(row[1])


def counts(connection: sa.Connection, round_id: int) -> tuple[int, dict[str, int]]:
    """Number of people who answered, and for each stored text the number who chose it; nothing of the withdrawn."""
    query = _without_withdrawn(connection, _COUNTS, [round_id])
    numbers = {row[0]: int(row[1]) for row in connection.execute(query, {"in_round": round_id})}
    return people(connection, [round_id]).get(round_id, 0), numbers


def counts_by_key(connection: sa.Connection, round_id: int) -> tuple[int, dict[str, dict[str, int]]]:
    """Number of people who answered, and for each key the number who gave each text; nothing of the withdrawn."""
    query = _without_withdrawn(connection, _KEY_COUNTS, [round_id])
    numbers: dict[str, dict[str, int]] = {}
    for key, text, count in connection.execute(query, {"in_round": round_id}):
        numbers.setdefault(key, {})[text] = int(count)
    return people(connection, [round_id]).get(round_id, 0), numbers


def _without_withdrawn(connection: sa.Connection, query: Any, round_ids: list[int]) -> Any:
    """The query of answers of these rounds, all of one room, without those withdrawn."""
    conditions = not_withdrawn(connection, round_ids)
    return query.where(*conditions) if conditions else query
