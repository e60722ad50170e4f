"""A workbook with one row a question: the template that is filled in elsewhere, and what it says when it comes back.

A workbook comes from anywhere: it is read within bounds, as values, and no formula in it is followed.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.content.programme_questions import (
    CHOICE,
    MAX_LINE,
    MAX_MINUTES,
    WORDS,
    ProgrammeQuestion,
    QuestionForm,
    fitting_steps,
    form_label,
    question_forms,
)
from workshop.content.texts import Texts
from workshop.content.workshop_document import MAX_ACTIVITIES
from workshop.errors import PropelliError
from workshop.words.clean import cleaned

MAX_ROWS, MAX_COLUMNS = 1000, 50
MAX_UNPACKED_BYTES = 20_000_000
MAX_HELP, MAX_SPEAKER_NOTE = 400, 2000
WIDTHS = {"question": 50, "form": 18, "rows": 50, "minutes": 12, "help": 36, "speaker_note": 36}
"""The columns in their order, each with its width in characters; their headings are texts."""


class SheetFileError(PropelliError):
    """The file is no workbook that can be read."""

    id = "sheet_file"


@dataclass(frozen=True)
class SheetFault:
    """Something wrong in one row, counted from 1 as spreadsheets do; `reason` names the sentence."""

    row: int
    reason: str
    values: Mapping[str, object] = field(default_factory=dict)


class SheetFaultsError(PropelliError):
    """The rows cannot be taken as they are; `faults` holds every fault in the order of the rows."""

    id = "sheet_faults"

    def __init__(self, faults: Sequence[SheetFault]) -> None:
        super().__init__(n=len(faults))
        self.faults = tuple(faults)


def template(text: Texts) -> bytes:
    """An empty workbook with the headings, a choice of forms, and a second sheet that shows how rows are filled in."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    heading = book.add_format(
        {"bold": True, "bg_color": "#005B94", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"}
    )
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    forms = [form_label(form, text) for form in question_forms().values()]
    for name in ("sheet", "sample_sheet"):
        sheet = book.add_worksheet(text(f"workshops.table.{name}"))
        for place, (column, width) in enumerate(WIDTHS.items()):
            sheet.set_column(place, place, width, wrapped)
            sheet.write_string(0, place, text(f"workshops.table.columns.{column}"), heading)
        sheet.freeze_panes(1, 0)
        sheet.data_validation(1, 1, MAX_ROWS, 1, {"validate": "list", "source": forms})
    for row, cells in enumerate(_samples(text), 1):
        for place, cell in enumerate(cells):
            sheet.write(row, place, cell, wrapped)
    book.close()
    return target.getvalue()


def _samples(text: Texts) -> list[tuple[str | int, ...]]:
    """Two rows as they may be filled in."""
    words, choice = (form_label(question_forms()[name], text) for name in (WORDS, CHOICE))
    question, options, remark = (text(f"workshops.table.sample_{name}") for name in (CHOICE, "options", "note"))
    return [(text("workshops.table.sample_words"), words, "", 5, "", ""), (question, choice, options, 3, "", remark)]


def read_sheet(data: bytes, texts: Mapping[str, Texts]) -> tuple[ProgrammeQuestion, ...]:
    """The questions of a workbook's first sheet, whose headings stand in one of the languages.

    Raises SheetFileError, or SheetFaultsError with every fault of every row.
    """
    rows = workbook_cells(data)
    number, columns, text = _headings(rows, texts)
    forms = question_forms()
    names = {
        form_label(form, in_language).casefold(): form for in_language in texts.values() for form in forms.values()
    }
    known = ", ".join(form_label(form, text) for form in forms.values())
    questions: list[ProgrammeQuestion] = []
    faults: list[SheetFault] = []
    for offset, row in enumerate(rows[number:], number + 1):
        cells = {column: row[place] for column, place in columns.items() if place < len(row)}
        if any(cells.values()):
            reader = _Row(offset, cells, forms, names, known)
            questions.append(reader.question())
            faults += reader.faults
    if not questions:
        faults.append(SheetFault(number + 1, "no_rows"))
    if len(questions) > MAX_ACTIVITIES:
        faults.append(SheetFault(number + MAX_ACTIVITIES + 1, "items", {"max": MAX_ACTIVITIES, "n": len(questions)}))
    if faults:
        raise SheetFaultsError(faults)
    return tuple(questions)


