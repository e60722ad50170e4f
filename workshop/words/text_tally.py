"""Counts the answers to an open question: each text by its own key, newest first, and never merged with another."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field

from workshop.words.entries import Entry, Form
from workshop.words.tally import StateRule, commonest, shown


@dataclass
class _SameText:
    """All answers with one key: the newest one's number, who gave them, how they were typed, whether one is blocked."""

    newest: int
    people: set[Hashable] = field(default_factory=set)
    typed: Counter[str] = field(default_factory=Counter)
    blocked: bool = False


class TextTally:
    """Answers of one round, added one by one in the order of arrival."""

    def __init__(self) -> None:
        self._texts: dict[str, _SameText] = {}
        self.people: set[Hashable] = set()

    def add(self, person: Hashable, key: str, text: str, number: int, *, blocked: bool = False) -> None:
        """Counts one stored answer; `number` grows from answer to answer."""
        same = self._texts.setdefault(key, _SameText(number))
        same.newest = number
        same.people.add(person)
        same.typed[text] += 1
        same.blocked = same.blocked or blocked
        self.people.add(person)

    def entries(self, state_of: StateRule = shown) -> tuple[Entry, ...]:
        """The entries, newest first; what several people have written is as new as the last of them."""
        ranked = sorted(self._texts.items(), key=lambda pair: -pair[1].newest)
        return tuple(_entry(key, same, state_of) for key, same in ranked)


def _entry(key: str, same: _SameText, state_of: StateRule) -> Entry:
    text = commonest(same.typed)
    form = Form(key, text, same.typed.total())
    return Entry(key, text, len(same.people), (form,), state_of([key], same.blocked))
