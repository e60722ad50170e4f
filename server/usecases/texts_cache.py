"""Cache of the answers to open questions: each is screened once, and a look reads only what has come since the last.

As with words, a look reads and screens only for so long; the looks that follow catch up.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from server import clock
from server.store import Reader, Store, answers, withdrawals
from server.store import rooms as table
from server.usecases.contents import Contents
from server.usecases.lexicon import SharedLexicon
from server.usecases.moderation_state import ModerationState
from server.usecases.room_versions import RoomVersions
from workshop.words.entries import RoundWords
from workshop.words.filter.word_filter import WordFilter
from workshop.words.text_tally import TextTally

MAX_ROUNDS = 64
READ_SECONDS = 0.15
READ_AT_ONCE = 1_000


@dataclass
class _CachedTexts:
    code: str
    lock: threading.Lock = field(default_factory=threading.Lock)
    tally: TextTally = field(default_factory=TextTally)
    knows_finnish: bool = False
    withdrawn: tuple[int, ...] = (0,)
    last_answer: int = 0
    is_behind: bool = False
    version: object = None
    texts: RoundWords = field(default_factory=lambda: RoundWords((), 0))


class TextsCache:
    """The texts of every round that someone looks at, counted again only after a change. Safe in any thread."""

    def __init__(self, store: Store, contents: Contents, versions: RoomVersions, lexicon: SharedLexicon) -> None:
        self._store, self._contents = store, contents
        self._versions, self._lexicon = versions, lexicon
        self._rounds: OrderedDict[int, _CachedTexts] = OrderedDict()
        self._lock = threading.Lock()

    def texts(self, code: str, activity: int, round_id: int, *, approval: bool, whole: bool = False) -> RoundWords:
        """The texts of the round as everyone must see them now; `whole` waits until all is read and screened."""
        cached = self._cached(code, round_id)
        with cached.lock:
            version = (self._versions.get(code), self._lexicon.ready() is not None, approval)
            if cached.version != version or cached.is_behind:
                self._refresh(cached, activity, round_id, approval=approval, whole=whole)
                cached.version = version
            return cached.texts

    def texts_at(self, reader: Reader, code: str, activity: int, round_id: int, *, approval: bool) -> RoundWords:
        """The texts of the round at the reader's moment, screened as everybody sees them."""
        self.texts(code, activity, round_id, approval=approval, whole=True)
        cached, tally = self._cached(code, round_id), TextTally()
        with cached.lock:
            for answer in reader.read(answers.since, round_id):
                blocked = cached.tally.is_blocked(answer.key)
                tally.add(answer.participant, answer.key, answer.text, answer.id, blocked=blocked)
        rule = approval or reader.read(table.approval, code)
        verdicts = ModerationState(reader.read(table.decisions_of, activity), rule)
        entries = verdicts.sorted(tally.entries(verdicts.state_of))
        return RoundWords(entries, len(tally.people), verdicts.theme_names)

    def is_behind(self, round_id: int) -> bool:
        """Whether the last look at the round left something for the looks after it."""
        cached = self._rounds.get(round_id)
        return cached is not None and cached.is_behind

    def forget(self, code: str) -> None:
        """Throws away the texts of a deleted room."""
        with self._lock:
            for round_id in [number for number, cached in self._rounds.items() if cached.code == code]:
                del self._rounds[round_id]

    def forget_all(self) -> None:
        """Throws away every cached text: the store was put back from a backup."""
        with self._lock:
            self._rounds.clear()

    def _cached(self, code: str, round_id: int) -> _CachedTexts:
        with self._lock:
            cached = self._rounds.setdefault(round_id, _CachedTexts(code))
            self._rounds.move_to_end(round_id)
            if len(self._rounds) > MAX_ROUNDS:
                self._rounds.popitem(last=False)
            return cached

    def _refresh(self, cached: _CachedTexts, activity: int, round_id: int, *, approval: bool, whole: bool) -> None:
        knows_finnish = self._lexicon.ready() is not None
        withdrawn = self._store.read(withdrawals.taken_out, round_id)
        if (knows_finnish and not cached.knows_finnish) or withdrawn != cached.withdrawn:
            cached.tally, cached.last_answer = TextTally(), 0
            cached.knows_finnish, cached.withdrawn = knows_finnish, withdrawn
        lists = self._contents.of_version(self._store.read(table.version, cached.code)).blocklists
        self._read(cached, round_id, self._lexicon.word_filter(lists), None if whole else READ_SECONDS)
        rule = approval or self._store.read(table.approval, cached.code)
        verdicts = ModerationState(self._store.read(table.decisions_of, activity), rule)
        entries = verdicts.sorted(cached.tally.entries(verdicts.state_of))
        cached.texts = RoundWords(entries, len(cached.tally.people), verdicts.theme_names)

    def _read(self, cached: _CachedTexts, round_id: int, screen: WordFilter, seconds: float | None) -> None:
        """Counts new answers for so long; an answer is never counted before it is screened."""
        end = None if seconds is None else clock.monotonic() + seconds
        while new_answers := self._store.read(answers.since, round_id, cached.last_answer, READ_AT_ONCE):
            for answer in new_answers:
                if end is not None and clock.monotonic() >= end:
                    cached.is_behind = True
                    return
                blocked = screen.blocked(answer.text)
                cached.tally.add(answer.participant, answer.key, answer.text, answer.id, blocked=blocked)
                cached.last_answer = answer.id
        cached.is_behind = False
