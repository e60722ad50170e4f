"""Questions to the speaker with their votes, answers that their senders took back, and the moderator's link."""

import sqlalchemy as sa
from alembic import op

revision = "0014_speaker_questions"
down_revision = "0013_grouping"


def upgrade() -> None:
    op.add_column("room", sa.Column("speaker_questions", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("room", sa.Column("moderator_key_number", sa.Integer, nullable=False, server_default="1"))
    op.create_table(
        "speaker_question",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("room", sa.Integer, sa.ForeignKey("room.id", ondelete="CASCADE"), nullable=False),
        sa.Column("participant", sa.LargeBinary(32), nullable=False),
        sa.Column("key", sa.String(600), nullable=False),
        sa.Column("text", sa.String(200), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("room", "participant", "key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "speaker_vote",
        sa.Column("question", sa.Integer, sa.ForeignKey("speaker_question.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("participant", sa.LargeBinary(32), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_speaker_vote_participant", "speaker_vote", ["participant"])
    op.create_table(
        "retraction",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("round", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
        sa.Column("participant", sa.LargeBinary(32), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("text", sa.String(1000), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_retraction_round", "retraction", ["round"])
