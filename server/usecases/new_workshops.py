"""New workshops: empty ones, copies, and from a document that was read; those that are put away or deleted."""

from collections.abc import Sequence
from functools import partial

import sqlalchemy as sa

from server import clock
from server.store import Store, workshops
from server.store.drafts import DraftHead, save_draft
from server.usecases.drafts import MAX_TITLE, Drafts, OpenDraft
from server.usecases.editing import ReadOnlyWorkshopError
from server.usecases.workshops import Workshops, workshop_id
from workshop.content.blank_workshop import blank_workshop
from workshop.content.draft_changes import Change, Tree, all_applied
from workshop.content.draft_document import draft_of
from workshop.content.draft_history import History
from workshop.content.draft_ids import identified
from workshop.content.texts import Texts
from workshop.content.workshop_document import WorkshopDocument
from workshop.words.clean import cleaned

OWN = "own"


class NewWorkshops:
    """Use cases of the list of workshops. Each returns the id of the new workshop."""

    def __init__(self, store: Store, drafts: Drafts, all_workshops: Workshops) -> None:
        self._store, self._drafts, self._workshops = store, drafts, all_workshops

    def empty(self, title: str, lang: str, changes: Sequence[Change] = ()) -> str:
        """A workshop in one language with nothing in its programme but what `changes` put there.

        Raises ChangeError or DocumentSizeError.
        """
        document = blank_workshop(cleaned(title)[:MAX_TITLE], lang)
        for change in changes:
            document, _ = all_applied(document, [identified(document, change)])
        return self._begin(document)

    def from_document(self, document: WorkshopDocument) -> str:
        """A workshop of a checked document. Raises DocumentSizeError."""
        return self._workshops.add(document)

    def duplicate(self, workshop: str, text: Texts) -> str:
        """A copy of a workshop as it now stands, a built-in one too; its title says that it is one.

        Raises UnknownWorkshopError or DocumentSizeError.
        """
        document = self._tree(workshop)
        ending = f" ({text('control.copied_first')})"
        title = {
            lang: f"{words[: MAX_TITLE - len(ending)]}{ending}"
            for lang, words in document["workshop"].get("title", {}).items()
        }
        return self._begin({**document, "workshop": {**document["workshop"], "title": title}})

    def _tree(self, workshop: str) -> Tree:
        stored = self._store.read(workshops.find_workshop, workshop)
        if stored.origin == "built_in":
            return draft_of(self._workshops.content(workshop).document)
        return self._drafts.get(workshop).document

    def archive(self, workshop: str) -> None:
        """Puts a workshop away; its rooms stay. Raises UnknownWorkshopError."""
        self._store.write(partial(workshops.set_archived, workshop=workshop, archived_at=clock.now_ms()))

    def unarchive(self, workshop: str) -> None:
        """Brings a workshop back that was put away. Raises UnknownWorkshopError."""
        self._store.write(partial(workshops.set_archived, workshop=workshop, archived_at=None))

    def delete(self, workshop: str) -> None:
        """Removes a workshop of one's own that no room runs.

        Raises UnknownWorkshopError, ReadOnlyWorkshopError or WorkshopHeldError.
        """

        def job(connection: sa.Connection) -> None:
            if workshops.find_workshop(connection, workshop).origin == "built_in":
                raise ReadOnlyWorkshopError
            workshops.delete_workshop(connection, workshop)

        self._store.write(job)
        self._drafts.forget(workshop)

    def _begin(self, document: Tree) -> str:
        """A new workshop that has a draft alone."""
        draft = OpenDraft(DraftHead("", 1, 0, clock.now_ms(), None, None), document, History())
        title, stored = draft.title, draft.stored()

        def job(connection: sa.Connection) -> str:
            workshop = workshops.insert_workshop(connection, workshop_id(title), title, OWN, clock.now_ms())
            head = DraftHead(workshop, 1, 0, stored.head.saved_at, None, None)
            save_draft(connection, type(stored)(head, stored.document, stored.history), title)
            return workshop

        return str(self._store.write(job))
