"""A radar chart of levels: a gap where a level is not known, the line closed from the last axis to the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

import streamlit as st

from components.palette import COLOURS

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

HIGHEST = 4
_OUTER_MARGIN = 0.2  # a line on the outermost level would be cut to half its width
_LABEL_CHARACTERS = 14
_HEIGHT = 340
_LEGEND_HEIGHT = 40
_TINTS = {"light": "rgba(0,91,148,0.14)", "dark": "rgba(108,195,242,0.18)"}
_THEMES = {"light": 0, "dark": 1}
_COLOURS = {theme: (COLOURS["jarvi"][place], COLOURS["lakka"][place]) for theme, place in _THEMES.items()}
_TEXTS = {theme: (COLOURS["ink"][place], COLOURS["muted"][place]) for theme, place in _THEMES.items()}
_GRIDS = {theme: COLOURS["hairline"][place] for theme, place in _THEMES.items()}


@dataclass(frozen=True)
class Line:
    """One outline: a level from one to four for each axis, None where it is not known."""

    name: str
    levels: tuple[int | None, ...]


@dataclass(frozen=True)
class RadarTexts:
    """The radar's texts: its description for screen-reader users, and the words of an unknown level."""

    alt: str
    unknown: str


def radar_figure(
    labels: Sequence[str], lines: Sequence[Line], met: int, texts: RadarTexts, theme: str = "light"
) -> "Figure":
    """The figure of at most two lines, the second dashed; `met` is the level from which a criterion holds.

    The first line's area is tinted only where all its levels are known, as a tint over a gap would suggest a level.
    """
    from plotly.graph_objects import Figure

    muted = _TEXTS[theme][1]
    names = [_axis(label, lines[0].levels[axis], texts) for axis, label in enumerate(labels)]
    ring = Line("", (met,) * len(labels))
    figure = Figure()
    figure.add_scatterpolar(
        **_closed(names, ring), mode="lines", line={"color": muted, "width": 1, "dash": "dash"}, hoverinfo="skip",
        showlegend=False,
    )  # fmt: skip
    for line, colour, dash in zip(lines, _COLOURS[theme], ("solid", "dot"), strict=False):
        is_filled = line is lines[0] and None not in line.levels
        figure.add_scatterpolar(
            **_closed(names, line), mode="lines+markers", connectgaps=False, cliponaxis=False,
            line={"color": colour, "width": 3, "dash": dash},
            fill="toself" if is_filled else "none", fillcolor=_TINTS[theme],
            marker={"size": 10, "color": colour, "symbol": "circle" if dash == "solid" else "diamond"},
            hovertemplate=f"{escape(line.name)}: %{{r}}<extra></extra>",
        )  # fmt: skip
    figure.update_layout(**_layout(theme, legend=len(lines) > 1))
    return figure


def radar(labels: Sequence[str], lines: Sequence[Line], met: int, texts: RadarTexts, key: str) -> None:
    """Draws the radar in the visitor's theme; the caller draws its values as a table."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    figure = radar_figure(labels, lines, met, texts, theme)
    st.plotly_chart(figure, key=key, config={"displayModeBar": False, "scrollZoom": False}, alt=texts.alt)


def _axis(label: str, level: int | None, texts: RadarTexts) -> str:
    """A label in short lines, the level under it."""
    words = "<br>".join(escape(line) for line in wrap(label, _LABEL_CHARACTERS, break_long_words=False))
    return f"<b>{words}</b><br>{escape(texts.unknown) if level is None else level}"


def _closed(names: Sequence[str], line: Line) -> dict[str, object]:
    """The first point once more at the end: without it the last edge is not drawn."""
    return {"name": line.name, "r": [*line.levels, line.levels[0]], "theta": [*names, names[0]]}


def _layout(theme: str, legend: bool) -> dict[str, object]:
    (ink, muted), grid = _TEXTS[theme], _GRIDS[theme]
    return {
        "height": _HEIGHT + (_LEGEND_HEIGHT if legend else 0),
        "margin": {"l": 92, "r": 92, "t": 50, "b": 50 + (_LEGEND_HEIGHT if legend else 0)},
        "showlegend": legend,
        "legend": {
            "orientation": "h",
            "y": -0.25,
            "yanchor": "top",
            "x": 0.5,
            "xanchor": "center",
            "font": {"color": ink},
        },
        "dragmode": False,
        "polar": {
            "gridshape": "linear",
            "bgcolor": "rgba(0,0,0,0)",
            "radialaxis": {
                "range": [0, HIGHEST + _OUTER_MARGIN],
                "tickvals": [*range(1, HIGHEST + 1)],
                "tickfont": {"color": muted, "size": 12},
                "angle": 90,
                "tickangle": 90,
                "showline": False,
                "ticks": "",
                "gridcolor": grid,
            },
            "angularaxis": {
                "direction": "clockwise",
                "rotation": 90,
                "tickfont": {"color": ink, "size": 13},
                "ticks": "",
                "gridcolor": grid,
                "showline": False,
            },
        },
    }
