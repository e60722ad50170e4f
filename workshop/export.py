"""Tables that open right in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_RUNS_AS_FORMULA = re.compile(r"^[=+\-@\t\r]")
_IS_NUMBER = re.compile(r"^[+-]?[0-9][0-9 ]*([.,][0-9]+)?$")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class AnswerRow:
    """One answer as the organiser takes it home; `person` cannot be traced to a browser."""

    question: str
    round: int
    at_ms: int
    person: int
    text: str
    hidden: bool


def defused(text: str) -> str:
    """Text that a spreadsheet does not run: formula-like text gets an apostrophe before it, numbers stay numbers."""
    return f"'{text}" if _RUNS_AS_FORMULA.match(text) and not _IS_NUMBER.match(text) else text


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]], *, semicolons: bool = True) -> bytes:
    """UTF-8 with a byte order mark, so that Finnish Excel reads letters and columns right; headers are defused too."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if semicolons else ",", lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([defused(cell) if isinstance(cell, str) else cell for cell in row])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()
