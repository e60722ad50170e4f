"""Blocks those of Streamlit's own addresses that our pages do not use: uploads, figures, sign-in and others.

What is not named here is not there: an address that a new version of Streamlit brings is closed until it is used.
"""

from typing import Any

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from server.web.connection import host_of_origin

FOLDERS = {"_stcore", "static", "media", "component", "app", "auth", "oauth2callback"}
FILES = ("static", "media")
PAGES = {"_stcore/health", "_stcore/host-config"}
WEBSOCKET = "_stcore/stream"
METHODS = {"GET", "HEAD"}


class UsedAddressesMiddleware:
    """ASGI middleware; `base` is the path under which everything is served. A body that is refused is not read."""

    def __init__(self, app: Any, base: str) -> None:
        self._app, self._base = app, base

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and not self._is_open(scope):
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
        elif scope["type"] == "websocket" and not self._is_our_websocket(scope):
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._app(scope, receive, send)

    def _path(self, scope: Any) -> str:
        return str(scope["path"]).removeprefix(self._base).removeprefix("/")

    def _is_our_websocket(self, scope: Any) -> bool:
        """Whether Streamlit may look at it: it takes every Origin for an address."""
        origin = Headers(scope=scope).get("origin")
        return self._path(scope) == WEBSOCKET and (origin is None or host_of_origin(origin) is not None)

    def _is_open(self, scope: Any) -> bool:
        path = self._path(scope)
        folder, _, file = path.partition("/")
        if folder.lower() not in FOLDERS:
            return True
        return scope["method"] in METHODS and (path in PAGES or (folder in FILES and file != ""))
