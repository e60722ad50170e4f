"""What the desk shows: the programme with its states and counts, as the store holds it now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from server import clock
from server.store import Store, answers, retractions
from server.store import rooms as table
from server.store.rows import ResultsRule, Room, RoomState, Round, StoredActivity
from server.usecases.activities import model_of
from server.usecases.groups import Grouping, RoomGroups, RoundGroups, grouping_of
from server.usecases.results_cache import ResultsCache
from workshop.activities.registry import Activity
from workshop.activities.round_answers import RoundAnswers
from workshop.words.entries import RoundWords

State = Literal["waiting", "open", "closed"]


@dataclass(frozen=True)
class DeskActivity:
    """An activity as the desk lists it; `ends_at` is the end of a running countdown in milliseconds.

    `answered` are the people of its last round, `most_answered` those of the round that most answered.
    `shown_number` is the number of the round that the projector shows, where it has any; `opened_at` is when its
    last round began, and `is_unclosed` whether at most a clock has ended it.
    """

    id: int
    name: str
    model: Activity
    state: State
    rounds: int
    answered: int
    most_answered: int
    round_id: int | None
    ends_at: int | None
    results_rule: ResultsRule
    phone_results: bool
    shown_number: int | None = None
    opened_at: int | None = None
    is_unclosed: bool = False


@dataclass(frozen=True)
class Desk:
    """All that the desk shows of a room; `answers` are those of the last round of what is on, where it has any.

    `groups` are those of that round once it is closed, where a background question stands before it. `retracted` are
    the answers to it that those who gave them have taken back.
    """

    room: Room
    activities: tuple[DeskActivity, ...]
    current: DeskActivity | None
    present: int
    answers: RoundAnswers | None
    groups: RoundGroups | None = None
    retracted: tuple[str, ...] = ()

    @property
    def grouping(self) -> Grouping | None:
        """How the answers are looked at by group, where they may be."""
        grouping = grouping_of(self.room)
        return grouping if grouping is not None and self.groups and self.groups.allows(grouping) else None

    @property
    def shown_answers(self) -> RoundAnswers | None:
        """The answers, of one group alone where that is chosen."""
        if self.groups is None or self.grouping is None or self.grouping.layout != "alone":
            return self.answers
        return self.groups.group_answers(self.grouping.group)

    @property
    def words(self) -> RoundWords | None:
        """The entries of what is on, where its kind has some that are moderated."""
        if self.current is None or self.shown_answers is None:
            return None
        return self.current.model.moderated(self.shown_answers)

    @property
    def following(self) -> DeskActivity | None:
        """What the programme has after what is on."""
        if self.current is None:
            return self.activities[0] if self.activities else None
        place = self.activities.index(self.current) + 1
        return self.activities[place] if place < len(self.activities) else None


def state_of(last_round: Round | None, now: int) -> State:
    if last_round is None:
        return "waiting"
    return "open" if last_round.is_open(now) else "closed"


class Desks:
    """Reads a room for the desk."""

    def __init__(
        self, store: Store, tallies: ResultsCache, groups: RoomGroups, present: Callable[[str], int]
    ) -> None:  # fmt: skip
        self._store, self._results_cache, self._groups, self._present = store, tallies, groups, present

    def get(self, code: str) -> Desk:
        """Raises UnknownRoomError."""
        current = self._store.read(table.current, code)
        if current is None:
            raise table.UnknownRoomError
        rounds = self._store.read(table.rounds_of, current.room.id)
        people = self._store.read(answers.people, [each.id for each in rounds])
        listed = tuple(
            _listed(
                activity, [each for each in rounds if each.activity == activity.id], people, current.room.shown_round
            )
            for activity in self._store.read(table.activities_of, current.room.id)
        )
        chosen = next((each for each in listed if each.id == current.room.activity), None)
        round_answers = self._answers(code, chosen)
        groups = self._groups_of(current, round_answers)
        present, retracted = self._present(code), self._retracted(chosen)
        return Desk(current.room, listed, chosen, present, round_answers, groups, retracted)

    def is_behind(self, desk: Desk) -> bool:
        """Whether words have come that the desk does not show yet, though nothing more will be stored."""
        current = desk.current
        return current is not None and current.round_id is not None and self._results_cache.is_behind(current.round_id)

    def _retracted(self, chosen: DeskActivity | None) -> tuple[str, ...]:
        if chosen is None or chosen.round_id is None or chosen.model.append_limit is None:
            return ()
        return tuple(taken_back.text for taken_back in self._store.read(retractions.in_force, [chosen.round_id]))

    def _groups_of(self, current: RoomState, round_answers: RoundAnswers | None) -> RoundGroups | None:
        active = current.active
        if active is None or round_answers is None or active.round.is_open(clock.now_ms()):
            return None
        return self._groups.of_round(active.room, active.activity, active.round, round_answers)

    def _answers(self, code: str, chosen: DeskActivity | None) -> RoundAnswers | None:
        if chosen is None or chosen.round_id is None:
            return None
        return self._results_cache.round_answers(code, chosen.id, chosen.round_id)


def _listed(
    activity: StoredActivity, rounds: list[Round], people: dict[int, int], shown_round: int | None
) -> DeskActivity:
    last, now = (rounds[-1] if rounds else None), clock.now_ms()
    shown = next((each for each in rounds if each.id == shown_round), last)
    return DeskActivity(
        id=activity.id,
        name=activity.name,
        model=model_of(activity),
        state=state_of(last, now),
        rounds=len(rounds),
        answered=people.get(last.id, 0) if last else 0,
        most_answered=max((people.get(each.id, 0) for each in rounds), default=0),
        round_id=last.id if last else None,
        ends_at=last.ends_at if last and last.is_open(now) else None,
        results_rule=activity.results_rule,
        phone_results=activity.phone_results,
        shown_number=shown.number if shown else None,
        opened_at=last.opened_at if last else None,
        is_unclosed=last is not None and last.closed_at is None,
    )
