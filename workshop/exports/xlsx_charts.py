"""Native charts in the workbook, editable, below the rows that they draw."""

from typing import Any

from workshop.exports.charts import INKS, LEVEL_INKS
from workshop.exports.tables_base import SheetChart, Table, cell_text

WIDTH = 760
_ROW_PIXELS = 20  # of a row whose height is not set
_BAR, _AROUND, _KEY, _GAP_ROWS = 34, 90, 40, 2
_FONT = {"size": 10}


def add_charts(book: Any, sheet: Any, table: Table, row: int) -> None:
    """Every chart of the table one below another from `row` on, which has only rows of the usual height after it."""
    for chart in table.charts:
        height = _AROUND + _BAR * (chart.last - chart.first + 1) + (_KEY if len(chart.numbers) > 1 else 0)
        drawn = _chart(book, sheet.get_name(), table, chart)
        drawn.set_size({"width": WIDTH, "height": height})
        sheet.insert_chart(row, 0, drawn, {"object_position": 2, "description": cell_text(chart.title)})
        row += -(-height // _ROW_PIXELS) + _GAP_ROWS


def _chart(book: Any, name: str, table: Table, chart: SheetChart) -> Any:
    several = len(chart.numbers) > 1
    drawn = book.add_chart({"type": "bar", "subtype": "stacked"} if several else {"type": "bar"})
    first, last = chart.first + 1, chart.last + 1  # the first row is the headings
    inks = chart.inks or (LEVEL_INKS if several else INKS)
    names = map(_title, chart.names) if chart.names else ([name, 0, column] for column in chart.numbers)
    for column, ink, series_name in zip(chart.numbers, inks, names, strict=False):
        drawn.add_series(
            {
                "name": series_name,
                "categories": [name, first, chart.labels, last, chart.labels],
                "values": [name, first, column, last, column],
                "fill": {"color": ink},
                "gap": 50,
                "data_labels": {"value": True, "num_format": "0;;", "font": _label_font(ink, several)},
            }
        )
    drawn.set_title({"name": _title(chart.title), "name_font": {"size": 12, "bold": True}, "overlay": False})
    drawn.set_y_axis({"reverse": True, "num_font": _FONT})
    axis = {"visible": False, "min": 0, "major_gridlines": {"visible": False}}
    drawn.set_x_axis(
        {**axis, "max": _longest(table, chart)} if several else axis
    )  # single bars have numbers beside them
    drawn.set_legend({"position": "bottom", "font": _FONT} if several else {"none": True})
    return drawn


def _longest(table: Table, chart: SheetChart) -> float:
    """How much the parts of the longest bar are together."""
    rows = table.rows[chart.first : chart.last + 1]
    bars = ([cell for cell in map(row.__getitem__, chart.numbers) if isinstance(cell, int | float)] for row in rows)
    return max(map(sum, bars), default=0) or 1


def _label_font(ink: str, several: bool) -> dict[str, Any]:
    """Numbers stand on the parts of a bar, and beside a bar of one part."""
    light = several and ink in {"#9A4300", "#005B94"}
    return {"bold": True, "color": "#FFFFFF" if light else "#16243A"}


def _title(text: str) -> str:
    """A title that begins with = would be read as a cell's address."""
    plain = cell_text(text)
    return f" {plain}" if plain.startswith("=") else plain
