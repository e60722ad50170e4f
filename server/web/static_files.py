"""The files that pages load from us: two pages' own, under hashed names, and fonts and drawings from `static/`."""

import mimetypes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from components.participant import FILES as PARTICIPANT
from components.participant import preview as participant_preview
from components.projector import preview as projector_preview
from components.projector.assets import ASSETS as PROJECTOR
from components.published import ASSETS as PUBLISHED
from server.settings import PROJECT

FILES = {**PARTICIPANT, **PROJECTOR, **PUBLISHED, **participant_preview.ASSETS, **projector_preview.ASSETS}
STATIC = PROJECT / "static"
FOR_A_YEAR = {"Cache-Control": "public, max-age=31536000, immutable"}
FOR_AN_HOUR = {"Cache-Control": "public, max-age=3600"}
TYPES = {"css": "text/css", "js": "text/javascript", "woff2": "font/woff2", "svg": "image/svg+xml"}


class StaticFiles:
    """One route for them all; a name never leads outside the folder."""

    async def show(self, request: Request) -> Response:
        name = request.path_params["name"]
        kind = name.rpartition(".")[2]
        if name in FILES:
            return Response(FILES[name], media_type=TYPES[kind], headers=FOR_A_YEAR)
        path = _file(name)
        if path is None:
            return Response(status_code=404)
        media = TYPES.get(kind) or mimetypes.guess_type(path.name)[0]
        return FileResponse(path, media_type=media, headers=FOR_AN_HOUR)


def _file(name: str) -> Path | None:
    """The file of that name inside the folder; a name that no file can have is none."""
    try:
        path = (STATIC / name).resolve()
        return path if path.is_relative_to(STATIC) and path.is_file() else None
    except (OSError, ValueError):
        return None
