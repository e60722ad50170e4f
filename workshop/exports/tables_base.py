"""Table models for spreadsheets: cell types, and text that no program takes for a formula."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | float | datetime | None
"""One value; a time is the plain local time of the zone that its column names."""

Progress: TypeAlias = Callable[[float], None]
"""Told how much of a long work is done, from 0 to 1."""

MAX_CHARACTERS = 32_767
"""The longest text that a cell of a workbook holds. Source: the limits of Excel."""

_CELL = re.compile('(^|[;,|\t\r\n"])(?=(\\s*[=+\\-@＝＋－＠].*))', re.DOTALL)
"""The beginning of what some separator makes a cell, before a sign that starts a formula."""
_IS_NUMBER = re.compile(r"^[+-]?[0-9][0-9 ]*([.,][0-9]+)?$")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class Column:
    """A column: its key in the texts, its heading, and its width in characters."""

    key: str
    title: str
    width: int


@dataclass(frozen=True)
class SheetChart:
    """Bars over some rows of a table, numbered from 0; several columns of numbers stand one after another in a bar.

    `inks` are the colours of the columns, where they are not the usual ones; `names` are their names in the key, where
    they are not the headings.
    """

    title: str
    first: int
    last: int
    labels: int
    numbers: tuple[int, ...]
    inks: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A named table; every row has a cell for each column. A workbook has the notes and the charts below the rows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    charts: tuple[SheetChart, ...] = ()


def cell_text(text: str) -> str:
    """The text with what no file format carries (control characters, halves of characters) replaced by a sign."""
    return _UNPRINTABLE.sub(REPLACEMENT, text)[:MAX_CHARACTERS]


def defused(text: str) -> str:
    """Text that a spreadsheet does not run: formula-like text gets an apostrophe before it, numbers stay numbers.

    The reader may choose another separator than the file has, so what follows any separator in the text counts as the
    beginning of a cell too.
    """
    lead = "'" if text[:1] in {"\t", "\r", "\n"} else ""
    return lead + _CELL.sub(lambda cell: cell[1] if _IS_NUMBER.match(cell[2].strip()) else f"{cell[1]}'", text)


def ascii_name(text: str) -> str:
    """The text as a part of a file name: small letters a-z, digits and dashes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_IN_NAME.sub("-", plain.lower()).strip("-")
