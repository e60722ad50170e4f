"""The security headers of every answer, and what each kind of page may load: its Content-Security-Policy."""

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import streamlit

_INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
_INLINE = re.search(r"<script>(.*?)</script>", _INDEX, re.DOTALL)
_INLINE_HASH = base64.b64encode(hashlib.sha256(_INLINE[1].encode()).digest()).decode() if _INLINE else ""

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
ONLY_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}  # a year, for this host alone
_CLOSED = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
PLAIN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " + _CLOSED
)
PROJECTOR_POLICY = "font-src 'self'; " + PLAIN_POLICY
STREAMLIT_POLICY = (
    f"default-src 'none'; script-src 'self' blob: 'sha256-{_INLINE_HASH}'; style-src 'self' 'unsafe-inline'; "
    f"connect-src 'self'; img-src 'self' data:; font-src 'self' data:; frame-src 'self'; {_CLOSED}"
)


def framed(policy: str, *sites: str) -> str:
    """A policy of a page that these sites may hold in a frame; without any, nobody may."""
    return policy.replace("frame-ancestors 'none'", f"frame-ancestors {' '.join(sites)}") if sites else policy


class SecurityHeadersMiddleware:
    """ASGI middleware: the headers that every answer carries. Websocket traffic passes untouched.

    With `secure`, browsers are told to come by https only, and Streamlit's own cookie becomes Secure as ours are.
    """

    def __init__(self, app: Any, secure: bool = False) -> None:
        self._app, self._secure = app, secure
        headers = {**EVERYWHERE, **(ONLY_HTTPS if secure else {})}
        self._extra = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        self._policy = (b"content-security-policy", STREAMLIT_POLICY.encode())

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = [_secure_cookie(*pair) for pair in message["headers"]] if self._secure else message["headers"]
                message["headers"] = [*headers, *self._extra]
                if not any(name == self._policy[0] for name, _ in message["headers"]):
                    message["headers"].append(self._policy)
            await send(message)

        await self._app(scope, receive, with_headers)


def _secure_cookie(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header; a cookie goes over https only, which Streamlit asks for only where it holds the certificate itself."""
    if name.lower() != b"set-cookie" or b"secure" in {part.strip().lower() for part in value.split(b";")}:
        return name, value
    return name, value + b"; Secure"
