"""The rows of old results as answers to a programme's questions, whose words stand as headings.

Columns that are no question are not read: forms add times, names and addresses of their own. A row is one respondent,
who is not the same from one question to another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workshop.activities.activity import BaseActivity
from workshop.activities.answers import AnswerError, CleanAnswer, PersonalDataError
from workshop.activities.context import ActivityContent
from workshop.activities.sheet_cells import label_names, plain_name
from workshop.content.localised import Localised
from workshop.content.texts import Texts
from workshop.old_results.cells import NO_CELL, OldResultsError, Rows


class OldResultsHeadingsError(OldResultsError):
    """No heading is a question of the programme that can be read from a sheet."""

    id = "old_results_headings"


class OldResultsTwiceError(OldResultsError):
    """Two columns have the same question as their heading."""

    id = "old_results_twice"


@dataclass(frozen=True)
class CellFault:
    """What is wrong in a cell: its row as spreadsheets count, its column's heading, and what is the matter."""

    row: int
    column: str
    reason: str
    values: Mapping[str, object] = field(default_factory=dict)


class OldResultsFaultsError(OldResultsError):
    """Some cells cannot be taken as they are; `faults` holds all of them, and nothing is taken."""

    id = "old_results_faults"

    def __init__(self, faults: Sequence[CellFault]) -> None:
        super().__init__(n=len(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class OldAnswers:
    """The answers to one question, each respondent's together."""

    activity: BaseActivity
    respondents: tuple[tuple[CleanAnswer, ...], ...]


@dataclass(frozen=True)
class _Columns:
    """Where a question stands: the places of its columns, by the id of a statement or by nothing."""

    activity: BaseActivity
    places: Mapping[str, int]


def old_answers(
    rows: Rows, activities: Sequence[BaseActivity], content: ActivityContent, texts: Mapping[str, Texts]
) -> list[OldAnswers]:
    """The answers of every question that has a column. `texts` are the screen's in all languages.

    Raises OldResultsHeadingsError, OldResultsTwiceError or OldResultsFaultsError.
    """
    (_, header), *body = rows
    headings = [cell.text for cell in header]
    known_columns = [columns for activity in activities if (columns := _columns(activity, headings))]
    if not known_columns:
        raise OldResultsHeadingsError
    unsure = frozenset(plain_name(text("screen.unknown")) for text in texts.values())
    faults: list[CellFault] = []
    old = [_read(columns, headings, body, content, unsure, faults) for columns in known_columns]
    if faults:
        raise OldResultsFaultsError(sorted(faults, key=lambda fault: fault.row))
    return [answers for answers in old if answers.respondents]


def _columns(activity: BaseActivity, headings: Sequence[str]) -> _Columns | None:
    """The columns of a question: one, or for statements one each."""
    places = {name: _place(label, headings) for name, label in activity.sheet_columns.items()}
    known_places = {name: place for name, place in places.items() if place is not None}
    return _Columns(activity, known_places) if known_places and len(known_places) == len(places) else None


def _place(label: Localised, headings: Sequence[str]) -> int | None:
    names = label_names(label)
    places = [place for place, heading in enumerate(headings) if plain_name(heading) in names]
    if len(places) > 1:
        raise OldResultsTwiceError(name=headings[places[0]])
    return places[0] if places else None


def _read(
    columns: _Columns, headings: Sequence[str], body: Rows, content: ActivityContent, unsure: frozenset[str],
    faults: list[CellFault],
) -> OldAnswers:  # fmt: skip
    respondents: list[tuple[CleanAnswer, ...]] = []
    for number, row in body:
        cells = {name: row[place] if place < len(row) else NO_CELL for name, place in columns.places.items()}
        if all(cell == NO_CELL for cell in cells.values()):
            continue
        heading = headings[next(iter(columns.places.values()))]
        if any(cell.is_formula for cell in cells.values()):
            faults.append(CellFault(number, heading, "formula"))
            continue
        try:
            submitted = columns.activity.submitted_in({name: cell.text for name, cell in cells.items()}, unsure)
            respondents.append(tuple(columns.activity.accept(submitted, content)))
        except AnswerError as error:
            faults.append(CellFault(number, heading, _reason(error), error.values))
    return OldAnswers(columns.activity, tuple(respondents))


def _reason(error: AnswerError) -> str:
    return "personal" if isinstance(error, PersonalDataError) else error.id
