"""The newest rounds of one question in several rooms, counted together and each room by itself."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workshop.activities.activity import BaseActivity, RoundCounts
from workshop.activities.context import ActivityContent
from workshop.activities.group_answers import GroupAnswers
from workshop.activities.groups import Person, PersonAnswer
from workshop.activities.registry import exports_of
from workshop.exports.joined.joined_entries import Merge, joined_entries, unmerged
from workshop.exports.joined.same_question import asked_in
from workshop.exports.record import ActivityRecord, DecisionRecord, RoomRecord, RoundRecord
from workshop.words.cloud.cloud import Cloud, Frame
from workshop.words.cloud.layout import arrange
from workshop.words.entries import Entry, RoundWords

MergeBy = Callable[[Sequence[DecisionRecord]], Merge]
"""Makes the merging of words that follows these decisions."""


@dataclass(frozen=True)
class AskedRoom:
    """One room that asked the question: its name on the screen, the activity, and the round that counts."""

    label: str
    activity: ActivityRecord
    round_record: RoundRecord


@dataclass(frozen=True)
class JoinedWords:
    """`RoundAnswers` for the entries alone, which `GroupAnswers` counts by person."""

    entries: tuple[Entry, ...]

    def words(self, *, whole: bool = False) -> RoundWords:
        return RoundWords(self.entries, 0)

    def texts(self, *, approval: bool, whole: bool = False) -> RoundWords:
        return RoundWords(self.entries, 0)

    def overridden(self) -> Collection[str]:
        return ()

    def counts(self) -> tuple[int, Mapping[str, int]]:
        return 0, {}

    def counts_by_key(self) -> tuple[int, Mapping[str, Mapping[str, int]]]:
        return 0, {}

    def by_person(self) -> Sequence[Mapping[str, str]]:
        return ()

    def cloud(self, frame: Frame, *, marked: bool = False) -> Cloud:
        return arrange(None, (), frame, marked=marked)


@dataclass(frozen=True)
class JoinedRound:
    """One question of several rooms; `left_out` are the names of those in which too few answered it."""

    activity: ActivityRecord
    rooms: tuple[AskedRoom, ...]
    left_out: tuple[str, ...]
    merge_by: MergeBy

    @property
    def people(self) -> int:
        """Those who answered; a person in two rooms is two."""
        return sum(room.round_record.people for room in self.rooms)

    def results(self, content: ActivityContent) -> RoundCounts | None:
        """The counts of all rooms together."""
        return self._counts(frozenset(answer.person for answer in self._answers), content)

    def results_by_room(self, content: ActivityContent) -> dict[str, RoundCounts]:
        """Name of a room to its counts, in the rooms' order."""
        people = {room.label: frozenset(_people(place, room)) for place, room in enumerate(self.rooms)}
        counts = {label: self._counts(persons, content) for label, persons in people.items()}
        return {label: count for label, count in counts.items() if count is not None}

    def _counts(self, people: frozenset[Person], content: ActivityContent) -> RoundCounts | None:
        answers = GroupAnswers(people, self._answers, JoinedWords(self._entries))
        return self.activity.activity.count(answers, content)

    @cached_property
    def _answers(self) -> list[PersonAnswer]:
        return [
            PersonAnswer((place, answer.person), answer.key, answer.text)
            for place, room in enumerate(self.rooms)
            for answer in room.round_record.answers
        ]

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        results = (room.round_record.results for room in self.rooms)
        entries = [each.entries for each in results if each is not None]
        if not any(entries):
            return ()
        decisions = [decision for room in self.rooms for decision in room.activity.decisions]
        merge = self.merge_by(decisions) if self.activity.activity.has_words else unmerged
        themes = self.activity.activity.given_themes or ()
        return joined_entries(entries, merge, [theme.id for theme in themes])


def _people(place: int, room: AskedRoom) -> Iterator[Person]:
    return ((place, answer.person) for answer in room.round_record.answers)


def joined_rounds(
    rooms: Mapping[str, RoomRecord], min_group: int, merge_by: MergeBy
) -> list[JoinedRound]:  # fmt: skip
    """The questions of the first room that others have asked too, in its order; `rooms` by their names.

    Where counts of fewer than `min_group` people are kept back, a room with fewer is left out of the question: else
    its answers would follow from the sum of all.
    """
    first = next(iter(rooms.values()))
    rounds = (
        _joined_round(activity, rooms, first, min_group, merge_by)
        for activity in first.activities
        if activity.activity.takes_answers
    )
    return [joined for joined in rounds if len(joined.rooms) + len(joined.left_out) > 1]


def _joined_round(
    activity: ActivityRecord, rooms: Mapping[str, RoomRecord], first: RoomRecord, min_group: int, merge_by: MergeBy
) -> JoinedRound:
    asked_rooms = list(_asked_rooms(activity.activity, rooms, first))
    least = min_group if exports_of(activity.activity).is_withheld else 1
    fitting = tuple(room for room in asked_rooms if room.round_record.people >= least)
    left_out = tuple(room.label for room in asked_rooms if room.round_record.people < least)
    return JoinedRound(activity, fitting, left_out, merge_by)


def _asked_rooms(
    activity: BaseActivity, rooms: Mapping[str, RoomRecord], first: RoomRecord
) -> Iterator[AskedRoom]:  # fmt: skip
    for label, record in rooms.items():
        same = asked_in(record, activity, first.workshop)
        newest = next((each for each in reversed(same.rounds) if each.answers), None) if same else None
        if same is not None and newest is not None:
            yield AskedRoom(label, same, newest)
