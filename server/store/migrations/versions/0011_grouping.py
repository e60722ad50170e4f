"""How a room looks at answers by group."""

import sqlalchemy as sa
from alembic import op

revision = "0011_grouping"
down_revision = "0007_long_answers"


def upgrade() -> None:
    op.add_column("room", sa.Column("grouping", sa.String(60)))
