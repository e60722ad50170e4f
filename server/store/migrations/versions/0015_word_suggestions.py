"""Suggestions that a word is another one than it was merged into, and the language of the page it was typed on."""

import sqlalchemy as sa
from alembic import op

revision = "0015_word_suggestions"
down_revision = "0014_speaker_questions"


def upgrade() -> None:
    op.add_column("answer", sa.Column("lang", sa.String(2)))
    op.create_table(
        "word_suggestion",
        sa.Column("round", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("participant", sa.LargeBinary(32), primary_key=True),
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
