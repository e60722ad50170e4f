"""A change of one word or option from one round to another."""

from dataclasses import dataclass
from typing import Literal

ChangeKind = Literal["new", "grown", "same", "fallen", "gone"]


@dataclass(frozen=True)
class Change:
    """One word or option: people before and after, None where the word was not there."""

    text: str
    before: int | None
    after: int | None

    @property
    def difference(self) -> int:
        return (self.after or 0) - (self.before or 0)

    @property
    def kind(self) -> ChangeKind:
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        return "grown" if self.difference > 0 else "fallen" if self.difference < 0 else "same"
