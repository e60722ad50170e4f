"""A benchmarked server in its own process, with its processor time and memory."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

import httpx

ROOT = Path(__file__).resolve().parent.parent
TICK = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """Serves `application` (`module:name` for uvicorn, or a page for Streamlit) until the block ends."""

    def __init__(self, application: str) -> None:
        self._application, self.port = application, free_port()
        self._folder = tempfile.TemporaryDirectory(prefix="crowd-", ignore_cleanup_errors=True)
        self.home = Path(self._folder.name)

    def __enter__(self) -> "Server":
        if self._application.endswith(".py"):
            program = [
                "streamlit",
                "run",
                self._application,
                "--server.port",
                str(self.port),
                "--server.headless",
                "true",
            ]
        else:
            program = [
                "uvicorn",
                self._application,
                "--port",
                str(self.port),
                "--log-level",
                "warning",
                "--no-access-log",
            ]
        environment = {
            **os.environ,
            "PROPELLI_HOME": str(self.home),
            "PROPELLI_PASSWORD": "crowd",
            "PROPELLI_LOG": "stderr",
            "PYTHONPATH": ".",
        }
        with (self.home / "log.txt").open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *program], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        self._wait()
        return self

    def _wait(self) -> None:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                httpx.get(f"http://127.0.0.1:{self.port}/healthz", timeout=2)
            except httpx.HTTPError:
                time.sleep(0.2)
            else:
                return
        raise TimeoutError((self.home / "log.txt").read_text("utf-8"))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()

    def cpu(self) -> float:
        """Seconds of processor time so far, of all threads."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self) -> int:
        """Resident memory in kilobytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
