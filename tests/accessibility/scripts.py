"""JavaScript that the accessibility tests run in pages: one function a file in `js/`."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "js"


@cache
def script(name: str) -> str:
    """The function of that file for `evaluate`, with what all of them share."""
    common, function = ((_FOLDER / f"{one}.js").read_text("utf-8") for one in ("common", name))
    return f"(argument) => {{ {common} return ({function.strip().removesuffix(';')})(argument); }}"
