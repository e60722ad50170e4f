"""How long a deletion delays others, and when its data is gone: python -m benchmarks.deletion [--answers 20000]

One room of many answers is deleted while another process holds a read open for some seconds and people answer in
another room. Told are the longest wait of such an answer before and during the deletion, the largest write-ahead
log, and after how many seconds no file of the home folder holds the deleted room's words.
"""

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

from server import clock
from server.service import Service
from server.settings import Settings
from server.store.schema import answers

WORD = "poistuvasana"
PEOPLE_EACH = 500
MAX_SECONDS = 60.0
READ = """
import sqlite3, sys, time
store = sqlite3.connect(sys.argv[1], isolation_level=None)
store.execute("BEGIN")
store.execute("SELECT count(*) FROM answer").fetchone()
print("reading", flush=True)
time.sleep(float(sys.argv[2]))
store.execute("ROLLBACK")
store.close()
"""


def opened(service: Service, title: str) -> tuple[str, int]:
    """A room whose first question is open; its code and the round's number in the store."""
    code = service.rooms.create(title).code
    service.control.open(code, service.content.activities[0].id)
    state = service.participants.state(code)
    assert state is not None
    assert state.current.round is not None
    return code, state.current.round.id


def insert(connection: Any, rows: list[dict[str, Any]]) -> None:
    connection.execute(answers.insert(), rows)


def row(round_id: int, word: str) -> dict[str, Any]:
    person = clock.new_secret(32)
    return {"round": round_id, "participant": person, "slot": 1, "key": word, "text": word, "at": clock.now_ms()}


class Answering:
    """People who answer one after another until told to stop; the longest wait in seconds."""

    def __init__(self, service: Service, round_id: int) -> None:
        self.longest, self.sent, self.largest_log = 0.0, 0, 0
        self._service, self._round, self._ended = service, round_id, threading.Event()
        self._log = service.settings.home / "propelli.db-wal"
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while not self._ended.wait(0.01):
            started = time.monotonic()
            self._service.store.writer.submit(partial(insert, rows=[row(self._round, "toinen")])).result(60)
            self.longest = max(self.longest, time.monotonic() - started)
            self.sent += 1
            self.largest_log = max(self.largest_log, self._log.stat().st_size if self._log.exists() else 0)

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()


def holding(home: Path) -> list[str]:
    """The files of the home folder that hold the word."""
    return [file.name for file in home.rglob("*") if file.is_file() and WORD.encode() in file.read_bytes()]


def measure(home: Path, count: int, reads: float) -> None:
    service = Service(Settings(home=home, password="x"))  # noqa: S106 - of a temporary folder
    code, round_id = opened(service, "Poistuva")
    _, other_round = opened(service, "Toinen")
    for _ in range(count // PEOPLE_EACH):
        rows = [row(round_id, f"{WORD}{number}") for number in range(PEOPLE_EACH)]
        service.store.write(partial(insert, rows=rows))
    service.retention.start()
    quiet = Answering(service, other_round)
    time.sleep(3)
    quiet.stop()
    print(f"longest wait without a deletion: {quiet.longest * 1000:.0f} ms of {quiet.sent} answers")
    reader = subprocess.Popen(
        [sys.executable, "-c", READ, str(home / "propelli.db"), str(reads)], stdout=subprocess.PIPE
    )
    assert reader.stdout is not None
    reader.stdout.readline()
    during, started = Answering(service, other_round), time.monotonic()
    service.rooms.delete(code)
    print(f"the deletion came back after {time.monotonic() - started:.1f} s")
    reader.wait()
    read_ended = time.monotonic()
    while (left := holding(home)) and time.monotonic() - read_ended < MAX_SECONDS:
        time.sleep(0.5)
    removal = "never" if left else f"{time.monotonic() - started:.1f} s after the deletion began"
    during.stop()
    print(f"longest wait during the deletion: {during.longest * 1000:.0f} ms of {during.sent} answers")
    print(f"the words were in no file: {removal}{f' ({left})' if left else ''}, the read lasted {reads:.0f} s")
    print(f"largest write-ahead log: {during.largest_log / 1e6:.1f} MB")
    service.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="What a deletion costs the others, and what it leaves.")
    parser.add_argument("--answers", type=int, default=20_000)
    parser.add_argument("--read-seconds", type=float, default=8.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.answers, options.read_seconds)


if __name__ == "__main__":
    main()
