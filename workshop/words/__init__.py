"""Answers in words: cleaned, merged as a reader of their language would, and filtered.

`displayed` and `blocked` are the public calls; both load the word lists at first use and share them. A room keeps a
`Merger` of its own.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from threading import Lock

from workshop.words import lexicons
from workshop.words.clean import fold
from workshop.words.filter import blocklists
from workshop.words.filter.word_filter import WordFilter
from workshop.words.languages import FINNISH, Language
from workshop.words.lexicons import Lexicons
from workshop.words.merging.grammar import grammar
from workshop.words.merging.lexicon import Lexicon
from workshop.words.merging.merge import Merger

__all__ = ["blocked", "displayed", "shared_lexicon", "shared_lexicons", "shared_word_filter"]

_loading = Lock()


@cache
def _loaded() -> Lexicons:
    grammar()  # here, and not while the first answer waits for it
    return lexicons.load()


def shared_lexicons() -> Lexicons:
    """The installed word lists, loaded once; later calls wait for the first.

    Raises LexiconMissingError, LexiconUnreadableError or WordListUnreadableError.
    """
    with _loading:
        return _loaded()


def shared_lexicon() -> Lexicon:
    """The Finnish one of the word lists."""
    return shared_lexicons().finnish


@cache
def shared_word_filter() -> WordFilter:
    """The word filter of the lists in `data/blocked` and the shared word lists."""
    return WordFilter(shared_lexicons(), blocklists.load())


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


def displayed(answers: list[str], lang: Language | Sequence[Language] = FINNISH) -> list[str | None]:
    """For each answer the entry it is shown under, given all the others; None for an answer with nothing to show.

    `lang` is the room's language, or the language of each answer's phone. The order of the answers does not matter.
    """
    if isinstance(lang, str):
        return _latest_room(lang).labels([(answer, None) for answer in answers])
    return _latest_room(FINNISH).labels(list(zip(answers, lang, strict=True)))


def blocked(text: str) -> bool:
    """Whether an answer is not drawn until the facilitator restores it."""
    return shared_word_filter().blocked(text)
