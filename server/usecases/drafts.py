"""Drafts as they stand, read once and kept in memory with what is known of them."""

import json
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import partial

import sqlalchemy as sa

from server.store import Store, workshops
from server.store.drafts import DraftHead, StoredDraft, draft_head, read_draft
from workshop.content.content import Content
from workshop.content.draft_changes import Tree
from workshop.content.draft_document import CompiledDraft, compiled, draft_of
from workshop.content.draft_history import History, history_from
from workshop.content.draft_ids import first_language
from workshop.content.workshop_document import MAX_DOCUMENT_BYTES, DocumentSizeError, WorkshopDocument
from workshop.errors import PropelliError

MAX_DRAFTS = 8
MAX_TITLE = 200


class DraftFaultsError(PropelliError):
    """The draft has faults, so that no room can run it; `n` of them."""

    id = "draft_faults"


@dataclass(frozen=True)
class OpenDraft:
    """A draft at one revision: its tree, and what can be undone. One without a row of its own has the revision 0."""

    head: DraftHead
    document: Tree = field(repr=False)
    history: History = field(repr=False)

    @property
    def title(self) -> str:
        """The title in the draft's own language, as far as it has one."""
        title = self.document["workshop"].get("title") or {}
        words = title.get(first_language(self.document)) or next(iter(title.values()), "")
        return str(words).strip()[:MAX_TITLE]

    def stored(self) -> StoredDraft:
        """The rows of the store. Raises DocumentSizeError."""
        text = json.dumps(self.document, ensure_ascii=False, separators=(",", ":"))
        size = len(text.encode())
        if size > MAX_DOCUMENT_BYTES:
            raise DocumentSizeError(max=MAX_DOCUMENT_BYTES // 1_000_000, n=f"{size / 1_000_000:.1f}")
        return StoredDraft(self.head, text, self.history.text)


@dataclass(frozen=True)
class _Known:
    draft: OpenDraft
    compiled: CompiledDraft | None = None


class Drafts:
    """The drafts that were used last, at most `MAX_DRAFTS`. Safe in any thread: another revision is another value."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._known: OrderedDict[str, _Known] = OrderedDict()

    def find(self, connection: sa.Connection, workshop: str) -> OpenDraft | None:
        """The draft of a workshop; None where it has none of its own."""
        head = draft_head(connection, workshop)
        if head is None:
            return None
        known = self._known.get(workshop)
        if known is not None and known.draft.head == head:
            return known.draft
        row = read_draft(connection, workshop)
        if row is None:
            return None
        draft = OpenDraft(row.head, json.loads(row.document), history_from(row.history, row.head.position))
        self.keep(draft)
        return draft

    def find_or_begin(self, connection: sa.Connection, workshop: str) -> OpenDraft:
        """The draft of a workshop, or the one that it would begin with. Raises UnknownWorkshopError."""
        draft = self.find(connection, workshop)
        if draft is not None:
            return draft
        version = workshops.newest_version(connection, workshop)
        known = self._known.get(workshop)
        head = DraftHead(workshop, 0, version, 0, None, None)  # of no row: its version tells it from another
        if known is not None and known.draft.head == head:
            return known.draft
        text = workshops.document_of(connection, version) or ""
        document = draft_of(WorkshopDocument.model_validate_json(text, extra="ignore"))
        draft = OpenDraft(head, document, History())
        self.keep(draft)
        return draft

    def get(self, workshop: str) -> OpenDraft:
        """The draft of a workshop, or the one that it would begin with. Raises UnknownWorkshopError."""
        return self._store.read(partial(self.find_or_begin, workshop=workshop))

    def keep(self, draft: OpenDraft) -> None:
        """Remembers a draft; what is known of the one before helps to know this one."""
        workshop = draft.head.workshop
        with self._lock:
            before = self._known.pop(workshop, None)
            self._known[workshop] = _Known(draft, before.compiled if before else None)
            while len(self._known) > MAX_DRAFTS:
                self._known.popitem(last=False)

    def compiled(self, draft: OpenDraft) -> CompiledDraft:
        """What the draft gives, from memory where it has been asked."""
        known = self._known.get(draft.head.workshop)
        earlier = known.compiled if known is not None else None
        if earlier is not None and earlier.source is draft.document:
            return earlier
        result = compiled(draft.document, earlier)
        with self._lock:
            known = self._known.get(draft.head.workshop)
            if known is not None and known.draft.document is draft.document:
                self._known[draft.head.workshop] = _Known(known.draft, result)
        return result

    def content(self, draft: OpenDraft) -> Content:
        """The content of a draft without faults. Raises DraftFaultsError."""
        result = self.compiled(draft)
        if result.document is None:
            raise DraftFaultsError(n=len(result.findings))
        return Content(result.document)

    def forget(self, workshop: str) -> None:
        """Forgets the draft of a deleted workshop."""
        with self._lock:
            self._known.pop(workshop, None)

    def forget_all(self) -> None:
        """Forgets every draft: the store was put back from a backup."""
        with self._lock:
            self._known.clear()
