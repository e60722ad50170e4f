"""A room at one's own pace: several questions are open at once, until a time or until they are closed."""

from datetime import datetime

import sqlalchemy as sa

from server import clock
from server.store import Store, own_pace
from server.store import rooms as table
from server.store.rows import Room
from server.usecases.activities import model_of
from server.usecases.control import UnknownActivityError, change_running
from workshop.errors import PropelliError


class PaceEndError(PropelliError):
    """The time until which questions are answered is in the past."""

    id = "pace_end"


class NothingPacedError(PropelliError):
    """None of the chosen items takes answers."""

    id = "nothing_paced"


class OwnPace:
    """Use cases of the desk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, code: str, first: str, last: str, ends_at: int | None, rev: int | None = None) -> None:
        """Gives phones every question from one item of the programme to another, until a time in milliseconds.

        Empty names are the programme's first and last. Beginning again changes which questions and until when. Raises
        PaceEndError, UnknownActivityError or NothingPacedError.
        """
        now = clock.now_ms()
        if ends_at is not None and ends_at <= now:
            raise PaceEndError

        def change(connection: sa.Connection, room: Room) -> None:
            listed = table.activities_of(connection, room.id)
            names = [activity.name for activity in listed]
            for name in filter(None, (first, last)):
                if name not in names:
                    raise UnknownActivityError(activity=name, known=", ".join(names))
            begins = names.index(first) if first else 0
            ends = names.index(last) if last else len(names) - 1
            chosen = [activity.id for activity in listed[begins : ends + 1] if model_of(activity).takes_answers]
            if not chosen:
                raise NothingPacedError
            own_pace.begin(connection, room, chosen, now, ends_at)

        change_running(self._store, code, rev, change)

    def end(self, code: str, rev: int | None = None) -> None:
        """Closes the questions: the workshop goes on together."""
        change_running(self._store, code, rev, lambda connection, room: own_pace.end(connection, room, clock.now_ms()))


def local_ms(moment: datetime) -> int:
    """Milliseconds since 1970 of a moment as it is said in Finland."""
    return round(moment.replace(tzinfo=clock.HELSINKI).timestamp() * 1000)
