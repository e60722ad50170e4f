"""Answers that a facilitator has taken out of a room after a flood, and can put back."""

import sqlalchemy as sa
from alembic import op

revision = "0003_withdrawals"
down_revision = "0002_shown_round"


def upgrade() -> None:
    op.create_table(
        "withdrawal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("room", sa.Integer, sa.ForeignKey("room.id", ondelete="CASCADE"), nullable=False),
        sa.Column("since", sa.BigInteger),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("undone_at", sa.BigInteger),
    )
    op.create_index("ix_withdrawal_room", "withdrawal", ["room"])
    op.create_table(
        "withdrawn",
        sa.Column("withdrawal", sa.Integer, sa.ForeignKey("withdrawal.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("participant", sa.LargeBinary(32), primary_key=True),
    )
