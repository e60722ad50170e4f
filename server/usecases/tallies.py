"""Counts kept warm: the words of a round, merged and laid out, and the counts of choices.

Everything here can be counted again from the store; it is kept so that ten pages looking every half second cost one
count a change.
"""

import threading
from dataclasses import dataclass, field
from typing import Any

from server.store import Store, answers
from server.store import rooms as table
from server.usecases.lexicon import SharedLexicon
from server.usecases.verdicts import Verdicts
from server.usecases.versions import Versions
from workshop.localised import Localised
from workshop.polls import percentages, rounded
from workshop.programme import ChoiceActivity
from workshop.words.entries import Entry
from workshop.words.layout import Cloud, Frame, arrange
from workshop.words.merge import Merger
from workshop.words.tally import WordTally

MOST_ROUNDS = 64


@dataclass(frozen=True)
class Words:
    """The words of one round: every entry, and the number of people who answered."""

    entries: tuple[Entry, ...]
    people: int

    @property
    def shown(self) -> list[Entry]:
        """The entries that are drawn."""
        return [entry for entry in self.entries if entry.state == "shown"]


@dataclass
class _Kept:
    lock: threading.Lock = field(default_factory=threading.Lock)
    tally: WordTally = field(default_factory=WordTally)
    merger: Merger = field(default_factory=lambda: Merger(None))
    knows_finnish: bool = False
    last_answer: int = 0
    version: object = None
    words: Words = field(default_factory=lambda: Words((), 0))
    clouds: dict[Frame, Cloud] = field(default_factory=dict)
    laid_out: dict[Frame, object] = field(default_factory=dict)


class Tallies:
    """Counts of every round that someone looks at, each counted again only after a change."""

    def __init__(self, store: Store, versions: Versions, lexicon: SharedLexicon) -> None:
        self._store, self._versions, self._lexicon = store, versions, lexicon
        self._kept: dict[int, _Kept] = {}
        self._lock = threading.Lock()

    def words(self, code: str, activity: int, round_id: int) -> Words:
        """The words of the round as everyone must see them now."""
        kept = self._of(round_id)
        with kept.lock:
            self._refresh(kept, code, activity, round_id)
            return kept.words

    def cloud(self, code: str, activity: int, round_id: int, frame: Frame) -> Cloud:
        """The cloud in one frame; shared by every projector, so that words stand in one place for all."""
        kept = self._of(round_id)
        with kept.lock:
            self._refresh(kept, code, activity, round_id)
            if kept.laid_out.get(frame) != kept.version:
                drawn = [(entry.key, entry.text, entry.count) for entry in kept.words.shown]
                kept.clouds[frame] = arrange(kept.clouds.get(frame), drawn, frame)
                kept.laid_out[frame] = kept.version
            return kept.clouds[frame]

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

    def forget(self) -> None:
        """Throws away every kept count: the store was put back from a backup."""
        with self._lock:
            self._kept.clear()

    def _of(self, round_id: int) -> _Kept:
        with self._lock:
            if round_id not in self._kept and len(self._kept) >= MOST_ROUNDS:
                del self._kept[next(iter(self._kept))]
            return self._kept.setdefault(round_id, _Kept())

    def _refresh(self, kept: _Kept, code: str, activity: int, round_id: int) -> None:
        lexicon = self._lexicon.ready()
        version = (self._versions.of(code), lexicon is not None)
        if kept.version == version:
            return
        if lexicon is not None and not kept.knows_finnish:
            kept.merger, kept.tally, kept.last_answer, kept.knows_finnish = Merger(lexicon), WordTally(), 0, True
        for answer in self._store.read(answers.since, round_id, kept.last_answer):
            kept.tally.add(answer.participant, answer.text, blocked=self._lexicon.screen.blocked(answer.text))
            kept.merger.add(answer.text)
            kept.last_answer = answer.id
        verdicts = Verdicts(self._store.read(table.decisions_of, activity), self._store.read(table.approval, code))
        entries = kept.tally.entries(kept.merger.groups(verdicts.merging), verdicts.state_of)
        kept.words = Words(entries, len(kept.tally.people))
        kept.version = version
