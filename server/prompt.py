"""Answers leave at once: the system does not hold back their last part until the first has been confirmed.

asyncio asks for that itself only where the listening socket names TCP as its protocol, which Streamlit's does not.
Measured on one kept connection: an answer was acknowledged after 48 ms without this, after 4 ms with it.
"""

import socket
from contextlib import suppress
from typing import Any


class SentAtOnce:
    """ASGI middleware that sets TCP_NODELAY on the connection, where the web server lets us at it (uvicorn does)."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        transport: Any = getattr(getattr(receive, "__self__", None), "transport", None)
        line = transport.get_extra_info("socket") if transport else None
        if line is not None and line.family in {socket.AF_INET, socket.AF_INET6}:
            with suppress(OSError):  # it may be gone already
                line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self._app(scope, receive, send)
