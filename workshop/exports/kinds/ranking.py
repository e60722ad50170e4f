"""Rankings in exports: options by their standing, with the mean place and how many gave each place."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from workshop.activities.answers import KeyedText
from workshop.activities.ranking import RankingActivity, RankingRecord, RankingResults
from workshop.content.texts import Texts
from workshop.exports.basis import WIDTHS, ExportTexts
from workshop.exports.changes import Change
from workshop.exports.charts import INKS, Bar, BarChart
from workshop.exports.kinds.base import CountedActivity, KindExports, LeadingBy
from workshop.exports.native_chart import ChartSeries, NativeChart
from workshop.exports.report_parts import Grid, Picture, ReportPart
from workshop.exports.tables_base import Cell, Column, SheetChart, Table


class RankingExports(KindExports[RankingActivity, RankingResults]):
    """Options stand by their mean place; rounds are compared by how many put an option first."""

    is_comparable: ClassVar[bool] = True
    leading_by: ClassVar[LeadingBy] = "places"

    def answer_texts(self, basis: ExportTexts, activity: RankingActivity) -> Callable[[KeyedText], tuple[str, str]]:
        """Each option with its place; one that the question has no more is said to be removed."""
        question = activity.question(basis.lang)
        return lambda answer: (question, f"{answer.key}. {activity.label(answer.text, basis.text)}")

    def tables(
        self, basis: ExportTexts, questions: Sequence[CountedActivity[RankingActivity, RankingResults]]
    ) -> Iterator[Table]:
        for question in questions:
            width = max((len(row.places) for counted in question.rounds for row in counted.results.options), default=1)
            rows: list[tuple[Cell, ...]] = []
            charts: list[SheetChart] = []
            for counted in question.rounds:
                first, results = len(rows), counted.results
                rows += [
                    (
                        counted.number,
                        question.activity.label(option.id, basis.text),
                        option.standing,
                        None if option.mean is None else round(option.mean, 2),
                        *option.places,
                        *[None] * (width - len(option.places)),
                        option.unplaced,
                        results.people,
                    )
                    for option in results.options
                ]
                title = basis.text("screen.first")
                charts += question.charts(basis, counted, range(first, len(rows)), (4,), title)
            yield Table(question.activity.title(basis.lang), _columns(basis, width), tuple(rows), charts=tuple(charts))

    def items(self, basis: ExportTexts, activity: RankingActivity, results: RankingResults) -> list[tuple[str, int]]:
        return [(activity.label(option.id, basis.text), option.first) for option in results.options]

    def leading(self, basis: ExportTexts, activity: RankingActivity, results: RankingResults, most: int) -> str:
        """The first few by their standing, with the mean place."""
        means = results.means(basis.lang)
        first = results.options[:most]
        return ", ".join(f"{_standing(activity, option, basis)} ({means.get(option.id, '')})" for option in first)

    def part(
        self, basis: ExportTexts, activity: RankingActivity, results: RankingResults, caption: str,
        cloud: Picture | None = None,
    ) -> ReportPart:  # fmt: skip
        """A bar is the longer, the better the mean place."""
        means, last = results.means(basis.lang), len(results.options)
        bars = [
            Bar(
                _standing(activity, option, basis),
                (round(100 * (last - (option.mean or last))),),
                means.get(option.id, ""),
            )
            for option in results.options
        ]
        rows = tuple(
            (
                activity.label(option.id, basis.text), option.standing or "", means.get(option.id, ""), option.first,
                ", ".join(map(str, option.places)), option.unplaced,
            )
            for option in results.options
        )  # fmt: skip
        headings = (
            basis.heading("option"), basis.heading("standing"), basis.heading("mean_place"), basis.text("screen.first"),
            basis.text("export.places", n=len(results.options[0].places)), basis.heading("unplaced"),
        )  # fmt: skip
        described = "; ".join(
            basis.text("export.described_place", option=bar.label, mean=bar.ending, n=option.first)
            for bar, option in zip(bars, results.options, strict=True)
        )
        chart = BarChart(activity.question(basis.lang), described, tuple(bars))
        picture = Picture(chart.svg(), described, chart=chart)
        return ReportPart(caption, picture, grid=Grid(headings, rows), notes=(basis.text("export.better_is_longer"),))

    def chart(
        self, basis: ExportTexts, activity: RankingActivity, results: RankingResults, part: ReportPart
    ) -> NativeChart | None:  # fmt: skip
        """How many put each option first: a number that can be edited, unlike the length of the picture's bar."""
        means = results.means(basis.lang)
        labels = tuple(
            basis.text(
                "export.placed",
                standing=option.standing or "–",
                option=activity.label(option.id, basis.text),
                mean=means.get(option.id, "–"),
            )
            for option in results.options
        )
        first = ChartSeries(basis.text("screen.first"), tuple(option.first for option in results.options), INKS[0])
        return NativeChart(labels, (first,), part.picture.description if part.picture else "")

    def compared(
        self, activity: RankingActivity, before: RankingResults, after: RankingResults, text: Texts
    ) -> list[Change]:
        earlier = {option.id: option.first for option in before.options}
        later = {option.id: option.first for option in after.options}
        return [
            Change(activity.label(option, text), earlier.get(option, 0), later.get(option, 0))
            for option in dict.fromkeys([*later, *earlier])
        ]


def _standing(activity: RankingActivity, option: RankingRecord, basis: ExportTexts) -> str:
    """The option's name after its standing."""
    return f"{option.standing or '–'}. {activity.label(option.id, basis.text)}"


def _columns(basis: ExportTexts, width: int) -> tuple[Column, ...]:
    places = (
        Column(f"place_{place}", basis.text("export.columns.place", n=place), WIDTHS["place"])
        for place in range(1, width + 1)
    )
    return (
        *basis.columns("round", "option", "standing", "mean_place"), *places, *basis.columns("unplaced", "respondents"),
    )  # fmt: skip
