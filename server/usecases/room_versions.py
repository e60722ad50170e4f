"""A version number for each room that grows with every change; pages compare it to know when to reload."""

import threading
from collections import Counter


class RoomVersions:
    """Counted in memory, safe in any thread; another process's commit moves every room."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rooms: Counter[str] = Counter()
        self._all = 0

    def get(self, code: str) -> int:
        with self._lock:
            return self._all + self._rooms[code]

    def raise_one(self, code: str) -> None:
        with self._lock:
            self._rooms[code] += 1

    def forget(self, code: str) -> None:
        """Forgets a deleted room; all others move, so that a new room with its code never has a number again."""
        with self._lock:
            self._all += self._rooms.pop(code, 0)

    def raise_all(self) -> None:
        with self._lock:
            self._all += 1
