"""Start-up: links on a terminal and nowhere else, a sentence where the server cannot start."""

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from server import lan, lifecycle
from server.__main__ import main
from server.lifecycle import local_address, print_ready
from server.service import Service
from server.settings import SettingError, Settings, settings
from tests.conftest import ROOT, Server, free_port
from tests.texts.test_keys import TEXTS

pty = pytest.importorskip("pty")
COMMAND = "python -m server links"


@contextmanager
def _on_a_terminal(home: Path, **environment: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A server whose output is a terminal, with the descriptor that reads it."""
    master, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port()),
         "--server.address", "127.0.0.1"],
        cwd=ROOT, env={**os.environ, "PROPELLI_HOME": str(home), **environment},
        stdin=subprocess.DEVNULL, stdout=terminal, stderr=terminal,
    )  # fmt: skip
    os.close(terminal)
    try:
        yield process, master
    finally:
        process.kill()
        process.wait()
        os.close(master)


def _read_until(descriptor: int, expected: str, seconds: float = 90) -> str:
    shown, end = b"", time.monotonic() + seconds
    while expected not in shown.decode("utf-8", "replace") and time.monotonic() < end:
        if select.select([descriptor], [], [], 1)[0]:
            with suppress(OSError):
                shown += os.read(descriptor, 10_000)
    return shown.decode("utf-8", "replace").replace("\r\n", "\n")


def test_a_terminal_shows_the_links_the_password_and_how_to_stop_and_nothing_else(tmp_path: Path) -> None:
    log_line = TEXTS["fi"]["command.log"].format(file=tmp_path / "propelli.log")
    with _on_a_terminal(tmp_path) as (_, screen):
        shown = _read_until(screen, log_line)
    lines = [line.strip() for line in shown.splitlines() if line.strip()]
    names = [TEXTS["fi"][f"command.{name}"] for name in ("phone", "control", "screen", "password")]
    assert lines[0] == TEXTS["fi"]["command.ready"]
    assert [line.partition(": ")[0] for line in lines[1:5]] == names
    assert lines[4].endswith((tmp_path / "password").read_text("utf-8"))
    assert lines[5:] == [TEXTS["fi"]["command.stop"], log_line]


def test_a_terminal_shows_the_address_that_phones_of_the_same_network_reach(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lan, "lan_host", lambda: "192.168.1.5")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code = service.rooms.create().code
    print_ready(service)
    port = urlsplit(local_address()).port
    assert f"samassa verkossa: http://192.168.1.5:{port}/{code}" in capsys.readouterr().out.lower()
    monkeypatch.setattr(lan, "lan_host", lambda: None)
    print_ready(service)
    assert "samassa verkossa" not in capsys.readouterr().out.lower()


def test_a_service_log_says_how_to_see_the_links_and_not_the_links(tmp_path: Path) -> None:
    server = Server(tmp_path, environment={"PROPELLI_LOG": "file", "PROPELLI_PASSWORD": ""})
    server.start()
    try:
        log = server.log()
        links = server.command("links")
    finally:
        server.kill()
    assert log.split("\n") == [f"  {TEXTS['fi']['command.hidden'].format(command=COMMAND)}", ""]
    assert "/ohjaa/" in links
    assert (tmp_path / "password").read_text("utf-8") in links


def test_without_https_browsers_are_not_sent_to_it(server: Server) -> None:
    assert "strict-transport-security" not in httpx.get(server.address).headers


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The process's own environment, read anew."""
    monkeypatch.setenv("PROPELLI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PROPELLI_PASSWORD", "lupa")
    settings.cache_clear()
    yield monkeypatch
    settings.cache_clear()


def test_the_links_of_any_room_can_be_seen_again(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links"]) == 0
    assert capsys.readouterr().out.strip() == TEXTS["fi"]["command.no_rooms"]
    for code in ("482915", "482916"):
        assert main(["room", "new", "--code", code]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["links", "482 915"]) == 0
    assert capsys.readouterr().out.splitlines() == lines[:3]
    assert main(["links"]) == 0
    assert capsys.readouterr().out.splitlines() == lines[3:]
    assert main(["links", "111111"]) == 1
    assert capsys.readouterr().err.strip() == TEXTS["fi"]["errors.room"]


ADDRESSES = [
    "propelli.example", "ftp://x", "https://", "javascript:alert(1)", "http://[", "https://x:99999", "https://x:0",
    "https://a b", "https://x/?a=1", "https://x/#a", "https://x/{code}", "https://x/../y", "https://x//y",
    "https://user:secret@x", "https://x/työ paja",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        *(("URL", address, "url") for address in ADDRESSES),
        ("METRICS", "kyllä", "metrics"),
        ("LOG", "syslog", "log"),
        ("PASSWORD", "a\nb", "characters"),
        ("PASSWORD", "\udcff", "characters"),
        ("DATA", "/x\x1b[2J", "characters"),
        ("HOME", "/dev/null/x", "home"),
        ("HOME", str(ROOT / "app.py"), "home"),
    ],
)
def test_a_wrong_setting_is_one_sentence_on_the_terminal(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str, fault: str
) -> None:
    environment.setenv(f"PROPELLI_{name}", value)
    assert main(["room", "list"]) == 1
    captured = capsys.readouterr()
    sentence = TEXTS["fi"][f"errors.setting_{fault}"].format(variable=f"PROPELLI_{name}", file=value)
    assert (captured.out, captured.err) == ("", f"{sentence}\n")


@pytest.mark.parametrize("url", ["sqlite:////dev/null/x.db", "mysql://x", "postgresql://x:y/z", "nonsense"])
def test_a_wrong_database_is_one_sentence_on_the_terminal(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    environment.setenv("PROPELLI_DATABASE_URL", url)
    assert main(["room", "list"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_server_with_a_wrong_setting_ends_with_the_sentence_alone(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port())],
        cwd=ROOT, env={**os.environ, "PROPELLI_HOME": str(tmp_path), "PROPELLI_URL": "propelli.example"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert (done.stdout + done.stderr).strip() == TEXTS["fi"]["errors.setting_url"]


@pytest.mark.parametrize(
    "url", ["https://työpaja.example", "http://[::1]:8501", "https://kunta.example:8443/a/b-c_d.e"]
)
def test_addresses_that_links_can_be_built_on_are_taken(url: str) -> None:
    assert Settings.from_environment({"PROPELLI_URL": url}).url == url


def test_a_setting_error_does_not_carry_the_value() -> None:
    with pytest.raises(SettingError) as raised:
        Settings.from_environment({"PROPELLI_METRICS": "salaisuus"})
    assert "salaisuus" not in repr((raised.value, raised.value.values, raised.value.__cause__))


class _System:
    """The system's limits of open files, of which it grants so many."""

    RLIMIT_NOFILE, RLIM_INFINITY = 7, -1

    def __init__(self, soft: int, hard: int, granted: int) -> None:
        self.limits, self._granted = (soft, hard), granted

    def getrlimit(self, _: int) -> tuple[int, int]:
        return self.limits

    def setrlimit(self, _: int, limits: tuple[int, int]) -> None:
        if not 0 <= limits[0] <= self._granted:
            raise ValueError("not allowed to raise maximum limit")
        self.limits = limits


@pytest.mark.parametrize(
    ("soft", "hard", "granted", "then"),
    [
        (1024, 4096, 4096, 4096),
        (1024, 1_048_576, 1_048_576, 65_536),
        (256, -1, 65_536, 65_536),
        (256, -1, 10_240, 256),
        (100_000, 1_048_576, 1_048_576, 100_000),
        (-1, -1, 65_536, -1),
    ],
    ids=["to the hard limit", "to what is enough", "no hard limit", "the system refuses", "never lower", "no limit"],
)
def test_the_limit_of_open_files_is_raised_as_far_as_the_system_lets(
    monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, granted: int, then: int
) -> None:
    system = _System(soft, hard, granted)
    monkeypatch.setattr(lifecycle, "resource", system)
    lifecycle.raise_open_file_limit()
    assert system.limits == (then, hard)
