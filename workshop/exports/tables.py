"""The tables of a room's export, in the order of the programme and with the same columns every time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.activities.answers import percentages, rounded
from workshop.activities.models import AssessmentActivity, ChoiceActivity, QuizActivity
from workshop.assessment import form as assessment_form
from workshop.assessment.criteria import LEVELS, Criteria
from workshop.content.texts import Texts
from workshop.exports.comparison import Change, compared
from workshop.exports.record import (
    ActivityRecord,
    AnswerRecord,
    AssessmentResults,
    ChoiceResults,
    QuizResults,
    RoomRecord,
    RoundRecord,
    WordRecord,
    WordsResults,
)
from workshop.exports.tables_base import Cell, Column, SheetChart, Table
from workshop.quiz.models import Quiz

ZONE = "Europe/Helsinki"

WIDTHS = {
    "question": 40, "round": 9, "rounds": 11, "time": 21, "person": 11, "text": 40, "state": 15, "iso_time": 32,
    "word": 30, "people": 12, "answers": 12, "forms": 60, "merged_by": 18, "option": 45, "percent": 16,
    "respondents": 14, "criterion": 30, "level": 16, "unknown": 16, "type": 30, "before": 12, "after": 12,
    "difference": 12, "change": 14, "opened": 21, "leading": 60, "name": 34, "meaning": 100,
}  # fmt: skip


@dataclass(frozen=True)
class ExportBasis:
    """What the tables are made from; distributions of fewer than `min_group` people are not broken down."""

    record: RoomRecord
    criteria: Criteria
    quiz: Quiz
    min_group: int
    text: Texts

    @property
    def lang(self) -> str:
        return self.text.lang

    def columns(self, *keys: str) -> tuple[Column, ...]:
        """The columns of these keys."""
        return tuple(Column(key, self.heading(key), WIDTHS[key]) for key in keys)

    def heading(self, key: str) -> str:
        """A column's heading; a local time's names its zone."""
        title = self.text(f"export.columns.{key}")
        return f"{title} ({ZONE})" if key in {"time", "opened"} else title

    def sheet(self, key: str) -> str:
        return self.text(f"export.sheets.{key}")

    @property
    def withheld(self) -> str:
        """What stands in place of a distribution that is not broken down."""
        return self.text("export.withheld", n=self.min_group)

    @property
    def rounded(self) -> str:
        """What is said where shares do not add up."""
        return self.text("ballot.rounded")


def answers_table(basis: ExportBasis) -> Table:
    """Every stored answer, a row each."""
    columns = basis.columns("question", "round", "time", "person", "text", "state", "iso_time")
    return Table(basis.sheet("answers"), columns, tuple(_answer_rows(basis)))


def _answer_rows(basis: ExportBasis) -> Iterator[tuple[Cell, ...]]:
    forms = _form_texts(basis)
    for of, one in basis.record.all_rounds():
        states = _states(basis, one.results)
        for answer in one.answers:
            question, text = _said(of, answer, forms, basis.lang)
            local = answer.at.replace(tzinfo=None, microsecond=0)
            state = states.get(answer.key, "")
            yield question, one.number, local, answer.person, text, state, answer.at.isoformat("T", "milliseconds")


def _states(basis: ExportBasis, results: object) -> dict[str, str]:
    """Fold key to the state of its word, in the export's language."""
    words = results.words if isinstance(results, WordsResults) else ()
    return {form.key: basis.text(f"export.states.{word.state}") for word in words for form in word.forms}


FormTexts = dict[str, dict[tuple[str, str], tuple[str, str]]]


def _form_texts(basis: ExportBasis) -> FormTexts:
    """Kind to (question, option) to what both say."""
    assessment = {
        (criterion["id"], option["id"]): (str(criterion["question"]), str(option["label"]))
        for criterion in assessment_form.as_form(basis.criteria, basis.lang)
        for option in criterion["options"]
    }
    quiz = {
        (question.id, option.id): (question.question(basis.lang), option.label(basis.lang))
        for question in basis.quiz.questions
        for option in question.options
    }
    return {"assessment": assessment, "quiz": quiz}


def _said(of: ActivityRecord, answer: AnswerRecord, forms: FormTexts, lang: str) -> tuple[str, str]:
    """What was asked and answered; an option that the content has no more stands by its id."""
    activity = of.activity
    if isinstance(activity, AssessmentActivity | QuizActivity):
        return forms[activity.kind].get((answer.key, answer.text), (answer.key, answer.text))
    if isinstance(activity, ChoiceActivity):
        labels = {option.id: option.label(lang) for option in activity.options}
        return activity.question(lang), labels.get(answer.text, answer.text)
    return activity.question(lang), answer.text


def words_table(basis: ExportBasis) -> Table:
    """Every entry of every cloud, also those that are not shown."""
    columns = basis.columns("question", "round", "word", "people", "answers", "forms", "state", "merged_by")
    rows = tuple(
        (of.activity.question(basis.lang), one.number, *word_cells(basis, word))
        for of, one in basis.record.all_rounds()
        if isinstance(one.results, WordsResults)
        for word in one.results.words
    )
    return Table(basis.sheet("words"), columns, rows)


def word_cells(basis: ExportBasis, word: WordRecord) -> tuple[Cell, ...]:
    forms = ", ".join(f"{form.text} ({form.answers})" for form in word.forms)
    merged_by = basis.text(f"export.merged_by.{word.merged_by}") if word.merged_by else ""
    return word.text, word.people, word.answers, forms, basis.text(f"export.states.{word.state}"), merged_by