def workbook_cells(data: bytes) -> list[list[str]]:
    """The cells of the first sheet as text, within bounds. Raises SheetFileError."""
    import openpyxl

    try:
        _check_size(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True)
        return [[_text(value) for value in row] for row in rows]
    except PropelliError:
        raise
    except Exception as error:  # the reader of a broken workbook fails in its own many ways
        raise SheetFileError from error


def _check_size(data: bytes) -> None:
    """Raises SheetFileError for a workbook that is too large when it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
            raise SheetFileError


def _text(value: Any) -> str:
    """A cell as text; lines within it stay lines."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "\n".join(line for part in str(value).splitlines() if (line := cleaned(part)))


def _headings(rows: Sequence[Sequence[str]], texts: Mapping[str, Texts]) -> tuple[int, dict[str, int], Texts]:
    """The number of the row with the headings, the place of each column, and the language they are in.

    Raises SheetFaultsError where no row has a heading of the questions.
    """
    for number, row in enumerate(rows[:20], 1):
        places = {cell.casefold(): place for place, cell in reversed(list(enumerate(row))) if cell}
        for text in texts.values():
            titles = {column: text(f"workshops.table.columns.{column}").casefold() for column in WIDTHS}
            if titles["question"] in places:
                return number, {column: places[title] for column, title in titles.items() if title in places}, text
    question = next(iter(texts.values()))("workshops.table.columns.question")
    raise SheetFaultsError([SheetFault(1, "no_heading", {"name": question})])


class _Row:
    """One row that has something in it; its faults are noted while it is read."""

    def __init__(
        self,
        number: int,
        cells: Mapping[str, str],
        forms: Mapping[str, QuestionForm],
        names: Mapping[str, QuestionForm],
        known: str,
    ) -> None:
        self._number, self._cells, self._forms, self._names, self._known = number, cells, forms, names, known
        self.faults: list[SheetFault] = []

    def _fault(self, reason: str, **values: object) -> None:
        self.faults.append(SheetFault(self._number, reason, values))

    def question(self) -> ProgrammeQuestion:
        """The question; where there are faults, it is not meant to be used."""
        question = self._bounded("question", MAX_LINE)
        if not question:
            self._fault("question_empty")
        rows = self._listed()
        form = self._form(bool(rows))
        if form.rows is None and rows:
            self._fault("no_options", form=self._cells.get("form", ""))
        if form.steps and not rows:
            rows = [question]
        self._check(form, rows)
        return ProgrammeQuestion(
            question,
            form.name,
            tuple(rows),
            steps=fitting_steps(form, None),
            minutes=self._minutes(),
            help=self._bounded("help", MAX_HELP),
            speaker_note=self._bounded("speaker_note", MAX_SPEAKER_NOTE),
        )

    def _bounded(self, column: str, most: int) -> str:
        cell = self._cells.get(column, "")
        text = cell if column == "speaker_note" else cell.replace("\n", " ")
        if len(text) > most:
            self._fault("long", n=len(text), max=most, text=f"{text[:30]}…")
        return text

    def _listed(self) -> list[str]:
        """The options: one a line, or between semicolons on one line."""
        cell = self._cells.get("rows", "")
        parts: Iterator[str] | list[str] = cell.split("\n") if "\n" in cell else cell.split(";")
        return [row for part in parts if (row := cleaned(part).removeprefix("- ").removeprefix("• "))]

    def _form(self, has_rows: bool) -> QuestionForm:
        name = self._cells.get("form", "").casefold()
        usual = self._forms[CHOICE if has_rows else WORDS]
        if name and name not in self._names:
            self._fault("form", name=self._cells["form"][:30], known=self._known)
        return self._names.get(name, usual) if name else usual

    def _check(self, form: QuestionForm, rows: Sequence[str]) -> None:
        if form.rows is None:
            return
        if len(rows) < form.least:
            self._fault("few", min=form.least)
        if len(rows) > form.most:
            self._fault("options", max=form.most, n=len(rows))
        for place, row in enumerate(rows):
            if len(row) > form.max_row:
                self._fault("long", n=len(row), max=form.max_row, text=f"{row[:30]}…")
            if row.casefold() in {earlier.casefold() for earlier in rows[:place]}:
                self._fault("repeated", text=row)

    def _minutes(self) -> int | None:
        written = self._cells.get("minutes", "")
        if not written:
            return None
        if not (written.isascii() and written.isdigit() and 0 < int(written[:6]) <= MAX_MINUTES):
            self._fault("minutes", max=MAX_MINUTES, text=written[:30])
            return None
        return int(written)
