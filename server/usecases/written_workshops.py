"""Workshops of what was written elsewhere: pasted lines, a workbook of questions, a zip of a workshop's files."""

import io
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from server.usecases.contents import Contents
from server.usecases.new_workshops import NewWorkshops
from server.usecases.workshop_files import read_files
from workshop.content.errors import ContentError
from workshop.content.pasted_lines import Leftover, Markers, PastedQuestion, parse, rewritten, without
from workshop.content.programme_questions import (
    MAX_LINE,
    ProgrammeQuestion,
    QuestionForm,
    ScaleEnds,
    draft_items,
    form_label,
    question_forms,
)
from workshop.content.question_sheet import SheetFault, SheetFaultsError, read_sheet, template
from workshop.content.texts import LANGUAGES, Texts
from workshop.content.workshop_document import MAX_ACTIVITIES
from workshop.errors import PropelliError
from workshop.words.clean import cleaned

MAX_FILE_BYTES = 4_000_000
MAX_SHOWN = 60
"""Characters of a leftover line in its sentence."""
_WORKBOOK = "xl/workbook.xml"


class UploadKindError(PropelliError):
    """The file is neither a workshop nor a workbook of questions."""

    id = "upload_kind"


class NoLinesError(PropelliError):
    """The lines hold no question."""

    id = "no_lines"


class LineQuestion(TypedDict):
    """A question of pasted lines as the page shows it."""

    line: int
    question: str
    form: str
    becomes: str
    picture: str
    notes: list[str]


class LineLeftover(TypedDict):
    """A line that became nothing, and why."""

    line: int
    sentence: str


class LineForm(TypedDict):
    """A form that a question can take."""

    value: str
    label: str


class Lines(TypedDict):
    """What lines become; `text` is the lines, `changed` whether they are other than those that were sent.

    `items` are the questions as the editor puts them into a programme, where it asked for them.
    """

    text: str
    changed: bool
    questions: list[LineQuestion]
    leftovers: list[LineLeftover]
    forms: list[LineForm]
    items: NotRequired[list[dict[str, Any]]]


class WrittenWorkshops:
    """Use cases of the ways to a new workshop that begin with a text or a file."""

    def __init__(self, contents: Contents, new_workshops: NewWorkshops) -> None:
        self._texts, self._new = contents.built_in.texts, new_workshops

    def lines(self, text: str, lang: str, line: int | None = None, form: str | None = None) -> Lines:
        """What the lines become; with a `line`, after its question took a form, or without it."""
        before, markers = text, self._markers(lang)
        if line is not None and 0 < line <= len(text.splitlines()):
            is_form = form is not None and form in question_forms()
            text = rewritten(text, line, str(form), markers) if is_form else without(text, line)
        programme, words = parse(text, markers), _LineWords(self._texts[lang])
        return {
            "text": text,
            "changed": text != before,
            "questions": [words.question(pasted) for pasted in programme.questions],
            "leftovers": [words.leftover(leftover) for leftover in programme.leftovers],
            "forms": words.forms(),
        }

    def items(self, text: str, lang: str, items_lang: str) -> list[dict[str, Any]]:
        """The lines' questions as items of a draft's programme, their texts in the language `items_lang`."""
        questions = [pasted.question for pasted in parse(text, self._markers(lang)).questions]
        return self._items(questions, items_lang)

    def from_lines(self, title: str, text: str, lang: str) -> str:
        """A workshop of the lines' questions. Raises NoLinesError or DocumentSizeError."""
        questions = [pasted.question for pasted in parse(text, self._markers(lang)).questions]
        if not questions:
            raise NoLinesError
        return self._begin(title, questions, lang)

    def from_file(self, data: bytes, lang: str) -> str:
        """A workshop of a zip or a workbook.

        Raises UploadKindError, SheetFileError, SheetFaultsError, ContentError, ZipFileError, ZipEntryError,
        ZipSizeError or DocumentSizeError.
        """
        if _is_workbook(data):
            return self._begin("", read_sheet(data, self._texts), lang)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "workshop.zip"
            path.write_bytes(data)
            return self._new.from_document(read_files(path))

    def sheet(self, lang: str) -> tuple[str, bytes]:
        """The name and the bytes of the template of a workbook."""
        text = self._texts[lang]
        return f"{text('workshops.table.file')}.xlsx", template(text)

    def faults(self, error: PropelliError, lang: str) -> list[str]:
        """A sentence for each fault of a file; none where the error is of the file as a whole."""
        text = self._texts[lang]
        if isinstance(error, ContentError):
            return list(error.sentences(text))
        if isinstance(error, SheetFaultsError):
            return [self._row_sentence(fault, text) for fault in error.faults]
        return []

    @staticmethod
    def _row_sentence(fault: SheetFault, text: Texts) -> str:
        sentence = text(f"workshops.row_faults.{fault.reason}", **fault.values)
        return text("workshops.table.row", row=fault.row, sentence=sentence)

    def _begin(self, title: str, questions: Sequence[ProgrammeQuestion], lang: str) -> str:
        change = {"op": "set", "path": ["workshop", "activities"], "value": self._items(questions, lang)}
        untitled = self._texts[lang]("workshops.paste.untitled")
        return self._new.empty(cleaned(title) or untitled, lang, [change])

    def _items(self, questions: Sequence[ProgrammeQuestion], lang: str) -> list[dict[str, Any]]:
        text = self._texts[lang]
        return draft_items(questions, lang, ScaleEnds(text("workshops.scale.low"), text("workshops.scale.high")))

    def _markers(self, lang: str) -> Markers:
        """The words of every language, those of the page's own first: these are written into the lines."""
        order = sorted(LANGUAGES, key=lambda other: other != lang)
        names = self._texts[lang].tree["workshops"]["markers"]
        return {
            name: [word for other in order for word in self._texts[other](f"workshops.markers.{name}").split(", ")]
            for name in names
        }


class _LineWords:
    """What the page says of lines, in one language."""

    def __init__(self, text: Texts) -> None:
        self._text, self._forms = text, question_forms()

    def question(self, pasted: PastedQuestion) -> LineQuestion:
        question = pasted.question
        form = self._forms[question.form]
        becomes = self._text(f"workshops.becomes.{form.name}", n=len(question.rows), steps=question.steps or "")
        return {
            "line": pasted.line,
            "question": question.question,
            "form": form.name,
            "becomes": becomes,
            "picture": f"kind_{form.kind}.svg",
            "notes": [self._note(note, form, question) for note in pasted.notes],
        }

    def _note(self, note: str, form: QuestionForm, question: ProgrammeQuestion) -> str:
        known = ", ".join(map(str, form.steps))
        return self._text(f"workshops.notes.{note}", n=form.least, known=known, steps=question.steps or "")

    def leftover(self, leftover: Leftover) -> LineLeftover:
        most = MAX_LINE if leftover.reason == "long" else MAX_ACTIVITIES
        shown = leftover.text if len(leftover.text) <= MAX_SHOWN else f"{leftover.text[:MAX_SHOWN].rstrip()}…"
        return {
            "line": leftover.line,
            "sentence": self._text(f"workshops.leftovers.{leftover.reason}", text=shown, max=most),
        }

    def forms(self) -> list[LineForm]:
        return [{"value": name, "label": form_label(form, self._text)} for name, form in self._forms.items()]


def _is_workbook(data: bytes) -> bool:
    """Whether a zip is a spreadsheet. Raises UploadKindError for what is no zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _WORKBOOK in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UploadKindError from error
