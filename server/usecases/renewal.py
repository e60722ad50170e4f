"""What a new version of a workshop changes in rooms that have begun: questions that nobody has answered, and no more.

A label that is corrected reaches them; what has been answered stays as it was asked.
"""

import sqlalchemy as sa

from server.store import answers, workshops
from server.store import rooms as table
from server.store.rows import Room, StoredActivity
from server.usecases.activities import stored
from workshop.activities.registry import Activity
from workshop.content.workshop_document import WorkshopDocument


def renew_rooms(connection: sa.Connection, workshop: str, version: int, document: WorkshopDocument) -> None:
    """Brings a workshop's rooms that have not ended as near to a new version as their answers allow.

    A room without answers runs it from now on. In others, questions without answers are asked as they now stand,
    unless their text is in another file. A workshop with another title is another subject, whose rooms stay as they
    are.
    """
    for room in workshops.rooms_of(connection, workshop):
        if room.closed_at is None and room.version != version:
            _renew(connection, room, version, document)


def _renew(connection: sa.Connection, room: Room, version: int, document: WorkshopDocument) -> None:
    earlier = workshops.document_of(connection, room.version or 0)
    before = WorkshopDocument.model_validate_json(earlier, extra="ignore") if earlier else None
    if before is None or before.workshop.title != document.workshop.title:
        return
    listed = table.activities_of(connection, room.id)
    rounds = table.rounds_of(connection, room.id)
    answered = {
        activity.id
        for activity in listed
        if answers.is_answered(connection, [opened.id for opened in rounds if opened.activity == activity.id])
    }
    old = {activity.id: activity for activity in before.workshop.activities}
    new = {activity.id: activity for activity in document.workshop.activities}
    corrected = [
        (activity.id, new[activity.name])
        for activity in listed
        if activity.id not in answered and _is_corrected(activity, old.get(activity.name), new.get(activity.name))
    ]
    for activity_id, activity in corrected:
        table.change_activity(connection, activity_id, **stored(activity))
    values = {} if answered or not _fits(listed, old, document) else {"version": version}
    if corrected or values:
        table.change(connection, room.code, **values)


def _is_corrected(activity: StoredActivity, old: Activity | None, new: Activity | None) -> bool:
    """Whether the room still asks what the programme asked before, and the programme now says otherwise."""
    if old is None or new is None or old == new or old.kind != new.kind:
        return False
    return bool(activity.spec == stored(old)["spec"])


def _fits(listed: list[StoredActivity], old: dict[str, Activity], document: WorkshopDocument) -> bool:
    """Whether the new version has every part that the room's programme needs."""
    programme = [old[activity.name] for activity in listed if activity.name in old]
    return all(activity.part is None or document.has(activity.part) for activity in programme)
