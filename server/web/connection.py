"""Socket options of the connection under a request, where the web server exposes it (uvicorn: `receive`).

A connection that is gone already, or that is none of the internet's, is left alone.
"""

import socket
import struct
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

SEND_BUFFER_BYTES = 64 * 1024
UNREAD_MS = 60_000
UNSENT_IS_DROPPED = struct.pack("ii", 1, 0)
INTERNET = {socket.AF_INET, socket.AF_INET6}


def client_address(request: HTTPConnection) -> str:
    """The client's address; the web server believes a proxy on this machine. Empty where there is none."""
    return request.client.host if request.client else ""


def host_of_origin(origin: str) -> str | None:
    """The host and port in an Origin header, or None where it is no web address."""
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None


class Connection:
    """What can be asked of the system for one connection; `http_version` is the scope's."""

    def __init__(self, receive: Any, http_version: str | None = None) -> None:
        self._is_chunked = http_version == "1.1"
        self._transport: Any = getattr(getattr(receive, "__self__", None), "transport", None)
        line = self._transport.get_extra_info("socket") if self._transport else None
        self._tcp: Any = line if line is not None and line.family in INTERNET else None

    def set_no_delay(self) -> None:
        """Sends the last part of an answer without waiting until the first has been confirmed.

        asyncio asks for that itself only where the listening socket names TCP as its protocol, which Streamlit's does
        not. Measured on one kept connection: an answer was acknowledged after 48 ms without this, after 4 ms with it.
        """
        self._set(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def limit_unread(self) -> None:
        """A phone that does not read holds little memory, and after a minute its connection breaks."""
        self._set(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            self._set(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_MS)

    def write_chunk(self, body: bytes) -> bool:
        """Writes a part of an answer that is under way and has no length told, as HTTP/1.1 frames it (RFC 9112, 7.1).

        False, and nothing is written, where the connection is closing or still has something to send before it.
        """
        transport = self._transport
        if not self._is_chunked or transport is None or transport.is_closing() or transport.get_write_buffer_size():
            return False
        transport.write(b"%x\r\n%b\r\n" % (len(body), body))
        return True

    def cut(self) -> None:
        """Ends the connection without waiting for what a stalled phone has not read."""
        if self._transport is None or self._transport.is_closing():
            return
        self._set(socket.SOL_SOCKET, socket.SO_LINGER, UNSENT_IS_DROPPED)
        self._transport.abort()

    def _set(self, level: int, option: int, value: int | bytes) -> None:
        if self._tcp is not None:
            with suppress(OSError):
                self._tcp.setsockopt(level, option, value)


class TcpNoDelayMiddleware:
    """ASGI middleware that lets every answer leave at once."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        Connection(receive).set_no_delay()
        await self._app(scope, receive, send)
