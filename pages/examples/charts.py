"""Four charts over all examples, each with a caption and a table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from components.charts.figure import (
    ChartTable,
    ChartWords,
    Series,
    Theme,
    chart,
    horizontal_bars,
    symbol_matrix,
    theme,
)
from pages.common.context import PageContext
from pages.common.remembered import remembered
from workshop.examples.counts import (
    evidence_matrix,
    evidence_stated,
    evidence_values,
    partner_counts,
    region_counts,
    theme_counts,
)

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True)
class ExampleChart:
    """A chart's words and numbers, and how its figure is made for a theme."""

    words: ChartWords
    table: ChartTable
    draw: Callable[[Theme], "Figure"]


def charts(ctx: PageContext, target_group: str | None, *, drawn: bool) -> None:
    """All examples, whatever is filtered; a chosen target group is told apart within the themes.

    Figures cost more than the rest of the page together: without `drawn` there are only the words and the tables.
    """
    for column, names in zip(st.columns(2, gap="large"), _COLUMNS, strict=True):
        for name in names:
            with column, st.container(border=True, key=f"card_{name}"):
                _show(ctx, name, target_group, drawn)


def _show(ctx: PageContext, name: str, target_group: str | None, drawn: bool) -> None:
    """One chart; its parts and its figure are made once for all visitors to whom they are alike."""
    key, shade = (name, ctx.lang, target_group), theme()
    parts = remembered(ctx.service, ("chart", *key), lambda: _MAKERS[name](ctx, target_group))
    figure = remembered(ctx.service, ("figure", *key, shade), lambda: parts.draw(shade)) if drawn else None
    chart(figure, parts.words, parts.table, key=f"{name}_chart")


def _evidence(ctx: PageContext, _: str | None) -> ExampleChart:
    """The criteria one under another, the examples by their numbers on the map."""
    content, lang = ctx.service.content, ctx.lang
    evidence = content.vocabularies.evidence
    criteria = {criterion.id: criterion.label(lang) for criterion in content.criteria.criteria}
    numbers = {example.id: number for number, example in enumerate(content.examples, 1)}
    matrix = evidence_matrix(content.examples, list(criteria))
    labels = {degree: getattr(evidence, degree) for degree in ("stated", "hinted", "none")}
    columns = [str(numbers[row.example.id]) for row in matrix]
    cells = [[labels[row.evidence[place]].symbol for row in matrix] for place in range(len(criteria))]
    text = content.pages.examples.charts.evidence
    stated_counts = evidence_stated(content.examples, list(criteria))
    caption = text.caption(lang).format(**evidence_values(stated_counts, criteria, len(matrix)))
    key = "   ".join(f"{label.symbol} {label.label(lang)}" for label in labels.values())
    words = ChartWords(
        text.title(lang),
        f"{caption} {ctx.text('examples.charts.numbers')}\n{key}",
        ctx.text("examples.charts.describe.evidence", n=len(matrix)),
        ctx.text("examples.charts.table.evidence"),
    )
    rows = tuple(
        (
            f"{numbers[row.example.id]}. {row.example.title(lang)}",
            *(labels[degree].label(lang) for degree in row.evidence),
        )
        for row in matrix
    )
    table = ChartTable((ctx.text("examples.charts.example"), *criteria.values()), rows)
    return ExampleChart(words, table, partial(symbol_matrix, list(criteria.values()), columns, cells))


def _themes(ctx: PageContext, target_group: str | None) -> ExampleChart:
    content, lang = ctx.service.content, ctx.lang
    words = content.vocabularies
    counts = [row for row in theme_counts(content.examples, list(words.themes), target_group) if row.count]
    labels = [words.themes[row.theme](lang) for row in counts]
    count = ctx.text("examples.charts.count")
    if target_group is None:
        series = [Series(count, tuple(row.count for row in counts))]
    else:
        group = words.target_groups[target_group](lang)
        series = [
            Series(ctx.text("examples.charts.in_group", group=group), tuple(row.chosen for row in counts)),
            Series(
                ctx.text("examples.charts.other_groups"), tuple(row.count - row.chosen for row in counts), hatched=True
            ),
        ]
    text = content.pages.examples.charts.themes
    return _bars(
        ctx, "themes", text.title(lang), text.caption(lang), ctx.text("examples.filters.theme"), labels, series
    )


def _partners(ctx: PageContext, _: str | None) -> ExampleChart:
    content, lang = ctx.service.content, ctx.lang
    names = content.vocabularies.partners
    counts = [row for row in partner_counts(content.examples, list(names)) if row.stated + row.inferred]
    labels = [names[row.partner](lang) for row in counts]
    series = [
        Series(ctx.text("examples.charts.stated"), tuple(row.stated for row in counts)),
        Series(ctx.text("examples.charts.inferred"), tuple(row.inferred for row in counts), hatched=True),
    ]
    text = content.pages.examples.charts.partners
    heading = ctx.text("examples.filters.partner")
    return _bars(ctx, "partners", text.title(lang), text.caption(lang), heading, labels, series)


def _regions(ctx: PageContext, _: str | None) -> ExampleChart:
    content, lang = ctx.service.content, ctx.lang
    regions = content.vocabularies.regions
    counts = region_counts(content.examples, content.vocabularies)
    covered = {regions[name].name(lang): count for name, count in counts.counts.items() if count}
    if counts.national:
        covered[ctx.text("examples.filters.national")] = counts.national
    ordered = dict(sorted(covered.items(), key=lambda row: -row[1]))
    uncovered = sorted(regions[name].name(lang) for name, count in counts.counts.items() if not count)
    text = content.pages.examples.charts.regions
    caption = text.caption(lang).format(covered=counts.covered, all=len(counts.counts))
    if uncovered:
        caption += "\n" + ctx.text("examples.charts.uncovered", regions=", ".join(uncovered))
    series = [Series(ctx.text("examples.charts.count"), tuple(ordered.values()))]
    return _bars(ctx, "regions", text.title(lang), caption, ctx.text("examples.filters.region"), list(ordered), series)


def _bars(
    ctx: PageContext, name: str, title: str, caption: str, heading: str, labels: list[str], series: list[Series]
) -> ExampleChart:
    totals = [sum(values) for values in zip(*(part.values for part in series), strict=True)]
    description = ctx.text("examples.charts.describe.bars", name=labels[0], n=totals[0]) if labels else title
    words = ChartWords(title, caption, description, ctx.text(f"examples.charts.table.{name}"))
    rows = tuple((label, *(part.values[row] for part in series)) for row, label in enumerate(labels))
    table = ChartTable((heading, *(part.name for part in series)), rows)
    return ExampleChart(words, table, partial(horizontal_bars, labels, series))


_COLUMNS = (("evidence", "partners"), ("themes", "regions"))
_MAKERS: dict[str, Callable[[PageContext, str | None], ExampleChart]] = {
    "evidence": _evidence,
    "partners": _partners,
    "themes": _themes,
    "regions": _regions,
}
