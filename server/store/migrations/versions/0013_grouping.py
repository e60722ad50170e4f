"""How a room looks at answers by group."""

import sqlalchemy as sa
from alembic import op

revision = "0013_grouping"
down_revision = "0012_published_results"


def upgrade() -> None:
    op.add_column("room", sa.Column("grouping", sa.String(60)))
