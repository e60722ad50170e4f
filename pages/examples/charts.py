"""Four charts over all examples, each with a caption and a table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from components.charts.figure import (
    ChartTable,
    ChartWords,
    Theme,
    chart,
    horizontal_bars,
    symbol_matrix,
    theme,
)
from pages.common.context import PageContext
from pages.common.remembered import remembered
from server.usecases.example_charts import ExampleBars, evidence_caption, partner_bars, region_bars, theme_bars
from workshop.examples.counts import evidence_matrix

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
            if name == "evidence" and not ctx.content.has("assessment"):
                continue
            with column, st.container(border=True, key=f"card_{name}"):
                _show(ctx, name, target_group, drawn)


def _show(ctx: PageContext, name: str, target_group: str | None, drawn: bool) -> None:
    """One chart; its parts and its figure are made once for all visitors to whom they are alike."""
    key, shade = (name, ctx.lang, target_group), theme()
    parts = remembered(ctx.content, ("chart", *key), lambda: _MAKERS[name](ctx, target_group))
    figure = remembered(ctx.content, ("figure", *key, shade), lambda: parts.draw(shade)) if drawn else None
    chart(figure, parts.words, parts.table, key=f"{name}_chart")


def _evidence(ctx: PageContext, _: str | None) -> ExampleChart:
    """The criteria one under another, the examples by their numbers on the map."""
    content, lang = ctx.content, ctx.lang
    evidence = content.vocabularies.evidence
    criteria = {element: label(lang) for element, label in content.core_elements.items()}
    numbers = {example.id: number for number, example in enumerate(content.examples, 1)}
    matrix = evidence_matrix(content.examples, list(criteria))
    labels = {degree: getattr(evidence, degree) for degree in ("stated", "hinted", "none")}
    columns = [str(numbers[row.example.id]) for row in matrix]
    cells = [[labels[row.evidence[place]].symbol for row in matrix] for place in range(len(criteria))]
    text = content.examples_texts.charts.evidence
    key = "   ".join(f"{label.symbol} {label.label(lang)}" for label in labels.values())
    words = ChartWords(
        text.title(lang),
        f"{evidence_caption(content, lang)} {ctx.text('examples.charts.numbers')}\n{key}",
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
    return _bars(ctx, "themes", theme_bars(ctx.content, ctx.lang, target_group))


def _partners(ctx: PageContext, _: str | None) -> ExampleChart:
    return _bars(ctx, "partners", partner_bars(ctx.content, ctx.lang))


def _regions(ctx: PageContext, _: str | None) -> ExampleChart:
    return _bars(ctx, "regions", region_bars(ctx.content, ctx.lang))


def _bars(ctx: PageContext, name: str, bars: ExampleBars) -> ExampleChart:
    labels, series = bars.labels, bars.series
    totals = [sum(values) for values in zip(*(part.values for part in series), strict=True)]
    description = ctx.text("examples.charts.describe.bars", name=labels[0], n=totals[0]) if labels else bars.title
    words = ChartWords(bars.title, bars.caption, description, ctx.text(f"examples.charts.table.{name}"))
    rows = tuple((label, *(part.values[row] for part in series)) for row, label in enumerate(labels))
    table = ChartTable((bars.heading, *(part.name for part in series)), rows)
    return ExampleChart(words, table, partial(horizontal_bars, labels, series))


_COLUMNS = (("evidence", "partners"), ("themes", "regions"))
_MAKERS: dict[str, Callable[[PageContext, str | None], ExampleChart]] = {
    "evidence": _evidence,
    "partners": _partners,
    "themes": _themes,
    "regions": _regions,
}
