"""Questions to the speaker and the votes for them."""

import sqlalchemy as sa

from server.store.rows import SpeakerQuestion
from server.store.schema import speaker_questions, speaker_votes
from server.store.withdrawals import not_withdrawn_in
from workshop.activities.answers import CleanAnswer, ManyAnswersError
from workshop.errors import PropelliError
from workshop.speaker_questions import MAX_OWN, VOTED_FOR, QuestionState

_COLUMNS = (
    speaker_questions.c.id,
    speaker_questions.c.participant,
    speaker_questions.c.text,
    speaker_questions.c.state,
    speaker_questions.c.at,
)


class UnknownQuestionError(PropelliError):
    """The room has no such question that could be voted for."""

    id = "speaker_question"


def ask(
    connection: sa.Connection, room: int, participant: bytes, question: CleanAnswer, state: QuestionState, now: int
) -> tuple[int, QuestionState]:
    """Stores a question; its id and state. The same question of the same person is not stored twice.

    Raises ManyAnswersError.
    """
    own = speaker_questions.select().where(
        speaker_questions.c.room == room, speaker_questions.c.participant == participant
    )
    rows = connection.execute(own).all()
    for row in rows:
        if row.key == question.key:
            return row.id, row.state
    if len(rows) >= MAX_OWN:
        raise ManyAnswersError
    values = {
        "room": room, "participant": participant, "key": question.key, "text": question.text, "state": state, "at": now,
    }  # fmt: skip
    number = connection.execute(speaker_questions.insert().returning(speaker_questions.c.id), values).scalar_one()
    return int(number), state


def all_of(connection: sa.Connection, room: int) -> list[SpeakerQuestion]:
    """Every question of the room with its votes, in the order of asking, without people whose answers are withdrawn."""
    votes = (
        sa.select(speaker_votes.c.question, sa.func.count().label("votes"))
        .where(
            speaker_votes.c.question.in_(sa.select(speaker_questions.c.id).where(speaker_questions.c.room == room)),
            *not_withdrawn_in(connection, room, speaker_votes),
        )
        .group_by(speaker_votes.c.question)
        .subquery()
    )
    query = (
        sa.select(*_COLUMNS, sa.func.coalesce(votes.c.votes, 0))
        .select_from(speaker_questions.outerjoin(votes, votes.c.question == speaker_questions.c.id))
        .where(speaker_questions.c.room == room, *not_withdrawn_in(connection, room, speaker_questions))
        .order_by(speaker_questions.c.id)
    )
    return [SpeakerQuestion(*row) for row in connection.execute(query)]


def voted_by(connection: sa.Connection, room: int, participant: bytes) -> set[int]:
    """The room's questions that the person has voted for."""
    query = (
        sa.select(speaker_votes.c.question)
        .join(speaker_questions, speaker_questions.c.id == speaker_votes.c.question)
        .where(speaker_votes.c.participant == participant, speaker_questions.c.room == room)
    )
    return set(connection.execute(query).scalars())


def voters(connection: sa.Connection, room: int) -> dict[int, list[bytes]]:
    """Each question's voters in the order of their votes, without those whose answers are withdrawn."""
    query = (
        sa.select(speaker_votes.c.question, speaker_votes.c.participant)
        .join(speaker_questions, speaker_questions.c.id == speaker_votes.c.question)
        .where(speaker_questions.c.room == room, *not_withdrawn_in(connection, room, speaker_votes))
        .order_by(speaker_votes.c.at, speaker_votes.c.participant)
    )
    by_question: dict[int, list[bytes]] = {}
    for question, participant in connection.execute(query):
        by_question.setdefault(question, []).append(participant)
    return by_question


def vote(
    connection: sa.Connection, room: int, question: int, participant: bytes, now: int, *, wish: bool | None
) -> tuple[int, bool]:
    """Gives or takes back a vote, by `wish`, or where that is None, whichever is not so now.

    Gives the question's votes and whether the person's is among them. Raises UnknownQuestionError.
    """
    is_there = sa.select(speaker_questions.c.id).where(
        speaker_questions.c.id == question,
        speaker_questions.c.room == room,
        speaker_questions.c.state.in_(VOTED_FOR),
    )
    if connection.execute(is_there).first() is None:
        raise UnknownQuestionError
    own = sa.and_(speaker_votes.c.question == question, speaker_votes.c.participant == participant)
    has_voted = connection.execute(sa.select(speaker_votes.c.question).where(own)).first() is not None
    votes_now = not has_voted if wish is None else wish
    if votes_now and not has_voted:
        connection.execute(speaker_votes.insert(), {"question": question, "participant": participant, "at": now})
    elif has_voted and not votes_now:
        connection.execute(speaker_votes.delete().where(own))
    conditions = (speaker_votes.c.question == question, *not_withdrawn_in(connection, room, speaker_votes))
    number = connection.execute(sa.select(sa.func.count()).select_from(speaker_votes).where(*conditions)).scalar_one()
    return int(number), votes_now


def set_state(connection: sa.Connection, room: int, question: int, state: QuestionState) -> None:
    """Marks a question of the room; once another is being answered, the one before has been.

    Raises UnknownQuestionError.
    """
    of_room = speaker_questions.c.room == room
    if state == "answering":
        is_other = sa.and_(speaker_questions.c.state == "answering", speaker_questions.c.id != question)
        connection.execute(speaker_questions.update().where(of_room, is_other).values(state="answered"))
    changed = connection.execute(
        speaker_questions.update()
        .where(of_room, speaker_questions.c.id == question)
        .values(state=state)
        .returning(speaker_questions.c.id)
    )
    if changed.one_or_none() is None:
        raise UnknownQuestionError
