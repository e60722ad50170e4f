"""What the cloud, the list and the exports show: entries, each with the forms people typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

State = Literal["shown", "hidden", "blocked", "waiting"]


@dataclass(frozen=True)
class Form:
    """All answers with one fold key: the text most people typed, and the number of answers."""

    key: str
    text: str
    answers: int


@dataclass(frozen=True)
class Entry:
    """One word or phrase of the cloud.

    `key` names the entry for as long as it is shown; `count` is people, not answers; `forms` are what was typed,
    commonest first. Only an entry whose state is `shown` is drawn: `hidden` was taken away by the facilitator,
    `blocked` by the word filter, `waiting` has not been approved yet. `theme` is the id of the theme that the
    facilitator has put it in, which may be one that is gone.
    """

    key: str
    text: str
    count: int
    forms: tuple[Form, ...]
    state: State = "shown"
    theme: str | None = None

    @property
    def answers(self) -> int:
        """Number of answers, where one person may have given several forms."""
        return sum(form.answers for form in self.forms)


@dataclass(frozen=True)
class RoundWords:
    """The words or texts of one round: every entry, and the number of people who answered.

    `theme_names`: id to the name that a theme was given on the spot, None where it was removed, in the order of naming.
    """

    entries: tuple[Entry, ...]
    people: int
    theme_names: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def shown(self) -> list[Entry]:
        """The entries that are drawn."""
        return [entry for entry in self.entries if entry.state == "shown"]
