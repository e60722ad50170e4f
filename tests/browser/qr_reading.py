"""Reads a QR code from a picture, where it stands in it, and says whether it is that of an address."""

import io

import segno
from PIL import Image
from playwright._impl._api_structures import FloatRect

QUIET_MODULES = 4
DARK = 128


def reads_as(address: str, screenshot: bytes, box: FloatRect, scale: float) -> bool:
    """Whether each module of the picture, made smaller by `scale`, is seen as the address's code has it.

    `box` is where the code with its quiet zone stands in the screenshot, in pixels.
    """
    picture = Image.open(io.BytesIO(screenshot)).convert("L")
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.BOX)
    modules = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
    step = box["width"] / (len(modules) + 2 * QUIET_MODULES)
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            x = (box["x"] + (column + QUIET_MODULES + 0.5) * step) * scale
            y = (box["y"] + (row + QUIET_MODULES + 0.5) * step) * scale
            pixel = small.getpixel((int(x), int(y)))
            if (int(str(pixel)) < DARK) != bool(dark):
                return False
    return True
