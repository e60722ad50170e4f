"""Edits drafts: every change is kept at once, can be undone, and comes from one session at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import sqlalchemy as sa

from server import clock
from server.store import Store, workshops
from server.store.drafts import save_draft, save_head
from server.usecases.drafts import Drafts, OpenDraft
from workshop.content.draft_changes import MAX_CHANGES, Change, DraftRowsError, Tree, all_applied, as_done
from workshop.content.draft_difference import differences, row_changes
from workshop.content.draft_history import DraftStep, History
from workshop.content.draft_ids import identified
from workshop.errors import PropelliError

EDITOR_MS = 15 * 60_000
"""How long after its latest change a session keeps others from editing."""
MAX_SESSION = 100


class ReadOnlyWorkshopError(PropelliError):
    """A built-in workshop is not edited; a copy of it is."""

    id = "workshop_read_only"


class DraftElsewhereError(PropelliError):
    """The draft has changed since, or another session edits it."""

    id = "draft_elsewhere"


class NothingToUndoError(PropelliError):
    """There is no step to take back, or to do again."""

    id = "draft_no_step"


class SessionError(PropelliError):
    """The request does not say which session it comes from."""

    id = "draft_session"


@dataclass(frozen=True)
class SavedChanges:
    """The draft after a change, and what a client must still do to have the same."""

    draft: OpenDraft
    changes: Sequence[Change]


class Editing:
    """Use cases of the editor. A `session` is one open editor; `rev` is the revision that it knows."""

    def __init__(self, store: Store, drafts: Drafts) -> None:
        self._store, self._drafts = store, drafts

    def draft(self, workshop: str) -> OpenDraft:
        """The draft of a workshop that can be edited. Raises UnknownWorkshopError or ReadOnlyWorkshopError."""
        return self._store.read(self._find, workshop)

    def _find(self, connection: sa.Connection, workshop: str) -> OpenDraft:
        if workshops.find_workshop(connection, workshop).origin == "built_in":
            raise ReadOnlyWorkshopError
        return self._drafts.find_or_begin(connection, workshop)

    def change(self, workshop: str, session: str, rev: int, changes: Sequence[Mapping[str, Any]]) -> SavedChanges:
        """Does changes as one step.

        Raises ChangeError, DraftElsewhereError, DocumentSizeError, SessionError, UnknownWorkshopError or
        ReadOnlyWorkshopError; then nothing has changed.
        """
        return self._changed(self._mine(workshop, session, rev), session, changes)

    def add(self, workshop: str, change: Mapping[str, Any]) -> SavedChanges:
        """Does a change from outside the editor. Whoever edits goes on, with another revision.

        Raises ChangeError, DraftElsewhereError, DocumentSizeError, UnknownWorkshopError or ReadOnlyWorkshopError.
        """
        draft = self.draft(workshop)
        return self._changed(draft, draft.head.editor, [change])

    def _changed(self, draft: OpenDraft, session: str | None, changes: Sequence[Mapping[str, Any]]) -> SavedChanges:
        document = draft.document
        done: list[Change] = []
        inverses: list[Change] = []
        if len(changes) > MAX_CHANGES:
            raise DraftRowsError(max=MAX_CHANGES)
        for change in changes:
            named = identified(document, change)
            document, back = all_applied(document, [named])
            done.append(as_done(document, named))
            inverses[:0] = back
        as_sent, _ = all_applied(draft.document, changes, is_own=True)
        step = DraftStep(tuple(done), tuple(inverses), clock.now_ms())
        after = self._save(draft, document, draft.history.added(step), session)
        return SavedChanges(after, tuple(differences(as_sent, after.document)))

    def undo(self, workshop: str, session: str, rev: int) -> SavedChanges:
        """Takes the latest step back. Raises NothingToUndoError and as `change`."""
        return self._step(workshop, session, rev, lambda history: history.can_undo, History.undone)

    def redo(self, workshop: str, session: str, rev: int) -> SavedChanges:
        """Does the step again that was undone last. Raises NothingToUndoError and as `change`."""
        return self._step(workshop, session, rev, lambda history: history.can_redo, History.redone)

    def _step(
        self,
        workshop: str,
        session: str,
        rev: int,
        may: Callable[[History], bool],
        turn: Callable[[History], tuple[History, Sequence[Change]]],
    ) -> SavedChanges:
        draft = self._mine(workshop, session, rev)
        if not may(draft.history):
            raise NothingToUndoError
        history, changes = turn(draft.history)
        document, _ = all_applied(draft.document, changes, is_own=True)
        return SavedChanges(self._save(draft, document, history, session), tuple(changes))

    def set_examples(self, workshop: str, session: str, rows: Sequence[Mapping[str, Any]]) -> SavedChanges:
        """Makes the examples these rows, as one step that can be undone; rows that are as before are left as they are.

        Raises as `change`.
        """
        draft = self.draft(workshop)
        changes = row_changes(draft.document.get("examples", []), [dict(row) for row in rows], ("examples",))
        if not changes:
            return SavedChanges(draft, ())
        return self.change(workshop, session, draft.head.rev, changes)

    def take_over(self, workshop: str, session: str) -> OpenDraft:
        """Makes a session the one that edits. Raises SessionError and as `draft`."""
        draft = self.draft(workshop)
        _check_session(session)
        if self.is_editor(draft, session):
            return draft
        if draft.head.rev == 0:
            return self._save(draft, draft.document, draft.history, session)
        head = replace(draft.head, rev=draft.head.rev + 1, editor=session, editor_since=clock.now_ms())
        if not self._store.write(partial(save_head, head=head)):
            raise DraftElsewhereError
        after = replace(draft, head=head)
        self._drafts.keep(after)
        return after

    def is_editor(self, draft: OpenDraft, session: str) -> bool:
        return draft.head.editor == session

    def other_since(self, draft: OpenDraft, session: str) -> int | None:
        """Since when another session edits, in milliseconds since 1970; None where none does."""
        head = draft.head
        if head.editor in {None, session} or clock.now_ms() - max(head.saved_at, head.editor_since or 0) > EDITOR_MS:
            return None
        return head.editor_since

    def _mine(self, workshop: str, session: str, rev: int) -> OpenDraft:
        """The draft, where this session may change this revision of it."""
        draft = self.draft(workshop)
        _check_session(session)
        if draft.head.rev != rev or self.other_since(draft, session) is not None:
            raise DraftElsewhereError
        return draft

    def _save(self, draft: OpenDraft, document: Tree, history: History, session: str | None) -> OpenDraft:
        now = clock.now_ms()
        head = replace(
            draft.head,
            rev=draft.head.rev + 1,
            position=history.position,
            saved_at=now,
            editor=session,
            editor_since=draft.head.editor_since if draft.head.editor == session else now,
        )
        after = OpenDraft(head, document, history)
        stored = after.stored()
        title = after.title or draft.title
        if not self._store.write(partial(save_draft, draft=stored, title=title)):
            raise DraftElsewhereError
        self._drafts.keep(after)
        return after


def _check_session(session: object) -> None:
    if not isinstance(session, str) or not 0 < len(session) <= MAX_SESSION or not session.isprintable():
        raise SessionError
