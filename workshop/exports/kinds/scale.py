"""Statements in exports: a row each, with the people on every step, those who could not say apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from workshop.activities.answers import KeyedText
from workshop.activities.scale import UNSURE, ScaleActivity, ScaleResults, StatementRecord, summary
from workshop.content.texts import Texts
from workshop.exports.basis import WIDTHS, ExportTexts
from workshop.exports.changes import Change
from workshop.exports.charts import Bar, step_inks
from workshop.exports.kinds.base import CountedActivity, KindExports
from workshop.exports.native_chart import NativeChart
from workshop.exports.report_parts import Grid, Picture, ReportPart, bar_picture
from workshop.exports.tables_base import Cell, Column, SheetChart, Table

FIRST_STEP = 4
"""The number of the first column with people."""


class ScaleExports(KindExports[ScaleActivity, ScaleResults]):
    """Statements stand in the question's order and are not ranked: a mean orders nothing that is not measured."""

    is_comparable: ClassVar[bool] = True
    is_form: ClassVar[bool] = True

    def answer_texts(self, basis: ExportTexts, activity: ScaleActivity) -> Callable[[KeyedText], tuple[str, str]]:
        return lambda answer: (activity.label(answer.key, basis.lang), _step(answer.text, basis.text))

    def tables(
        self, basis: ExportTexts, questions: Sequence[CountedActivity[ScaleActivity, ScaleResults]]
    ) -> Iterator[Table]:
        """One table where the programme has statements, with as many steps as the longest scale has."""
        if not questions:
            return
        most = max(question.activity.steps for question in questions)
        rows: list[tuple[Cell, ...]] = []
        charts: list[SheetChart] = []
        for question in questions:
            question_text, steps = question.activity.question(basis.lang), question.activity.steps
            names = _step_names(basis, question.activity)
            ends = f"{names[0]} – {names[-1]}"
            for counted in question.rounds:
                first = len(rows)
                rows += [
                    (
                        question_text,
                        counted.number,
                        ends,
                        *_cells(basis, question.activity, statement, most),
                        counted.results.people,
                    )
                    for statement in counted.results.statements
                ]
                numbers = tuple(range(FIRST_STEP, FIRST_STEP + steps))
                drawn = range(first, len(rows))
                charts += question.charts(basis, counted, drawn, numbers, labels=3, inks=step_inks(steps), names=names)
        yield Table(basis.sheet("scale"), _columns(basis, most), tuple(rows), charts=tuple(charts))

    def group_items(self, basis: ExportTexts, activity: ScaleActivity, results: ScaleResults) -> list[tuple[str, int]]:
        """Those who chose a step above the middle of a statement."""
        upper = activity.steps // 2
        return [
            (activity.label(statement.id, basis.lang), sum(statement.steps[-upper:]))
            for statement in results.statements
        ]

    def part(
        self, basis: ExportTexts, activity: ScaleActivity, results: ScaleResults, caption: str,
        cloud: Picture | None = None,
    ) -> ReportPart:  # fmt: skip
        names = _step_names(basis, activity)
        bars = [
            Bar(_label_with_summary(basis, activity, statement), statement.steps, "")
            for statement in results.statements
        ]
        rows: tuple[tuple[str | int, ...], ...] = tuple(
            (bar.label, *statement.steps, statement.unsure)
            for bar, statement in zip(bars, results.statements, strict=True)
        )
        grid = Grid((basis.heading("statement"), *names, basis.heading("unsure")), rows)
        picture = bar_picture(activity.question(basis.lang), bars, names, step_inks(activity.steps))
        return ReportPart(caption, picture, grid=grid)

    def chart(
        self, basis: ExportTexts, activity: ScaleActivity, results: ScaleResults, part: ReportPart
    ) -> NativeChart | None:  # fmt: skip
        """With how many could not say beside each statement: they are in no part of its bar, and no table is near."""
        drawn = super().chart(basis, activity, results, part)
        if drawn is None:
            return None
        labels = tuple(_label_with_summary(basis, activity, row, tells_unsure=True) for row in results.statements)
        return replace(drawn, labels=labels)

    def compared(self, activity: ScaleActivity, before: ScaleResults, after: ScaleResults, text: Texts) -> list[Change]:
        """The people on each step of each statement, and those who could not say."""
        earlier, later = (_people(results) for results in (before, after))
        return [
            Change(f"{activity.label(statement, text.lang)}: {_step(step, text)}", earlier.get(place, 0), people)
            for place, people in later.items()
            for statement, step in [place]
        ]


def _people(results: ScaleResults) -> dict[tuple[str, str], int]:
    """Statement and step to people."""
    people: dict[tuple[str, str], int] = {}
    for statement in results.statements:
        people |= {(statement.id, str(step)): count for step, count in enumerate(statement.steps, 1)}
        people[statement.id, UNSURE] = statement.unsure
    return people


def _step(stored: str, text: Texts) -> str:
    return text("screen.unknown") if stored == UNSURE else stored


def _step_names(basis: ExportTexts, activity: ScaleActivity) -> list[str]:
    """The steps, the two ends with their words."""
    names = [str(step) for step in range(1, activity.steps + 1)]
    names[0] = f"1 {activity.low(basis.lang)}"
    names[-1] = f"{activity.steps} {activity.high(basis.lang)}"
    return names


def _label_with_summary(
    basis: ExportTexts, activity: ScaleActivity, statement: StatementRecord, *, tells_unsure: bool = False
) -> str:
    """A statement with its median and mean."""
    facts = summary(statement, basis.text)
    if tells_unsure and statement.unsure:
        facts.append(basis.text("export.unsure", n=statement.unsure))
    sentence = ", ".join(facts)
    label = activity.label(statement.id, basis.lang)
    return f"{label} ({sentence})" if sentence else label


def _cells(
    basis: ExportTexts, activity: ScaleActivity, statement: StatementRecord, most: int
) -> tuple[Cell, ...]:  # fmt: skip
    left_over = (None,) * (most - activity.steps)
    low, high = statement.median or (None, None)
    middle = low if low == high else f"{low}–{high}"
    label = activity.label(statement.id, basis.lang)
    return label, *statement.steps, *left_over, statement.unsure, middle, statement.mean


def _columns(basis: ExportTexts, most: int) -> tuple[Column, ...]:
    steps = (Column(f"step_{step}", str(step), WIDTHS["step"]) for step in range(1, most + 1))
    return (
        *basis.columns("question", "round", "scale_ends", "statement"),
        *steps,
        *basis.columns("unsure", "median", "mean", "respondents"),
    )
