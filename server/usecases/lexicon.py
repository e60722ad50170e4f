"""The Finnish lexicon of this process, loaded once in the background; until it is there, words are only cleaned."""

import logging
import threading
from collections.abc import Callable

from workshop.words.lexicon import Lexicon, load

log = logging.getLogger(__name__)


class SharedLexicon:
    """`ready()` is the lexicon, or None while it is being loaded or where it cannot be."""

    def __init__(self, loaded: Callable[[], None]) -> None:
        self._loaded = loaded
        self._lexicon: Lexicon | None = None
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
                self._lexicon = load()
            except (OSError, ValueError, KeyError):
                log.exception("The Finnish lexicon could not be loaded; words are merged by their letters alone.")
                return
        self._loaded()

    def ready(self) -> Lexicon | None:
        return self._lexicon
