"""Questions to the speaker: asked and voted for on phones, approved and marked at the desk, shown on the projector."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

import sqlalchemy as sa

from server import clock
from server.store import Job, Store
from server.store import rooms as table
from server.store import speaker_questions as stored_questions
from server.store.rows import Room, SpeakerQuestion
from server.usecases.contents import Contents
from server.usecases.lexicon import SharedLexicon
from server.usecases.payloads import ApiSpeakerQuestion
from workshop.activities.answers import CleanAnswer
from workshop.errors import PropelliError
from workshop.speaker_questions import PUBLIC, QuestionState, accepted, by_votes, public_state

MAX_TOLD = 300
"""Questions of others that a phone is told, those with most votes."""

MAX_ROOMS = 64
QUESTIONS = "questions"
"""What a commit of questions or votes says that it changed."""

Mark = Literal["shown", "hidden", "answering", "answered"]
"""What the desk makes of a question."""


class QuestionsOffError(PropelliError):
    """The room takes no questions to the speaker, or no more."""

    id = "questions_off"


@dataclass
class _CachedQuestions:
    lock: threading.Lock = field(default_factory=threading.Lock)
    is_current: bool = False
    questions: list[SpeakerQuestion] = field(default_factory=list)


class SpeakerQuestions:
    """Use cases of questions to the speaker. The list of a room is read once a change, however many look at it."""

    def __init__(self, store: Store, contents: Contents, lexicon: SharedLexicon) -> None:
        self._store, self._contents, self._lexicon = store, contents, lexicon
        self._lock = threading.Lock()
        self._rooms: OrderedDict[str, _CachedQuestions] = OrderedDict()

    def asking(self, code: str, participant: bytes, body: Mapping[str, Any]) -> Job:
        """The job that stores a question; it gives its id and state. Raises AnswerError or UnknownRoomError.

        The job raises UnknownRoomError, QuestionsOffError or ManyAnswersError.
        """
        question = accepted(body.get("text"))
        lists = self._contents.of_version(self._store.read(table.version, code)).blocklists
        is_blocked = self._lexicon.word_filter(lists).blocked(question.text)
        return partial(
            _ask, code=code, participant=participant, question=question, is_blocked=is_blocked, now=clock.now_ms()
        )

    def voting(self, code: str, participant: bytes, question: int, body: Mapping[str, Any]) -> Job:
        """The job that gives a vote or takes it back; it gives the question's votes and whether the person's is one.

        The job raises UnknownRoomError, QuestionsOffError or UnknownQuestionError.
        """
        wish = body.get("voted") if isinstance(body.get("voted"), bool) else None

        def job(connection: sa.Connection) -> tuple[int, bool]:
            room = _open_room(connection, code)
            return stored_questions.vote(connection, room.id, question, participant, clock.now_ms(), wish=wish)

        return job

    def visible(self, room: Room, participant: bytes | None) -> list[ApiSpeakerQuestion]:
        """What one person sees: their own questions in any state, and those of others that are public."""
        voted = self._store.read(stored_questions.voted_by, room.id, participant) if participant else set()
        visible: list[ApiSpeakerQuestion] = []
        others = 0
        for question in by_votes(self.listed(room)):
            is_own = question.participant == participant
            if is_own or (question.state in PUBLIC and others < MAX_TOLD):
                others += not is_own
                visible.append(_as_seen(question, is_own=is_own, has_voted=question.id in voted))
        return visible

    def listed(self, room: Room) -> list[SpeakerQuestion]:
        """Every question of the room in the order of asking."""
        with self._lock:
            cached = self._rooms.setdefault(room.code, _CachedQuestions())
            self._rooms.move_to_end(room.code)
            if len(self._rooms) > MAX_ROOMS:
                self._rooms.popitem(last=False)
        with cached.lock:
            if not cached.is_current:
                cached.is_current = True  # what is committed from here on makes it not so
                try:
                    cached.questions = self._store.read(stored_questions.all_of, room.id)
                except BaseException:
                    cached.is_current = False
                    raise
            return cached.questions

    def mark(self, code: str, question: int, state: Mark) -> None:
        """Approves or hides a question, or tells that it is being answered or has been. Raises UnknownQuestionError."""

        def job(connection: sa.Connection) -> None:
            room = table.current_for_change(connection, code).room
            stored_questions.set_state(connection, room.id, question, state)

        self._store.write(job, (code, QUESTIONS))

    def switch(self, code: str, *, on: bool) -> None:
        """Lets people ask, or no more; what was asked is kept. The projector leaves the questions with them."""

        def job(connection: sa.Connection) -> None:
            room = table.current_for_change(connection, code).room
            view = "question" if not on and room.view == "questions" else room.view
            table.change(connection, code, speaker_questions=on, view=view)

        self._store.write(job, (code, "room"))

    def changed(self, code: str) -> None:
        """A question or a vote of the room has been stored, or taken out."""
        cached = self._rooms.get(code)
        if cached is not None:
            cached.is_current = False

    def forget(self, code: str) -> None:
        """Throws away the questions of a deleted room."""
        with self._lock:
            self._rooms.pop(code, None)

    def forget_all(self) -> None:
        """Throws away everything: another process has changed something, or the store was put back from a backup."""
        with self._lock:
            self._rooms.clear()


def _open_room(connection: sa.Connection, code: str) -> Room:
    """Raises UnknownRoomError or QuestionsOffError."""
    current = table.current(connection, code)
    if current is None:
        raise table.UnknownRoomError
    if not takes_questions(current.room):
        raise QuestionsOffError
    return current.room


def takes_questions(room: Room) -> bool:
    """Whether people may ask the speaker now."""
    return room.speaker_questions and room.closed_at is None


def _ask(
    connection: sa.Connection, code: str, participant: bytes, question: CleanAnswer, is_blocked: bool, now: int
) -> tuple[int, QuestionState]:
    room = _open_room(connection, code)
    state: QuestionState = "blocked" if is_blocked else "waiting" if room.approval else "shown"
    return stored_questions.ask(connection, room.id, participant, question, state, now)


def _as_seen(question: SpeakerQuestion, *, is_own: bool, has_voted: bool) -> ApiSpeakerQuestion:
    return {
        "id": question.id,
        "text": question.text,
        "votes": question.votes,
        "mine": is_own,
        "voted": has_voted,
        "state": public_state(question.state),
    }
