"""The examples of a draft as files of a spreadsheet, out and in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from server import clock
from server.usecases.draft_examples import DraftExamples, ExampleEditing
from workshop.content.documents import Document
from workshop.content.errors import Fault
from workshop.content.question_sheet import workbook_cells
from workshop.content.texts import LANGUAGES, Texts
from workshop.errors import PropelliError
from workshop.examples.municipalities import folded
from workshop.examples.rows import Row
from workshop.examples.sheet import SheetWords, as_csv, csv_table, read_table, sheet_words, table_of
from workshop.exports.tables_base import Column, Table
from workshop.exports.xlsx import as_xlsx

FILE = "examples"
WIDTH, WIDEST = 18, 44
WORKBOOK = b"PK"
"""What a workbook, which is a zip, begins with."""


class ExampleFaultsError(PropelliError):
    """The rows of the file cannot be taken as they are; `faults` holds all of them."""

    id = "example_rows"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(n=len(faults))
        self.faults = tuple(faults)


class ExampleWordsError(PropelliError):
    """The workshop has no words by which examples are sorted, or they are not all written yet."""

    id = "example_words"


class ExampleFiles:
    """Writes and reads the files; `texts` are the screen's by language."""

    def __init__(self, editing: ExampleEditing, texts: Callable[[str], Texts]) -> None:
        self._editing, self._texts = editing, texts

    def csv(self, workshop: str, lang: str) -> bytes:
        """The examples as CSV. Raises ExampleWordsError and as `Editing.draft`."""
        return as_csv(self._table(workshop, lang)).encode()

    def xlsx(self, workshop: str, lang: str) -> bytes:
        """The examples as a workbook. Raises as `csv`."""
        heading, *rows = self._table(workshop, lang)
        widths = [max((len(row[place]) for row in rows), default=0) for place in range(len(heading))]
        columns = tuple(
            Column(name, name, min(WIDEST, max(WIDTH, width))) for name, width in zip(heading, widths, strict=True)
        )
        name = self._texts(lang)("editor.examples.table")
        return as_xlsx(
            [Table(name, columns, tuple(map(tuple, rows)))], name, clock.local(clock.now_ms()).replace(tzinfo=None)
        )

    def read(self, workshop: str, session: str, lang: str, data: bytes) -> int:
        """Puts the examples of a file in the place of the draft's, as one step; returns how many they are.

        Raises ExampleFaultsError, ExampleWordsError, SheetFileError and as `Editing.change`.
        """
        view, sheet = self._sheet(workshop, lang, session)
        rows, document = _rows(data)
        known_ids = {folded(title): key for key, title in _titles(view).items()}
        vocabularies = view.vocabularies
        if vocabularies is None:
            raise ExampleWordsError
        result = read_table(rows, document, sheet, vocabularies, list(view.elements), view.languages, known_ids)
        if result.faults:
            raise ExampleFaultsError(result.faults)
        self._editing.replace(workshop, session, result.examples)
        return len(result.examples)

    def sentences(self, error: ExampleFaultsError, lang: str) -> list[str]:
        """The faults by row, in plain words."""
        text = self._texts(lang)
        return [
            text("editor.examples.fault", row=fault.line or 1, column=fault.key, sentence=_sentence(fault, text))
            for fault in error.faults
        ]

    def _table(self, workshop: str, lang: str) -> list[list[str]]:
        view, sheet = self._sheet(workshop, lang)
        return table_of(view.examples, sheet)

    def _sheet(self, workshop: str, lang: str, session: str = "") -> tuple[DraftExamples, SheetWords]:
        view = self._editing.open(workshop, session, lang)
        if view.vocabularies is None:
            raise ExampleWordsError
        say: dict[str, Callable[..., str]] = {each: self._texts(each) for each in LANGUAGES}
        return view, sheet_words(say, view.vocabularies, view.element_texts, view.languages, lang)


def _rows(data: bytes) -> tuple[list[Row], Document]:
    """The rows of a file, numbered as the spreadsheet does, without empty ones."""
    if not data.startswith(WORKBOOK):
        return csv_table(data, FILE)
    rows = ((number, _without_end(row)) for number, row in enumerate(workbook_cells(data), 1))
    return [(number, row) for number, row in rows if row], Document(FILE)


def _without_end(row: list[str]) -> list[str]:
    """The row up to its last cell that has something in it."""
    used = [place for place, cell in enumerate(row, 1) if cell.strip()]
    return row[: used[-1]] if used else []


def _titles(view: DraftExamples) -> Mapping[str, str]:
    own = view.languages[0]
    rows: Sequence[Mapping[str, Any]] = view.examples
    return {str(row["id"]): str((row.get("title") or {}).get(own, "")) for row in rows if row.get("id")}


def _sentence(fault: Fault, text: Texts) -> str:
    """What is wrong, as the editor says it where the check of a folder speaks of files."""
    own = text.tree["editor"]["faults"]
    section = "editor.faults" if fault.reason_id in own else "content"
    return text(f"{section}.{fault.reason_id}", **fault.values)
