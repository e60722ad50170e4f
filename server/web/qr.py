"""The QR code of a room's address: dark on white in every theme, with the quiet zone that scanners need."""

import io
from functools import lru_cache

import segno

INK = "#16243a"


@lru_cache(maxsize=256)
def qr_svg(address: str) -> bytes:
    """An SVG picture without size, so that it fills whatever holds it; few modules, so that each is large."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=4, dark=INK, light="#ffffff", omitsize=True, title=address
    )
    return out.getvalue()
