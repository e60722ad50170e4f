"""The fields by which an organiser edits a question: plain data, drawn by the editor and by forms on the spot."""

from dataclasses import dataclass
from typing import Literal

FieldType = Literal[
    "text", "plain", "number", "switch", "choice", "rows", "texts", "list", "group",
    "date", "languages", "entries", "reference", "order", "outcomes", "cases", "points", "pairs", "balance",
]  # fmt: skip


@dataclass(frozen=True)
class FormField:
    """One field of a form; `name` is the key of its value in the document.

    `type` is what is edited:
    - `text`: one text in every language of the workshop; `plain`: one string without languages
    - `number`: a whole number from `least` to `most`; `switch`: yes or no; `choice`: one of `choices`
    - `rows`: a list of objects with an id and one text, which stands under the name in `fields`
    - `texts`: a list of texts without ids; `list`: a list of objects with `fields`; `group`: one object with `fields`
    - `date`: a day; `languages`: the workshop's languages, its own first; `entries`: texts by ids that nobody sees
    - `reference`: the id of one of the objects in `source`; `order`: all of their ids in an order
    - `outcomes`: the conditions of an outcome of the self-assessment, `cases` the answers of a worked
      case with its outcome
    - `points`: what an answer of the quiz gives to its types, `pairs` the names of dual types, `balance` shows how
      often each type comes and has no value

    `least` and `most` are the fewest and the most rows of a list too. Its label is the text `editor.fields.<label>`,
    by the name where no label is said; the names of `choices` are `editor.choices.<label>.<choice>`.
    """

    name: str
    type: FieldType
    is_required: bool = True
    label: str = ""
    max_length: int | None = None
    is_multiline: bool = False
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()
    fields: tuple["FormField", ...] = ()
    source: tuple[str, ...] = ()
    """Where in the document the list stands that a `reference` or an `order` is of."""

    @property
    def text_name(self) -> str:
        """The name of its texts."""
        return self.label or self.name


def option_rows(name: str, least: int, most: int, max_length: int) -> FormField:
    """Rows of objects with an id and a label."""
    label = FormField("label", "text", max_length=max_length)
    return FormField(name, "rows", least=least, most=most, fields=(label,))


QUESTION_FIELDS = (
    FormField("question", "text", max_length=200),
    FormField("help", "text", is_required=False, max_length=400),
)
"""The first fields of every kind."""

PLAN_FIELDS = (
    FormField("title", "text", is_required=False, label="programme_title", max_length=60),
    FormField("minutes", "number", is_required=False, least=1, most=480),
    FormField("speaker_note", "plain", is_required=False, max_length=2000, is_multiline=True),
)
"""The last fields of every kind: the item in the programme, its planned length, and the facilitator's own note."""
