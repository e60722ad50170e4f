"""Choices of the organiser for the whole site: a name and a short text each."""

import sqlalchemy as sa

from server.store.schema import site_settings


def site_setting(connection: sa.Connection, name: str) -> str | None:
    """The text of a choice; None where nothing has been chosen."""
    return connection.execute(sa.select(site_settings.c.value).where(site_settings.c.name == name)).scalar_one_or_none()


def set_site_setting(connection: sa.Connection, name: str, value: str) -> None:
    """Makes a choice in the place of the earlier one."""
    changed = connection.execute(site_settings.update().where(site_settings.c.name == name).values(value=value))
    if changed.rowcount == 0:
        connection.execute(site_settings.insert(), {"name": name, "value": value})
