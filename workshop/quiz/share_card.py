"""The picture of a quiz result that people share: 1200 x 630, the size that messages and social media show whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop.exports.typesetting import typeset

_TEMPLATE = Path(__file__).with_suffix(".typ")
_POINTS_PER_INCH = 72.0  # one point of the page is one pixel of the picture
_BLADE = "M-5-7C-8-20-7-36 0-46C6-54 21-52 24-40C27-27 14-14 6-7Z"
_COLOURS = {
    "jarvi": ("#005B94", "#DCEBF5"),
    "lakka": ("#9A4300", "#FFE7C7"),
    "kuusi": ("#006B4F", "#D8EFE4"),
    "kanerva": ("#7D2E68", "#F3E0EE"),
    "yo": ("#3B4A61", "#E4E7EC"),
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
    """The picture as PNG. Raises ValueError for an ink that is none of the five, and TypesettingError."""
    if card.ink not in _COLOURS:
        raise ValueError(f"no such ink: {card.ink}")
    hue, tint = _COLOURS[card.ink]
    values = {**vars(card), "pictures": list(card.pictures), "hue": hue, "tint": tint, "propeller": _propeller(tint)}
    return typeset(_TEMPLATE, values, _POINTS_PER_INCH)[0]


def _propeller(tint: str) -> str:
    blades = "".join(f'<path d="{_BLADE}" transform="rotate({angle})"/>' for angle in (0, 120, 240))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-53 -53 106 106">'
        f'<g fill="{tint}">{blades}<circle r="10"/></g></svg>'
    )
