"""The Finnish lexicon of this process, loaded once in the background; until then words are only cleaned.

The screen of words goes with it: by base form once the lexicon is there, by the listed forms alone before.
"""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from workshop.errors import PropelliError
from workshop.words import shared_lexicon
from workshop.words.filter import blocklists
from workshop.words.filter.word_filter import WordFilter
from workshop.words.merging.lexicon import Lexicon

log = logging.getLogger(__name__)


class SharedLexicon:
    """`ready()` is the lexicon, or None while it is being loaded or where it cannot be."""

    def __init__(self, data: Path, loaded: Callable[[], None]) -> None:
        """Reads the lists of blocked words: the organiser's own where `data` has them. Raises PropelliError."""
        own = data / "blocked"
        self._lists = blocklists.load(own if own.is_dir() else blocklists.FOLDER)
        self._loaded = loaded
        self._lexicon: Lexicon | None = None
        self.word_filter = WordFilter(None, self._lists)
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
            self.word_filter = WordFilter(lexicon, self._lists)
            self._lexicon = lexicon
        self._loaded()

    def ready(self) -> Lexicon | None:
        return self._lexicon
