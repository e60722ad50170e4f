"""The facilitator's changes to a running room: the current activity, its countdown, what the projector shows.

Every change names the `rev` that the desk was looking at. If the room has changed since, nothing is done and
ChangedElsewhereError says so: two desks never undo each other silently.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args

import sqlalchemy as sa

from server import clock
from server.store import Store, answers, own_pace
from server.store import rooms as table
from server.store.rows import ResultsRule, Room, StoredActivity, View
from workshop.errors import PropelliError

MAX_SECONDS = 60 * 60
DOUBLE_PRESS_MS = 1_000
WHOLE: Mapping[str, Any] = {"shown_round": None, "grouping": None}
"""What is projected of another question at first: its latest round, all answers together."""

Change = Callable[[sa.Connection, Room], None]


class UnknownActivityError(PropelliError):
    """The room's programme has no activity of this name."""

    id = "activity"


class ChangedElsewhereError(PropelliError):
    """Another desk has changed the room since this one was drawn."""

    id = "elsewhere"


class EndedError(PropelliError):
    """The workshop has been ended; it must be opened again first."""

    id = "ended"


class AlreadyClosedError(PropelliError):
    """The question was closed already, by its countdown or at another desk."""

    id = "already_closed"


class EndOfProgrammeError(PropelliError):
    """The programme has nothing before its first activity, and nothing after its last."""

    id = "programme_end"


class NoRoundError(PropelliError):
    """The activity has no round of this number."""

    id = "no_round"


class AnsweredRoundError(PropelliError):
    """A round that has answers is not taken back."""

    id = "answered_round"


class OwnPaceError(PropelliError):
    """Questions are being answered at one's own pace; that must be ended before one is asked of all."""

    id = "own_pace"


class DurationError(PropelliError):
    """A countdown lasts from one second to an hour."""

    id = "duration"


