"""The colours of the light page and the ballot, by day and by night: name to (light, dark).

Text in ink, muted, jarvi, lakka, kuusi or bad has a contrast of at least 4.5:1 on every ground here; line, of 3:1.
"""

from collections.abc import Mapping

COLOURS: Mapping[str, tuple[str, str]] = {
    "bg": ("#FBF7F0", "#0F1A26"),
    "surface": ("#FFFFFF", "#182635"),
    "sunken": ("#F3ECE0", "#21323F"),
    "hairline": ("#E2D8C7", "#2E4052"),
    "line": ("#857A69", "#7F90A3"),
    "ink": ("#16243A", "#F4F1EA"),
    "muted": ("#4F5B6B", "#B4C0CC"),
    "jarvi": ("#005B94", "#6CC3F2"),
    "lakka": ("#9A4300", "#FFB454"),
    "kuusi": ("#006B4F", "#4FD6A5"),
    "bad": ("#A3182F", "#FF9C9C"),
    "jarvi-tint": ("#DCEBF5", "#12344A"),
    "lakka-tint": ("#FFE7C7", "#42290C"),
    "yo-tint": ("#E4E7EC", "#2A3A4C"),
    "bad-tint": ("#FBE0E0", "#4A1C22"),
    "on-action": ("#FFFFFF", "#0F1A26"),
    "action-press": ("#00446F", "#A5DBF7"),
}


def _rule(values: Mapping[str, str]) -> str:
    return ".propelli{" + ";".join(f"--{name}:{value}" for name, value in values.items()) + "}"


_LIGHT = _rule({name: day for name, (day, _) in COLOURS.items()})
_DARK = _rule({name: night for name, (_, night) in COLOURS.items()})
_BOTH = _rule({name: f"light-dark({day},{night})" for name, (day, night) in COLOURS.items()})

BY_DEVICE = f"{_LIGHT}\n@media (prefers-color-scheme:dark){{{_DARK}}}\n"
"""The light page follows the device, in browsers older than `light-dark()` too (Safari 16, Chrome 110)."""

BY_THEME = f"{_LIGHT}\n@supports (color:light-dark(#000,#fff)){{{_BOTH}}}\n"
"""Inside Streamlit only `light-dark()` follows the theme, which may differ from the device's."""
