"""Moderation of words and texts: hide, restore, join, take apart, keep, approve; every decision can be undone."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

import sqlalchemy as sa

from server import clock
from server.store import Store, word_suggestions
from server.store import rooms as table
from server.store.rows import ModerationAction
from server.usecases.activities import model_of
from server.usecases.results_cache import ResultsCache
from server.usecases.undecided_suggestions import undecided_suggestions
from workshop.words.entries import Entry, Form, RoundWords

Kind = Literal["hide", "restore", "join", "apart", "keep", "approve"]
MAX_UNDO = 50
MAX_LISTED = 200
"""Entries of one list (waiting, blocked, words) that the desk gets at once; the others are searched for."""


class Moderation:
    """The facilitator decides last. A decision belongs to the activity, so that it holds in its next round too."""

    def __init__(self, store: Store, tallies: ResultsCache) -> None:
        self._store, self._results_cache = store, tallies

    def listed(
        self, code: str, activity: int, words: RoundWords, search: str = "", key: str | None = None,
        *, needs_approval: bool = False,
    ) -> dict[str, Any]:  # fmt: skip
        """The words and the decisions in force, as the desk's list takes them.

        Of each list come the entries that most people gave, and as many more of those that hold the searched text; the
        entry of `key` always does, and those of which somebody has suggested that a form is another word.
        `needs_approval` tells that the question wants approval whatever the room's rule is.
        """
        suggested = self._suggested(activity, words)
        return {
            "approval": needs_approval or self._store.read(table.approval, code),
            "entries": [
                _listed(entry, suggested.get(entry.key, ()))
                for entry in _chosen(words.entries, _folded(search), {key, *suggested})
            ],
            "totals": Counter(_list_of(entry) for entry in words.entries),
            "decisions": self._undo_list(activity, words, MAX_UNDO),
        }

    def _suggested(self, activity: int, words: RoundWords) -> Mapping[str, Sequence[Form]]:
        """Entry's key to the forms of which somebody says that they are another word, until it is decided."""
        suggestions = self._store.read(word_suggestions.of_activity, activity)
        decisions = self._store.read(table.decisions_of, activity) if suggestions else []
        return undecided_suggestions(words.entries, suggestions, decisions)

    def newest(self, activity: int, words: RoundWords) -> dict[str, Any] | None:
        """The press that an undo takes back, as the list of the decisions has it; None where there is none."""
        return next(iter(self._undo_list(activity, words, 1)), None)

    def _undo_list(self, activity: int, words: RoundWords, most: int) -> list[dict[str, Any]]:
        """The newest presses, the newest of all last."""
        texts = {form.key: form.text for entry in words.entries for form in entry.forms}
        labels = {form.key: entry.text for entry in words.entries for form in entry.forms}
        labels |= {theme: name for theme, name in words.theme_names.items() if name}
        decisions = self._store.read(table.decisions_of, activity)
        presses = {(decision.at, decision.kind): decision for decision in decisions}
        sizes = Counter((decision.at, decision.kind) for decision in decisions)
        return [
            {**_undo_entry(decision, texts, labels), "n": sizes[press]}
            for press, decision in list(presses.items())[-most:]
        ]

    def act(self, code: str, activity: int, action: Mapping[str, Any]) -> None:
        """Carries out an action of the desk's list."""
        if action["action"] == "undo":
            self.undo(code, activity, int(action["decision"]))
        elif action["action"] in get_args(Kind):
            self.decide(code, activity, action["action"], action["keys"], action["target"])

    def decide(self, code: str, activity: int, kind: Kind, keys: list[str], target: str | None = None) -> None:
        """Decides for the forms (fold keys) of an entry; `target` is a form of the entry they join."""
        now = clock.now_ms()

        def job(connection: sa.Connection) -> None:
            table.current_for_change(connection, code)
            for key in keys:
                table.decide(connection, activity, kind, key, now, target)

        self._store.write(job, (code, "answers"))

    def undo(self, code: str, activity: int, decision: int) -> None:
        """Takes back a decision with the others that were made in the same press."""
        self._store.write(lambda c: table.undo(c, activity, decision, clock.now_ms()), (code, "answers"))

    def set_approval(self, code: str, *, on: bool, keeps: bool) -> None:
        """Switches approval. With `keeps`, the words that are up in any question stay up: they are approved at once."""
        now, shown_keys = clock.now_ms(), self._up(code) if on and keeps else {}

        def job(connection: sa.Connection) -> None:
            for activity, keys in shown_keys.items():
                for key in keys:
                    table.decide(connection, activity, "approve", key, now, None)
            table.change(connection, code, approval=on)

        self._store.write(job, (code, "room"))

    def _up(self, code: str) -> dict[int, set[str]]:
        """For each moderated activity of the room, a form of every entry that is shown in one of its rounds."""
        current = self._store.read(table.current, code)
        if current is None:
            return {}
        models = {
            activity.id: model_of(activity) for activity in self._store.read(table.activities_of, current.room.id)
        }
        up: dict[int, set[str]] = {}
        for round_ in self._store.read(table.rounds_of, current.room.id):
            round_answers = self._results_cache.round_answers(code, round_.activity, round_.id)
            words = models[round_.activity].moderated(round_answers)
            if words is not None:
                up.setdefault(round_.activity, set()).update(entry.forms[0].key for entry in words.shown)
        return up


def _list_of(entry: Entry) -> str:
    return entry.state if entry.state in {"waiting", "blocked"} else "words"


def _chosen(entries: Sequence[Entry], search: str, keys: Collection[str | None]) -> Iterator[Entry]:
    """In the order of `entries`."""
    first: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for entry in entries:
        name = _list_of(entry)
        if first[name] < MAX_LISTED:
            first[name] += 1
            yield entry
        elif entry.key in keys:
            yield entry
        elif search and counts[name] < MAX_LISTED and _holds(entry, search):
            counts[name] += 1
            yield entry


def _holds(entry: Entry, search: str) -> bool:
    return any(search in _folded(text) for text in (entry.text, *(form.text for form in entry.forms)))


def _folded(text: str) -> str:
    """As the list in the browser compares: small letters."""
    return unicodedata.normalize("NFC", text).casefold().strip()


def _listed(entry: Entry, suggested: Sequence[Form]) -> dict[str, Any]:
    return {
        "key": entry.key,
        "text": entry.text,
        "count": entry.count,
        "hidden": entry.state == "hidden",
        "blocked": entry.state == "blocked",
        "waiting": entry.state == "waiting",
        "forms": [{"key": form.key, "text": form.text, "count": form.answers} for form in entry.forms],
        "suggestions": [{"key": form.key, "text": form.text, "count": form.answers} for form in suggested],
    }


def _undo_entry(decision: ModerationAction, texts: Mapping[str, str], labels: Mapping[str, str]) -> dict[str, Any]:
    """What a press did; of a theme, its name."""
    target = labels.get(decision.target, decision.target) if decision.target else None
    names = texts if decision.kind in {"join", "apart", "keep"} else labels
    name = target if decision.kind == "name" and target else names.get(decision.key, decision.key)
    return {"id": decision.id, "kind": decision.kind, "text": name, "target": target}
