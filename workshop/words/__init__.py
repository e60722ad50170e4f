"""Answers in words: cleaned, merged as a Finnish reader would, and filtered.

`displayed` and `blocked` are the public calls; both load the word list at first use and share it. A room
keeps a `Merger` of its own.
"""

from collections import Counter
from functools import cache
from threading import Lock

from workshop.words.clean import fold
from workshop.words.filter import blocklists
from workshop.words.filter.word_filter import WordFilter
from workshop.words.merging import lexicon
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.merge import Merger

__all__ = ["blocked", "displayed", "shared_lexicon", "shared_word_filter"]

_loading = Lock()


@cache
def _loaded() -> Lexicon:
    return lexicon.load()


def shared_lexicon() -> Lexicon:
    """The installed word list, loaded once; later calls wait for the first.

    Raises LexiconMissingError or LexiconUnreadableError.
    """
    with _loading:
        return _loaded()


@cache
def shared_word_filter() -> WordFilter:
    """The word filter of the lists in `data/blocked` and the shared word list."""
    return WordFilter(shared_lexicon(), blocklists.load())


class _LatestRoom:
    """The merger of the latest call, so that a call with one answer more merges that one answer."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._merger = Merger(shared_lexicon())
        self._answers: Counter[str] = Counter()

    def labels(self, answers: list[str]) -> list[str | None]:
        """The label of each answer among the given ones."""
        counts = Counter(answers)
        with self._lock:
            for answer, number in (counts - self._answers).items():
                self._merger.add(answer, number)
            for answer, number in (self._answers - counts).items():
                self._merger.remove(answer, number)
            self._answers = counts
            label = {answer: self._label(answer) for answer in counts}
        return [label[answer] for answer in answers]

    def _label(self, answer: str) -> str | None:
        key = fold(answer)
        return self._merger.group_of(key).label if key else None


@cache
def _latest_room() -> _LatestRoom:
    return _LatestRoom()


def displayed(answers: list[str]) -> list[str | None]:
    """For each answer the entry it is shown under, given all the others; None for an answer with nothing to show.

    The order of the answers does not matter.
    """
    return _latest_room().labels(answers)


def blocked(text: str) -> bool:
    """Whether an answer is not drawn until the facilitator restores it."""
    return shared_word_filter().blocked(text)
