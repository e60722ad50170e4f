"""The parts of one round in a report: a picture, cards, words, texts, a table, sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exports.charts import Bar, BarChart
from workshop.exports.native_chart import NativeChart


@dataclass(frozen=True)
class Picture:
    """A drawing with its words for those who listen; PNG too where it has letters that the report's font lacks."""

    svg: str
    description: str
    png: bytes | None = None
    chart: BarChart | None = None


@dataclass(frozen=True)
class Grid:
    """A table: headings, and rows whose first cell is a heading too."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True)
class TypeCard:
    """A type of the quiz: its picture (a file of `static/svg`), its name, how many."""

    picture: str | None
    title: str
    people: str


@dataclass(frozen=True)
class PartGroup:
    """What stands under one theme: words with their people, or texts."""

    heading: str
    words: tuple[tuple[str, int], ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportPart:
    """One round: a line above, then what there is of a picture, cards, words, texts, groups, a table, and sentences.

    `chart` has the picture's numbers, `items` all that was counted with its people; `rule` says how, `day` when.
    """

    caption: str
    picture: Picture | None = None
    cards: tuple[TypeCard, ...] = ()
    words: tuple[tuple[str, int], ...] = ()
    texts: tuple[str, ...] = ()
    groups: tuple[PartGroup, ...] = ()
    grid: Grid | None = None
    notes: tuple[str, ...] = ()
    chart: NativeChart | None = None
    items: tuple[tuple[str, int], ...] = ()
    rule: str = ""
    day: str = ""

    @property
    def dated_caption(self) -> str:
        """The line above with the day, for a file whose parts are taken apart."""
        return " · ".join(filter(None, (self.caption, self.day)))


def bar_picture(title: str, bars: Sequence[Bar], names: Sequence[str] = (), inks: tuple[str, ...] = ()) -> Picture:
    """The bars of a round as a picture; `names` are those of the parts of a bar, `inks` their colours."""
    description = "; ".join(f"{bar.label}: {_numbers(bar, names)}" for bar in bars)
    chart = BarChart(title, description, tuple(bars), tuple(names), inks)
    return Picture(chart.svg(), description, chart=chart)


def _numbers(bar: Bar, names: Sequence[str]) -> str:
    if not names:
        return str(bar.parts[0])
    return ", ".join(f"{name} {part}" for name, part in zip(names, bar.parts, strict=True))
