"""Workshops: the built-in ones in step with their folders, others read from files; the version of a new room."""

import logging
from collections.abc import Mapping
from functools import cached_property, partial

import sqlalchemy as sa

from server import clock
from server.settings import PROJECT
from server.store import Store, workshops
from server.store.workshops import StoredWorkshop
from server.usecases.contents import Contents
from server.usecases.drafts import MAX_TITLE, Drafts
from server.usecases.renewal import renew_rooms
from workshop.content.content import Content
from workshop.content.loader import load
from workshop.content.workshop_document import WorkshopDocument, document_json
from workshop.errors import PropelliError
from workshop.exports.tables_base import ascii_name

BUILT_IN, LIBRARY = "built_in", "library"
LIBRARY_FOLDER = PROJECT / "data" / "examples" / "library"
MAX_ID = 40

log = logging.getLogger(__name__)


class Workshops:
    """Use cases around a workshop as a whole. A version never changes: whatever is new is a new version."""

    def __init__(self, store: Store, contents: Contents, drafts: Drafts) -> None:
        self._store, self._contents, self._drafts = store, contents, drafts

    @cached_property
    def _built_in_json(self) -> str:
        return document_json(self._contents.built_in.document)

    def adopt_rooms(self) -> None:
        """Gives the built-in workshop's version to rooms of a store that had no workshops."""
        if self._store.read(workshops.has_unpinned_rooms):
            self._store.write(self._adopt)

    def _adopt(self, connection: sa.Connection) -> None:
        workshops.pin_rooms(connection, self.version_for(connection, None))

    def renew(self) -> None:
        """Makes a new version of each built-in workshop whose files have changed."""
        for workshop in (BUILT_IN, *self._others):
            self._store.write(partial(self.version_for, workshop=workshop))

    @cached_property
    def _others(self) -> Mapping[str, Content]:
        """The built-in workshops besides the first; one whose files have faults is left out."""
        try:
            return {LIBRARY: load(LIBRARY_FOLDER)}
        except PropelliError:
            log.exception("The library workshop has faults; it is left as it was")
            return {}

    def all(self) -> list[StoredWorkshop]:
        self.renew()
        return self._store.read(workshops.all_workshops)

    def version_for(self, connection: sa.Connection, workshop: str | None) -> int:
        """The version that a new room of a workshop runs, the built-in one's for None.

        For a built-in workshop it is the one that its files have now; for one that is edited, that of its draft, made
        where there is none. Raises UnknownWorkshopError, DraftFaultsError or DocumentSizeError.
        """
        if workshop in {None, BUILT_IN}:
            return self._ensure(connection, BUILT_IN, self._contents.built_in, self._built_in_json)
        if workshop == LIBRARY and workshop in self._others:
            content = self._others[workshop]
            return self._ensure(connection, workshop, content, document_json(content.document))
        draft = self._drafts.find(connection, str(workshop))
        if draft is None:
            return workshops.newest_version(connection, str(workshop))
        document = self._drafts.content(draft).document
        text = document_json(document)
        version = workshops.version_with(connection, text, str(workshop))
        if version is not None:
            return version
        return workshops.add_version(connection, str(workshop), _title(document), text, clock.now_ms())

    def _ensure(self, connection: sa.Connection, workshop: str, content: Content, text: str) -> int:
        version = workshops.version_with(connection, text, workshop)
        if version is None:
            title = _title(content.document)
            version = workshops.ensure_version(connection, workshop, title, text, clock.now_ms())
            renew_rooms(connection, workshop, version, content.document)
        return version

    def content(self, workshop: str | None) -> Content:
        """The content that a new room of a workshop shows. Raises UnknownWorkshopError or DraftFaultsError."""
        if workshop in {None, BUILT_IN}:
            return self._contents.built_in
        if workshop == LIBRARY and workshop in self._others:
            return self._others[workshop]
        draft = self._store.read(self._drafts.find, str(workshop))
        if draft is not None:
            return self._drafts.content(draft)
        return self._contents.of_version(self._store.read(workshops.newest_version, str(workshop)))

    def add(self, document: WorkshopDocument, origin: str = "import") -> str:
        """A new workshop of a checked document; returns its id. Raises DocumentSizeError."""
        return str(self._store.write(lambda connection: self._insert(connection, document, origin)[0]))

    def version_with(self, connection: sa.Connection, document: WorkshopDocument) -> int:
        """The version that has this document, in a room's file; made, with a workshop, where no workshop has it.

        Raises DocumentSizeError.
        """
        version = workshops.version_with(connection, document_json(document))
        return version if version is not None else self._insert(connection, document, "room")[1]

    def _insert(self, connection: sa.Connection, document: WorkshopDocument, origin: str) -> tuple[str, int]:
        title, now, text = _title(document), clock.now_ms(), document_json(document)
        workshop = workshops.insert_workshop(connection, workshop_id(title), title, origin, now)
        return workshop, workshops.add_version(connection, workshop, title, text, now)


def _title(document: WorkshopDocument) -> str:
    return document.workshop.title(document.workshop.languages[0])[:MAX_TITLE]


def workshop_id(title: str) -> str:
    """A workshop's id by its title: the words that fit, in ASCII."""
    name = ascii_name(title)
    if len(name) > MAX_ID:
        name = name[:MAX_ID].rsplit("-", 1)[0]
    return name or "workshop"
