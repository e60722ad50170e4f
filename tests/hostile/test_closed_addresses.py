"""Of Streamlit's own addresses only those that our pages use are open."""

import re
from collections.abc import Iterator

import httpx
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.conftest import Server, free_port

MEGABYTE = 1024 * 1024
CLOSED = [
    ("GET", "/_stcore/metrics"),
    ("OPTIONS", "/_stcore/metrics"),
    ("GET", "/_stcore/script-health-check"),
    ("PUT", "/_stcore/upload_file/session/file"),
    ("DELETE", "/_stcore/upload_file/session/file"),
    ("OPTIONS", "/_stcore/upload_file/session/file"),
    ("GET", "/_stcore/agent/openapi.json"),
    ("POST", "/_stcore/agent/interact"),
    ("POST", "/_stcore/agent/mcp"),
    ("GET", "/_stcore/anything-new"),
    ("GET", "/_stcore/bidi-components/x/y.js"),
    ("GET", "/_STCORE/metrics"),
    ("GET", "/_stcore//metrics"),
    ("GET", "/_stcore/health/../metrics"),
    ("POST", "/_stcore/health"),
    ("GET", "/component/x/y.js"),
    ("GET", "/app/static/x"),
    ("GET", "/auth/login"),
    ("GET", "/auth/logout"),
    ("GET", "/oauth2callback"),
    ("POST", "/media/x"),
]
OPEN = ["/_stcore/health", "/_stcore/host-config", "/static/favicon.png"]


@pytest.fixture(scope="module", params=["", "/tyopaja"])
def address(request: pytest.FixtureRequest, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, at the root and under a path."""
    if not request.param:
        yield server.address
        return
    port = free_port()
    public = f"http://127.0.0.1:{port}{request.param}"
    under = Server(tmp_path_factory.mktemp("home"), port, {"PROPELLI_URL": public}, base=request.param)
    under.start()
    yield public
    under.kill()


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_what_no_page_uses_is_not_there(address: str, method: str, path: str) -> None:
    assert httpx.request(method, address + path).status_code in {404, 405}


@pytest.mark.parametrize("path", OPEN)
def test_what_pages_use_is_there(address: str, path: str) -> None:
    assert httpx.get(address + path).status_code == 200


def _session(server: Server) -> ClientConnection:
    return connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream", origin=Origin(server.address),
        subprotocols=[Subprotocol("streamlit"), Subprotocol("x")], max_size=None,
    )  # fmt: skip


def _send_and_read_to_the_end(line: ClientConnection, message: bytes) -> None:
    line.send(message)
    while True:
        line.recv(30)


def test_nobody_can_leave_a_file_in_memory(server: Server) -> None:
    with _session(server) as line:
        line.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        message = b""
        while not (match := re.search(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", message)):
            received = line.recv(30)
            message = received if isinstance(received, bytes) else b""
        session = match[0].decode()
        with httpx.Client(base_url=server.address) as client:
            token = client.get("/_stcore/health").cookies.get("_streamlit_xsrf") or ""
            path = f"/_stcore/upload_file/{session}/file"
            response = client.put(path, files={"file": b"x" * MEGABYTE}, headers={"X-Xsrftoken": token})
    assert response.status_code == 404


@pytest.mark.parametrize("megabytes", [2, 12])
def test_a_state_of_megabytes_ends_its_session(server: Server, megabytes: int) -> None:
    state = ClientState()
    widget = state.widget_states.widgets.add()
    widget.id, widget.string_value = "x", "x" * megabytes * MEGABYTE
    with _session(server) as line, pytest.raises(ConnectionClosed):
        _send_and_read_to_the_end(line, BackMsg(rerun_script=state).SerializeToString())


def test_a_state_as_our_pages_send_it_is_taken(server: Server) -> None:
    with _session(server) as line:
        line.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        assert line.recv(60)
