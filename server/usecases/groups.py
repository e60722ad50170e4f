"""The answers to a closed round by group: for the projector and the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from server.store import Reader, answers
from server.store import rooms as table
from server.store.rows import Room, Round, StoredActivity
from server.usecases.activities import model_of
from server.usecases.contents import Contents
from workshop.activities.context import ActivityContent, ActivityContext
from workshop.activities.group_answers import GroupAnswers
from workshop.activities.groups import Groups, Person, PersonAnswer, background_of, group_of_each, groups_in
from workshop.activities.registry import Activity, exports_of
from workshop.activities.round_answers import RoundAnswers
from workshop.exports.basis import ExportTexts
from workshop.exports.group_table import GroupTable, group_label, group_table, side_by_side

MAX_COLUMNS = 5
MAX_DRAWN = 10
"""How many rows stand side by side on the projector."""

GroupingLayout = Literal["alone", "beside", "columns"]
"""One group alone, one beside all others, or the groups side by side."""


@dataclass(frozen=True)
class Grouping:
    """How the answers are looked at; `group` is empty where the groups stand side by side."""

    layout: GroupingLayout
    group: str = ""

    @property
    def stored(self) -> str:
        """As the room has it."""
        return f"{self.layout} {self.group}".strip()


def grouping_of(room: Room) -> Grouping | None:
    """How the desk has chosen to look at the answers, None for all together."""
    if room.grouping is None:
        return None
    layout, _, group = room.grouping.partition(" ")
    layouts: Mapping[str, GroupingLayout] = {"alone": "alone", "beside": "beside"}
    return Grouping(layouts.get(layout, "columns"), group)


@dataclass(frozen=True)
class RoundGroups:
    """The groups of a closed round; `answers` are all its answers, `whole` counts them."""

    activity: Activity
    background: Activity
    groups: Groups
    answers: Sequence[PersonAnswer]
    whole: RoundAnswers

    def label(self, group: str, ctx: ActivityContext) -> str:
        return group_label(self.background, group, ctx.text)

    @property
    def columns(self) -> Sequence[str]:
        """The groups that stand side by side."""
        counts = {group: len(people) for group, people in self.groups.members.items()}
        return side_by_side(counts, MAX_COLUMNS)

    def allows(self, grouping: Grouping) -> bool:
        """Whether the answers may be looked at so."""
        if grouping.layout != "alone" and not exports_of(self.activity).has_group_items:
            return False
        if grouping.layout == "columns":
            return len(self.columns) > 1
        return grouping.group in self.groups.members

    def group_answers(self, group: str) -> GroupAnswers:
        """The answers of one group."""
        return self._answers_of(self.groups.members[group])

    def table(self, grouping: Grouping, ctx: ActivityContext, content: ActivityContent) -> GroupTable:
        """What was counted of one group beside all others, or of the groups."""
        members = self.groups.members
        if grouping.layout == "columns":
            people = {self.label(group, ctx): members[group] for group in self.columns}
        else:
            people = {self.label(grouping.group, ctx): members[grouping.group]}
            people[ctx.text("screen.all_others")] = self.groups.others(grouping.group)
        counts = {label: self.activity.count(self._answers_of(group), content) for label, group in people.items()}
        results = {label: count for label, count in counts.items() if count is not None}
        whole = self.activity.count(self.whole, content)
        if whole is None:
            return GroupTable((), ())
        return group_table(ExportTexts(content=content, text=ctx.text), self.activity, whole, results, MAX_DRAWN)

    def _answers_of(self, people: frozenset[Person]) -> GroupAnswers:
        return GroupAnswers(people, self.answers, self.whole)


class RoomGroups:
    """Reads the groups of a round. They are told of closed rounds alone: while people answer, each change of a group's
    counts would be somebody's answer."""

    def __init__(self, store: Reader, contents: Contents) -> None:
        self._store, self._contents = store, contents

    def of_round(self, room: Room, stored: StoredActivity, closed: Round, whole: RoundAnswers) -> RoundGroups | None:
        """The groups of a round that is closed; None where no background question stands before it."""
        listed = self._store.read(table.activities_of, room.id)
        activity = model_of(stored)
        background = background_of([model_of(each) for each in listed], stored.name)
        if background is None:
            return None
        background_id = next(each.id for each in listed if each.name == background.id)
        latest = self._store.read(table.latest_round, background_id)
        group_of = group_of_each(self._answers(latest.id)) if latest else {}
        stored_answers = self._answers(closed.id)
        respondents = {answer.person for answer in stored_answers}
        groups = groups_in(respondents, group_of, self._contents.of_room(room).min_group, background.group_ids)
        return RoundGroups(activity, background, groups, stored_answers, whole)

    def _answers(self, round_id: int) -> list[PersonAnswer]:
        stored = self._store.read(answers.since, round_id)
        return [PersonAnswer(answer.participant, answer.key, answer.text) for answer in stored]


def grouped_result(
    round_groups: RoundGroups | None, grouping: Grouping, ctx: ActivityContext, content: ActivityContent
) -> Mapping[str, Any] | None:
    """The projector's `result` by group; hidden where a group or its rest has become too small."""
    if round_groups is None or not round_groups.allows(grouping):
        return {"kind": "groups", "hidden": True, "needed": content.min_group}
    if grouping.layout == "alone":
        group = round_groups.group_answers(grouping.group)
        result = round_groups.activity.projector_result(group, ctx)
        label = round_groups.label(grouping.group, ctx)
        return None if result is None else {**result, "group": group_heading(label, len(group.people), ctx)}
    table_of_groups = round_groups.table(grouping, ctx, content)
    return {
        "kind": "groups",
        "rows": list(table_of_groups.rows),
        "groups": [
            {"label": column.label, "people": column.people, "counts": list(column.counts), "percents": column.percents}
            for column in table_of_groups.columns
        ],
        "note": group_note(round_groups.activity, ctx),
    }


def group_heading(label: str, people: int, ctx: ActivityContext) -> str:
    """A group with its people."""
    return f"{label}, {ctx.text('screen.respondents', n=people)}"


def group_note(activity: Activity, ctx: ActivityContext) -> str:
    """What the shares of groups are of."""
    return ctx.text(f"screen.group_share.{activity.kind}")
