"""The lexicons of this process, loaded once in the background; until then words are only cleaned.

The screen of words goes with them: by readings once the lexicons are there, by the listed forms alone before.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable

from workshop.errors import PropelliError
from workshop.words.filter.blocklists import Blocklists
from workshop.words.filter.word_filter import WordFilter
from workshop.words.lexicons import Lexicons
from workshop.words.shared import shared_lexicons

MAX_FILTERS = 8

log = logging.getLogger(__name__)


class SharedLexicon:
    """`ready()` are the lexicons, or None while they are being loaded or where they cannot be."""

    def __init__(self, loaded: Callable[[], None], lists: Callable[[], Blocklists]) -> None:
        """`lists` are those of most rooms: their screen is made before the first look asks for it."""
        self._loaded, self._lists = loaded, lists
        self._lexicons: Lexicons | None = None
        self._filters: OrderedDict[tuple[Blocklists, bool], WordFilter] = OrderedDict()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begins loading in the background."""
        threading.Thread(target=self.wait, name="lexicon", daemon=True).start()

    def wait(self) -> None:
        """Loads the lexicons, or waits until whoever loads them is done."""
        with self._lock:
            if self._lexicons is not None:
                return
            try:
                lexicons = shared_lexicons()
            except PropelliError:
                log.exception("The lexicons could not be loaded; words are merged by their letters alone.")
                return
            lists = self._lists()
            self._filters[lists, True] = WordFilter(lexicons, lists)
            self._lexicons = lexicons
        self._loaded()

    def word_filter(self, lists: Blocklists) -> WordFilter:
        """The screen of words by these lists, made at the first call; workshops with equal lists share one."""
        lexicons = self._lexicons
        key = (lists, lexicons is not None)
        word_filter = self._filters.get(key) or WordFilter(lexicons, lists)
        self._filters[key] = word_filter
        while len(self._filters) > MAX_FILTERS:
            self._filters.popitem(last=False)
        return word_filter

    def ready(self) -> Lexicons | None:
        return self._lexicons
