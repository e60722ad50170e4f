"""Dots in exports: a table and bars of dots for each question."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from workshop.activities.answers import KeyedText
from workshop.activities.dots import DotsActivity, DotsResults
from workshop.content.texts import Texts
from workshop.exports.basis import ExportTexts
from workshop.exports.changes import Change
from workshop.exports.charts import Bar
from workshop.exports.kinds.base import CountedActivity, KindExports, LeadingBy
from workshop.exports.native_chart import NativeChart, native_chart
from workshop.exports.report_parts import Grid, Picture, ReportPart, bar_picture
from workshop.exports.tables_base import Cell, SheetChart, Table


class DotsExports(KindExports[DotsActivity, DotsResults]):
    """Options stand in the question's order everywhere; rounds are compared by dots."""

    has_dots: ClassVar[bool] = True
    leading_by: ClassVar[LeadingBy] = "dots"
    is_comparable: ClassVar[bool] = True

    def answer_texts(self, basis: ExportTexts, activity: DotsActivity) -> Callable[[KeyedText], tuple[str, str]]:
        """Each option with its dots; one that the question has no more is said to be removed."""
        question = activity.question(basis.lang)
        return lambda answer: (question, f"{activity.label(answer.key, basis.text)}: {answer.text}")

    def tables(
        self, basis: ExportTexts, questions: Sequence[CountedActivity[DotsActivity, DotsResults]]
    ) -> Iterator[Table]:
        columns = basis.columns("round", "option", "dots", "people", "respondents")
        for question in questions:
            rows: list[tuple[Cell, ...]] = []
            charts: list[SheetChart] = []
            for counted in question.rounds:
                first, people = len(rows), counted.results.people
                rows += [
                    (counted.number, question.activity.label(option.id, basis.text), option.dots, option.people, people)
                    for option in counted.results.options
                ]
                charts += question.charts(basis, counted, range(first, len(rows)), (2,))
            yield Table(question.activity.title(basis.lang), columns, tuple(rows), charts=tuple(charts))

    def items(self, basis: ExportTexts, activity: DotsActivity, results: DotsResults) -> list[tuple[str, int]]:
        return [(activity.label(option.id, basis.text), option.dots) for option in results.options]

    def group_items(self, basis: ExportTexts, activity: DotsActivity, results: DotsResults) -> list[tuple[str, int]]:
        """Those who placed any dots on an option."""
        return [(activity.label(option.id, basis.text), option.people) for option in results.options]

    def part(
        self, basis: ExportTexts, activity: DotsActivity, results: DotsResults, caption: str,
        cloud: Picture | None = None,
    ) -> ReportPart:  # fmt: skip
        rows = tuple((activity.label(option.id, basis.text), option.dots, option.people) for option in results.options)
        bars = [Bar(label, (dots,), str(dots)) for label, dots, _ in rows]
        columns = (basis.heading("option"), basis.heading("dots"), basis.heading("people"))
        note = basis.text("screen.dots_placed", n=results.total, each=activity.dots)
        picture = bar_picture(activity.question(basis.lang), bars)
        return ReportPart(caption, picture, grid=Grid(columns, rows), notes=(note,))

    def chart(
        self, basis: ExportTexts, activity: DotsActivity, results: DotsResults, part: ReportPart
    ) -> NativeChart | None:  # fmt: skip
        chart = part.picture.chart if part.picture else None
        return native_chart(chart, basis.heading("dots")) if chart else None

    def rule(self, basis: ExportTexts, activity: DotsActivity) -> str:
        return basis.text("export.counting.dots", each=activity.dots)

    def compared(self, activity: DotsActivity, before: DotsResults, after: DotsResults, text: Texts) -> list[Change]:
        earlier = {option.id: option.dots for option in before.options}
        later = {option.id: option.dots for option in after.options}
        return [
            Change(activity.label(option, text), earlier.get(option, 0), later.get(option, 0))
            for option in dict.fromkeys([*earlier, *later])
        ]
