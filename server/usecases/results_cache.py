"""Cache of what is expensive to compute: the words of a round, merged and laid out.

Everything here can be counted again from the store; it is kept so that ten pages looking every half second cost one
count a change. Screening an answer takes a millisecond and merging it about as long, so a look does only so much of
both: in a flood every page stays near the moment, words that are not merged yet stand as they were typed, and the
looks that follow catch up.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import cast

from server import clock
from server.store import Reader, Store, answers, withdrawals
from server.store import rooms as table
from server.usecases.cached_cloud import CachedCloud
from server.usecases.contents import Contents
from server.usecases.lexicon import SharedLexicon
from server.usecases.moderation_state import ModerationState
from server.usecases.room_versions import RoomVersions
from server.usecases.round_answers import StoredRoundAnswers
from server.usecases.texts_cache import TextsCache
from workshop.words.clean import fold
from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.entries import RoundWords
from workshop.words.filter.word_filter import WordFilter
from workshop.words.languages import FINNISH, Language
from workshop.words.merging.merge import Merger
from workshop.words.merging.overrides import Group, MergeOverrides, with_overrides
from workshop.words.tally import WordTally

MAX_ROUNDS = 64
READ_SECONDS = 0.15
MERGE_SECONDS = 0.15
REST_SECONDS = 0.35
"""How long one look may read and screen, how long it may merge, and how long the looks after it leave that."""

READ_AT_ONCE = 1_000
MAX_MERGED = 3_000
"""Different texts of one round that are merged; a thousand people give half of that. More are only counted.

