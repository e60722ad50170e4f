"""Rooms whose questions are answered at one's own pace, and phones that several people answer on."""

import sqlalchemy as sa
from alembic import op

revision = "0016_own_pace"
down_revision = "0015_word_suggestions"


def upgrade() -> None:
    op.add_column("room", sa.Column("own_pace", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("room", sa.Column("shared_phones", sa.Boolean, nullable=False, server_default=sa.false()))
