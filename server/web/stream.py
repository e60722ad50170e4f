"""The event stream of one phone or one watcher of a room, as a bare ASGI answer."""

import asyncio
import json
from typing import Any, Protocol, TypeVar

from server.usecases.payloads import ApiError
from server.web.connection import Connection
from server.web.hub import Hub

BEAT_SECONDS = 14.0  # phones are promised one at least every 15 s, whatever else they are sent
STALLED_SECONDS = 30.0
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class Listener(Protocol):
    """Whoever reads a stream; `news` is set when there is a message to send or the stream is over."""

    news: asyncio.Event
    ended: bool
    deleted: bool


Reader = TypeVar("Reader", bound=Listener)


class StreamSource(Protocol[Reader]):
    """What a stream sends: messages as the listener's news tells of them, and heartbeats between."""

    def join(self) -> Reader: ...

    def leave(self, listener: Reader, /) -> None: ...

    def message(self) -> bytes: ...

    def beat(self) -> bytes: ...


class Stream:
    """Sends the state at once and at every change, and heartbeats, until the reader leaves or stops reading."""

    def __init__(self, hub: Hub, line: StreamSource[Any], deleted: ApiError) -> None:
        """`deleted` is the error that is sent, as the last event, where the room is deleted under the stream."""
        self._hub, self._line = hub, line
        self._deleted_event = f"event: gone\ndata: {json.dumps(deleted, ensure_ascii=False)}\n\n".encode()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        connection = Connection(receive)
        connection.limit_unread()
        client = self._line.join()
        disconnected = asyncio.ensure_future(_wait_until_disconnected(receive, client.news))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await self._push(send, b"retry: 1000\n\n")
            await self._send_changes(send, client, disconnected)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except (TimeoutError, OSError):
            connection.cut()  # has not read for half a minute, or is gone already
        finally:
            disconnected.cancel()
            self._line.leave(client)

    async def _send_changes(self, send: Any, client: Listener, disconnected: "asyncio.Future[None]") -> None:
        loop = asyncio.get_running_loop()
        beat_at = loop.time() + BEAT_SECONDS
        while not self._is_over(client, disconnected):
            try:
                async with asyncio.timeout_at(beat_at):
                    await client.news.wait()
            except TimeoutError:
                beat_at, message = loop.time() + BEAT_SECONDS, self._line.beat
            else:
                client.news.clear()
                message = self._line.message
            if not self._is_over(client, disconnected):
                await self._push(send, message())
        if client.deleted and not disconnected.done():
            await self._push(send, self._deleted_event)

    def _is_over(self, client: Listener, disconnected: "asyncio.Future[None]") -> bool:
        return disconnected.done() or client.ended or self._hub.ended

    async def _push(self, send: Any, body: bytes) -> None:
        async with self._hub.patience(STALLED_SECONDS):
            await send({"type": "http.response.body", "body": body, "more_body": True})


async def _wait_until_disconnected(receive: Any, news: asyncio.Event) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    news.set()
