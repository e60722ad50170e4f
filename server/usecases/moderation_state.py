"""The moderation state of an entry, derived from the list of decisions: the newest one wins."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from server.store.rows import ModerationAction
from workshop.words.entries import Entry, State
from workshop.words.merging.overrides import MergeOverrides

_STATES: dict[str, State] = {"hide": "hidden", "restore": "shown", "approve": "shown"}


class ModerationState:
    """The decisions in force for the words of one activity; `approval` is the room's rule for undecided ones."""

    def __init__(self, decisions: Sequence[ModerationAction], approval: bool) -> None:
        self._approval = approval
        self._states: dict[str, tuple[int, State]] = {}
        joined: dict[str, str] = {}
        apart: set[str] = set()
        self._placed: dict[str, tuple[int, str | None]] = {}
        self.theme_names: dict[str, str | None] = {}
        for decision in decisions:
            if decision.kind in _STATES:
                self._states[decision.key] = (decision.id, _STATES[decision.kind])
            elif decision.kind == "join" and decision.target is not None:
                joined[decision.key] = decision.target
                apart.discard(decision.key)
            elif decision.kind == "apart":
                apart.add(decision.key)
                joined.pop(decision.key, None)
            elif decision.kind == "theme":
                self._placed[decision.key] = (decision.id, decision.target)
            elif decision.kind == "name":
                self.theme_names[decision.key] = decision.target
        self.merging = MergeOverrides(joined=joined, apart=frozenset(apart))

    def state_of(self, keys: Sequence[str], blocked: bool) -> State:
        """The newest decision of any form decides for the entry; else the screen's, else the room's rule."""
        decided = [self._states[key] for key in keys if key in self._states]
        if decided:
            return max(decided)[1]
        if blocked:
            return "blocked"
        return "waiting" if self._approval else "shown"

    def sorted(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The entries, each in the theme that was decided last of any of its forms."""
        if not self._placed:
            return tuple(entries)
        return tuple(replace(entry, theme=self._theme_of(entry)) for entry in entries)

    def _theme_of(self, entry: Entry) -> str | None:
        decided = [self._placed[form.key] for form in entry.forms if form.key in self._placed]
        return max(decided, key=lambda decision: decision[0])[1] if decided else None