def _bars(
    basis: ExportBasis, of: ActivityRecord, one: RoundRecord, rows: range, numbers: tuple[int, ...]
) -> Iterator[SheetChart]:
    """The chart of one round's rows; a small group has none, as in the report."""
    if rows and one.results is not None and one.results.people >= basis.min_group:
        title = f"{of.activity.question(basis.lang)} ({_round_told(basis, of, one)})"
        yield SheetChart(title, rows[0], rows[-1], 1, numbers)


def _round_told(basis: ExportBasis, of: ActivityRecord, one: RoundRecord) -> str:
    """The number of people, and of the round where there are several."""
    people = basis.text("results.people", n=one.people)
    return f"{basis.text('export.report.round', n=one.number)}, {people}" if len(of.rounds) > 1 else people


def _noted(basis: ExportBasis, of: ActivityRecord, one: RoundRecord, said: Sequence[str]) -> Iterator[str]:
    """What is said of a round, with its number where there are several."""
    for sentence in said:
        number = basis.text("export.report.round", n=one.number)
        yield f"{number}: {sentence}" if len(of.rounds) > 1 else sentence


def choice_tables(basis: ExportBasis) -> Iterator[Table]:
    """A table for each question with options."""
    columns = basis.columns("round", "option", "people", "percent", "respondents")
    for of in basis.record.activities:
        activity = of.activity
        if isinstance(activity, ChoiceActivity):
            labels = {option.id: option.label(basis.lang) for option in activity.options}
            rows: list[tuple[Cell, ...]] = []
            notes: list[str] = []
            charts: list[SheetChart] = []
            for one in of.rounds:
                if isinstance(one.results, ChoiceResults):
                    first, people = len(rows), one.results.people
                    rows += [
                        (one.number, labels[option.id], option.people, option.percent, people)
                        for option in one.results.options
                    ]
                    charts += _bars(basis, of, one, range(first, len(rows)), (2,))
                    notes += _noted(basis, of, one, [basis.rounded] if one.results.rounded else [])
            yield Table(activity.title(basis.lang), columns, tuple(rows), tuple(notes), tuple(charts))


def assessment_table(basis: ExportBasis) -> Table:
    """The group's levels, a row a criterion; a small group's row says why it has none."""
    levels = tuple(
        Column(f"level_{level}", basis.criteria.levels.for_level(level)(basis.lang), WIDTHS["level"])
        for level in LEVELS
    )
    columns = (
        *basis.columns("round", "criterion"),
        *levels,
        Column("unknown", basis.criteria.unknown.label(basis.lang), WIDTHS["unknown"]),
        *basis.columns("respondents"),
    )
    labels = {criterion.id: criterion.label(basis.lang) for criterion in basis.criteria.criteria}
    rows: list[tuple[Cell, ...]] = []
    charts: list[SheetChart] = []
    for of, one in basis.record.all_rounds():
        results = one.results
        if not isinstance(results, AssessmentResults):
            continue
        if results.criteria is None:
            rows.append((one.number, basis.withheld, None, None, None, None, None, results.people))
            continue
        first = len(rows)
        rows += [
            (one.number, labels.get(row.id, row.id), *row.levels, row.unknown, results.people)
            for row in results.criteria
        ]
        charts += _bars(basis, of, one, range(first, len(rows)), (2, 3, 4, 5, 6))
    return Table(basis.sheet("assessment"), columns, tuple(rows), charts=tuple(charts))


def quiz_table(basis: ExportBasis) -> Table:
    """The crowd's types; one who is two types stands in both."""
    titles = {one.id: one.title(basis.lang) for one in basis.quiz.types}
    rows: list[tuple[Cell, ...]] = []
    notes: list[str] = []
    charts: list[SheetChart] = []
    for of, one in basis.record.all_rounds():
        if isinstance(one.results, QuizResults):
            first, people = len(rows), one.results.people
            counts = [row.people for row in one.results.types]
            for row, share in zip(one.results.types, percentages(counts, people), strict=True):
                rows.append((one.number, titles.get(row.id, row.id), row.people, share, people))
            charts += _bars(basis, of, one, range(first, len(rows)), (2,))
            said = [basis.text("results.dual", n=one.results.dual)] if one.results.dual else []
            said += [basis.rounded] if rounded(counts, people) else []
            notes += _noted(basis, of, one, said)
    columns = basis.columns("round", "type", "people", "percent", "respondents")
    return Table(basis.sheet("quiz"), columns, tuple(rows), tuple(notes), tuple(charts))


def comparison_table(basis: ExportBasis) -> Table:
    """Each round of a question beside the one before it."""
    rows: list[tuple[Cell, ...]] = []
    for of in basis.record.activities:
        for before, after in zip(of.rounds, of.rounds[1:], strict=False):
            changes = compared(of.activity, before.results, after.results, basis.lang)
            rounds = f"{before.number} → {after.number}"
            rows += [(of.activity.question(basis.lang), rounds, *change_cells(basis.text, one)) for one in changes]
    columns = basis.columns("question", "rounds", "word", "before", "after", "difference", "change")
    return Table(basis.sheet("comparison"), columns, tuple(rows))


def change_cells(text: Texts, change: Change) -> tuple[Cell, ...]:
    """A change as cells: text, before, after, difference, kind."""
    return (
        change.text, change.before or 0, change.after or 0, change.difference, text(f"export.changes.{change.kind}"),
    )  # fmt: skip
