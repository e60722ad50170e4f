"""Published results: what anybody with the room's code may read while the facilitator lets them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from server import clock
from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import Room, Round, StoredActivity
from server.usecases.activities import model_of
from server.usecases.contents import Contents
from server.usecases.results import Results, RoundInRoom
from server.usecases.retention import deleted_at
from server.usecases.room_versions import RoomVersions
from server.usecases.shared_results import SharedResults
from workshop.activities.registry import exports_of
from workshop.errors import PropelliError
from workshop.exports.basis import ExportTexts
from workshop.exports.published.page import (
    PublishedQuestion,
    ReadableQuestion,
    ReadableRound,
    published_questions,
)


class NotPublishedError(PropelliError):
    """No room has this code, or its results are not published: a reader learns nothing of which."""

    id = "published"


@dataclass(frozen=True)
class PublishedPage:
    """Everything on the page that is the same for all its readers; times are local to Helsinki."""

    room: Room
    started_at: datetime
    deleted: datetime
    people: int
    answers: int
    questions: tuple[PublishedQuestion, ...]


@dataclass(frozen=True)
class ReaderAnswers:
    """What the reader's own browser answered: the id of a round to texts."""

    rounds: dict[int, list[str]]

    @property
    def count(self) -> int:
        return sum(map(len, self.rounds.values()))


Encode = Callable[[PublishedPage], bytes]
Readable = list[tuple[StoredActivity, list[Round]]]


class PublishedResults:
    """Use cases behind the address of a room's results."""

    def __init__(self, store: Store, contents: Contents, results: Results, versions: RoomVersions) -> None:
        self._store, self._contents, self._results, self._versions = store, contents, results, versions
        self.shared: SharedResults[bytes] = SharedResults()

    def room(self, code: str) -> Room:
        """The room, as it is in the store now: what has been taken back is gone. Raises NotPublishedError."""
        state = self._store.read(table.current, code)
        if state is None or state.room.published_at is None:
            raise NotPublishedError
        return state.room

    def page(self, room: Room, lang: str, encode: Encode) -> bytes:
        """The page in one language, made and encoded once for all readers until the room changes."""
        readable = self._readable(room)
        rounds = sum(len(rounds) for _, rounds in readable)  # a countdown's end changes no version
        return self.shared.get(
            (room.code, rounds, lang), self._versions.get(room.code), lambda: encode(self._page(room, readable, lang))
        )

    def own(self, room: Room, participant: bytes, lang: str) -> ReaderAnswers:
        """What this participant answered in the rounds on the page, in the page's words."""
        basis = self._basis(room, lang)
        rounds: dict[int, list[str]] = {}
        for stored, stored_rounds in self._readable(room):
            activity = model_of(stored)
            texts, question = exports_of(activity).answer_texts(basis, activity), activity.question(lang)
            for stored_round in stored_rounds:
                pairs = [texts(answer) for answer in self._store.read(answers.own, stored_round.id, participant)]
                if pairs:
                    rounds[stored_round.id] = [
                        text if asked_of == question else f"{asked_of}: {text}" for asked_of, text in pairs
                    ]
        return ReaderAnswers(rounds)

    def _readable(self, room: Room) -> Readable:
        """The questions that take answers, each with its rounds whose results may be seen now."""
        now = clock.now_ms()
        rounds = self._store.read(table.rounds_of, room.id)
        return [
            (stored, [each for each in rounds if each.activity == stored.id and _may_be_seen(stored, each, now)])
            for stored in self._store.read(table.activities_of, room.id)
            if model_of(stored).takes_answers
        ]

    def _page(self, room: Room, readable: Readable, lang: str) -> PublishedPage:
        round_ids = [stored_round.id for _, rounds in readable for stored_round in rounds]
        people, count = self._store.read(answers.totals, round_ids)
        starts = [stored_round.opened_at for _, rounds in readable for stored_round in rounds]
        return PublishedPage(
            room=room,
            started_at=clock.local(min(starts, default=room.created_at)),
            deleted=clock.local(deleted_at(room)),
            people=people,
            answers=count,
            questions=published_questions(
                self._basis(room, lang), [self._question(room, stored, rounds) for stored, rounds in readable]
            ),
        )

    def _question(self, room: Room, stored: StoredActivity, rounds: Sequence[Round]) -> ReadableQuestion:
        activity = model_of(stored)
        readable = []
        for stored_round in rounds:
            room_round = RoundInRoom(stored.id, activity, stored_round)
            counts = self._results.counts(room, room_round)
            cloud = self._results.cloud(room.code, room_round) if activity.has_words else None
            readable.append(ReadableRound(stored_round.id, stored_round.number, counts, cloud))
        return ReadableQuestion(activity, tuple(readable))

    def _basis(self, room: Room, lang: str) -> ExportTexts:
        content = self._contents.of_room(room)
        return ExportTexts(content=content, text=content.texts[lang])


def _may_be_seen(stored: StoredActivity, stored_round: Round, now: int) -> bool:
    """By the question's own rule: never, or not before it is closed."""
    if stored.results_rule == "never":
        return False
    return stored.results_rule != "closed" or not stored_round.is_open(now)
