"""Questions made on the spot: added to a room's programme, edited while unanswered."""

import sqlalchemy as sa

from server import clock
from server.store import Store, answers
from server.store import rooms as table
from server.store.rows import StoredActivity
from server.usecases.activities import model_of, stored
from server.usecases.control import EndedError
from workshop.activities.drafts import Draft
from workshop.activities.registry import drafted
from workshop.errors import PropelliError

OWN = "own_"


def is_own(name: str) -> bool:
    """Whether an activity of this name was made on the spot."""
    return name.startswith(OWN)


class AnsweredError(PropelliError):
    """A question that has answers is not edited: a copy of it, or a new round, is made instead."""

    id = "answered"


class Questions:
    """The facilitator's own questions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, code: str, draft: Draft, *, opens: bool = False) -> str:
        """Puts the question into the programme, and with `opens` opens it in the same moment; gives its name.

        It stands after what is on and the questions kept there before it; where nothing is on, before the closing.
        Raises QuestionError or EndedError.
        """
        drafted(draft, "draft")  # refused before anything is locked

        def job(connection: sa.Connection) -> str:
            room = table.current_for_change(connection, code).room
            if room.closed_at is not None:
                raise EndedError
            listed = table.activities_of(connection, room.id)
            names = {activity.name for activity in listed}
            name = next(f"{OWN}{n}" for n in range(1, len(listed) + 2) if f"{OWN}{n}" not in names)
            place = _place(listed, room.activity, opens=opens)
            number = table.insert_activity(connection, room.id, place, stored(drafted(draft, name)))
            if opens:
                table.open_round(connection, room, number, clock.now_ms(), new=False)
                table.change(connection, code, activity=number, view="results", shown_round=None)
            else:
                table.change(connection, code)
            return name

        name: str = self._store.write(job, (code, "room"))
        return name

    def edit(self, code: str, name: str, draft: Draft) -> None:
        """Changes a question that nobody has answered. Raises QuestionError or AnsweredError."""
        new = stored(drafted(draft, name))

        def job(connection: sa.Connection) -> None:
            room = table.current_for_change(connection, code).room
            activity = next(
                (stored for stored in table.activities_of(connection, room.id) if stored.name == name), None
            )
            if activity is None:
                return
            rounds = [round_.id for round_ in table.rounds_of(connection, room.id) if round_.activity == activity.id]
            if answers.is_answered(connection, rounds):
                raise AnsweredError
            table.change_activity(connection, activity.id, **new)
            table.change(connection, code)

        self._store.write(job, (code, "room"))


def _place(listed: list[StoredActivity], current: int | None, *, opens: bool) -> int:
    """The position in the programme for a new question."""
    positions = [activity.position for activity in listed]
    after_last = max(positions, default=-1) + 1
    ids = [activity.id for activity in listed]
    if current not in ids:
        has_closing = bool(listed) and not model_of(listed[-1]).takes_answers
        return positions[-1] if has_closing else after_last
    place = ids.index(current) + 1
    while not opens and place < len(listed) and is_own(listed[place].name):
        place += 1
    return positions[place] if place < len(listed) else after_last
