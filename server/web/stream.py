"""The event stream of one phone, as a bare ASGI answer."""

import asyncio
import json
from typing import Any

from server.usecases.participants import ParticipantState
from server.usecases.payloads import ApiError
from server.web.connection import Connection
from server.web.hub import Client, Hub

PING_SECONDS = 25.0
STALLED_SECONDS = 30.0
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class Stream:
    """Sends the state at once and at every change, until the phone leaves or stops reading."""

    def __init__(
        self,
        hub: Hub,
        code: str,
        state: ParticipantState,
        lang: str,
        participant: bytes | None,
        gone: ApiError,
    ) -> None:
        """`gone` is the error that is told, as the last event, where the room is deleted under the stream."""
        self._hub, self._code, self._state, self._lang, self._participant = hub, code, state, lang, participant
        self._gone = f"event: gone\ndata: {json.dumps(gone, ensure_ascii=False)}\n\n".encode()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        connection = Connection(receive)
        connection.bound_what_is_unread()
        client = self._hub.join(self._code, self._state, self._lang, self._participant)
        gone = asyncio.ensure_future(_wait_until_gone(receive, client.news))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await self._push(send, b"retry: 1000\n\n")
            await self._tell(send, client, gone)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except (TimeoutError, OSError):
            connection.cut()  # has not read for half a minute, or is gone already
        finally:
            gone.cancel()
            self._hub.leave(self._code, client)

    async def _tell(self, send: Any, client: Client, gone: "asyncio.Future[None]") -> None:
        while not (gone.done() or client.ended or self._hub.ended):
            try:
                async with asyncio.timeout(PING_SECONDS):
                    await client.news.wait()
            except TimeoutError:
                await self._push(send, b": ping\n\n")
                continue
            if not (gone.done() or client.ended or self._hub.ended):
                client.news.clear()
                await self._push(send, self._hub.message(self._code, self._lang))
        if client.deleted and not gone.done():
            await self._push(send, self._gone)

    async def _push(self, send: Any, body: bytes) -> None:
        async with self._hub.patience(STALLED_SECONDS):
            await send({"type": "http.response.body", "body": body, "more_body": True})


async def _wait_until_gone(receive: Any, news: asyncio.Event) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    news.set()
