"""One item of a room's programme held on a projector, whatever is on: for a slide that always shows that result."""

from dataclasses import replace

from server.store import Store
from server.store import rooms as table
from server.store.rows import RoomState

MAX_NAME = 40


def held_item(store: Store, live: RoomState, name: str) -> RoomState | None:
    """The room as if this item were on with its latest round and its results chosen; None where it has no such item."""
    activities = store.read(table.activities_of, live.room.id)
    activity = next((activity for activity in activities if activity.name == name[:MAX_NAME]), None)
    if activity is None:
        return None
    room = replace(live.room, activity=activity.id, view="results", shown_round=None, grouping=None)
    return RoomState(room, activity, store.read(table.latest_round, activity.id))


def without_item(live: RoomState) -> RoomState:
    """The room with a holding picture in place of an item that it does not have."""
    return RoomState(replace(live.room, activity=None, view="hold"), None, None)
