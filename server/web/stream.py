"""The event stream of one phone or one watcher of a room, as a bare ASGI answer."""

import asyncio
import json
from typing import Any, Protocol, TypeVar

from server.usecases.payloads import ApiError
from server.web.connection import Connection
from server.web.hub import Hub
from server.web.listener import Listener

BEAT_SECONDS = 14.0  # phones are promised one at least every 15 s, whatever else they are sent
STALLED_SECONDS = 30.0
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


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
        connection = Connection(receive, scope.get("http_version"))
        connection.limit_unread()
        client = self._line.join()
        disconnected = asyncio.ensure_future(_wait_until_disconnected(receive, client.news))
        try:
            async with self._hub.patience(None) as limit:
                await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
                await self._send_changes(_Sender(send, client, limit, connection), client, disconnected)
                await send({"type": "http.response.body", "body": b"", "more_body": False})
        except (TimeoutError, OSError):
            connection.cut()  # has not read for half a minute, or is gone already
        finally:
            disconnected.cancel()
            self._line.leave(client)

    async def _send_changes(self, sender: "_Sender", client: Listener, disconnected: "asyncio.Future[None]") -> None:
        try:
            await sender.push(b"retry: 1000\n\n")
            client.send_now = sender.push_now
            while not self._is_over(client, disconnected):
                await client.news.wait()
                client.news.clear()
                if sender.takes_beat() and not self._is_over(client, disconnected):
                    await sender.push(self._line.beat())
                if not self._is_over(client, disconnected):
                    await sender.push_new(self._line.message())
            if client.deleted and not disconnected.done():
                await sender.push(self._deleted_event)
        finally:
            sender.stop()

    def _is_over(self, client: Listener, disconnected: "asyncio.Future[None]") -> bool:
        return disconnected.done() or client.ended or self._hub.ended


class _Sender:
    """Sends to one reader, and wakes its stream for heartbeats; one timer a stream and none a message.

    A message that the reader has not taken for `STALLED_SECONDS` ends the stream at the next heartbeat.
    """

    def __init__(self, send: Any, client: Listener, limit: asyncio.Timeout, connection: Connection) -> None:
        self._send, self._client, self._limit, self._connection = send, client, limit, connection
        self._loop = asyncio.get_running_loop()
        self._sending_since: float | None = None
        self._is_beat_due = self._is_stopped = False
        self._newest = b""
        self._timer = self._loop.call_later(BEAT_SECONDS, self._tick)

    def stop(self) -> None:
        self._is_stopped = True
        self._timer.cancel()

    def takes_beat(self) -> bool:
        """Whether a heartbeat is due, which the caller then sends."""
        is_due, self._is_beat_due = self._is_beat_due, False
        return is_due

    async def push(self, body: bytes) -> None:
        self._sending_since = self._loop.time()
        await self._send({"type": "http.response.body", "body": body, "more_body": True})
        self._sending_since = None

    async def push_new(self, message: bytes) -> None:
        """Sends a message that is not the very one sent before; messages are shared, so the same one is the same."""
        if message and message is not self._newest:
            self._newest = message
            await self.push(message)

    def push_now(self, message: bytes) -> bool:
        """Sends what `push_new` would, without waiting; False where something else is being sent or is unsent yet."""
        if message is self._newest:
            return True
        if self._is_stopped or self._sending_since is not None or not self._connection.write_chunk(message):
            return False
        self._newest = message
        return True

    def _tick(self) -> None:
        now = self._loop.time()
        if self._sending_since is not None and now - self._sending_since >= STALLED_SECONDS:
            self._limit.reschedule(now)
            return
        self._is_beat_due = True
        self._client.news.set()
        self._timer = self._loop.call_later(BEAT_SECONDS, self._tick)


async def _wait_until_disconnected(receive: Any, news: asyncio.Event) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    news.set()
