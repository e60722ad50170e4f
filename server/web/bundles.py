"""Streamlit's own scripts and styles: compressed once, kept in memory, cached by browsers for ever.

Streamlit reads each from the disk at every request and sends it as it is; its largest script has 4.7 MB.
"""

import asyncio
import gzip
import mimetypes
from pathlib import Path
from typing import Any

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response

FOLDER = Path(streamlit.__file__).parent / "static"
COMPRESSED = {".js", ".css", ".json", ".svg"}
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css"}
SMALLEST_BYTES = 500


class BundlesMiddleware:
    """ASGI middleware; `base` is the path under which everything is served.

    Every name under `static/` holds a hash of its content. A client that does not take gzip is left to Streamlit.
    """

    def __init__(self, app: Any, base: str) -> None:
        self._app, self._prefix = app, f"{base}/"
        self._files = {
            path.relative_to(FOLDER).as_posix(): path for path in (FOLDER / "static").rglob("*") if path.is_file()
        }
        self._bundles: dict[str, asyncio.Task[Response]] = {}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        name = self._name(scope)
        if name is None:
            await self._app(scope, receive, send)
            return
        bundle = await self._bundle(name)
        if scope["method"] == "HEAD":
            bundle = Response(headers=dict(bundle.headers))
        await bundle(scope, receive, send)

    def _name(self, scope: Any) -> str | None:
        """The file that is asked for, where it is ours to send."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            return None
        name = str(scope["path"]).removeprefix(self._prefix)
        return name if name in self._files and takes_gzip(Headers(scope=scope).get("accept-encoding", "")) else None

    async def _bundle(self, name: str) -> Response:
        """The file's answer, made once however many ask for it at the same time."""
        if name not in self._bundles:
            self._bundles[name] = asyncio.create_task(run_in_threadpool(_compressed, self._files[name]))
        try:
            return await asyncio.shield(self._bundles[name])
        except OSError:
            del self._bundles[name]
            raise


def _compressed(path: Path) -> Response:
    body, headers = path.read_bytes(), {"Cache-Control": "public, max-age=31536000, immutable"}
    if path.suffix in COMPRESSED and len(body) >= SMALLEST_BYTES:
        body = gzip.compress(body, 9, mtime=0)
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    media = MEDIA_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    return Response(body, headers=headers, media_type=media)


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header allows gzip."""
    for part in accepted.split(","):
        coding, _, weight = part.partition(";")
        if coding.strip().lower() in {"gzip", "*"}:
            return weight.replace(" ", "").lower().removeprefix("q=") not in {"0", "0.0", "0.00", "0.000"}
    return False
