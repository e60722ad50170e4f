"""The log holds no address, key, cookie, answer or room code, whatever is visited."""

import json
import logging
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
import websockets
from websockets.sync.client import connect

from server.logs import JsonLines
from tests.conftest import ROOT, Server, eventually
from tests.server.api_client import OpenRoom

ANSWER, SEARCH, FAR = "salaisuuteni", "hakusanani", "203.0.113.9"
ADDRESSES = ("127.0.0.1", "::ffff", FAR)
NOTHING_READABLE = b"\xff\xfe" + SEARCH.encode()


@pytest.fixture(params=["file", "stderr"])
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    server = Server(
        tmp_path, environment={"PROPELLI_LOG": request.param, "PROPELLI_PASSWORD": "", "PROPELLI_METRICS": "1"}
    )
    server.start()
    yield server
    if server.process and server.process.poll() is None:
        server.kill()


def written(server: Server) -> str:
    """Everything that the process has said anywhere: its output, errors and log files."""
    files = [server.home / "log.txt", *server.home.glob("propelli.log*")]
    return "".join(file.read_text("utf-8", "replace") for file in files if file.exists())


def _raw(server: Server, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line, suppress(OSError):
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        line.recv(1000)


def _visit_a_page(server: Server, cookie: str, path: str) -> None:
    """Opens a page's websocket, asks for its script, and sends something that is no message."""
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    headers = {"Cookie": cookie, "Origin": server.address, "Referer": f"{server.address}{path}"}
    with connect(address, additional_headers=headers) as page, suppress(websockets.ConnectionClosed, TimeoutError):
        page.send(b"\x5a\x00")
        page.recv(timeout=20)
        page.send(NOTHING_READABLE)
        page.recv(timeout=1)


def _visit_everything(room: OpenRoom, password: str) -> list[str]:
    """Goes everywhere a visitor can, well and ill; gives the secrets that it carried."""
    server, code = room.server, room.code
    key = room.links.control.rpartition("/")[2]
    phone = room.phone()
    phone.client.headers["X-Forwarded-For"] = FAR
    round_id = phone.state()["round"]
    assert phone.send(round=round_id, words=[ANSWER]).status_code == 200
    for body in ({"round": SEARCH, "words": [ANSWER]}, {"round": round_id, "words": [ANSWER * 20]}):
        phone.send(**body)
    phone.client.post(f"/live/{code}/answers", content=f"{{{ANSWER}", headers={"content-type": "application/json"})
    phone.client.post(f"/live/{code}/answers", json={"words": [ANSWER]}, headers={"origin": f"http://{SEARCH}"})
    for path in (
        f"/ohjaa/{code}/{SEARCH}", f"/{code}?kieli={SEARCH}", f"/vastaa?huone={code}&x={SEARCH}",
        f"/liity?koodi={SEARCH}",
        f"/esitys?huone={code}", f"/tulokset?huone={SEARCH}", f"/{SEARCH}", f"/live/{SEARCH}", f"/live/{code}/results",
        f"/qr/{code}.svg", f"/media/{SEARCH}", f"/_stcore/bidi-components/{SEARCH}", f"/..%2f{SEARCH}", f"/%00{SEARCH}",
        f"/_stcore/metrics?{key}", "/metrics",
    ):  # fmt: skip
        phone.client.get(path, headers={"Referer": room.links.control})
    phone.client.put(f"/_stcore/upload_file/{SEARCH}/{SEARCH}", files={SEARCH: (SEARCH, ANSWER)})
    phone.client.post("/ohjaus", data={"password": SEARCH})
    assert phone.client.post("/ohjaus", data={"password": password}).status_code == 303
    assert phone.client.get(room.links.control).status_code == 303
    change = {"op": "set", "path": ["workshop", SEARCH], "value": ANSWER}
    for workshop in (SEARCH, "built_in"):
        phone.client.get(f"/workshops/{workshop}/draft?session={SEARCH}")
        for what in ("draft", "draft/editor", "rooms"):
            phone.client.post(f"/workshops/{workshop}/{what}", json={"session": SEARCH, "rev": 1, "changes": [change]})
    _raw(server, f"GET /ohjaa/{code}/{key} {SEARCH}\r\nCookie: {SEARCH}\r\n\r\n".encode())
    _raw(server, f"GET / HTTP/1.1\r\nHost: x\r\n{SEARCH} : x\r\n\r\n".encode())
    cookies = dict(phone.client.cookies)
    header = "; ".join(f"{name}={value}" for name, value in cookies.items())
    for path in (f"/ohjaus?huone={code}", f"/tulokset?huone={code}", f"/{SEARCH}"):
        _visit_a_page(server, header, path)
    with suppress(websockets.InvalidStatus):
        connect(f"ws://127.0.0.1:{server.port}/{SEARCH}", additional_headers={"Cookie": header}).close()
    return [key, password, code, *cookies.values()]


def _break_the_store(server: Server) -> None:
    """What no code expects: a table is gone under a running server, and SQLite names it in its error."""
    with closing(sqlite3.connect(server.home / "propelli.db")) as store:
        store.execute("ALTER TABLE answer RENAME TO gone")
        store.commit()


def test_neither_output_nor_log_files_hold_anything_of_a_visitor(running: Server) -> None:
    room = OpenRoom(running)
    password = (running.home / "password").read_text("utf-8")
    secrets = _visit_everything(room, password)
    phone = room.phone()
    round_id = phone.state()["round"]
    _break_the_store(running)
    phone.send(round=round_id, words=[ANSWER])
    phone.client.get(f"/live/{room.code}/results")
    eventually(lambda: '"kind"' in written(running), 20)
    room.close()
    running.kill(signal.SIGTERM)
    output = written(running)
    for secret in (*secrets, *ADDRESSES, ANSWER, SEARCH, "Traceback", "streamlit.io"):
        assert secret not in output, secret


def test_the_log_is_json_that_tells_kind_and_place_and_how_to_see_the_links(running: Server) -> None:
    _visit_a_page(running, f"propelli={'a' * 22}", "/tulokset")
    eventually(lambda: '"kind"' in written(running), 20)
    lines = [json.loads(line) for line in written(running).splitlines() if line.startswith("{")]
    assert any("python -m server links" in line.get("message", "") for line in lines)
    errors = [line["error"] for line in lines if "error" in line]
    assert errors[0]["kind"].endswith("Error")
    assert re.fullmatch(r"[\w/]+\.py:\d+ \w+", errors[0]["where"][-1])


def test_the_log_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    server = Server(tmp_path, environment={"PROPELLI_LOG": "file"})
    server.start()
    server.kill(signal.SIGTERM)
    assert (tmp_path / "propelli.log").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "name", ["uvicorn.error", "streamlit.web.bootstrap", "asyncio", "sqlalchemy.engine", "py.warnings"]
)
def test_of_other_packages_the_place_is_reported_and_not_the_message(name: str) -> None:
    record = logging.LogRecord(
        name, logging.WARNING, f"/x/site-packages/{name}.py", 7, f"{ANSWER} %s", (FAR,), None, "run"
    )
    line = JsonLines().format(record)
    assert ANSWER not in line
    assert FAR not in line
    assert json.loads(line)["where"] == f"{name}.py:7 run"


@pytest.mark.parametrize("to", ["file", "stderr"])
def test_an_error_that_ends_the_process_is_seen_on_the_terminal_by_kind_and_place(tmp_path: Path, to: str) -> None:
    program = (
        "from pathlib import Path; from server.logs import set_up_logs; from server.settings import Settings;"
        f"set_up_logs(Settings(home=Path({str(tmp_path)!r}), log={to!r})); raise ValueError({ANSWER!r})"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert json.loads(done.stderr)["error"]["kind"] == "ValueError"
    assert ANSWER not in done.stdout + done.stderr
