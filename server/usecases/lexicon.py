"""The Finnish lexicon of this process, loaded once in the background; until then words are only cleaned.

The screen of words goes with it: by base form once the lexicon is there, by the listed forms alone before.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable

from workshop.errors import PropelliError
from workshop.words import shared_lexicon
from workshop.words.filter.blocklists import Blocklists
from workshop.words.filter.word_filter import WordFilter
from workshop.words.merging.lexicon import Lexicon

MAX_FILTERS = 8

log = logging.getLogger(__name__)


class SharedLexicon:
    """`ready()` is the lexicon, or None while it is being loaded or where it cannot be."""

    def __init__(self, loaded: Callable[[], None], lists: Callable[[], Blocklists]) -> None:
        """`lists` are those of most rooms: their screen is made before the first look asks for it."""
        self._loaded, self._lists = loaded, lists
        self._lexicon: Lexicon | None = None
        self._filters: OrderedDict[tuple[Blocklists, bool], WordFilter] = OrderedDict()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begins loading in the background."""
        threading.Thread(target=self.wait, name="lexicon", daemon=True).start()

    def wait(self) -> None:
        """Loads the lexicon, or waits until whoever loads it is done."""
        with self._lock:
            if self._lexicon is not None:
                return
            try:
                lexicon = shared_lexicon()
            except PropelliError:
                log.exception("The Finnish lexicon could not be loaded; words are merged by their letters alone.")
                return
            lists = self._lists()
            self._filters[lists, True] = WordFilter(lexicon, lists)
            self._lexicon = lexicon
        self._loaded()

    def word_filter(self, lists: Blocklists) -> WordFilter:
        """The screen of words by these lists, made at the first call; workshops with equal lists share one."""
        lexicon = self._lexicon
        key = (lists, lexicon is not None)
        word_filter = self._filters.get(key) or WordFilter(lexicon, lists)
        self._filters[key] = word_filter
        while len(self._filters) > MAX_FILTERS:
            self._filters.popitem(last=False)
        return word_filter

    def ready(self) -> Lexicon | None:
        return self._lexicon
