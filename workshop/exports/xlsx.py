"""Tables as one workbook: text as text, times as times, frozen and filtered headings, page setup for printing."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from textwrap import wrap
from typing import Any
from unicodedata import east_asian_width

from workshop.exports.tables_base import Cell, Column, Progress, Table, cell_text
from workshop.exports.xlsx_charts import add_charts

LONGEST_NAME = 31
_NOT_ALLOWED = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_KEPT_BY_EXCEL = {"history"}
_REPORT_EVERY = 500
LINE_HEIGHT, TALLEST_ROW = 15, 409
"""Points of a line in the workbook's letters, and the tallest row that Excel takes."""
INDENT = 2
"""Characters that a text's distance from the number before it and the cell's edge take."""
HEADING_GROWTH = 1.2
"""How much wider than plain letters bold ones and the filter's button are."""
A4, WIDEST_UPRIGHT = 9, 120
"""Excel's number of the paper, and the characters that fit across it upright in letters that can be read."""
_FIRST_WIDE_LETTER = "\u1100"
"""No letter before it takes the room of two (Unicode Standard Annex 11)."""
_TEXTS_REMEMBERED = 1024
_GROUND, _INK = "#005B94", "#FFFFFF"


def as_xlsx(tables: Sequence[Table], title: str, made_at: datetime, progress: Progress | None = None) -> bytes:
    """A sheet for each table, in their order. `made_at` is the workbook's time of creation, local and plain."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd hh:mm:ss"})
    book.set_properties({"title": cell_text(title), "created": made_at})
    progress_report = _RowProgress(progress, sum(len(table.rows) for table in tables))
    left = {"align": "left", "indent": 1, "valign": "top"}  # beside a number, which stands at its cell's right edge
    formats = {
        "heading": book.add_format({**left, "bold": True, "bg_color": _GROUND, "font_color": _INK, "text_wrap": True}),
        "text": book.add_format({**left, "num_format": "@", "text_wrap": True}),
        "number": book.add_format({"valign": "top"}),
        "decimal": book.add_format({"num_format": "0.00", "valign": "top"}),
        "time": book.add_format({**left, "num_format": "yyyy-mm-dd hh:mm:ss"}),
    }
    for name, table in zip(sheet_names(table.name for table in tables), tables, strict=True):
        _fill(book, book.add_worksheet(name), table, formats, progress_report)
    book.close()
    return out.getvalue()


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Names that every spreadsheet takes: at most 31 characters, no forbidden sign, all different."""
    names: list[str] = []
    used = set(_KEPT_BY_EXCEL)
    for number, text in enumerate(titles, 1):
        plain = " ".join(_NOT_ALLOWED.sub(" ", cell_text(text)).split()).strip("'") or str(number)
        name, again = _cut(plain, LONGEST_NAME), 1
        while name.casefold() in used:
            again += 1
            ending = f" ({again})"
            name = _cut(plain, LONGEST_NAME - len(ending)) + ending
        used.add(name.casefold())
        names.append(name)
    return names


def _cut(name: str, most: int) -> str:
    """At most `most` units of UTF-16, which is how Excel counts."""
    while len(name.encode("utf-16-le")) // 2 > most:
        name = name[:-1]
    return name.strip(" '")


class _RowProgress:
    """Rows written so far, told on in steps."""

    def __init__(self, progress: Progress | None, rows: int) -> None:
        self._progress, self._rows, self._done = progress, rows, 0

    def count_row(self) -> None:
        self._done += 1
        if self._progress and (self._done % _REPORT_EVERY == 0 or self._done == self._rows):
            self._progress(self._done / self._rows)


def _fill(book: Any, sheet: Any, table: Table, formats: dict[str, Any], progress_report: _RowProgress) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, cell_text(column.title), formats["heading"])
    sheet.set_row(0, _height([column.title for column in table.columns], table.columns, HEADING_GROWTH))
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, _height(row, table.columns))
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, formats)
        progress_report.count_row()
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    below = len(table.rows) + 2
    for number, note in enumerate(table.notes):
        sheet.write_string(below + number, 0, cell_text(note))
    add_charts(book, sheet, table, below + len(table.notes) + 1)
    _set_print(sheet, table)


def _height(cells: Sequence[Cell], columns: Sequence[Column], growth: float = 1) -> float:
    """Points that the row needs, since not every program fits rows to wrapped text by itself."""
    texts = [
        (cell, column.width) for cell, column in zip(cells, columns, strict=True) if isinstance(cell, str) and cell
    ]
    lines = max((_lines(cell_text(text), width / growth) for text, width in texts), default=1)
    return min(TALLEST_ROW, LINE_HEIGHT * lines)


@lru_cache(_TEXTS_REMEMBERED)
def _lines(text: str, width: float) -> int:
    """Lines of the text in a column so many digits wide; wide letters count as two."""
    letters = max(1, int(width) - INDENT)
    longest = len(text) if max(text, default="") < _FIRST_WIDE_LETTER else len(text) * 2
    if longest <= letters and "\n" not in text:
        return 1
    return sum(
        len(wrap("".join(sign * (2 if east_asian_width(sign) in "WF" else 1) for sign in line), letters)) or 1
        for line in text.splitlines()
    )


def _set_print(sheet: Any, table: Table) -> None:
    """A4 with every column on the page, the headings on each page, and the sheet's name and page below."""
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    if sum(column.width for column in table.columns) > WIDEST_UPRIGHT:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


def _write(sheet: Any, row: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell_text(cell), formats["text"])
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell, formats["time"])
    elif cell is not None:
        sheet.write_number(row, column, cell, formats["decimal" if isinstance(cell, float) else "number"])
