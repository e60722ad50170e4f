"""The organiser's choice of the workshop that pages without a room show, a row of the site's settings."""

import sqlalchemy as sa

from server.store.schema import site_settings, workshop_versions, workshops

FRONT = "front_workshop"


def front_version(connection: sa.Connection) -> tuple[str | None, int | None]:
    """The chosen workshop and the id of its newest version; None and None where none is chosen, or it is put away."""
    query = (
        sa.select(workshops.c.id, sa.func.max(workshop_versions.c.id))
        .join(workshop_versions, workshop_versions.c.workshop == workshops.c.id)
        .join(site_settings, site_settings.c.value == workshops.c.id)
        .where(site_settings.c.name == FRONT, workshops.c.archived_at.is_(None))
        .group_by(workshops.c.id)
    )
    row = connection.execute(query).one_or_none()
    return (None, None) if row is None else (str(row[0]), int(row[1]))


def choose_front(connection: sa.Connection, workshop: str | None) -> None:
    """Makes a choice in the place of the earlier one; None for the built-in workshop."""
    connection.execute(site_settings.delete().where(site_settings.c.name == FRONT))
    if workshop is not None:
        connection.execute(site_settings.insert(), {"name": FRONT, "value": workshop})
