"""Workshops and their versions; every room runs one. Rooms of before get theirs once the app has read its content."""

import sqlalchemy as sa
from alembic import op

revision = "0004_workshops"
down_revision = "0003_withdrawals"


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(60), primary_key=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("origin", sa.String(10), nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("archived_at", sa.BigInteger),
    )
    op.create_table(
        "workshop_version",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("workshop", sa.String(60), sa.ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("note", sa.String(200)),
        sa.UniqueConstraint("workshop", "number"),
        sqlite_autoincrement=True,
    )
    op.execute("ALTER TABLE room ADD COLUMN version INTEGER REFERENCES workshop_version (id)")
    op.create_index("ix_room_version", "room", ["version"])
