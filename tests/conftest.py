"""What all tests share: a store in a fresh folder, a real server process, a browser."""

import asyncio
import contextlib
import io
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

import httpx
import hypothesis
import pytest
from httpx import _config
from playwright.sync_api import expect

import server.__main__ as command_line
from server.file_permissions import prepare_home
from server.service import Service
from server.settings import Settings
from server.store import Store
from tests.find_browser import find_browser
from tests.server_process import ROOT as ROOT
from tests.server_process import ForkedServer, start_alone

Result = TypeVar("Result")
MAX_RERUNS = 3
"""A run in which more tests of browsers had to be tried again has failed: something is wrong, not late."""
MAX_FAULT_LINES = 16
PATIENCE_MS = 60_000  # a machine that other work shares draws a page late, not wrongly
expect.set_options(timeout=PATIENCE_MS)
_config.DEFAULT_TIMEOUT_CONFIG.read = _config.DEFAULT_TIMEOUT_CONFIG.connect = PATIENCE_MS / 1000
hypothesis.settings.register_profile("busy", deadline=None)  # no test asserts a time
hypothesis.settings.load_profile("busy")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only what a browser draws may be tried again, once: a race anywhere else must not get a second chance."""
    for item in items:
        if isinstance(item, pytest.Function) and {"browser", "start_engine"} & set(item.fixturenames):
            item.add_marker(pytest.mark.flaky(reruns=1))


_reruns: list[pytest.TestReport] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if str(report.outcome) == "rerun":
        _reruns.append(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if len(_reruns) > MAX_RERUNS and not hasattr(session.config, "workerinput"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Why each test was tried again: its last attempt hides what went wrong in the first."""
    if _reruns:
        terminalreporter.section(f"tried again: {len(_reruns)} tests, at most {MAX_RERUNS} may be")
    for report in _reruns:
        *_, place = report.longreprtext.strip().splitlines() or [""]
        faults = [line for line in report.longreprtext.splitlines() if line.startswith(("E  ", ">  "))]
        terminalreporter.write_line(f"{report.nodeid}\n{place}")
        terminalreporter.write_line("\n".join(faults[:MAX_FAULT_LINES]))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = find_browser()
    return {**browser_type_launch_args, "args": QUIET, **({"executable_path": path} if path else {})}


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store as its first start leaves it: each test has a copy, since the migrations take a while."""
    made = Settings(home=tmp_path_factory.mktemp("new") / "home")
    prepare_home(made.home)
    Store(made.store_url).close()
    [file] = made.home.glob("*.db")
    return file


@pytest.fixture
def service(tmp_path: Path, new_store: Path) -> Iterator[Service]:
    """A service with its own home folder."""
    home = tmp_path / "home"
    prepare_home(home)
    shutil.copy(new_store, home)
    running = Service(Settings(home=home, password="lupa"))
    yield running
    running.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A real server process over one home folder; it can be killed and started again on the same port.

    It is a fork of a process that has imported what it needs, or `streamlit run` where the environment changes Python
    itself, as a moved clock does.
    """

    home: Path
    port: int = field(default_factory=free_port)
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | ForkedServer | None = None
    base: str = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def _changes_python(self) -> bool:
        return "PYTHONPATH" in self.environment

    @property
    def _environment(self) -> dict[str, str]:
        ours = {"PROPELLI_HOME": str(self.home), "PROPELLI_PASSWORD": "lupa", "PROPELLI_LOG": "stderr"}
        return {**os.environ, **ours, **self.environment}

    def start(self) -> None:
        arguments = ["run", "app.py", "--server.port", str(self.port), "--server.address", "127.0.0.1"]
        log = self.home / "log.txt"
        if self._changes_python:
            self.process = start_alone(arguments, self._environment, log)
        else:
            self.process = ForkedServer(arguments, self._environment, log)
        self.wait_until_well()

    def wait_until_well(self, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if httpx.get(f"{self.address}{self.base}/healthz", timeout=2).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.1)
        raise AssertionError(self.log())

    def log(self) -> str:
        return (self.home / "log.txt").read_text("utf-8", "replace")

    def kill(self, with_signal: int = signal.SIGKILL) -> int:
        assert self.process is not None
        self.process.send_signal(with_signal)
        return self.process.wait(30)

    def command(self, *arguments: str) -> str:
        """Runs the command line beside the running server; in this process, since a new one takes seconds to load.

        Where the environment changes Python itself, it is a process of its own.
        """
        if self._changes_python:
            return self._own_process(*arguments)
        printed, failed = io.StringIO(), io.StringIO()
        chosen = Settings.from_environment(self._environment)
        with (
            patch.object(command_line, "settings", lambda: chosen),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(failed),
        ):
            status = command_line.main(list(arguments))
        assert status == 0, failed.getvalue()
        return printed.getvalue()

    def _own_process(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "server", *arguments],
            cwd=ROOT, env=self._environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def new_room(self, *arguments: str) -> "RoomLinks":
        """A room made on the command line, with its links on this server's port."""
        printed = self.command("room", "new", *arguments)
        phone, control, screen = re.findall(r"https?://\S+", printed)[:3]
        local = [re.sub(r"^https?://[^/]+", self.address, link) for link in (phone, control, screen)]
        return RoomLinks(phone.rsplit("/", 1)[1], *local)


@dataclass(frozen=True)
class RoomLinks:
    code: str
    phone: str
    control: str
    screen: str


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave it alive; each makes its own room."""
    running = Server(tmp_path_factory.mktemp("home"))
    running.start()
    yield running
    running.kill(signal.SIGTERM)


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server for one test, which may kill it."""
    running = Server(tmp_path)
    running.start()
    yield running
    if running.process and running.process.poll() is None:
        running.kill()


Check = Callable[[], object]


def eventually(check: Check, seconds: float = 60) -> None:
    """Waits until `check` gives something true, or fails with what it raised last."""
    end = time.monotonic() + seconds
    while True:
        try:
            if check():
                return
            failure: Exception | None = None
        except Exception as error:
            failure = error
        if time.monotonic() > end:
            raise AssertionError(f"did not happen in {seconds} s") from failure
        time.sleep(0.05)


def run_alone(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Runs a coroutine in a thread of its own: in this one, the browser of an earlier test may hold an event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
