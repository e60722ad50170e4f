"""Drafts: a workshop as it is being edited, with what can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0005_workshop_drafts"
down_revision = "0004_workshops"


def upgrade() -> None:
    op.create_table(
        "workshop_draft",
        sa.Column("workshop", sa.String(60), sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("history", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.BigInteger, nullable=False),
        sa.Column("editor", sa.String(100)),
        sa.Column("editor_since", sa.BigInteger),
    )
