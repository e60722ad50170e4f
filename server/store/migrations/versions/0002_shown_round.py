"""The earlier round that a room's projector shows."""

import sqlalchemy as sa
from alembic import op

revision = "0002_shown_round"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("room", sa.Column("shown_round", sa.Integer))
