"""The questions of a room: made on the spot, edited while unanswered, and kept for the workshop's next time."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from server import clock
from server.store import Store, answers, workshops
from server.store import rooms as table
from server.store.rows import Room, StoredActivity
from server.usecases.activities import model_of, stored
from server.usecases.contents import Contents
from server.usecases.control import EndedError, end_own_pace
from server.usecases.editing import Editing
from workshop.activities.registry import Activity
from workshop.content.content import MissingPartError
from workshop.content.item import activity_item, item_activity
from workshop.errors import PropelliError

OWN = "own_"


def is_own(name: str) -> bool:
    """Whether an activity of this name was made on the spot."""
    return name.startswith(OWN)


class AnsweredError(PropelliError):
    """A question that has answers is not edited: a copy of it, or a new round, is made instead."""

    id = "answered"


class Questions:
    """What a facilitator does with questions. An `item` is as in a workshop's draft, in these `languages`."""

    def __init__(self, store: Store, contents: Contents, editing: Editing) -> None:
        self._store, self._contents, self._editing = store, contents, editing

    def languages(self, room: Room, name: str, activity: Activity) -> tuple[str, ...]:
        """The languages that a question of the room is written in; none for one that was written once for them all."""
        languages = self._contents.of_room(room).languages
        is_once = is_own(name) and len({activity.question(lang) for lang in languages}) == 1
        return () if is_once else languages

    def add(self, code: str, item: Mapping[str, Any], languages: Sequence[str], *, opens: bool = False) -> str:
        """Puts the question into the programme, and with `opens` opens it in the same moment; gives its name.

        It stands after what is on and the questions kept there before it; where nothing is on, before the closing.
        Raises ItemFaultsError, ChangeError, MissingPartError, EndedError or OwnPaceError.
        """
        drafted = self._drafted(code, item, languages)  # refused before anything is locked

        def job(connection: sa.Connection) -> str:
            room = table.current_for_change(connection, code).room
            if room.closed_at is not None:
                raise EndedError
            listed = table.activities_of(connection, room.id)
            names = {activity.name for activity in listed}
            name = next(f"{OWN}{n}" for n in range(1, len(listed) + 2) if f"{OWN}{n}" not in names)
            place = _place(listed, room.activity, opens=opens)
            number = table.insert_activity(connection, room.id, place, _stored(drafted, name))
            if opens:
                end_own_pace(connection, room, clock.now_ms())
                table.open_round(connection, room, number, clock.now_ms(), new=False)
                table.change(connection, code, activity=number, view="results", shown_round=None)
            else:
                table.change(connection, code)
            return name

        name: str = self._store.write(job, (code, "room"))
        return name

    def edit(self, code: str, name: str, item: Mapping[str, Any], languages: Sequence[str]) -> None:
        """Changes a question that nobody has answered. Raises AnsweredError and as `add`, but for EndedError."""
        new = _stored(self._drafted(code, item, languages), name)

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

    def keep(self, code: str, name: str) -> None:
        """Puts a question of the room into its workshop, before the closing; one that is there already stays alone.

        Raises UnknownRoomError, UnknownWorkshopError, ReadOnlyWorkshopError, DraftElsewhereError, ChangeError or
        DocumentSizeError.
        """
        live = self._store.read(table.current, code)
        if live is None:
            raise table.UnknownRoomError
        listed = self._store.read(table.activities_of, live.room.id)
        activity = next((stored for stored in listed if stored.name == name), None)
        version = live.room.version
        workshop = self._store.read(workshops.workshop_of, version) if version is not None else None
        if activity is None or workshop is None:
            raise workshops.UnknownWorkshopError(workshop=live.room.title)
        programme = self._editing.draft(workshop).document["workshop"]["activities"]
        own = self._contents.of_room(live.room).languages
        model = model_of(activity)
        item = activity_item(model, self.languages(live.room, name, model) or own[:1])
        if any({key: value for key, value in other.items() if key != "id"} == item for other in programme):
            return
        has_closing = bool(programme) and programme[-1].get("kind") == model_of(listed[-1]).kind
        place = len(programme) - 1 if has_closing and not model_of(listed[-1]).takes_answers else len(programme)
        change = {"op": "insert", "path": ["workshop", "activities", place], "value": item}
        self._editing.add(workshop, change)

    def _drafted(self, code: str, item: Mapping[str, Any], languages: Sequence[str]) -> Activity:
        live = self._store.read(table.current, code)
        if live is None:
            raise table.UnknownRoomError
        activity = item_activity(item, languages)
        if activity.part is not None and not self._contents.of_room(live.room).has(activity.part):
            raise MissingPartError
        return activity


def _stored(activity: Activity, name: str) -> dict[str, Any]:
    return stored(activity.model_copy(update={"id": name}))


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
