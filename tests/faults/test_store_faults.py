"""Faults of the store: locked, full, damaged, old; and a clock that goes back."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from tests.conftest import ROOT, Server, eventually
from tests.faults.burst import exported
from tests.server.api_client import OpenRoom

LOCKED_SECONDS = 5
HOUR = 3600
HERE = Path(__file__).parent


@contextmanager
def running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        if server.process and server.process.poll() is None:
            server.kill(signal.SIGTERM)


def test_a_store_locked_by_another_process_only_makes_answers_wait(own_server: Server) -> None:
    room = OpenRoom(own_server)
    phone = room.phone()
    round_id = phone.state()["round"]
    with closing(sqlite3.connect(own_server.home / "propelli.db", check_same_thread=False)) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        freed = threading.Timer(LOCKED_SECONDS, lambda: other.execute("ROLLBACK"))
        freed.start()
        assert httpx.get(f"{own_server.address}/healthz").status_code == 200
        assert room.phone().state()["open"] is True, "phones that come are served meanwhile"
        receipt = phone.client.post(
            f"/live/{room.code}/answers", json={"round": round_id, "words": ["odottanut"]}, timeout=30
        )
        freed.join()
    assert (receipt.status_code, receipt.json()["saved"]) == (200, ["odottanut"])
    room.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder with eight megabytes behind it."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"a small disk needs the right to mount one: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_full_disk_is_reported_to_the_phone_and_answers_go_on_when_there_is_room(small_disk: Path) -> None:
    with running(Server(small_disk)) as server:
        room = OpenRoom(server)
        phone = room.phone()
        round_id = phone.state()["round"]
        assert phone.send(round=round_id, words=["ennen"]).status_code == 200
        filling = small_disk / "filling"
        eventually(lambda: _is_log_empty(small_disk))
        _fill(filling)
        codes = [phone.send(round=round_id, words=["täynnä"]) for _ in range(3)]
        assert {answer.status_code for answer in codes} == {503}
        assert codes[0].json()["error"] == "busy"
        health = httpx.get(f"{server.address}/healthz")
        assert (health.status_code, health.text) == (503, "store: disk full")
        assert phone.state()["open"] is True
        assert phone.me()["answers"] == ["ennen"]
        filling.unlink()
        eventually(lambda: httpx.get(f"{server.address}/healthz").status_code == 200)
        eventually(lambda: phone.send(round=round_id, words=["täynnä"]).status_code == 200)
        assert phone.me()["answers"] == ["ennen", "täynnä"]
        room.close()


def _is_log_empty(home: Path) -> bool:
    """Empties the write-ahead log, whose file would have room for an answer on a full disk; False while it is read."""
    with closing(sqlite3.connect(home / "propelli.db")) as store:
        busy, *_ = store.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


def _damaged(kind: str, path: Path) -> bytes:
    """A damaged store at the path; gives its bytes."""
    if kind == "no store at all":
        path.write_bytes(b"Tama ei ole tietokanta. " * 500)
    else:
        with closing(sqlite3.connect(path)) as store:
            store.executescript((HERE / "first_store.sql").read_text("utf-8"))
        whole = bytearray(path.read_bytes())
        whole[4096:12288] = os.urandom(8192)
        path.write_bytes(whole)
    return path.read_bytes()


@pytest.mark.parametrize("kind", ["no store at all", "broken pages"])
def test_a_damaged_store_is_reported_and_kept_aside_and_the_next_start_works(tmp_path: Path, kind: str) -> None:
    before = _damaged(kind, tmp_path / "propelli.db")
    ended = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "0"],
        cwd=ROOT, env={**os.environ, "PROPELLI_HOME": str(tmp_path)}, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert ended.returncode != 0
    assert "propelli.db.damaged-1" in ended.stderr
    assert "vioittunut" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert (tmp_path / "propelli.db.damaged-1").read_bytes() == before
    with running(Server(tmp_path)) as server:
        assert OpenRoom(server).phone().state()["open"] is True
    assert (tmp_path / "propelli.db.damaged-1").read_bytes() == before


def test_an_old_store_is_brought_up_to_date_with_everything_in_it(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "propelli.db")) as store:
        store.executescript((HERE / "first_store.sql").read_text("utf-8"))
    with running(Server(tmp_path)) as server:
        with httpx.Client(base_url=server.address) as client:
            assert client.get("/482915").status_code == 200
            answer = client.post("/live/482915/answers", json={"round": "r1", "words": ["uusi"]})
            assert answer.status_code == 200
        assert exported(server, "482915") == {"sisu": 1, "Talkoot": 1, "uusi": 1}


def test_a_clock_set_back_an_hour_stops_nothing(tmp_path: Path) -> None:
    offset = tmp_path / "offset"
    offset.write_text("0", "ascii")
    paths = os.pathsep.join([str(HERE / "clock"), os.environ.get("PYTHONPATH", "")])
    environment = {"PYTHONPATH": paths, "CLOCK_OFFSET_FILE": str(offset)}
    with running(Server(tmp_path, environment=environment)) as server:
        room = OpenRoom(server)
        phone = room.phone()
        first = phone.state()["round"]
        assert phone.send(round=first, words=["ennen"]).status_code == 200
        with httpx.Client(base_url=server.address) as desk:
            desk.post("/ohjaus", data={"password": "lupa"})
            offset.write_text(str(-HOUR), "ascii")
            assert 'name="password"' not in desk.get(f"/ohjaus?huone={room.code}").text
        assert phone.send(round=first, words=["jälkeen"]).status_code == 200
        assert phone.send(round=first, words=["ennen"]).json()["left"] == 1, "the same receipt again"
        room.run("close")
        eventually(lambda: phone.state()["open"] is False)
        second = room.opens("roles")
        assert phone.send(round=second, choices=["developer"]).status_code == 200
        assert {"ennen", "jälkeen"} <= set(exported(server, room.code))
        room.close()
