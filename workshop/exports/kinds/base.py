"""The interface that exports use for every kind of question; each kind has its own file in this folder."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, Literal, TypeVar

from workshop.activities.activity import BaseActivity, RoundCounts
from workshop.activities.answers import KeyedText
from workshop.content.texts import Texts
from workshop.exports.basis import ExportTexts
from workshop.exports.changes import Change
from workshop.exports.native_chart import NativeChart, native_chart
from workshop.exports.report_parts import Picture, ReportPart
from workshop.exports.tables_base import SheetChart, Table

LeadingBy = Literal["", "dots", "places", "themes"]
MAX_DESCRIBED = 20
"""How many words of a cloud its description has."""

A = TypeVar("A", bound=BaseActivity)
R = TypeVar("R", bound=RoundCounts)


@dataclass(frozen=True)
class CountedRound(Generic[R]):
    """One round with its counts; `people` are those who have answered."""

    number: int
    people: int
    results: R


@dataclass(frozen=True)
class CountedActivity(Generic[A, R]):
    """An activity with its counted rounds; `has_several` tells whether a round must be told by its number."""

    activity: A
    rounds: tuple[CountedRound[R], ...]
    has_several: bool

    def notes(self, basis: ExportTexts, counted: CountedRound[R], sentences: Sequence[str]) -> Iterator[str]:
        """What is said of a round below its table."""
        for sentence in sentences:
            number = basis.text("export.report.round", n=counted.number)
            yield f"{number}: {sentence}" if self.has_several else sentence

    def charts(
        self, basis: ExportTexts, counted: CountedRound[R], rows: range, numbers: tuple[int, ...], drawn: str = "",
        labels: int = 1, inks: tuple[str, ...] = (), names: Sequence[str] = (),
    ) -> Iterator[SheetChart]:  # fmt: skip
        """The chart of a round's rows; a small group has none, as in the report.

        `drawn` names the numbers; `labels` is the number of the column with the bars' labels, `inks` are the colours,
        `names` what the numbers are called where their headings do not say it.
        """
        if rows and counted.results.people >= basis.min_group:
            question = " ".join(filter(None, (self.activity.question(basis.lang), drawn)))
            title = f"{question} ({self._round_title(basis, counted)})"
            yield SheetChart(title, rows[0], rows[-1], labels, numbers, inks, tuple(names))

    def _round_title(self, basis: ExportTexts, counted: CountedRound[R]) -> str:
        people = basis.text("results.people", n=counted.people)
        return f"{basis.text('export.report.round', n=counted.number)}, {people}" if self.has_several else people


@dataclass(frozen=True)
class MetCriterion:
    """How many of the `n` who assessed found a criterion met, and how many could not say."""

    label: str
    met: int
    n: int
    open: int


class KindExports(Generic[A, R]):
    """What the tables and the report say of one kind of question."""

    is_comparable: ClassVar[bool] = False
    """Whether two rounds can stand side by side."""
    items_vary: ClassVar[bool] = False
    """Whether rounds may have different items, so that some are new and some are gone."""
    has_dots: ClassVar[bool] = False
    """Whether its chart is drawn as dots, one for each that was given."""
    is_withheld: ClassVar[bool] = True
    """Whether the counts of fewer than `min_group` people are kept back."""
    has_group_items: ClassVar[bool] = True
    """Whether what groups have answered can stand side by side."""
    is_form: ClassVar[bool] = False
    """Whether one person's answers describe that person together, so that those of fewer than `min_group` people are
    not listed."""
    leading_by: ClassVar[LeadingBy] = ""
    """What the numbers of what leads are, where they are not people."""
    precedes_answers: ClassVar[bool] = False
    """Whether its tables stand before the table of answers, and not after."""

    def answer_texts(self, basis: ExportTexts, activity: A) -> Callable[[KeyedText], tuple[str, str]]:
        """Makes what was asked and what was answered of each answer."""
        question = activity.question(basis.lang)
        return lambda answer: (question, answer.text)

    def answer_states(self, basis: ExportTexts, results: R) -> Mapping[str, str]:
        """Key of an answer to what became of it; empty where nothing does."""
        return {}

    def answer_themes(self, basis: ExportTexts, results: R) -> Mapping[str, str]:
        """Key of an answer to the name of the theme it was sorted into; empty where there are none."""
        return {}

    def tables(self, basis: ExportTexts, questions: Sequence[CountedActivity[A, R]]) -> Iterator[Table]:
        """The tables of all activities of the kind, also where there are none."""
        yield from ()

    def items(self, basis: ExportTexts, activity: A, results: R) -> list[tuple[str, int]]:
        """What was counted with its people, for telling what leads; empty where nothing can be ranked."""
        return []

    def group_items(self, basis: ExportTexts, activity: A, results: R) -> list[tuple[str, int]]:
        """What is set side by side by group, with how many people; empty where nothing is."""
        return self.items(basis, activity, results)

    def leading(self, basis: ExportTexts, activity: A, results: R, most: int) -> str:
        """The first few with their people, as one line; empty where nothing can be ranked."""
        counted = [pair for pair in self.items(basis, activity, results) if pair[1]]
        first = sorted(counted, key=lambda pair: -pair[1])[:most]
        return ", ".join(f"{text} {count}" for text, count in first)

    def description(self, basis: ExportTexts, activity: A, results: R) -> str:
        """The cloud of a round in words: the commonest with their people."""
        items = self.items(basis, activity, results)[:MAX_DESCRIBED]
        return ", ".join(f"{text} {people}" for text, people in items)

    def part(
        self, basis: ExportTexts, activity: A, results: R, caption: str, cloud: Picture | None = None
    ) -> ReportPart:
        """A round in the report; `cloud` as it stood on the projector, where the kind has one."""
        return ReportPart(caption)

    def chart(self, basis: ExportTexts, activity: A, results: R, part: ReportPart) -> NativeChart | None:
        """The numbers of a round's chart, to be edited: those of its picture, where the kind draws bars."""
        if part.picture is None or part.picture.chart is None or not part.picture.chart.bars:
            return None
        return native_chart(part.picture.chart, basis.heading("people"))

    def rule(self, basis: ExportTexts, activity: A) -> str:
        """How the numbers are counted, in one line."""
        return basis.text(f"export.counting.{activity.kind}")

    def met_criteria(self, basis: ExportTexts, results: R) -> list[MetCriterion]:
        """The group's assessment in short, where the kind is one and the group is not small."""
        return []

    def compared(self, activity: A, before: R, after: R, text: Texts) -> list[Change]:
        """The changes from one round to another."""
        return []
