"""What phones are told of results, made once for all of them, at most four times a second."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from server import clock

FRESH_SECONDS = 0.25
"""How long results are shown though answers have come; a phone asks at most every five seconds."""

MAX_CACHED = 128
Key = tuple[str, int, str]
Result = TypeVar("Result")


@dataclass
class _Cached(Generic[Result]):
    lock: threading.Lock = field(default_factory=threading.Lock)
    result: Result | None = None
    version: int = -1
    made_at: float = 0.0

    def is_fresh(self, version: int) -> bool:
        return self.version == version or clock.monotonic() - self.made_at < FRESH_SECONDS


class SharedResults(Generic[Result]):
    """Results by room, round and language; the least recently used are forgotten first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cache: OrderedDict[Key, _Cached[Result]] = OrderedDict()

    def get(self, key: Key, version: int, make: Callable[[], Result]) -> Result:
        """What `make` gives for the version, made by one caller while the others get what was there before."""
        with self._lock:
            cached = self._cache.setdefault(key, _Cached())
            self._cache.move_to_end(key)
            if len(self._cache) > MAX_CACHED:
                self._cache.popitem(last=False)
        result = self.at_hand(key, version)
        if result is not None:
            return result
        with cached.lock:
            if cached.result is None or not cached.is_fresh(version):
                cached.made_at, cached.result, cached.version = clock.monotonic(), make(), version
            return cached.result

    def at_hand(self, key: Key, version: int) -> Result | None:
        """What `get` would answer without making anything or waiting for whoever makes it; None where it could not."""
        with self._lock:
            cached = self._cache.get(key)
        if cached is None or not (cached.is_fresh(version) or cached.lock.locked()):
            return None
        return cached.result

    def forget(self, code: str) -> None:
        """Throws away the results of a deleted room, which hold its words."""
        with self._lock:
            for key in [key for key in self._cache if key[0] == code]:
                del self._cache[key]

    def forget_all(self) -> None:
        """Throws away all results: the store was put back from a backup."""
        with self._lock:
            self._cache.clear()
