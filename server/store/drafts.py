"""Queries and changes of drafts: one a workshop, written whole, by whoever knows its latest revision."""

from dataclasses import dataclass

import sqlalchemy as sa

from server.store.schema import workshop_drafts, workshops


@dataclass(frozen=True)
class DraftHead:
    """What a draft is without its text. `rev` grows with every change; `editor` is the session that edits it."""

    workshop: str
    rev: int
    position: int
    saved_at: int
    editor: str | None
    editor_since: int | None


@dataclass(frozen=True)
class StoredDraft:
    """A draft; `document` and `history` are JSON."""

    head: DraftHead
    document: str
    history: str


_HEAD = [workshop_drafts.c[name] for name in ("workshop", "rev", "position", "saved_at", "editor", "editor_since")]


def draft_head(connection: sa.Connection, workshop: str) -> DraftHead | None:
    """None where the workshop has no draft."""
    row = connection.execute(sa.select(*_HEAD).where(workshop_drafts.c.workshop == workshop)).first()
    return None if row is None else DraftHead(*row)


def draft_revisions(connection: sa.Connection) -> dict[str, int]:
    """Workshop to the revision of its draft, for every workshop that has one."""
    query = sa.select(workshop_drafts.c.workshop, workshop_drafts.c.rev)
    return {str(workshop): int(rev) for workshop, rev in connection.execute(query)}


def read_draft(connection: sa.Connection, workshop: str) -> StoredDraft | None:
    """None where the workshop has no draft."""
    texts = (workshop_drafts.c.document, workshop_drafts.c.history)
    row = connection.execute(sa.select(*_HEAD, *texts).where(workshop_drafts.c.workshop == workshop)).first()
    return None if row is None else StoredDraft(DraftHead(*row[:-2]), row[-2], row[-1])


def save_draft(connection: sa.Connection, draft: StoredDraft, title: str) -> bool:
    """Writes the revision that follows the one in the store, and the workshop's title; False where another was first.

    The first revision makes the draft.
    """
    values = {**vars(draft.head), "document": draft.document, "history": draft.history}
    if draft.head.rev == 1:
        if draft_head(connection, draft.head.workshop) is not None:
            return False
        connection.execute(workshop_drafts.insert(), values)
    else:
        before = (workshop_drafts.c.workshop == draft.head.workshop) & (workshop_drafts.c.rev == draft.head.rev - 1)
        if connection.execute(workshop_drafts.update().where(before).values(values)).rowcount == 0:
            return False
    is_other = (workshops.c.id == draft.head.workshop) & (workshops.c.title != title)
    connection.execute(workshops.update().where(is_other).values(title=title))
    return True


def save_head(connection: sa.Connection, head: DraftHead) -> bool:
    """Writes what a draft is besides its text, as the next revision; False where another was first."""
    before = (workshop_drafts.c.workshop == head.workshop) & (workshop_drafts.c.rev == head.rev - 1)
    return connection.execute(workshop_drafts.update().where(before).values(vars(head))).rowcount == 1
