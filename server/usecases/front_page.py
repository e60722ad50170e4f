"""The workshop that pages without a room show: the one that the organiser chose, else the built-in one."""

from functools import partial

import sqlalchemy as sa

from server.store import Store
from server.store.front_page import choose_front, front_version
from server.usecases.contents import Contents
from server.usecases.workshops import BUILT_IN, Workshops


class FrontPage:
    """The choice is read where it is needed, so that every process shows the same; `Contents.front` has its content."""

    def __init__(self, store: Store, all_workshops: Workshops, contents: Contents) -> None:
        self._store, self._workshops, self._contents = store, all_workshops, contents

    def workshop(self) -> str:
        """The id of the workshop that is shown."""
        chosen, version = self._store.read(front_version)
        return BUILT_IN if chosen is None or version is None else chosen

    def choose(self, workshop: str) -> None:
        """Shows a workshop from now on. Raises UnknownWorkshopError, or DraftFaultsError where it cannot be held."""
        self._store.write(partial(self._choose, workshop=workshop))
        self._contents.read_front()

    def _choose(self, connection: sa.Connection, workshop: str) -> None:
        self._workshops.version_for(connection, workshop)
        choose_front(connection, None if workshop == BUILT_IN else workshop)
