"""The word lists and the filter that a whole process shares, each loaded once at first use."""

from functools import cache
from threading import Lock

from workshop.words import lexicons
from workshop.words.filter import blocklists
from workshop.words.filter.word_filter import WordFilter
from workshop.words.lexicons import Lexicons
from workshop.words.merging.grammar import grammar

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


@cache
def shared_word_filter() -> WordFilter:
    """The word filter of the lists in `data/blocked` and the shared word lists."""
    return WordFilter(shared_lexicons(), blocklists.load())
