"""The participant page's colours as custom properties: only the used ones, to keep the page small."""

from collections.abc import Iterable, Mapping

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
    "step-1",
    "step-2",
    "step-3",
    "step-4",
    "step-5",
)  # fmt: skip


def _rule(values: Mapping[str, str]) -> str:
    return ".propelli{" + ";".join(f"--{name}:{value}" for name, value in values.items()) + "}"


def _light(names: Iterable[str]) -> str:
    return _rule({name: COLOURS[name][0] for name in names})


def by_device(names: Iterable[str]) -> str:
    """These colours by the device's theme, in browsers older than `light-dark()` too (Safari 16, Chrome 110)."""
    dark = _rule({name: COLOURS[name][1] for name in names})
    return f"{_light(names)}\n@media (prefers-color-scheme:dark){{{dark}}}\n"


BY_DEVICE = by_device(_NAMES)
"""The participant page follows the device."""


def _both(names: Iterable[str]) -> str:
    """These colours by the theme of what they stand in, in browsers that have `light-dark()`."""
    values = _rule({name: "light-dark({},{})".format(*COLOURS[name]) for name in names})
    return f"@supports (color:light-dark(#000,#fff)){{{values}}}\n"


def by_theme_or_device(names: Iterable[str]) -> str:
    """These colours by the theme, or where a browser cannot say that, by the device's."""
    return by_device(names) + _both(names)


BY_THEME = f"{_light(_NAMES)}\n{_both(_NAMES)}"
"""Inside Streamlit only `light-dark()` follows the theme, which may differ from the device's."""
