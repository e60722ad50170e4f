"""Tables as CSV: one form that opens in Excel in Finnish, Swedish and English, and plain UTF-8."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from workshop.exports.tables_base import Cell, Table, ascii_name, cell_text, defused

BYTE_ORDER_MARK = "\ufeff"


def delimiter(lang: str) -> str:
    """What separates cells: a semicolon where the comma is the decimal sign."""
    return "," if lang == "en" else ";"


def as_csv(table: Table, lang: str, *, for_excel: bool = True) -> bytes:
    """UTF-8; for Excel with a byte order mark and the language's delimiter, else without and with commas.

    Every text is quoted and formula-like text defused, in headings too: a plain file may be opened in a spreadsheet as
    well, and with another separator than its own.
    """
    out = io.StringIO(newline="")
    separator = delimiter(lang) if for_excel else ","
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([_written(column.title) for column in table.columns])
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return ((BYTE_ORDER_MARK if for_excel else "") + out.getvalue()).encode()


def as_zip(tables: Sequence[Table], lang: str, made_at: datetime) -> bytes:
    """Every table twice: in the folder `excel` for a double click, in `utf-8` for other programs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in zip(_names(tables), tables, strict=True):
            for folder, for_excel in (("excel", True), ("utf-8", False)):
                entry = zipfile.ZipInfo(f"{folder}/{name}.csv", made_at.timetuple()[:6])
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, as_csv(table, lang, for_excel=for_excel))
    return out.getvalue()


def _names(tables: Iterable[Table]) -> list[str]:
    """File names that differ, with the tables' order in front."""
    return [f"{number:02}-{ascii_name(table.name)}".rstrip("-") for number, table in enumerate(tables, 1)]


def _written(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    return defused(cell_text(cell)) if isinstance(cell, str) else cell
