"""Programs that run beside a test: a browser, its driver, its display."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import PATIENCE_MS, eventually


@dataclass(frozen=True)
class Running:
    """A started program; what it prints goes into `log`."""

    process: subprocess.Popen[bytes]
    log: Path

    def says(self, pattern: re.Pattern[str]) -> str:
        """Waits for a line, and gives the pattern's first group."""
        eventually(lambda: pattern.search(self._printed()), PATIENCE_MS / 1000)
        match = pattern.search(self._printed())
        assert match
        return match[1]

    def _printed(self) -> str:
        printed = self.log.read_text("utf-8", "replace")
        assert self.process.poll() is None, printed
        return printed


@contextmanager
def running(command: list[str], log: Path, environment: Mapping[str, str]) -> Iterator[Running]:
    """A program for as long as the block lasts; whatever it has started itself ends with it."""
    with log.open("wb") as printed:
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=printed, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield Running(process, log)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
