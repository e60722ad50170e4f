"""Queries and changes of workshops and their versions. A version never changes: nothing here writes to one again."""

from dataclasses import dataclass

import sqlalchemy as sa

from server.store.rooms import all_rooms
from server.store.rows import Room
from server.store.schema import rooms, workshop_versions, workshops
from workshop.errors import PropelliError


class UnknownWorkshopError(PropelliError):
    """No workshop has this id."""

    id = "workshop_unknown"


class WorkshopHeldError(PropelliError):
    """The workshop has been held: its rooms show what is in it."""

    id = "workshop_held"


@dataclass(frozen=True)
class StoredWorkshop:
    """A workshop; `origin` is `built_in`, `own` for one begun in the editor, `import` for one from files or `room` for
    one that came with a room's file.

    `version` is the number of the newest version; 0 for one that has a draft alone.
    """

    id: str
    title: str
    origin: str
    created_at: int
    archived_at: int | None
    version: int


_NEWEST = sa.func.max(workshop_versions.c.number)


def all_workshops(connection: sa.Connection) -> list[StoredWorkshop]:
    """Every workshop: the built-in ones, then the others, the oldest first."""
    query = (
        sa.select(workshops, sa.func.coalesce(_NEWEST, 0))
        .outerjoin(workshop_versions, workshop_versions.c.workshop == workshops.c.id)
        .group_by(*workshops.c)
        .order_by(workshops.c.origin != "built_in", workshops.c.created_at, workshops.c.id)
    )
    return [StoredWorkshop(*tuple(row)) for row in connection.execute(query)]


def find_workshop(connection: sa.Connection, workshop: str) -> StoredWorkshop:
    """Raises UnknownWorkshopError."""
    row = next((listed for listed in all_workshops(connection) if listed.id == workshop), None)
    if row is None:
        raise UnknownWorkshopError(workshop=workshop)
    return row


def set_archived(connection: sa.Connection, workshop: str, archived_at: int | None) -> None:
    """Puts a workshop away, or back where the time is None. Raises UnknownWorkshopError."""
    change = workshops.update().where(workshops.c.id == workshop).values(archived_at=archived_at)
    if connection.execute(change).rowcount == 0:
        raise UnknownWorkshopError(workshop=workshop)


def delete_workshop(connection: sa.Connection, workshop: str) -> None:
    """Removes a workshop with its draft and versions. Raises UnknownWorkshopError, or WorkshopHeldError for one with
    rooms: what they show is in the versions.
    """
    find_workshop(connection, workshop)
    if rooms_of(connection, workshop):
        raise WorkshopHeldError
    versions = sa.select(workshop_versions.c.id).where(workshop_versions.c.workshop == workshop)
    # Rooms that are being deleted show nothing any more.
    connection.execute(rooms.update().where(rooms.c.version.in_(versions)).values(version=None))
    connection.execute(workshops.delete().where(workshops.c.id == workshop))


def document_of(connection: sa.Connection, version: int) -> str | None:
    """The document of a version by its id; None where there is none."""
    return connection.execute(
        sa.select(workshop_versions.c.document).where(workshop_versions.c.id == version)
    ).scalar_one_or_none()


def workshop_of(connection: sa.Connection, version: int) -> str | None:
    """The id of the workshop that a version is of; None where there is no such version."""
    return connection.execute(
        sa.select(workshop_versions.c.workshop).where(workshop_versions.c.id == version)
    ).scalar_one_or_none()


def newest_version(connection: sa.Connection, workshop: str) -> int:
    """The id of a workshop's newest version. Raises UnknownWorkshopError."""
    query = (
        sa.select(workshop_versions.c.id)
        .where(workshop_versions.c.workshop == workshop)
        .order_by(workshop_versions.c.number.desc())
        .limit(1)
    )
    version = connection.execute(query).scalar_one_or_none()
    if version is None:
        raise UnknownWorkshopError(workshop=workshop)
    return int(version)


def newest_versions(connection: sa.Connection) -> dict[str, int]:
    """Workshop to the id of its newest version."""
    query = sa.select(workshop_versions.c.workshop, workshop_versions.c.id).order_by(workshop_versions.c.number)
    return {str(workshop): int(version) for workshop, version in connection.execute(query)}


def workshops_by_version(connection: sa.Connection) -> dict[int, str]:
    """The id of every version to its workshop."""
    query = sa.select(workshop_versions.c.id, workshop_versions.c.workshop)
    return {int(version): str(workshop) for version, workshop in connection.execute(query)}


def version_with(connection: sa.Connection, document: str, workshop: str | None = None) -> int | None:
    """The id of the version that has just this document, of one workshop or of any; None where none has."""
    query = sa.select(workshop_versions.c.id).where(workshop_versions.c.document == document)
    if workshop is not None:
        query = query.where(workshop_versions.c.workshop == workshop)
    return connection.execute(query.order_by(workshop_versions.c.id).limit(1)).scalar_one_or_none()


def insert_workshop(connection: sa.Connection, workshop: str, title: str, origin: str, now: int) -> str:
    """A new workshop; its id is the given one, or where that is taken, the first free one with a number."""
    number, chosen = 1, workshop
    while _title(connection, chosen) is not None:
        number += 1
        chosen = f"{workshop}-{number}"
    connection.execute(workshops.insert(), {"id": chosen, "title": title, "origin": origin, "created_at": now})
    return chosen


def add_version(connection: sa.Connection, workshop: str, title: str, document: str, now: int) -> int:
    """The next version of a workshop, which takes its title; returns the version's id."""
    newest = connection.execute(sa.select(_NEWEST).where(workshop_versions.c.workshop == workshop)).scalar_one()
    row = {"workshop": workshop, "number": (newest or 0) + 1, "document": document, "made_at": now}
    version = connection.execute(workshop_versions.insert().returning(workshop_versions.c.id), row).scalar_one()
    if _title(connection, workshop) != title:
        connection.execute(workshops.update().where(workshops.c.id == workshop).values(title=title))
    return int(version)


def ensure_version(connection: sa.Connection, workshop: str, title: str, document: str, now: int) -> int:
    """The version of a built-in workshop that has this document; made, with the workshop, where it is not there."""
    version = version_with(connection, document, workshop)
    if version is not None:
        return version
    if _title(connection, workshop) is None:
        insert_workshop(connection, workshop, title, "built_in", now)
    return add_version(connection, workshop, title, document, now)


def pin_rooms(connection: sa.Connection, version: int) -> None:
    """Gives a version to the rooms that have none: those of a store that had no workshops."""
    connection.execute(rooms.update().where(rooms.c.version.is_(None)).values(version=version))


def rooms_of(connection: sa.Connection, workshop: str) -> list[Room]:
    """The rooms that run any version of a workshop."""
    versions = sa.select(workshop_versions.c.id).where(workshop_versions.c.workshop == workshop)
    pinned = set(connection.scalars(sa.select(rooms.c.id).where(rooms.c.version.in_(versions))))
    return [room for room in all_rooms(connection) if room.id in pinned]


def has_unpinned_rooms(connection: sa.Connection) -> bool:
    return connection.execute(sa.select(rooms.c.id).where(rooms.c.version.is_(None)).limit(1)).first() is not None


def _title(connection: sa.Connection, workshop: str) -> str | None:
    return connection.execute(sa.select(workshops.c.title).where(workshops.c.id == workshop)).scalar_one_or_none()