class Control:
    """Changes to a running room. Every change is one transaction, and what the pages show next is what it left."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def choose(self, code: str, name: str, rev: int | None = None) -> None:
        """Makes an activity the one that is on without opening it; what was open is closed, its answers are kept."""

        def change(connection: sa.Connection, room: Room) -> None:
            activity = _named(connection, room, name)
            if activity.id != room.activity and not room.own_pace:
                table.close_rounds(connection, room.id, clock.now_ms())
            table.change(connection, code, activity=activity.id, view="question", **WHOLE)

        self._change(code, rev, change)

    def open(self, code: str, name: str, rev: int | None = None, *, new_round: bool = False) -> None:
        """Opens an activity for answers and shows its results on the projector. Raises UnknownActivityError."""

        def change(connection: sa.Connection, room: Room) -> None:
            activity = _named(connection, room, name)
            now = clock.now_ms()
            end_own_pace(connection, room, now)
            table.open_round(
                connection, room, activity.id, now, new=new_round and _is_settled(connection, activity, now)
            )
            table.change(connection, code, activity=activity.id, view="results", **WHOLE)

        self._change(code, rev, change)

    def close(self, code: str, rev: int | None = None) -> None:
        """Closes what is open. Raises AlreadyClosedError where nothing is."""

        def change(connection: sa.Connection, room: Room) -> None:
            now = clock.now_ms()
            if room.own_pace:
                raise OwnPaceError
            if not any(round_.is_open(now) for round_ in table.rounds_of(connection, room.id)):
                raise AlreadyClosedError
            table.close_rounds(connection, room.id, now)
            table.change(connection, code)

        self._change(code, rev, change)

    def step(self, code: str, by: Literal[-1, 1], rev: int | None = None) -> None:
        """Chooses the next or the previous activity of the programme. Raises EndOfProgrammeError at its ends."""

        def change(connection: sa.Connection, room: Room) -> None:
            listed = [activity.id for activity in table.activities_of(connection, room.id)]
            place = listed.index(room.activity) + by if room.activity in listed else 0
            if not 0 <= place < len(listed) or (room.activity is None and by < 0):
                raise EndOfProgrammeError
            if not room.own_pace:
                table.close_rounds(connection, room.id, clock.now_ms())
            table.change(connection, code, activity=listed[place], view="question", **WHOLE)

        self._change(code, rev, change)

    def count_down(self, code: str, seconds: int | None, rev: int | None = None, *, only_open: bool = False) -> None:
        """Lets the question that is on close by itself in so many seconds from now, opening it if need be.

        None takes the limit away. With `only_open` a closed question stays closed: raises AlreadyClosedError. Raises
        DurationError.
        """
        if seconds is not None and not 0 < seconds <= MAX_SECONDS:
            raise DurationError

        def change(connection: sa.Connection, room: Room) -> None:
            if room.activity is None:
                raise table.ActivityNotOpenError
            now = clock.now_ms()
            end_own_pace(connection, room, now)
            last = table.latest_round(connection, room.activity)
            if last is None or not last.is_open(now):
                if only_open:
                    raise AlreadyClosedError
                table.open_round(connection, room, room.activity, now, new=False)
                last = table.latest_round(connection, room.activity)
            if last is not None:
                table.end_round(connection, last.id, now + seconds * 1000 if seconds is not None else None)
            table.change(connection, code, **WHOLE)

        self._change(code, rev, change)

    def extend(self, code: str, seconds: int, rev: int | None = None) -> None:
        """Gives a running countdown more time; one that has just ended starts again with that time."""
        current = self._store.read(table.current, code)
        last = current.round if current else None
        now = clock.now_ms()
        running = last.ends_at - now if last and last.ends_at and last.is_open(now) else 0
        self.count_down(code, min(MAX_SECONDS, running // 1000 + seconds), rev)

    def show(self, code: str, view: View, rev: int | None = None) -> None:
        """What the projector shows; answering goes on untouched."""
        self._change(code, rev, lambda connection, room: table.change(connection, code, view=view))

    def show_round(self, code: str, number: int, rev: int | None = None) -> None:
        """Projects the results of one round of what is on; answering goes on untouched. Raises NoRoundError."""

        def change(connection: sa.Connection, room: Room) -> None:
            rounds = [round_ for round_ in table.rounds_of(connection, room.id) if round_.activity == room.activity]
            shown = next((round_ for round_ in rounds if round_.number == number), None)
            if shown is None:
                raise NoRoundError
            table.change(connection, code, view="results", shown_round=None if shown is rounds[-1] else shown.id)

        self._change(code, rev, change)

    def group_by(self, code: str, grouping: str | None, rev: int | None = None) -> None:
        """How the answers to what is on are looked at by group, and shows them so; None for all together."""
        self._change(
            code, rev, lambda connection, room: table.change(connection, code, view="results", grouping=grouping)
        )

    def undo_round(self, code: str, rev: int | None = None) -> None:
        """Takes back a new round that nobody has answered; the one before is as it was.

        Raises AnsweredRoundError, and NoRoundError for a first round.
        """

        def change(connection: sa.Connection, room: Room) -> None:
            if room.own_pace:
                raise OwnPaceError
            rounds = [round_ for round_ in table.rounds_of(connection, room.id) if round_.activity == room.activity]
            if len(rounds) < 2:
                raise NoRoundError
            before, last = rounds[-2:]
            if answers.is_answered(connection, [last.id]):
                raise AnsweredRoundError
            table.delete_round(connection, last.id)
            if before.closed_at == last.opened_at:  # it was the new round that closed it
                table.reopen_round(connection, before.id)
            table.change(connection, code, **WHOLE)

        self._change(code, rev, change)

    def show_results(
        self, code: str, rule: ResultsRule | None, rev: int | None = None, *, phones: bool | None = None
    ) -> None:
        """When the results of what is on are shown, and whether on the phones too; None leaves that as it is."""
        if rule is not None and rule not in get_args(ResultsRule):
            raise ValueError(rule)
        values = {"results_rule": rule, "phone_results": phones}

        def change(connection: sa.Connection, room: Room) -> None:
            if room.activity is not None:
                changes = {name: value for name, value in values.items() if value is not None}
                table.change_activity(connection, room.activity, **changes)
            table.change(connection, code)

        self._change(code, rev, change)

    def has(self, code: str, activity: int) -> bool:
        """Whether the activity of this id is in the room's programme."""
        current = self._store.read(table.current, code)
        listed = self._store.read(table.activities_of, current.room.id) if current else []
        return any(stored.id == activity for stored in listed)

    def _change(self, code: str, rev: int | None, change: Change) -> None:
        change_running(self._store, code, rev, change)


def change_running(store: Store, code: str, rev: int | None, change: Change) -> None:
    """Changes a room that goes on, in one transaction; a `rev` is that of the room that whoever changes it has seen.

    Raises UnknownRoomError, ChangedElsewhereError or EndedError.
    """

    def job(connection: sa.Connection) -> None:
        room = table.current_for_change(connection, code).room
        if rev is not None and room.rev != rev:
            raise ChangedElsewhereError
        if room.closed_at is not None:
            raise EndedError
        change(connection, room)

    store.write(job, (code, "room"))


def end_own_pace(connection: sa.Connection, room: Room, now: int) -> None:
    """Before one question is asked of all: the time for the questions must be over. Raises OwnPaceError."""
    if not room.own_pace:
        return
    if any(active.round.is_open(now) for active in own_pace.opened(connection, room)):
        raise OwnPaceError
    own_pace.end(connection, room, now)


def _is_settled(connection: sa.Connection, activity: StoredActivity, now: int) -> bool:
    """Whether the latest round is more than the first half of a double press: a second old, or answered."""
    last = table.latest_round(connection, activity.id)
    if last is None or now - last.opened_at >= DOUBLE_PRESS_MS:
        return True
    return answers.is_answered(connection, [last.id])


def _named(connection: sa.Connection, room: Room, name: str) -> StoredActivity:
    listed = table.activities_of(connection, room.id)
    for activity in listed:
        if activity.name == name:
            return activity
    raise UnknownActivityError(activity=name, known=", ".join(activity.name for activity in listed))
