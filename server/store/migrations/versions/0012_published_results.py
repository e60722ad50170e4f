"""When a room's results were published at their own address."""

import sqlalchemy as sa
from alembic import op

revision = "0012_published_results"
down_revision = "0007_long_answers"


def upgrade() -> None:
    op.add_column("room", sa.Column("published_at", sa.BigInteger))
