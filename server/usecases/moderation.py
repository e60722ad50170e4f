"""What becomes of a word: hidden, restored, joined to another, taken apart, approved; every decision can be undone."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from server import clock
from server.store import Store
from server.store import rooms as table
from server.store.rows import Decision
from server.usecases.tallies import Words
from workshop.words.entries import Entry

Kind = Literal["hide", "restore", "join", "apart", "approve"]
MOST_UNDO = 50


class Moderation:
    """The facilitator decides last. A decision belongs to the activity, so that it holds in its next round too."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def listed(self, code: str, activity: int, words: Words) -> dict[str, Any]:
        """The words and the decisions in force, as the desk's list takes them."""
        texts = {form.key: form.text for entry in words.entries for form in entry.forms}
        labels = {form.key: entry.text for entry in words.entries for form in entry.forms}
        presses: dict[tuple[int, str], Decision] = {}
        for decision in self._store.read(table.decisions_of, activity):
            presses[decision.at, decision.kind] = decision
        return {
            "approval": self._store.read(table.approval, code),
            "entries": [_listed(entry) for entry in words.entries],
            "decisions": [_told(decision, texts, labels) for decision in list(presses.values())[-MOST_UNDO:]],
        }

    def act(self, code: str, activity: int, action: Mapping[str, Any]) -> None:
        """Carries out an action of the desk's list."""
        if action["action"] == "undo":
            self.undo(code, activity, int(action["decision"]))
        elif action["action"] in get_args(Kind):
            self.decide(code, activity, action["action"], action["keys"], action["target"])

    def decide(self, code: str, activity: int, kind: Kind, keys: list[str], target: str | None = None) -> None:
        """Decides for the forms (fold keys) of an entry; `target` is a form of the entry they join."""
        now = clock.now_ms()

        def job(connection: Any) -> None:
            for key in keys:
                table.decide(connection, activity, kind, key, now, target)

        self._store.write(job, (code, "answers"))

    def undo(self, code: str, activity: int, decision: int) -> None:
        """Takes back a decision with the others that were made in the same press."""
        self._store.write(lambda c: table.undo(c, activity, decision, clock.now_ms()), (code, "answers"))

    def set_approval(self, code: str, activity: int | None, words: Words | None, *, on: bool, keeps: bool) -> None:
        """Switches approval. With `keeps`, the words that are up stay up: they are approved in the same moment."""
        now = clock.now_ms()

        def job(connection: Any) -> None:
            if on and keeps and activity is not None and words is not None:
                for entry in words.shown:
                    table.decide(connection, activity, "approve", entry.forms[0].key, now, None)
            table.change(connection, code, approval=on)

        self._store.write(job, (code, "room"))


def _listed(entry: Entry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "text": entry.text,
        "count": entry.count,
        "hidden": entry.state == "hidden",
        "blocked": entry.state == "blocked",
        "waiting": entry.state == "waiting",
        "forms": [{"key": form.key, "text": form.text, "count": form.answers} for form in entry.forms],
    }


def _told(decision: Decision, texts: Mapping[str, str], labels: Mapping[str, str]) -> dict[str, Any]:
    target = labels.get(decision.target, decision.target) if decision.target else None
    names = texts if decision.kind in {"join", "apart"} else labels
    return {
        "id": decision.id,
        "kind": decision.kind,
        "text": names.get(decision.key, decision.key),
        "target": target,
    }
