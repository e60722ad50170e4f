"""Counts kept warm: the words of a round, merged and laid out, and the counts of choices.

Everything here can be counted again from the store; it is kept so that ten pages looking every half second cost one
count a change. Screening an answer takes a millisecond and merging an unknown word five, so a look does only so much of
both: in a flood every page stays near the moment, words that are not merged yet stand as they were typed, and the
looks that follow catch up.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from server import clock
from server.store import Store, answers, withdrawals
from server.store import rooms as table
from server.usecases.cached_cloud import CachedCloud
from server.usecases.lexicon import SharedLexicon
from server.usecases.moderation_state import ModerationState
from server.usecases.versions import RoomVersions
from workshop.activities.answers import percentages, rounded
from workshop.activities.models import ChoiceActivity
from workshop.content.localised import Localised
from workshop.words.clean import fold
from workshop.words.cloud.layout import Cloud, Frame
from workshop.words.entries import Entry
from workshop.words.merging.merge import Merger
from workshop.words.merging.overrides import Group, MergeOverrides, decided
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


@dataclass(frozen=True)
class RoundWords:
    """The words of one round: every entry, and the number of people who answered."""

    entries: tuple[Entry, ...]
    people: int

    @property
    def shown(self) -> list[Entry]:
        """The entries that are drawn."""
        return [entry for entry in self.entries if entry.state == "shown"]


@dataclass
class _CachedRound:
    code: str
    lock: threading.Lock = field(default_factory=threading.Lock)
    tally: WordTally = field(default_factory=WordTally)
    merger: Merger = field(default_factory=lambda: Merger(None))
    merged: set[str] = field(default_factory=set)
    unmerged: OrderedDict[str, int] = field(default_factory=OrderedDict)
    blocked: dict[str, bool] = field(default_factory=dict)
    knows_finnish: bool = False
    withdrawn: tuple[int, ...] = ()
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

    def merge(self, seconds: float | None) -> None:
        """Merges what waits, for so long."""
        end = None if seconds is None else clock.monotonic() + seconds
        while self.unmerged and (end is None or clock.monotonic() < end):
            text, number = self.unmerged.popitem(last=False)
            key = fold(text)
            if key in self.merged or len(self.merged) < MAX_MERGED:
                self.merger.add(text, number)
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
        return decided(groups.values(), decisions, labels) if decisions else list(groups.values())


class ResultsCache:
    """Counts of every round that someone looks at, each counted again only after a change."""

    def __init__(self, store: Store, versions: RoomVersions, lexicon: SharedLexicon) -> None:
        self._store, self._versions, self._lexicon = store, versions, lexicon
        self._kept: dict[int, _CachedRound] = {}
        self._lock = threading.Lock()

    def words(self, code: str, activity: int, round_id: int, *, whole: bool = False) -> RoundWords:
        """The words of the round as everyone must see them now; `whole` waits until all is read and merged."""
        kept = self._of(code, round_id)
        with kept.lock:
            self._refresh(kept, code, activity, round_id, whole=whole)
            return kept.words

    def cloud(self, code: str, activity: int, round_id: int, frame: Frame, *, newest: bool = False) -> Cloud:
        """The cloud in one frame; shared by every projector, so that words stand in one place for all.

        Where answers come fast it may be a quarter of a second behind the words, unless the newest is asked for.
        """
        kept = self._of(code, round_id)
        with kept.lock:
            self._refresh(kept, code, activity, round_id)
            shown, number = kept.words.shown, kept.number
            cloud = kept.clouds.setdefault(frame, CachedCloud(frame))
        return cloud.of(shown, number, newest=newest)

    def choice(self, round_id: int, activity: ChoiceActivity, lang: str) -> dict[str, Any]:
        """People, each option's count and share of the people in the question's order, and whether the shares show
        that they are rounded."""
        people = self._store.read(answers.people, [round_id]).get(round_id, 0)
        counted = self.options(round_id, activity)
        options = [
            {"id": option.id, "label": label(lang), "count": count, "percent": percent}
            for option, (label, count, percent) in zip(activity.options, counted, strict=True)
        ]
        return {"n": people, "options": options, "rounded": rounded([count for _, count, _ in counted], people)}

    def options(self, round_id: int, activity: ChoiceActivity) -> tuple[tuple[Localised, int, int], ...]:
        """Label, people and whole per cent of the people, in the question's order."""
        people, counts = self._store.read(answers.counts, round_id)
        numbers = [counts.get(option.id, 0) for option in activity.options]
        labels = [option.label for option in activity.options]
        return tuple(zip(labels, numbers, percentages(numbers, people), strict=True))

    def forms(self, round_id: int) -> list[dict[str, str]]:
        """The forms of the round, one a person: question to option."""
        people: dict[bytes, dict[str, str]] = {}
        for answer in self._store.read(answers.since, round_id):
            people.setdefault(answer.participant, {})[answer.key] = answer.text
        return list(people.values())

    def forget(self, code: str) -> None:
        """Throws away the counts of a deleted room, which hold its words."""
        with self._lock:
            for round_id in [number for number, kept in self._kept.items() if kept.code == code]:
                del self._kept[round_id]

    def forget_all(self) -> None:
        """Throws away every kept count: the store was put back from a backup."""
        with self._lock:
            self._kept.clear()

    def _of(self, code: str, round_id: int) -> _CachedRound:
        with self._lock:
            if round_id not in self._kept and len(self._kept) >= MAX_ROUNDS:
                del self._kept[next(iter(self._kept))]
            return self._kept.setdefault(round_id, _CachedRound(code))

    def _refresh(self, kept: _CachedRound, code: str, activity: int, round_id: int, *, whole: bool = False) -> None:
        lexicon = self._lexicon.ready()
        version = (self._versions.of(code), lexicon is not None)
        if not kept.is_due(version, whole=whole):
            return
        begun = clock.monotonic()
        withdrawn = self._store.read(withdrawals.ids_in_force, round_id)
        if (lexicon is not None and not kept.knows_finnish) or withdrawn != kept.withdrawn:
            kept.begin_again(Merger(lexicon))
            kept.knows_finnish, kept.withdrawn = lexicon is not None, withdrawn
        self._read(kept, round_id, None if whole else READ_SECONDS)
        kept.merge(None if whole else MERGE_SECONDS)
        verdicts = ModerationState(
            self._store.read(table.decisions_of, activity), self._store.read(table.approval, code)
        )
        entries = kept.tally.entries(kept.groups(verdicts.merging), verdicts.state_of)
        kept.words = RoundWords(entries, len(kept.tally.people))
        kept.version, kept.number = version, kept.number + 1
        now = clock.monotonic()
        kept.rests_until = now + max(REST_SECONDS, now - begun)

    def _read(self, kept: _CachedRound, round_id: int, seconds: float | None) -> None:
        """Counts new answers for so long; an answer is never counted before it is screened."""
        end = None if seconds is None else clock.monotonic() + seconds
        while found := self._store.read(answers.since, round_id, kept.last_answer, READ_AT_ONCE):
            for answer in found:
                if end is not None and clock.monotonic() >= end:
                    kept.is_behind = True
                    return
                if answer.text not in kept.blocked:
                    kept.blocked[answer.text] = self._lexicon.screen.blocked(answer.text)
                kept.tally.add(answer.participant, answer.text, blocked=kept.blocked[answer.text])
                kept.unmerged[answer.text] = kept.unmerged.get(answer.text, 0) + 1
                kept.last_answer = answer.id
        kept.is_behind = False
