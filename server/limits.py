"""How often one participant may send: a bucket that refills, so that a burst is fine and a flood is not."""

from collections import OrderedDict

from server import clock
from workshop.errors import PropelliError

BURST = 60.0
REFILL_A_SECOND = 5.0
MOST_BUCKETS = 50_000


class TooFastError(PropelliError):
    """One participant sends faster than a person can type."""

    id = "fast"


class Limiter:
    """Buckets in memory, the least lately used dropped first."""

    def __init__(self, burst: float = BURST, refill: float = REFILL_A_SECOND) -> None:
        self._burst, self._refill = burst, refill
        self._buckets: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def take(self, who: bytes) -> None:
        """Raises TooFastError when the bucket is empty."""
        now = clock.monotonic()
        level, since = self._buckets.pop(who, (self._burst, now))
        level = min(self._burst, level + (now - since) * self._refill)
        self._buckets[who] = (max(0.0, level - 1), now)
        if len(self._buckets) > MOST_BUCKETS:
            self._buckets.popitem(last=False)
        if level < 1:
            raise TooFastError
