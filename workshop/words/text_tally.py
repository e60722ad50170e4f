"""Counts the answers to an open question: each text by its own key, newest first, and never merged with another."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from workshop.words.entries import Entry, Form
from workshop.words.tally import StateRule, shown


@dataclass
class _SameText:
    """All answers with one key: the first one's text, the newest one's number, and whether any is blocked."""

    text: str
    newest: int
    people: set[Hashable] = field(default_factory=set)
    answers: int = 0
    blocked: bool = False


class TextTally:
    """Answers of one round, added one by one in the order of arrival."""

    def __init__(self) -> None:
        self._texts: dict[str, _SameText] = {}
        self.people: set[Hashable] = set()

    def add(self, person: Hashable, key: str, text: str, number: int, *, blocked: bool = False) -> None:
        """Counts one stored answer; `number` grows from answer to answer."""
        same = self._texts.setdefault(key, _SameText(text, number))
        same.newest = number
        same.people.add(person)
        same.answers += 1
        same.blocked = same.blocked or blocked
        self.people.add(person)

    def is_blocked(self, key: str) -> bool:
        """Whether the filter holds back an answer of this key; so does one that has not been counted."""
        return key not in self._texts or self._texts[key].blocked

    def entries(self, state_of: StateRule = shown) -> tuple[Entry, ...]:
        """The entries, newest first; what several have written is as the first wrote it, and as new as the last."""
        ranked = sorted(self._texts.items(), key=lambda pair: -pair[1].newest)
        return tuple(_entry(key, same, state_of) for key, same in ranked)


def _entry(key: str, same: _SameText, state_of: StateRule) -> Entry:
    form = Form(key, same.text, same.answers)
    return Entry(key, same.text, len(same.people), (form,), state_of([key], same.blocked))
