"""Many phones at once, each of which retries until it is answered, as the participant page does."""

import time
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import httpx

from tests.conftest import Server
from tests.server.api_client import Phone, exported_texts


def answered(phone: Phone, round_id: str, word: str, seconds: float = 60) -> None:
    """Sends until the answer is acknowledged."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            receipt = phone.send(round=round_id, words=[word])
            if receipt.status_code == 200:
                assert receipt.json()["saved"] == [word]
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{word} was never acknowledged")


class Burst:
    """One word from each phone, all under way at once."""

    def __init__(self, phones: list[Phone], round_id: str) -> None:
        self.words = [f"sana {number}" for number in range(len(phones))]
        self._pool = ThreadPoolExecutor(16)
        self.sent: list[Future[None]] = [
            self._pool.submit(answered, phone, round_id, word) for phone, word in zip(phones, self.words, strict=True)
        ]

    @property
    def acknowledged(self) -> int:
        return sum(future.done() for future in self.sent)

    def finish(self) -> None:
        for future in self.sent:
            future.result()
        self._pool.shutdown()


def exported(server: Server, code: str) -> Counter[str]:
    """What the results file holds: each answer and how many times."""
    path = Path(server.home) / "tulokset.csv"
    server.command("room", "export", code, "--to", str(path))
    return Counter(exported_texts(path))
