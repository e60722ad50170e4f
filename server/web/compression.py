"""Answers compressed with gzip for those who take it."""

import gzip
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

SMALLEST_BYTES = 500
"""What is smaller is one packet either way."""
_QUICKLY = 1
"""The level of gzip: on a few kilobytes a higher one costs more time than it saves."""


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header allows gzip."""
    for part in accepted.split(","):
        coding, _, weight = part.partition(";")
        if coding.strip().lower() in {"gzip", "*"}:
            return weight.replace(" ", "").lower().removeprefix("q=") not in {"0", "0.0", "0.00", "0.000"}
    return False


def compressed_response(request: Request, body: bytes, media_type: str, headers: Mapping[str, str]) -> Response:
    """The body, compressed where that is worth it and the client takes it."""
    headers = {**headers, "Vary": "Accept-Encoding"}
    if len(body) >= SMALLEST_BYTES and takes_gzip(request.headers.get("accept-encoding", "")):
        body, headers = gzip.compress(body, _QUICKLY, mtime=0), {**headers, "Content-Encoding": "gzip"}
    return Response(body, media_type=media_type, headers=headers)
