"""What one typed answer may be: the entries it may belong to, whatever its language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from workshop.words.merging.surface import joined

_CLEARLY = 0.5


class AnyCandidate(Protocol):
    """An entry that an answer may belong to; the attributes are only read."""

    @property
    def label(self) -> str:
        """The entry's name in its base form."""

    @property
    def entry(self) -> str:
        """The key that forms of one word share."""

    @property
    def likelihood(self) -> float:
        """How likely the candidate is by itself."""

    @property
    def is_plural(self) -> bool:
        """Whether the answer was typed in the plural."""

    @property
    def is_name(self) -> bool:
        """Whether what was typed is a name of the entry: its base form, or the nominative plural."""


C = TypeVar("C", bound=AnyCandidate, covariant=True)


@dataclass(frozen=True)
class Interpretation(Generic[C]):
    """The words of one fold key and its candidates, the likeliest first; none where the answer is unknown.

    `fallback` is the candidate of an unknown answer where nothing else in the room explains it.
    """

    bare: str
    candidates: tuple[C, ...]
    fallback: C | None = None

    @cached_property
    def entry(self) -> str:
        """The key of the answer taken as it is typed."""
        return joined(self.bare)

    @cached_property
    def clear_entry(self) -> str | None:
        """The entry the answer surely belongs to, whatever others wrote; None where two are about as likely."""
        if not self.candidates:
            return None
        best = self.candidates[0]
        nearest = next((candidate for candidate in self.candidates if candidate.entry != best.entry), None)
        if nearest is not None and best.likelihood - nearest.likelihood < _CLEARLY:
            return None
        return best.entry

    @cached_property
    def names(self) -> frozenset[str]:
        """The entries whose name the answer is: the letters typed, and the word it is surely a name of."""
        clear = self.clear_entry
        if clear is None or not self.candidates[0].is_name:
            return frozenset({self.entry})
        return frozenset({self.entry, clear})


@dataclass(frozen=True)
class Member(Generic[C]):
    """One form of a group: the texts typed for it with their number of answers, and the candidate it took if known."""

    bare: str
    typed: Mapping[str, int]
    candidate: C | None

    @property
    def answers(self) -> int:
        """The number of answers."""
        return sum(self.typed.values())
