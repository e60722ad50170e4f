"""Full garbage collections at quiet moments: each holds up everybody, the longer the more connections are open.

A thousand open streams are some two hundred thousand objects, and looking through them took 60 to 135 ms (measured); by
itself Python does so when many objects are made, which is when a question goes out to everybody. What has been looked
through is exempt from then on (`gc.freeze`), until many have come or gone.
"""

import asyncio
import gc
from collections.abc import Callable

TICK_SECONDS = 1.0
MOVED = 100
"""So many streams more or fewer are worth a collection."""
STILL = 5
"""As many may come or go between two ticks of a quiet moment."""


def collect_all() -> None:
    """Collects whatever is garbage, also among what was exempt, and exempts the rest."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class QuietCollection:
    """Collects once the number of open streams has changed much and changes no longer."""

    def __init__(self, streams: Callable[[], int], collect: Callable[[], None] = collect_all) -> None:
        self._streams, self._collect = streams, collect
        self._collected_at = self._before = 0

    def tick(self) -> None:
        now = self._streams()
        is_quiet = abs(now - self._before) <= STILL
        self._before = now
        if is_quiet and abs(now - self._collected_at) >= MOVED:
            self._collected_at = now
            self._collect()

    async def run(self) -> None:
        """Ticks until it is cancelled."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self.tick()
