"""The answers to one question by group: what was counted of each group beside the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.activities.activity import BaseActivity, RoundCounts
from workshop.activities.groups import SEVERAL
from workshop.activities.percentages import percentages
from workshop.activities.registry import exports_of
from workshop.content.texts import Texts
from workshop.exports.basis import ExportTexts

MAX_ROWS = 30
"""As many as a question has options at most; of a cloud the commonest words."""


@dataclass(frozen=True)
class GroupColumn:
    """One group: its name, its people, and how many of them there are in each row."""

    label: str
    people: int
    counts: tuple[int, ...]

    @property
    def percents(self) -> list[int]:
        """Each count as a share of the group's people."""
        return percentages(self.counts, self.people)


@dataclass(frozen=True)
class GroupTable:
    """What was counted by group; the rows in the order of the whole round."""

    rows: tuple[str, ...]
    columns: tuple[GroupColumn, ...]


def group_table(
    basis: ExportTexts, activity: BaseActivity, whole: RoundCounts, results: Mapping[str, RoundCounts],
    max_rows: int = MAX_ROWS,
) -> GroupTable:  # fmt: skip
    """The results of each group by its name, beside one another; `whole` is everybody's."""
    exports = exports_of(activity)
    rows = [label for label, _ in exports.group_items(basis, activity, whole)[:max_rows]]

    def column(label: str, group_results: RoundCounts) -> GroupColumn:
        counts = dict(exports.group_items(basis, activity, group_results))
        return GroupColumn(label, group_results.people, tuple(counts.get(row, 0) for row in rows))

    return GroupTable(tuple(rows), tuple(column(label, group_results) for label, group_results in results.items()))


def group_label(background: BaseActivity, group: str, text: Texts) -> str:
    """The name of a group of a background question."""
    if group == SEVERAL:
        return text("screen.several_options")
    return background.group_name(group, text)


def side_by_side(counts: Mapping[str, int], most: int) -> Sequence[str]:
    """The groups that stand side by side: the largest, in their own order."""
    largest = sorted(counts, key=lambda group: -counts[group])[:most]
    return [group for group in counts if group in largest]
