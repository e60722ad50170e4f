"""The workshop that pages without a room show: the one that the organiser chose, else the built-in one."""

from functools import partial

import sqlalchemy as sa

from server.store import Store, workshops
from server.store.site_settings import set_site_setting, site_setting
from server.usecases.contents import Contents
from server.usecases.workshops import BUILT_IN, Workshops
from workshop.content.content import Content

FRONT_WORKSHOP = "front_workshop"


class FrontPage:
    """The choice is read at every visit, so that every process shows the same."""

    def __init__(self, store: Store, contents: Contents, all_workshops: Workshops) -> None:
        self._store, self._contents, self._workshops = store, contents, all_workshops

    def workshop(self) -> str:
        """The id of the workshop that is shown."""
        return self._store.read(_shown)[0]

    def content(self) -> Content:
        """Its content as it was when it was chosen or held last."""
        return self._contents.of_version(self._store.read(_shown)[1])

    def choose(self, workshop: str) -> None:
        """Shows a workshop from now on. Raises UnknownWorkshopError, or DraftFaultsError where it cannot be held."""
        self._store.write(partial(self._choose, workshop=workshop))

    def _choose(self, connection: sa.Connection, workshop: str) -> None:
        self._workshops.version_for(connection, workshop)
        set_site_setting(connection, FRONT_WORKSHOP, workshop)


def _shown(connection: sa.Connection) -> tuple[str, int | None]:
    """The id of the workshop and of its newest version; the built-in one, without a version, where none is chosen or
    the one that was chosen is put away or gone."""
    chosen = site_setting(connection, FRONT_WORKSHOP)
    version = workshops.shown_version(connection, chosen) if chosen not in {None, BUILT_IN} else None
    return (str(chosen), version) if version is not None else (BUILT_IN, None)
