"""The picture of a quiz result that people share: 1200 x 630, the size that messages and social media show whole."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from components.palette import COLOURS

WIDTH, HEIGHT = 1200, 630

_ROOT = Path(__file__).parent.parent
_SOURCE = Path(__file__).with_suffix(".typ")
_POINTS_PER_INCH = 72.0  # one point of the page is one pixel of the picture
_BLADE = "M-5-7C-8-20-7-36 0-46C6-54 21-52 24-40C27-27 14-14 6-7Z"
_COLOURS = {
    "jarvi": (COLOURS["jarvi"][0], COLOURS["jarvi-tint"][0]),
    "lakka": (COLOURS["lakka"][0], COLOURS["lakka-tint"][0]),
    "kuusi": (COLOURS["kuusi"][0], COLOURS["kuusi-tint"][0]),
    "kanerva": (COLOURS["kanerva"][0], COLOURS["kanerva-tint"][0]),
    "yo": (COLOURS["yo"][0], COLOURS["yo-tint"][0]),
}


@dataclass(frozen=True)
class ShareCard:
    """What the picture says. `ink` names one of the five inks; `pictures` are one or two files of `static/svg`."""

    lang: str
    kicker: str
    title: str
    types: str
    text: str
    invitation: str
    ink: str
    pictures: Sequence[str]


def share_card(card: ShareCard) -> bytes:
    """The picture as PNG. Raises ValueError for an ink that is none of the five."""
    import typst  # only those who download a picture pay for the typesetter

    if card.ink not in _COLOURS:
        raise ValueError(f"no such ink: {card.ink}")
    hue, tint = _COLOURS[card.ink]
    said = {**vars(card), "pictures": list(card.pictures), "hue": hue, "tint": tint, "propeller": _propeller(tint)}
    made = typst.compile(
        _SOURCE,
        root=_ROOT,
        font_paths=[_ROOT / "static" / "fonts"],
        ignore_system_fonts=True,
        format="png",
        ppi=_POINTS_PER_INCH,
        sys_inputs={"said": json.dumps(said, ensure_ascii=False)},
    )
    if not isinstance(made, bytes):
        raise TypeError("a picture of one page is one file")
    return made


def _propeller(tint: str) -> str:
    blades = "".join(f'<path d="{_BLADE}" transform="rotate({angle})"/>' for angle in (0, 120, 240))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-53 -53 106 106">'
        f'<g fill="{tint}">{blades}<circle r="10"/></g></svg>'
    )
