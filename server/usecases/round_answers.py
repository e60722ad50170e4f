"""The stored answers of one round, read when a kind of question asks for them."""

from dataclasses import dataclass
from typing import Protocol

from server.store import Reader, answers
from server.store import rooms as table
from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.entries import RoundWords


class RoundTextsSource(Protocol):
    """What screens the answers to an open question."""

    def texts(
        self, code: str, activity: int, round_id: int, *, approval: bool, whole: bool = False
    ) -> RoundWords: ...  # fmt: skip


class RoundWordsSource(Protocol):
    """What merges the words of a round and draws their cloud."""

    @property
    def open_texts(self) -> RoundTextsSource: ...

    def words(self, code: str, activity: int, round_id: int, *, whole: bool = False) -> RoundWords: ...
    def cloud(
        self, code: str, activity: int, round_id: int, frame: Frame, *, marked: bool = False
    ) -> Cloud: ...  # fmt: skip


@dataclass(frozen=True)
class StoredRoundAnswers:
    """`workshop.activities.round_answers.RoundAnswers` by the store and the cache of results."""

    store: Reader
    cache: RoundWordsSource
    code: str
    activity: int
    round_id: int

    def counts(self) -> tuple[int, dict[str, int]]:
        return self.store.read(answers.counts, self.round_id)

    def counts_by_key(self) -> tuple[int, dict[str, dict[str, int]]]:
        return self.store.read(answers.counts_by_key, self.round_id)

    def by_person(self) -> list[dict[str, str]]:
        people: dict[bytes, dict[str, str]] = {}
        for answer in self.store.read(answers.since, self.round_id):
            people.setdefault(answer.participant, {})[answer.key] = answer.text
        return list(people.values())

    def words(self, *, whole: bool = False) -> RoundWords:
        return self.cache.words(self.code, self.activity, self.round_id, whole=whole)

    def texts(self, *, approval: bool, whole: bool = False) -> RoundWords:
        return self.cache.open_texts.texts(self.code, self.activity, self.round_id, approval=approval, whole=whole)

    def cloud(self, frame: Frame, *, marked: bool = False) -> Cloud:
        return self.cache.cloud(self.code, self.activity, self.round_id, frame, marked=marked)

    def overridden(self) -> set[str]:
        actions = self.store.read(table.decisions_of, self.activity)
        keys = {key for action in actions if action.kind in {"join", "apart"} for key in (action.key, action.target)}
        return {key for key in keys if key is not None}
