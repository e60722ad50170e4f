"""What was changed in a draft, step by step, so that it can be taken back and done again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from workshop.content.draft_changes import Change

MAX_STEPS = 200
MAX_BYTES = 1_000_000
TYPING_MS = 2_000
"""Changes of one field that follow each other so soon are one step."""


@dataclass(frozen=True)
class DraftStep:
    """Changes that were made together, and those that take them back, each in the order to be applied in.

    `at_ms` is the time of the latest, in milliseconds since 1970.
    """

    changes: tuple[Change, ...]
    inverses: tuple[Change, ...]
    at_ms: int

    @cached_property
    def text(self) -> str:
        """The step as JSON."""
        return json.dumps([self.changes, self.inverses, self.at_ms], ensure_ascii=False, separators=(",", ":"))

    @property
    def typed_path(self) -> tuple[str | int, ...] | None:
        """The field that the step fills in; None where it does something else, or more."""
        change = self.changes[0] if len(self.changes) == 1 else {}
        is_typing = change.get("op") == "set" and isinstance(change.get("value"), str)
        return tuple(change["path"]) if is_typing else None


@dataclass(frozen=True)
class History:
    """Steps, the oldest first; those before `position` are done, the others have been undone."""

    steps: tuple[DraftStep, ...] = ()
    position: int = 0

    @property
    def can_undo(self) -> bool:
        return self.position > 0

    @property
    def can_redo(self) -> bool:
        return self.position < len(self.steps)

    def added(self, step: DraftStep) -> "History":
        """The history with one more step, without those that had been undone, within the bounds.

        Typing goes on in the step before.
        """
        done = self.steps[: self.position]
        latest = done[-1] if done and not self.can_redo else None
        if latest is not None and _goes_on(latest, step):
            done = (*done[:-1], replace(latest, changes=step.changes, at_ms=step.at_ms))
        else:
            done = (*done, step)
        done = _bounded(done)
        return History(done, len(done))

    def undone(self) -> "tuple[History, Sequence[Change]]":
        """The history one step back, and the changes that lead there."""
        return replace(self, position=self.position - 1), self.steps[self.position - 1].inverses

    def redone(self) -> "tuple[History, Sequence[Change]]":
        """The history one step on, and the changes that lead there."""
        return replace(self, position=self.position + 1), self.steps[self.position].changes

    @property
    def text(self) -> str:
        """The steps as JSON."""
        return f"[{','.join(step.text for step in self.steps)}]"


def history_from(text: str, position: int) -> History:
    """The history that `text` holds."""
    steps: list[Any] = json.loads(text)
    read = tuple(DraftStep(tuple(changes), tuple(inverses), at_ms) for changes, inverses, at_ms in steps)
    return History(read, min(position, len(read)))


def _goes_on(latest: DraftStep, step: DraftStep) -> bool:
    path = step.typed_path
    return path is not None and path == latest.typed_path and 0 <= step.at_ms - latest.at_ms <= TYPING_MS


def _bounded(steps: tuple[DraftStep, ...]) -> tuple[DraftStep, ...]:
    """The latest steps that fit; where not even the latest does, it cannot be undone."""
    size, count = 0, 0
    for step in reversed(steps[-MAX_STEPS:]):
        size += len(step.text.encode())
        if size > MAX_BYTES:
            break
        count += 1
    return steps[len(steps) - count :]
