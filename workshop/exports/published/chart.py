"""The chart of a round as rows that a page draws by itself: shares of a row, inks by name, and single dots."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.activities.dots import drawn_dots, drawn_unit
from workshop.activities.percentages import percentages
from workshop.exports.charts import LEVEL_INKS, STEP_INKS, Bar, BarChart, inks

LEAST_NUMBERED = 7
"""A part that is narrower than so many percent has no room for its number; the table has it."""
NARROW_ON_PHONES = 13
"""The same on a phone."""
DOTS_IN_A_ROW = 5
_STEPS = {ink: step for step, ink in enumerate(STEP_INKS, 1)}
_STEPS |= dict(zip(LEVEL_INKS, (1, 2, 4, 5, 3), strict=True))


@dataclass(frozen=True)
class ChartPart:
    """One part of a row: where it begins and how wide it is, in percent, its ink (a step, 1 to 5) and its number."""

    left: int
    width: int
    step: int
    number: str

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    @property
    def is_narrow(self) -> bool:
        """Whether its number has no room on a phone."""
        return self.width < NARROW_ON_PHONES


@dataclass(frozen=True)
class ChartRow:
    """One row: its label, what stands at its end, and its parts or its dots in groups of five."""

    label: str
    ending: str
    parts: tuple[ChartPart, ...] = ()
    dots: tuple[int, ...] = ()


@dataclass(frozen=True)
class PublishedChart:
    """The rows, and the names of the parts with their inks; `unit` is what a drawn dot stands for."""

    rows: tuple[ChartRow, ...]
    names: tuple[tuple[str, int], ...] = ()
    unit: int = 1


def published_chart(chart: BarChart, percent: str, *, dots: bool) -> PublishedChart:
    """The same chart; `percent` is how a share is written, for example `{n} %`, `dots` draws each number as dots."""
    if dots:
        return _dots(chart.bars)
    if not chart.names:
        most = max((bar.parts[0] for bar in chart.bars), default=0) or 1
        rows = tuple(
            ChartRow(bar.label, bar.ending, (ChartPart(0, round(100 * bar.parts[0] / most), 5, ""),))
            for bar in chart.bars
        )
        return PublishedChart(rows)
    steps = tuple(_STEPS[ink] for ink in inks(chart))
    rows = tuple(ChartRow(bar.label, bar.ending, _parts(bar, steps, percent)) for bar in chart.bars)
    return PublishedChart(rows, tuple(zip(chart.names, steps, strict=True)))


def _parts(bar: Bar, steps: Sequence[int], percent: str) -> tuple[ChartPart, ...]:
    """The parts that hold anybody, side by side over the whole row."""
    shares = percentages(bar.parts, sum(bar.parts))
    parts: list[ChartPart] = []
    left = 0
    for share, step in zip(shares, steps, strict=True):
        if share:
            number = percent.format(n=share) if share >= LEAST_NUMBERED else ""
            parts.append(ChartPart(left, share, step, number))
            left += share
    return tuple(parts)


def _dots(bars: Sequence[Bar]) -> PublishedChart:
    unit = drawn_unit([bar.parts[0] for bar in bars])
    rows = []
    for bar in bars:
        drawn = drawn_dots(bar.parts[0], unit)
        groups = [DOTS_IN_A_ROW] * (drawn // DOTS_IN_A_ROW) + [drawn % DOTS_IN_A_ROW]
        rows.append(ChartRow(bar.label, bar.ending, dots=tuple(group for group in groups if group)))
    return PublishedChart(tuple(rows), unit=unit)
