"""Small responses are not delayed on a kept connection."""

import socket
from typing import Any

from server.web.connection import TcpNoDelayMiddleware
from tests.conftest import run_alone


class Line:
    """A connection as uvicorn holds it."""

    def __init__(self, connection: socket.socket) -> None:
        self.transport, self._connection = self, connection

    def get_extra_info(self, _: str) -> socket.socket:
        return self._connection

    async def receive(self) -> dict[str, Any]:
        return {"type": "http.request"}


async def nothing(*_: Any) -> None:
    """An app, or a send, that does nothing."""


def test_a_connection_sends_at_once_and_one_that_is_gone_is_no_fault() -> None:
    with socket.socket() as connection:
        line = Line(connection)
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
        run_alone(TcpNoDelayMiddleware(nothing)({"type": "http"}, line.receive, nothing))
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
    run_alone(TcpNoDelayMiddleware(nothing)({"type": "http"}, line.receive, nothing))


def test_where_there_is_no_connection_to_be_seen_the_app_goes_on() -> None:
    run_alone(TcpNoDelayMiddleware(nothing)({"type": "lifespan"}, nothing, nothing))
