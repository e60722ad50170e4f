"""Propelli as users run it, `streamlit run app.py`: its room, made beside the server, and a desk that stays open."""

import asyncio
import json
import time
from contextlib import suppress
from http import HTTPStatus
from typing import Any

import httpx

from benchmarks.crowd_phones import CODE, KeptConnection
from benchmarks.crowd_server import Server
from server.service import Service
from server.settings import Settings

LEXICONS_SECONDS = 8.0  # within which every lexicon is loaded
MAX_LINE_BYTES = 2**22
WARM_UP = "roles"
QUESTIONS: dict[str, dict[str, Any]] = {
    "text": {"kind": "text", "question": {"fi": "What helps?"}, "approval": True},
    "scale": {
        "kind": "scale",
        "question": {"fi": "How is it now?"},
        "statements": [{"id": f"statement_{n}", "label": {"fi": f"Number {n}"}} for n in range(1, 5)],
        "low": {"fi": "No"},
        "high": {"fi": "Yes"},
    },
}
for _kind, _limit in (("dots", {"dots": 5}), ("ranking", {})):
    QUESTIONS[_kind] = {
        "kind": _kind,
        "question": {"fi": "Which comes first?"},
        "options": [{"id": f"option_{n}", "label": {"fi": f"Number {n}"}} for n in range(1, 6)],
        **_limit,
    }
"""Besides the word cloud of the programme."""


class Desk:
    """The room's desk in a browser: it holds the stream until it is closed or the block ends, and presses."""

    def __init__(self, port: int, activity: str, key: str) -> None:
        """`activity` is the question that will be opened; `key` is the secret of the control link."""
        self._port, self._activity, self._key = port, activity, key
        self._connection = KeptConnection(port)
        self._cookie, self._rev = "", 0
        self._first = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Desk":
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self._port}", timeout=30) as client:
            await client.get(f"/ohjaa/{CODE}/{self._key}")
            self._cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        self._task = asyncio.create_task(self._watch())
        await self._first.wait()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Leaves the stream; presses still go."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _watch(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=MAX_LINE_BYTES)
        address = f"GET /live/{CODE}/desk?kieli=fi"
        writer.write(f"{address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self._cookie}\r\n\r\n".encode())
        try:
            while line := await reader.readline():
                if line.startswith(b"data: {"):
                    self._rev = json.loads(line[6:])["rev"]
                    self._first.set()
        finally:
            writer.close()

    async def warm_up(self) -> None:
        """One question is opened and closed before the crowd comes: statements are compiled at first use."""
        await self._press("open", activity=WARM_UP)
        await self._press("close")

    async def open(self) -> None:
        """The press that the crowd waits for."""
        await self._press("open", activity=self._activity)

    async def show_results(self) -> None:
        """Phones may look at the results of what is open."""
        await self._press("results_rule", rule="always")
        await self._press("phone_results", on=True)

    async def _press(self, action: str, **arguments: str | bool) -> None:
        body = json.dumps({"action": action, "arguments": arguments, "rev": self._rev})
        status, reply = await self._connection.request(f"POST /live/{CODE}/desk", body, f"Cookie: {self._cookie}\r\n")
        if status != HTTPStatus.OK:
            raise RuntimeError(reply.decode())
        self._rev = json.loads(reply)["rev"]


def prepare(server: Server, kind: str) -> Desk:
    """A room whose programme has a question of the kind, and its desk; the server is ready for both."""
    service = Service(Settings(home=server.home, password="crowd"))  # noqa: S106
    room = service.rooms.create(code=CODE)
    item = QUESTIONS.get(kind)
    activity = "word_cloud" if item is None else service.questions.add(CODE, item, ["fi"])
    key = service.rooms.links(room, "").control.rpartition("/")[2]
    service.close()
    time.sleep(LEXICONS_SECONDS)
    return Desk(server.port, activity, key)
