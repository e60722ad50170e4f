"""The numbers of a round's chart, for files in which a chart can be edited."""

from dataclasses import dataclass

from workshop.exports.charts import BarChart, inks


@dataclass(frozen=True)
class ChartSeries:
    """One set of numbers, a number for each label of the chart."""

    name: str
    numbers: tuple[int, ...]
    ink: str


@dataclass(frozen=True)
class NativeChart:
    """Bars from the top down, each under its label; several series stand one after another in a bar."""

    labels: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    description: str

    @property
    def longest(self) -> int:
        """How much the parts of the longest bar are together."""
        return max(map(sum, zip(*(series.numbers for series in self.series), strict=True)), default=0)


def native_chart(chart: BarChart, unit: str) -> NativeChart:
    """The bars of a picture with their numbers; `unit` names those of bars of one part."""
    names = chart.names or (unit,)
    colours = inks(chart)
    series = tuple(
        ChartSeries(name, tuple(bar.parts[place] for bar in chart.bars), colours[place])
        for place, name in enumerate(names)
    )
    return NativeChart(tuple(bar.label for bar in chart.bars), series, chart.description)
