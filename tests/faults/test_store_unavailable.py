"""A damaged, unavailable or full store under a running server: every address reports it, and recovers."""

import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.conftest import ROOT, Server, eventually
from tests.server.api_client import OpenRoom

SENTENCE = "ei juuri nyt saada luettua"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OpenRoom]:
    server = Server(tmp_path, environment={"PROPELLI_METRICS": "1"})
    server.start()
    open_room = OpenRoom(server)
    yield open_room
    open_room.close()
    if server.process and server.process.poll() is None:
        server.kill(signal.SIGTERM)


def damage(home: Path) -> int:
    """Makes the table of rooms unreadable for everyone, by way of SQLite itself; gives what mends it."""
    with closing(sqlite3.connect(home / "propelli.db", isolation_level=None)) as store:
        page = int(store.execute("SELECT rootpage FROM sqlite_master WHERE name='room'").fetchone()[0])
        set_page(store, 2_000_000)
    return page


def set_page(store: sqlite3.Connection, page: int) -> None:
    version = int(store.execute("PRAGMA schema_version").fetchone()[0])
    store.execute("PRAGMA writable_schema=ON")
    store.execute("UPDATE sqlite_master SET rootpage=? WHERE name='room'", [page])
    store.execute(f"PRAGMA schema_version={version + 1}")


def test_every_address_says_that_the_store_cannot_be_read(room: OpenRoom) -> None:
    code, key = room.code, room.links.control.rsplit("/", 1)[1]
    pages = [
        f"/{code}", "/111111", f"/ohjaa/{code}/{key}", f"/ohjaus?huone={code}", f"/?huone={code}",
        f"/tulokset?huone={code}", f"/esitys?huone={code}", f"/vastaa?huone={code}", f"/arviointi?huone={code}",
        f"/eioo?huone={code}", "/metrics",
    ]  # fmt: skip
    addresses = [f"/live/{code}", f"/live/{code}/results", f"/live/{code}/me", f"/qr/{code}.svg"]
    body = {"round": room.phone().state()["round"], "words": ["sana"]}
    damage(room.server.home)
    with httpx.Client(base_url=room.server.address, timeout=30) as client:
        for path in pages:
            answer = client.get(path)
            assert (path, answer.status_code, SENTENCE in answer.text) == (path, 503, True)
            assert answer.headers["content-type"].startswith("text/html")
        for path in addresses:
            answer = client.get(path)
            assert (path, answer.status_code, answer.json()["error"]) == (path, 503, "unreadable")
            assert client.get(path, headers={"accept-language": "sv"}).json()["message"].startswith("Workshoppens")
        sent = client.post(f"/live/{code}/answers", json=body)
        assert (sent.status_code, sent.json()["error"]) == (503, "unreadable")
        assert (client.get("/healthz").status_code, client.get("/healthz").text) == (503, "store")
        assert client.get("/ohjaus").status_code == 200, "what needs no store goes on"
        assert client.get("/liity").status_code == 200
    assert "Traceback" not in room.server.log()


def test_a_command_leaves_a_damaged_file_where_a_server_uses_it(room: OpenRoom) -> None:
    home = room.server.home
    damage(home)
    done = subprocess.run(
        [sys.executable, "-m", "server", "room", "list"],
        cwd=ROOT, env=room.server._environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Pysäytä palvelin" in done.stderr
    assert (home / "propelli.db").exists()
    assert not list(home.glob("*damaged*"))


@pytest.mark.parametrize("phone_holds_the_line", [False, True])
def test_after_a_stop_everything_is_in_one_file(room: OpenRoom, phone_holds_the_line: bool) -> None:
    phone, home = room.phone(), room.server.home
    assert phone.send(round=phone.state()["round"], words=["viimeinen"]).status_code == 200
    line = socket.create_connection(("127.0.0.1", room.server.port))
    if phone_holds_the_line:
        line.sendall(b"POST /ohjaus HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\npass")
    room.server.kill(signal.SIGTERM)
    line.close()
    log_file = home / "propelli.db-wal"
    assert not log_file.exists() or log_file.stat().st_size == 0
    copy = home / "copy.db"
    copy.write_bytes((home / "propelli.db").read_bytes())
    with closing(sqlite3.connect(copy)) as store:
        assert store.execute("SELECT text FROM answer").fetchall() == [("viimeinen",)]


def test_the_backup_says_that_a_copied_file_is_no_backup(room: OpenRoom, tmp_path: Path) -> None:
    output = room.server.command("backup", str(tmp_path / "kopio.db"))
    assert "propelli.db" in output
    assert "uusimmat vastaukset" in output


def test_the_health_recovers_with_the_store(room: OpenRoom) -> None:
    page = damage(room.server.home)
    eventually(lambda: httpx.get(f"{room.server.address}/healthz").status_code == 503)
    with closing(sqlite3.connect(room.server.home / "propelli.db", isolation_level=None)) as store:
        store.execute("PRAGMA writable_schema=ON")
        set_page(store, page)
    eventually(lambda: httpx.get(f"{room.server.address}/healthz").status_code == 200)
    assert room.phone().state()["open"] is True
