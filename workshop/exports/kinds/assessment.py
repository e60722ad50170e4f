"""The self-assessment in exports: the group's levels, criterion by criterion."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from workshop.activities.assessment import AssessmentActivity, AssessmentResults
from workshop.assessment.criteria import LEVELS, MET
from workshop.exports.basis import WIDTHS, ExportTexts
from workshop.exports.charts import Bar
from workshop.exports.kinds.base import CountedActivity, MetCriterion
from workshop.exports.kinds.form import FormExports
from workshop.exports.report_parts import Grid, Picture, ReportPart, bar_picture
from workshop.exports.tables_base import Cell, Column, SheetChart, Table


class AssessmentExports(FormExports[AssessmentActivity, AssessmentResults]):
    """Levels are not ranked and not compared."""

    has_group_items: ClassVar[bool] = False

    def tables(
        self, basis: ExportTexts, questions: Sequence[CountedActivity[AssessmentActivity, AssessmentResults]]
    ) -> Iterator[Table]:
        """A row a criterion; a small group's row says why it has none."""
        labels = _labels(basis)
        rows: list[tuple[Cell, ...]] = []
        charts: list[SheetChart] = []
        for question in questions:
            for counted in question.rounds:
                results = counted.results
                if results.criteria is None:
                    rows.append((counted.number, basis.withheld, None, None, None, None, None, results.people))
                    continue
                first = len(rows)
                rows += [
                    (counted.number, labels.get(row.id, row.id), *row.levels, row.unknown, results.people)
                    for row in results.criteria
                ]
                charts += question.charts(basis, counted, range(first, len(rows)), (2, 3, 4, 5, 6))
        yield Table(basis.sheet("assessment"), _columns(basis), tuple(rows), charts=tuple(charts))

    def part(
        self, basis: ExportTexts, activity: AssessmentActivity, results: AssessmentResults, caption: str,
        cloud: Picture | None = None,
    ) -> ReportPart:  # fmt: skip
        criteria, lang, labels = basis.criteria, basis.lang, _labels(basis)
        names = [criteria.levels.for_level(level)(lang) for level in LEVELS] + [criteria.unknown.label(lang)]
        rows = [(labels.get(row.id, row.id), *row.levels, row.unknown) for row in results.criteria or ()]
        bars = [Bar(str(label), tuple(parts), "") for label, *parts in rows]
        grid = Grid((basis.heading("criterion"), *names), tuple(rows))
        return ReportPart(caption, bar_picture(activity.question(lang), bars, names), grid=grid)

    def met_criteria(self, basis: ExportTexts, results: AssessmentResults) -> list[MetCriterion]:
        labels = _labels(basis)
        return [
            MetCriterion(labels.get(row.id, row.id), sum(row.levels[MET - 1 :]), results.people, row.unknown)
            for row in results.criteria or ()
        ]


def _labels(basis: ExportTexts) -> dict[str, str]:
    return {criterion.id: criterion.label(basis.lang) for criterion in basis.criteria.criteria}


def _columns(basis: ExportTexts) -> tuple[Column, ...]:
    levels = (
        Column(f"level_{level}", basis.criteria.levels.for_level(level)(basis.lang), WIDTHS["level"])
        for level in LEVELS
    )
    return (
        *basis.columns("round", "criterion"),
        *levels,
        Column("unknown", basis.criteria.unknown.label(basis.lang), WIDTHS["unknown"]),
        *basis.columns("respondents"),
    )
