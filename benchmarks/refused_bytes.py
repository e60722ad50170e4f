"""The server's memory after 200 MB of refused requests.  `python -m benchmarks.refused_bytes`

A kind at a time: uploads into a session, states of widgets of 12 MB, answers that are too long, forms of the sign-in,
and answers to rooms that are not there, with codes of 60 kB.
"""

import argparse
import json
import time
from collections.abc import Callable
from http.client import HTTPConnection

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from benchmarks.crowd_phones import CODE
from benchmarks.crowd_server import Server
from benchmarks.newcomers import room

MEGABYTE = 1024 * 1024
UNKNOWN_REQUESTS = 4_000
STATE_MEGABYTES = 12
SETTLE_SECONDS = 2


class Sender:
    """Sends one megabyte of each kind, to be refused."""

    def __init__(self, port: int, round_id: str) -> None:
        self._port, self._round = port, round_id
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)

    def upload(self, number: int) -> int:
        path = f"/_stcore/upload_file/session/{number}"
        return self.client.put(path, files={"file": b"x" * MEGABYTE}).status_code

    def answer(self, number: int) -> int:
        body = {"round": self._round, "words": ["x" * MEGABYTE]}
        return self.client.post(f"/live/{CODE}/answers", json=body, headers=_person(number)).status_code

    def form(self, _: int) -> int:
        return self.client.post("/ohjaus", data={"password": "x" * MEGABYTE}).status_code

    def state(self, _: int) -> int:
        state = ClientState()
        widget = state.widget_states.widgets.add()
        widget.id, widget.string_value = "x", "x" * STATE_MEGABYTES * MEGABYTE
        return self._session(BackMsg(rerun_script=state), lasts=60)

    def _session(self, message: BackMsg, lasts: float) -> int:
        """Sends one message in a session of its own; why the server ended it, or 0."""
        origin = f"http://127.0.0.1:{self._port}"
        names = [Subprotocol("streamlit"), Subprotocol("x")]
        with connect(f"ws{origin[4:]}/_stcore/stream", origin=Origin(origin), subprotocols=names) as line:
            try:
                line.send(message.SerializeToString())
                while True:
                    line.recv(lasts)
            except TimeoutError:
                return 0
            except ConnectionClosed as ended:
                return ended.rcvd.code if ended.rcvd else 0

    def visit(self) -> None:
        """One ordinary session, which loads the pages."""
        self._session(BackMsg(rerun_script=ClientState()), lasts=5)

    def unknown(self, number: int) -> int:
        line = HTTPConnection("127.0.0.1", self._port, timeout=60)
        body = json.dumps({"round": self._round, "words": ["x"]})
        line.request("POST", f"/live/{number}{'1' * 60_000}/answers", body, {"Content-Type": "application/json"})
        answer = line.getresponse()
        answer.read()
        line.close()
        return answer.status


def _person(number: int) -> dict[str, str]:
    return {"X-Participant": f"refused-bytes-number-{number:08d}"}


def _measure(server: Server, name: str, send: Callable[[int], int], times: int) -> None:
    before, answers = server.memory(), set()
    for number in range(times):
        answers.add(send(number))
    time.sleep(SETTLE_SECONDS)
    after = server.memory()
    print(f"{name}: {times} sent, answers {answers}; memory {before / 1024:.0f} -> {after / 1024:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description="Memory before and after bytes that are refused.")
    parser.add_argument("--megabytes", type=int, default=200)
    options = parser.parse_args()
    with Server("app.py") as server:
        sender = Sender(server.port, room(server))
        with sender.client:
            sender.visit()
            sender.answer(0)
            time.sleep(SETTLE_SECONDS)
            _measure(server, "uploads of 1 MB", sender.upload, options.megabytes)
            _measure(server, "states of 12 MB", sender.state, options.megabytes // STATE_MEGABYTES)
            _measure(server, "answers of 1 MB", sender.answer, options.megabytes)
            _measure(server, "forms of 1 MB", sender.form, options.megabytes)
            _measure(server, "rooms that are not there", sender.unknown, UNKNOWN_REQUESTS)


if __name__ == "__main__":
    main()
