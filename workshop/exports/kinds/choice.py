"""Choices in exports: a table and bars for each question."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from workshop.activities.answers import KeyedText
from workshop.activities.choice import ChoiceActivity, ChoiceResults
from workshop.content.texts import Texts
from workshop.exports.basis import ExportTexts
from workshop.exports.changes import Change
from workshop.exports.charts import Bar
from workshop.exports.kinds.base import CountedActivity, KindExports
from workshop.exports.native_chart import NativeChart
from workshop.exports.report_parts import Grid, Picture, ReportPart, bar_picture
from workshop.exports.tables_base import Cell, SheetChart, Table


class ChoiceExports(KindExports[ChoiceActivity, ChoiceResults]):
    """Options stand in the question's order everywhere."""

    is_comparable: ClassVar[bool] = True

    def answer_texts(self, basis: ExportTexts, activity: ChoiceActivity) -> Callable[[KeyedText], tuple[str, str]]:
        """An option that the question has no more is said to be removed."""
        question = activity.question(basis.lang)
        return lambda answer: (question, activity.label(answer.text, basis.text))

    def tables(
        self, basis: ExportTexts, questions: Sequence[CountedActivity[ChoiceActivity, ChoiceResults]]
    ) -> Iterator[Table]:
        columns = basis.columns("round", "option", "people", "percent", "respondents")
        for question in questions:
            rows: list[tuple[Cell, ...]] = []
            notes: list[str] = []
            charts: list[SheetChart] = []
            for counted in question.rounds:
                first, results = len(rows), counted.results
                rows += [
                    (
                        counted.number,
                        question.activity.label(option.id, basis.text),
                        option.people,
                        option.percent,
                        results.people,
                    )
                    for option in results.options
                ]
                charts += question.charts(basis, counted, range(first, len(rows)), (2,))
                notes += question.notes(basis, counted, [basis.rounded] if results.rounded else [])
            yield Table(question.activity.title(basis.lang), columns, tuple(rows), tuple(notes), tuple(charts))

    def items(self, basis: ExportTexts, activity: ChoiceActivity, results: ChoiceResults) -> list[tuple[str, int]]:
        return [(activity.label(option.id, basis.text), option.people) for option in results.options]

    def part(
        self, basis: ExportTexts, activity: ChoiceActivity, results: ChoiceResults, caption: str,
        cloud: Picture | None = None,
    ) -> ReportPart:  # fmt: skip
        rows = tuple(
            (activity.label(option.id, basis.text), option.people, basis.text("screen.percent", n=option.percent))
            for option in results.options
        )
        bars = [Bar(label, (people,), f"{people} ({percent})") for label, people, percent in rows]
        columns = (basis.heading("option"), basis.heading("people"), basis.heading("percent"))
        notes = [activity.note(basis.lang)] if activity.note else []
        notes += [basis.rounded] if results.rounded else []
        picture = bar_picture(activity.question(basis.lang), bars)
        return ReportPart(caption, picture, grid=Grid(columns, rows), notes=tuple(notes))

    def chart(
        self, basis: ExportTexts, activity: ChoiceActivity, results: ChoiceResults, part: ReportPart
    ) -> NativeChart | None:  # fmt: skip
        """Each option with its share."""
        chart = super().chart(basis, activity, results, part)
        if chart is None:
            return None
        shares = [basis.text("screen.percent", n=option.percent) for option in results.options]
        labels = tuple(f"{label} ({share})" for label, share in zip(chart.labels, shares, strict=True))
        return replace(chart, labels=labels)

    def rule(self, basis: ExportTexts, activity: ChoiceActivity) -> str:
        return basis.text(f"export.counting.{'choice_several' if activity.multiple else 'choice'}")

    def compared(
        self, activity: ChoiceActivity, before: ChoiceResults, after: ChoiceResults, text: Texts
    ) -> list[Change]:
        earlier = {option.id: option.people for option in before.options}
        later = {option.id: option.people for option in after.options}
        return [
            Change(activity.label(option, text), earlier.get(option, 0), later.get(option, 0))
            for option in dict.fromkeys([*earlier, *later])
        ]
