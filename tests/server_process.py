"""Server processes as forks of one that has imported everything: importing takes longer than what a test then asks."""

import multiprocessing
import os
import pkgutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import components
import pages
import server
import workshop
from server.web.registry import PAGES
from workshop.words.shared import shared_lexicons

ROOT = Path(__file__).resolve().parent.parent
NOT_IMPORTED = ("pages.main", "server.__main__", "server.store.migrations.")
"""Scripts, which do their work where they are imported; so do those of the pages."""


def import_everything() -> None:
    """What a server has imported when its pages have been drawn, and the lexicons, which it loads at start."""
    scripts = {".".join(("pages", *Path(page.script).with_suffix("").parts)) for page in PAGES}
    for package in (components, pages, server, workshop):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name not in scripts and not module.name.startswith(NOT_IMPORTED):
                import_module(module.name)
    for name in ("pandas", "plotly.graph_objects", "pyarrow", "streamlit.web.bootstrap", "streamlit.web.cli"):
        import_module(name)
    shared_lexicons()


def _serve(arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
    """`streamlit` with these arguments, in a fork."""
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(descriptor, sys.stdout.fileno())
    os.dup2(descriptor, sys.stderr.fileno())
    os.close(descriptor)
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["streamlit", *arguments]
    import_module("streamlit.web.cli").main()


def start_alone(arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    """`streamlit` with these arguments, in a Python of its own."""
    with log.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "streamlit", *arguments],
            cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip


_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.imported_server"])


class ForkedServer:
    """A server process with what tests use of `subprocess.Popen`."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self._process: ForkServerProcess = _context.Process(
            target=_serve, args=(arguments, dict(environment), log), daemon=True
        )
        # The new process runs again what it takes for the main script: tests of pages leave one of Streamlit's there.
        with patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
            self._process.start()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def wait(self, timeout: float) -> int:
        self._process.join(timeout)
        code = self.poll()
        if code is None:
            raise TimeoutError(f"the server still runs after {timeout} s")
        return code
