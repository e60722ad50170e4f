"""The cells of a workbook or a CSV file from anywhere, read within bounds; no formula in it is followed."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workshop.errors import PropelliError

MAX_ROWS, MAX_COLUMNS = 5_000, 100
MAX_CELL = 5_000
MAX_UNPACKED_BYTES = 60_000_000
WORKBOOK, OLD_WORKBOOK, PORTABLE_DOCUMENT = b"PK", b"\xd0\xcf\x11\xe0", b"%PDF"
"""What files of these kinds begin with."""

_ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
"""Marks at the beginning of a text file, and what each tells of its letters."""
_SEPARATORS = (";", ",", "\t")


class OldResultsError(PropelliError):
    """A file of old results that cannot be taken; the id tells why."""


class OldResultsFileError(OldResultsError):
    """The file is neither a workbook nor a CSV file that can be read."""

    id = "old_results_file"


class OldResultsEncodingError(OldResultsError):
    """The letters of the text file cannot be recognised."""

    id = "old_results_encoding"


class OldResultsEmptyError(OldResultsError):
    """There is no row below the headings."""

    id = "old_results_empty"


class OldResultsSizeError(OldResultsError):
    """The table has more rows or columns than are read, or is larger unpacked than may be."""

    id = "old_results_size"

    def __init__(self) -> None:
        super().__init__(rows=MAX_ROWS, columns=MAX_COLUMNS)


@dataclass(frozen=True)
class SheetCell:
    """One cell as text; a formula has none."""

    text: str
    is_formula: bool = False


NO_CELL = SheetCell("")
Rows = list[tuple[int, list[SheetCell]]]
"""The rows that have something in them, with their numbers as spreadsheets count."""


def table_rows(data: bytes) -> Rows:
    """The rows of the first sheet, the first of them the headings.

    Raises OldResultsFileError, OldResultsEncodingError, OldResultsEmptyError or OldResultsSizeError.
    """
    if data.startswith((OLD_WORKBOOK, PORTABLE_DOCUMENT)):
        raise OldResultsFileError
    cells = _workbook_rows(data) if data.startswith(WORKBOOK) else _text_rows(data)
    rows = [(number, row) for number, row in enumerate(cells, 1) if any(cell != NO_CELL for cell in row)]
    if len(rows) < 2:
        raise OldResultsEmptyError
    if len(rows) - 1 > MAX_ROWS or max(len(row) for _, row in rows) > MAX_COLUMNS:
        raise OldResultsSizeError
    return rows


def _workbook_rows(data: bytes) -> list[list[SheetCell]]:
    """One row and one column more than are taken, so that too many are known."""
    import openpyxl

    try:
        _check_size(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        rows = book.worksheets[0].iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_COLUMNS + 1)
        return [_without_end([_workbook_cell(cell) for cell in row]) for row in rows]
    except PropelliError:
        raise
    except Exception as error:  # the reader of a broken workbook fails in its own many ways
        raise OldResultsFileError from error


def _check_size(data: bytes) -> None:
    """Raises OldResultsSizeError for a workbook that is too large when it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
            raise OldResultsSizeError


def _workbook_cell(cell: Any) -> SheetCell:
    value = cell.value
    if value is None:
        return NO_CELL
    if cell.data_type == "f":
        return SheetCell("", is_formula=True)
    if isinstance(value, float) and value.is_integer():
        return SheetCell(str(int(value)))
    return SheetCell(str(value).strip()[:MAX_CELL])


def _text_rows(data: bytes) -> list[list[SheetCell]]:
    text = _decoded(data)
    first = text.lstrip().splitlines()[0] if text.strip() else ""
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
        cells = []
        for row in rows:
            cells.append(_without_end([SheetCell(cell.strip()[:MAX_CELL]) for cell in row[: MAX_COLUMNS + 1]]))
            if len(cells) > 2 * MAX_ROWS:
                raise OldResultsSizeError
    except csv.Error as error:
        raise OldResultsFileError from error
    return cells


def _decoded(data: bytes) -> str:
    """The letters as their mark tells, else as UTF-8 or as Western European Windows. Raises the errors of a file."""
    marked = next((encoding for mark, encoding in _ENCODINGS if data.startswith(mark)), None)
    if marked is None and b"\0" in data:
        raise OldResultsFileError
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise OldResultsEncodingError


def _without_end(row: Sequence[SheetCell]) -> list[SheetCell]:
    """The row up to its last cell that has something in it."""
    used = [place for place, cell in enumerate(row, 1) if cell != NO_CELL]
    return list(row[: used[-1]]) if used else []
