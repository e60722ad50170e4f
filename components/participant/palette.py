"""The participant page's colours as custom properties: only the used ones, to keep the page small."""

from collections.abc import Mapping

from components.palette import COLOURS

_NAMES = (

    "bg",
    "surface",
    "sunken",
    "hairline",
    "line",
    "ink",
    "muted",
    "jarvi",
    "lakka",
    "kuusi",
    "bad",
    "jarvi-tint",
    "lakka-tint",
    "yo-tint",
    "bad-tint",
    "on-action",
    "action-press",
)  # fmt: skip
_USED = {name: COLOURS[name] for name in _NAMES}


def _rule(values: Mapping[str, str]) -> str:
    return ".propelli{" + ";".join(f"--{name}:{value}" for name, value in values.items()) + "}"


_LIGHT = _rule({name: day for name, (day, _) in _USED.items()})
_DARK = _rule({name: night for name, (_, night) in _USED.items()})
_BOTH = _rule({name: f"light-dark({day},{night})" for name, (day, night) in _USED.items()})

BY_DEVICE = f"{_LIGHT}\n@media (prefers-color-scheme:dark){{{_DARK}}}\n"
"""The participant page follows the device, in browsers older than `light-dark()` too (Safari 16, Chrome 110)."""

BY_THEME = f"{_LIGHT}\n@supports (color:light-dark(#000,#fff)){{{_BOTH}}}\n"
"""Inside Streamlit only `light-dark()` follows the theme, which may differ from the device's."""
