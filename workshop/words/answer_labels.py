"""The entry that each of some answers is shown under, by the shared word lists."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from threading import Lock

from workshop.words.clean import fold
from workshop.words.languages import FINNISH, Language
from workshop.words.merging.merge import Merger
from workshop.words.shared import shared_lexicons

_Sent = tuple[str, Language | None]
"""An answer and the language of the phone that sent it."""


class _LatestRoom:
    """The merger of the latest call, so that a call with one answer more merges that one answer."""

    def __init__(self, first: Language) -> None:
        self._lock = Lock()
        self._merger = Merger(shared_lexicons(), first)
        self._answers: Counter[_Sent] = Counter()

    def labels(self, answers: list[_Sent]) -> list[str | None]:
        """The label of each answer among the given ones."""
        counts = Counter(answers)
        with self._lock:
            for (answer, phone), number in (counts - self._answers).items():
                self._merger.add(answer, number, phone)
            for (answer, phone), number in (self._answers - counts).items():
                self._merger.remove(answer, number, phone)
            self._answers = counts
            labels = {form: group.label for group in self._merger.groups() for form in group.forms}
        return [labels.get(fold(answer)) for answer, _ in answers]


@cache
def _latest_room(first: Language) -> _LatestRoom:
    return _LatestRoom(first)


def labels_of(answers: list[str], lang: Language | Sequence[Language]) -> list[str | None]:
    """As `displayed` of the package."""
    if isinstance(lang, str):
        return _latest_room(lang).labels([(answer, None) for answer in answers])
    return _latest_room(FINNISH).labels(list(zip(answers, lang, strict=True)))