A round that has more is counted anew only half of the time, so that it leaves the other half to those who answer.
"""


@dataclass
class _CachedRound:
    code: str
    lock: threading.Lock = field(default_factory=threading.Lock)
    tally: WordTally = field(default_factory=WordTally)
    merger: Merger = field(default_factory=lambda: Merger(None))
    merged: set[str] = field(default_factory=set)
    unmerged: OrderedDict[tuple[str, Language | None], int] = field(default_factory=OrderedDict)
    blocked: dict[str, bool] = field(default_factory=dict)
    has_lexicon: bool = False
    language: Language | None = None
    withdrawn: tuple[int, ...] = (0,)
    last_answer: int = 0
    is_behind: bool = False
    rests_until: float = 0.0
    version: object = None
    number: int = 0
    words: RoundWords = field(default_factory=lambda: RoundWords((), 0))
    clouds: dict[Frame, CachedCloud] = field(default_factory=dict)

    def is_due(self, version: object, *, whole: bool) -> bool:
        """Whether a look has something to do: the room has changed, or the last look left work and has rested."""
        is_left = self.is_behind or bool(self.unmerged)
        if self.version == version and not is_left:
            return False
        rests = self.version == version or self.tally.different > MAX_MERGED
        return whole or not rests or clock.monotonic() >= self.rests_until

    def begin_again(self, merger: Merger) -> None:
        """Forgets every answer, but not where the words stood."""
        self.merger, self.tally, self.last_answer = merger, WordTally(), 0
        self.merged, self.unmerged, self.blocked = set(), OrderedDict(), {}

    def is_blocked(self, text: str) -> bool:
        """Whether the filter holds the text back; so does one that has not been screened."""
        return self.blocked.get(text, True)

    def merge(self, seconds: float | None) -> None:
        """Merges what waits, for so long."""
        end = None if seconds is None else clock.monotonic() + seconds
        while self.unmerged and (end is None or clock.monotonic() < end):
            (text, phone), number = self.unmerged.popitem(last=False)
            key = fold(text)
            if key in self.merged or len(self.merged) < MAX_MERGED:
                self.merger.add(text, number, phone)
                self.merged.add(key)

    def groups(self, decisions: MergeOverrides) -> list[Group]:
        """Every form in its group; those that are not merged alone, or where a group has their name, in that."""
        alone = self.tally.alone()
        groups = {group.key: group for group in self.merger.groups()}
        for form in alone:
            if form.key not in self.merged:
                same = groups.get(form.key)
                groups[form.key] = Group(same.key, same.label, (*same.forms, form.key)) if same else form
        labels = {form.key: form.label for form in alone if form.key in decisions.apart}
        return with_overrides(groups.values(), decisions, labels) if decisions else list(groups.values())


class ResultsCache:
    """Counts of every round that someone looks at, each counted again only after a change."""

    def __init__(self, store: Store, contents: Contents, versions: RoomVersions, lexicon: SharedLexicon) -> None:
        self._store, self._contents = store, contents
        self._versions, self._lexicon = versions, lexicon
        self.open_texts = TextsCache(store, contents, versions, lexicon)
        self._rounds: dict[int, _CachedRound] = {}
        self._lock = threading.Lock()

    def round_answers(self, code: str, activity: int, round_id: int) -> StoredRoundAnswers:
        """The answers of a round, for its kind of question to count."""
        return StoredRoundAnswers(self._store, self, code, activity, round_id)

    def words(self, code: str, activity: int, round_id: int, *, whole: bool = False) -> RoundWords:
        """The words of the round as everyone must see them now; `whole` waits until all is read and merged."""
        cached = self._cached(code, round_id)
        with cached.lock:
            self._refresh(cached, code, activity, round_id, whole=whole)
            return cached.words

    def cloud(
        self, code: str, activity: int, round_id: int, frame: Frame, *, newest: bool = False, marked: bool = False
    ) -> Cloud:
        """The cloud in one frame; shared by every projector, so that words stand in one place for all.

        Where answers come fast it may be a quarter of a second behind the words, unless the newest is asked for. Where
        it is `marked`, words have room for the mark of a theme. It is of the words that were counted last; the newest
        is of those that are there now.
        """
        cached = self._cached(code, round_id)
        with cached.lock:
            if newest or cached.version is None:
                self._refresh(cached, code, activity, round_id)
            shown, number = cached.words.shown, cached.number
            cloud = cached.clouds.setdefault(frame, CachedCloud(frame))
        return cloud.get(shown, number, newest=newest, marked=marked)

    def words_at(self, reader: Reader, code: str, activity: int, round_id: int) -> RoundWords:
        """The words of the round at the reader's moment: merged as everybody sees them, counted from its answers."""
        cached = self._cached(code, round_id)
        with cached.lock:
            self._refresh(cached, code, activity, round_id, whole=True)
            verdicts = ModerationState(reader.read(table.decisions_of, activity), reader.read(table.approval, code))
            tally = WordTally()
            for answer in reader.read(answers.since, round_id):
                tally.add(answer.participant, answer.text, blocked=cached.is_blocked(answer.text))
            groups = cached.groups(verdicts.merging)
            merged = {key for group in groups for key in group.forms}
            groups += [group for group in tally.alone() if group.key not in merged]
            entries = tally.entries(groups, verdicts.state_of)
            return RoundWords(verdicts.sorted(entries), len(tally.people), verdicts.theme_names)

    def cloud_at(self, words: RoundWords, code: str, round_id: int, frame: Frame, *, marked: bool) -> Cloud:
        """The cloud of these words, each in the place that the projector has given it."""
        cached = self._cached(code, round_id)
        with cached.lock:
            clouds = cached.clouds.setdefault(frame, CachedCloud(frame))
        return clouds.arranged(words.shown, marked=marked)

    def is_behind(self, round_id: int) -> bool:
        """Whether the last look at the words or texts of the round left something for the looks after it."""
        if self.open_texts.is_behind(round_id):
            return True
        cached = self._rounds.get(round_id)
        if cached is None:
            return False
        return (
            cached.is_behind or bool(cached.unmerged) or any(cloud.is_behind for cloud in list(cached.clouds.values()))
        )

    def forget(self, code: str) -> None:
        """Throws away the counts of a deleted room, which hold its words."""
        self.open_texts.forget(code)
        with self._lock:
            for round_id in [number for number, cached in self._rounds.items() if cached.code == code]:
                del self._rounds[round_id]

    def forget_all(self) -> None:
        """Throws away every cached count: the store was put back from a backup."""
        self.open_texts.forget_all()
        with self._lock:
            self._rounds.clear()

    def _cached(self, code: str, round_id: int) -> _CachedRound:
        with self._lock:
            if round_id not in self._rounds and len(self._rounds) >= MAX_ROUNDS:
                del self._rounds[next(iter(self._rounds))]
            return self._rounds.setdefault(round_id, _CachedRound(code))

    def _refresh(self, cached: _CachedRound, code: str, activity: int, round_id: int, *, whole: bool = False) -> None:
        lexicon = self._lexicon.ready()
        version = (self._versions.get(code), lexicon is not None)
        if not cached.is_due(version, whole=whole):
            return
        started = clock.monotonic()
        withdrawn = self._store.read(withdrawals.taken_out, round_id)
        language = cast("Language", self._store.read(table.language, code) or FINNISH)
        is_new_lexicon = lexicon is not None and not cached.has_lexicon
        if is_new_lexicon or withdrawn != cached.withdrawn or language != cached.language:
            cached.begin_again(Merger(lexicon, language))
            cached.has_lexicon, cached.withdrawn, cached.language = lexicon is not None, withdrawn, language
        lists = self._contents.of_version(self._store.read(table.version, code)).blocklists
        self._read(cached, round_id, self._lexicon.word_filter(lists), None if whole else READ_SECONDS)
        cached.merge(None if whole else MERGE_SECONDS)
        verdicts = ModerationState(
            self._store.read(table.decisions_of, activity), self._store.read(table.approval, code)
        )
        entries = cached.tally.entries(cached.groups(verdicts.merging), verdicts.state_of)
        cached.words = RoundWords(verdicts.sorted(entries), len(cached.tally.people), verdicts.theme_names)
        cached.version, cached.number = version, cached.number + 1
        now = clock.monotonic()
        cached.rests_until = now + max(REST_SECONDS, now - started)

    def _read(self, cached: _CachedRound, round_id: int, screen: WordFilter, seconds: float | None) -> None:
        """Counts new answers for so long; an answer is never counted before it is screened."""
        end = None if seconds is None else clock.monotonic() + seconds
        while new_answers := self._store.read(answers.since, round_id, cached.last_answer, READ_AT_ONCE):
            for answer in new_answers:
                if end is not None and clock.monotonic() >= end:
                    cached.is_behind = True
                    return
                if answer.text not in cached.blocked:
                    cached.blocked[answer.text] = screen.blocked(answer.text)
                cached.tally.add(answer.participant, answer.text, blocked=cached.blocked[answer.text])
                typed = (answer.text, cast("Language | None", answer.lang))
                cached.unmerged[typed] = cached.unmerged.get(typed, 0) + 1
                cached.last_answer = answer.id
            if len(new_answers) < READ_AT_ONCE:
                break  # what is stored from now on is a change of its own
        cached.is_behind = False
