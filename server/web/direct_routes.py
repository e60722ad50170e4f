"""Serves what a thousand phones ask at the same moment without the layers that Streamlit puts round its pages.

An answer and a message of a stream need neither a session nor compression; measured, those layers were a fifth of an
answer's processor time.
"""

from collections.abc import Sequence
from typing import Any

from starlette.routing import Match, Route


class DirectRoutesMiddleware:
    """ASGI middleware. The routes stand in the app's own list too, which answers whatever does not match them whole."""

    def __init__(self, app: Any, routes: Sequence[Route]) -> None:
        self._app, self._routes = app, routes

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            for route in self._routes:
                match, matched = route.matches(scope)
                if match is Match.FULL:
                    scope.update(matched)
                    await route.handle(scope, receive, send)
                    return
        await self._app(scope, receive, send)
