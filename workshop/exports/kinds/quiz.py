"""The quiz in exports: the group's types; a dual type counts in both."""

from collections.abc import Iterator, Sequence

from workshop.activities.percentages import percentages, rounded
from workshop.activities.quiz import QuizActivity, QuizResults
from workshop.exports.basis import ExportTexts
from workshop.exports.charts import Bar
from workshop.exports.kinds.base import CountedActivity
from workshop.exports.kinds.form import FormExports
from workshop.exports.report_parts import Grid, Picture, ReportPart, TypeCard, bar_picture
from workshop.exports.tables_base import Cell, SheetChart, Table


class QuizExports(FormExports[QuizActivity, QuizResults]):
    """Types stand in the quiz's order; one that the quiz has no more stands by its id."""

    def tables(
        self, basis: ExportTexts, questions: Sequence[CountedActivity[QuizActivity, QuizResults]]
    ) -> Iterator[Table]:
        titles = _titles(basis)
        rows: list[tuple[Cell, ...]] = []
        notes: list[str] = []
        charts: list[SheetChart] = []
        for question in questions:
            for counted in question.rounds:
                first, people = len(rows), counted.results.people
                counts = [row.people for row in counted.results.types]
                for row, share in zip(counted.results.types, percentages(counts, people), strict=True):
                    rows.append((counted.number, titles.get(row.id, row.id), row.people, share, people))
                charts += question.charts(basis, counted, range(first, len(rows)), (2,))
                sentences = _dual(basis, counted.results)
                sentences += [basis.rounded] if rounded(counts, people) else []
                notes += question.notes(basis, counted, sentences)
        columns = basis.columns("round", "type", "people", "percent", "respondents")
        yield Table(basis.sheet("quiz"), columns, tuple(rows), tuple(notes), tuple(charts))

    def items(self, basis: ExportTexts, activity: QuizActivity, results: QuizResults) -> list[tuple[str, int]]:
        titles = _titles(basis)
        return [(titles.get(row.id, row.id), row.people) for row in results.types]

    def part(
        self, basis: ExportTexts, activity: QuizActivity, results: QuizResults, caption: str,
        cloud: Picture | None = None,
    ) -> ReportPart:  # fmt: skip
        pictures = {quiz_type.id: quiz_type.picture for quiz_type in basis.quiz.types}
        rows = tuple(self.items(basis, activity, results))
        bars = [Bar(title, (people,), str(people)) for title, people in rows]
        cards = tuple(
            TypeCard(pictures.get(row.id), title, basis.text("results.people", n=people))
            for row, (title, people) in zip(results.types, rows, strict=True)
        )
        grid = Grid((basis.heading("type"), basis.heading("people")), rows)
        picture = bar_picture(activity.question(basis.lang), bars)
        return ReportPart(caption, picture, cards, grid=grid, notes=tuple(_dual(basis, results)))


def _titles(basis: ExportTexts) -> dict[str, str]:
    return {quiz_type.id: quiz_type.title(basis.lang) for quiz_type in basis.quiz.types}


def _dual(basis: ExportTexts, results: QuizResults) -> list[str]:
    """How many are two types, where some are."""
    return [basis.text("results.dual", n=results.dual)] if results.dual else []
