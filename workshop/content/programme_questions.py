"""Questions that come as lines or as rows of a sheet, and the items of a draft that they become.

Which kinds can be written so, and with which rows and limits, their editor's fields say: a new kind needs nothing here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.activities.activity import BaseActivity
from workshop.activities.form_fields import FormField
from workshop.activities.registry import KINDS
from workshop.content.texts import Texts

CHOICE, SCALE, WORDS = "choice", "scale", "words"
MULTIPLE = "multiple"
"""The form of a choice of which several may be chosen; every other form has the name of its kind."""
IN_ORDER = (WORDS, CHOICE, MULTIPLE, "text", SCALE, "ranking", "dots")
"""The order in which forms are listed; another kind comes after these."""
MAX_LINE = 200
MAX_MINUTES = 480
_NOT_WRITTEN_SO = ("assessment", "quiz", "link")


@dataclass(frozen=True)
class QuestionForm:
    """What a line or a row can become. `rows` is the field of its options or statements; None where it has none."""

    name: str
    kind: str
    rows: FormField | None
    steps: tuple[int, ...] = ()

    @property
    def least(self) -> int:
        """The fewest rows that can be asked."""
        return (self.rows.least or 0) if self.rows else 0

    @property
    def most(self) -> int:
        """The most rows that fit in."""
        return (self.rows.most or 0) if self.rows else 0

    @property
    def max_row(self) -> int:
        """The longest row in characters."""
        return (self.rows.fields[0].max_length or MAX_LINE) if self.rows else 0


@dataclass(frozen=True)
class ProgrammeQuestion:
    """One question as it was written; `form` is the name of its form, `steps` the length of a scale."""

    question: str
    form: str
    rows: tuple[str, ...] = ()
    steps: int | None = None
    minutes: int | None = None
    help: str = ""
    speaker_note: str = ""


@dataclass(frozen=True)
class ScaleEnds:
    """The labels of a scale's two ends where nobody has written any."""

    low: str
    high: str


def question_forms() -> Mapping[str, QuestionForm]:
    """Every form that the registered kinds allow, by name, in the order in which pages list them."""
    forms: dict[str, QuestionForm] = {}
    for kind in KINDS:
        form = _form(kind.name, kind.activity)
        if form is not None:
            forms[kind.name] = form
    if CHOICE in forms:
        forms[MULTIPLE] = QuestionForm(MULTIPLE, CHOICE, forms[CHOICE].rows)
    return {name: forms[name] for name in sorted(forms, key=_place)}


def _place(name: str) -> int:
    return IN_ORDER.index(name) if name in IN_ORDER else len(IN_ORDER)


def _form(name: str, activity: type[BaseActivity]) -> QuestionForm | None:
    if name in _NOT_WRITTEN_SO or not activity.answer_field:
        return None
    rows = [field for field in activity.form_fields if field.type == "rows" and field.is_required]
    if len(rows) > 1:
        return None
    steps = next((field.choices for field in activity.form_fields if field.name == "steps"), ())
    return QuestionForm(name, name, rows[0] if rows else None, tuple(int(step) for step in steps))


def form_label(form: QuestionForm, text: Texts) -> str:
    """The name of a form: that of its kind, where the kind has no other form."""
    is_choice = form.kind == CHOICE
    return text(f"workshops.forms.{form.name}") if is_choice else text(f"editor.kinds.{form.kind}.label")


def draft_items(questions: Sequence[ProgrammeQuestion], lang: str, ends: ScaleEnds) -> list[dict[str, Any]]:
    """The items of a draft's programme, each text in one language; ids are for the draft to make."""
    forms = question_forms()
    return [_item(question, forms[question.form], lang, ends) for question in questions]


def _item(question: ProgrammeQuestion, form: QuestionForm, lang: str, ends: ScaleEnds) -> dict[str, Any]:
    item: dict[str, Any] = {"kind": form.kind, "question": {lang: question.question}}
    if form.rows is not None:
        label = form.rows.fields[0].name
        item[form.rows.name] = [{label: {lang: row}} for row in question.rows]
    if form.name == MULTIPLE:
        item["multiple"] = True
    if form.steps:
        item |= {"steps": question.steps or _usual(form.steps), "low": {lang: ends.low}, "high": {lang: ends.high}}
    if question.minutes is not None:
        item["minutes"] = question.minutes
    if question.help:
        item["help"] = {lang: question.help}
    if question.speaker_note:
        item["speaker_note"] = question.speaker_note
    return item


def _usual(steps: Sequence[int]) -> int:
    """The scale of five where there is one: it has a middle."""
    return 5 if 5 in steps else steps[0]


def fitting_steps(form: QuestionForm, steps: int | None) -> int | None:
    """The length that was asked for where the kind has it, otherwise the usual one; None for a form without a scale."""
    if not form.steps:
        return None
    return steps if steps in form.steps else _usual(form.steps)
