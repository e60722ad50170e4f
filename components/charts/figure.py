"""Charts: a heading, a caption, the Plotly figure and the same numbers as a table.

Plotly is imported where a figure is made, and a browser fetches its script with the first chart. The colours that
Streamlit gives it have too little contrast, so every figure has the page's, for one theme.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from components.charts.series import Series
from components.palette import COLOURS

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
"""Plotly's tools are unnamed links to a screen reader, and its gestures would catch a finger that scrolls."""

Theme = Literal["light", "dark"]

_INKS = ("jarvi", "lakka")
_CLEAR = "rgba(0,0,0,0)"
_BAR_ROW = 46  # a label stands above its bar, so that long ones fit a phone
_SYMBOL_ROW = 62
_LABEL_RISE = 15
_KEY_HEIGHT = 56
_COUNT_MARGIN = 1.12
_TEXT_SIZE = 15
_SYMBOL_SIZE = 20
_SYMBOL_FONTS = "DejaVu Sans, Segoe UI Symbol, Apple Symbols, sans-serif"


@dataclass(frozen=True)
class ChartTable:
    """The numbers of a chart; the first cell of a row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True)
class ChartWords:
    """The texts of a chart: heading, caption, a description for screen readers, the label of the table's expander."""

    title: str
    caption: str
    description: str
    table: str


def horizontal_bars(labels: Sequence[str], series: Sequence[Series], theme: Theme = "light") -> "Figure":
    """Bars from the top down with whole numbers, each label above its bar and the count at its end.

    At most two parts are drawn one after another; two have a key of names and patterns.
    """
    from plotly.graph_objects import Figure

    sums = [sum(values) for values in zip(*(part.values for part in series), strict=True)]
    figure = Figure()
    for part, ink in zip(series, _INKS, strict=False):
        pattern = {"shape": "/", "fillmode": "replace", "size": 8, "solidity": 0.5} if part.hatched else {"shape": ""}
        figure.add_bar(
            name=escape(part.name, quote=False), x=part.values, y=list(range(len(labels))), orientation="h",
            width=0.36, offset=-0.06,
            marker={"color": _colour(ink, theme), "pattern": pattern, "line": {"width": 0}},
        )  # fmt: skip
    annotations = [
        _annotation(theme, label, x=0, y=row, xanchor="left", yshift=_LABEL_RISE) for row, label in enumerate(labels)
    ]
    for row, total in enumerate(sums):
        annotations.append(
            _annotation(theme, str(total), bold=True, x=total, y=row, xanchor="left", xshift=6, yshift=-6)
        )
    has_key = len(series) > 1
    _set_layout(
        figure, theme, rows=len(labels), row_height=_BAR_ROW, top=_KEY_HEIGHT if has_key else 6,
        across=(0, max([*sums, 1]) * _COUNT_MARGIN),
    )  # fmt: skip
    figure.update_layout(
        annotations=annotations, barmode="stack", showlegend=has_key,
        legend={
            "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "traceorder": "normal", "itemclick": False,
            "itemdoubleclick": False, "font": {"size": _TEXT_SIZE, "color": _colour("ink", theme)}, "bgcolor": _CLEAR,
        },
    )  # fmt: skip
    return figure


def symbol_matrix(
    rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[str]], theme: Theme = "light"
) -> "Figure":
    """A symbol in every cell; each row's name stands above its symbols, the columns have short names on top."""
    from plotly.graph_objects import Figure

    across = range(len(columns))
    figure = Figure()
    figure.add_scatter(
        x=[column for _ in rows for column in across], y=[row for row in range(len(rows)) for _ in across],
        text=[escape(cell, quote=False) for row in cells for cell in row], mode="text", showlegend=False,
        textfont={"size": _SYMBOL_SIZE, "family": _SYMBOL_FONTS, "color": _colour("jarvi", theme)},
    )  # fmt: skip
    annotations = [_annotation(theme, name, x=-0.5, y=row, xanchor="left", yshift=25) for row, name in enumerate(rows)]
    for column, name in enumerate(columns):
        annotations.append(_annotation(theme, name, bold=True, x=column, y=1, yref="paper", yanchor="bottom"))
    figure.update_layout(annotations=annotations)
    _set_layout(figure, theme, rows=len(rows), row_height=_SYMBOL_ROW, top=26, across=(-0.5, len(columns) - 0.5))
    return figure


def _set_layout(
    figure: "Figure", theme: Theme, *, rows: int, row_height: int, top: int, across: tuple[float, float]
) -> None:
    """Sets the layout of a static figure: transparent, as high as its rows, the first row on top."""
    figure.update_xaxes(visible=False, fixedrange=True, range=across)
    figure.update_yaxes(visible=False, fixedrange=True, range=[max(rows, 1) - 0.55, -0.8])
    figure.update_layout(
        height=row_height * max(rows, 1) + top, margin={"l": 0, "r": 0, "t": top, "b": 0}, dragmode=False,
        hovermode=False, paper_bgcolor=_CLEAR, plot_bgcolor=_CLEAR, font={"color": _colour("ink", theme)},
    )  # fmt: skip


def _annotation(theme: Theme, text: str, *, bold: bool = False, **place: Any) -> dict[str, Any]:
    words = escape(text, quote=False)
    font = {"size": _TEXT_SIZE, "color": _colour("ink", theme)}
    return {"text": f"<b>{words}</b>" if bold else words, "showarrow": False, "font": font, **place}


def _colour(name: str, theme: Theme) -> str:
    light, dark = COLOURS[name]
    return dark if theme == "dark" else light


def theme() -> Theme:
    """The visitor's theme, for the figures of this run."""
    return "dark" if st.context.theme.type == "dark" else "light"


def chart(figure: "Figure | None", words: ChartWords, table: ChartTable, key: str) -> None:
    """Draws the heading, the caption, the figure where there is one, and its table in an expander."""
    st.subheader(words.title, anchor=False)
    st.text(words.caption)
    if figure is not None:
        st.plotly_chart(figure, key=key, config=QUIET, alt=words.description)
    with st.expander(words.table, key=f"{key}_table"):
        st.html(table_html(words.title, table))


def table_html(caption: str, table: ChartTable) -> str:
    """The table as HTML that a screen reader reads by rows and columns; every text is escaped."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in table.rows)
    return (
        f'<table class="chart-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cells(row: Sequence[object]) -> str:
    heading, *cells = row
    return f'<th scope="row">{escape(str(heading))}</th>' + "".join(_cell(cell) for cell in cells)


def _cell(cell: object) -> str:
    kind = ' class="num"' if isinstance(cell, int) else ""
    return f"<td{kind}>{escape(str(cell))}</td>"
