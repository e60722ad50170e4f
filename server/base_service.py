"""The store with its workshops and rooms: what the command line needs, and what the service of a server begins with."""

from collections.abc import Callable

from server.access import Access
from server.file_permissions import prepare_home
from server.settings import Settings
from server.store import Store
from server.usecases.contents import Contents
from server.usecases.control import Control
from server.usecases.drafts import Drafts
from server.usecases.own_pace import OwnPace
from server.usecases.retention import Retention
from server.usecases.rooms import Rooms
from server.usecases.workshops import Workshops
from workshop.content.content import Content
from workshop.content.loader import load


class BaseService:
    """Use cases that need nothing live: no streams, no word lists, no pages. Close it at the end."""

    def __init__(self, settings: Settings, built_in: Callable[[], Content] | None = None) -> None:
        """Reads the built-in workshop at first use. Raises HomeFolderError, StoreFileError or NewerStoreError."""
        self.settings = settings
        prepare_home(settings.home)
        self.store = Store(settings.store_url)
        self.contents = Contents(self.store, built_in or (lambda: load(settings.data)))
        self.drafts = Drafts(self.store)
        self.workshops = Workshops(self.store, self.contents, self.drafts)
        self.workshops.adopt_rooms()
        self.access = Access(settings.home, settings.password)
        self.rooms = Rooms(self.store, self.contents, self.workshops, self.access)
        self.control = Control(self.store)
        self.own_pace = OwnPace(self.store)
        self.retention = Retention(self.store)

    def close(self) -> None:
        self.retention.close()
        self.store.close()
