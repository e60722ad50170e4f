"""A native chart on a slide: bars with their numbers, which can be edited as a sheet."""

from typing import Any

from workshop.exports.charts import PALE_INKS
from workshop.exports.native_chart import NativeChart
from workshop.exports.office import INK, MUTED, PAPER, label, slide_colour

_POINTS = ((8, 16), (12, 13), (18, 11))
"""Up to so many bars, letters of so many points; smaller ones beyond."""
_SMALLEST = 9


def add_chart(shapes: Any, chart: NativeChart, name: str, box: tuple[int, int, int, int]) -> None:
    """Draws the chart into the box (left, top, width, height), with its words for those who listen."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    new_data: Any = CategoryChartData  # the package has no types
    data = new_data(number_format="0")
    data.categories = [label(text) for text in chart.labels]
    for series in chart.series:
        data.add_series(label(series.name), series.numbers)
    has_several = len(chart.series) > 1
    kind = XL_CHART_TYPE.BAR_STACKED if has_several else XL_CHART_TYPE.BAR_CLUSTERED
    frame = shapes.add_chart(kind, *box, data)
    frame.name = label(name)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", label(chart.description))
    _style(frame.chart, chart)


def _style(drawn: Any, chart: NativeChart) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    size = Pt(next((points for bars, points in _POINTS if len(chart.labels) <= bars), _SMALLEST))
    drawn.font.size, drawn.font.color.rgb = size, slide_colour(INK)
    drawn.has_title = False
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        drawn.legend.font.size = Pt(12)
    labels, numbers = drawn.category_axis, drawn.value_axis
    labels.reverse_order = True  # the first label stands on top
    labels.major_tick_mark = XL_TICK_MARK.NONE
    labels.format.line.color.rgb = slide_colour(MUTED)
    numbers.visible, numbers.has_major_gridlines, numbers.minimum_scale = False, False, 0
    plot = drawn.plots[0]
    plot.gap_width = 45
    if len(chart.series) > 1:
        plot.overlap = 100
        numbers.maximum_scale = chart.longest or 1
    for series, source in zip(plot.series, chart.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = slide_colour(source.ink)
        if len(chart.series) > 1:
            series.format.line.color.rgb = slide_colour(PAPER)  # parts of one colour stand side by side
        shown = series.data_labels
        shown.show_value, shown.number_format_is_linked = True, False
        shown.number_format = "0;;" if len(chart.series) > 1 else "0"
        shown.font.size, shown.font.bold = size, True
        is_dark = len(chart.series) > 1 and source.ink not in PALE_INKS
        shown.font.color.rgb = slide_colour(PAPER if is_dark else INK)
