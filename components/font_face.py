"""The app's font for a picture that stands alone: `@font-face` rules with only the letters that it needs."""

import base64
import io
from functools import lru_cache
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
FILES = {400: FONTS / "NotoSans-Regular-fi.ttf", 700: FONTS / "NotoSans-Bold-fi.ttf"}


@lru_cache(maxsize=128)
def font_face(family: str, weight: int, letters: str) -> str:
    """The rule of one weight, 400 or 700, named `family`."""
    options = subset.Options(hinting=False, flavor="woff", layout_features=["kern"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    out = io.BytesIO()
    with subset.load_font(str(FILES[weight]), options) as font:
        subsetter.subset(font)
        subset.save_font(font, out, options)
    data = base64.b64encode(out.getvalue()).decode("ascii")
    source = f'url(data:font/woff;base64,{data}) format("woff")'
    return f'@font-face{{font-family:"{family}";font-weight:{weight};src:{source}}}'
