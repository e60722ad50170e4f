"""Answers of several sentences. SQLite holds no text to a length, so that only PostgreSQL has something to change."""

import sqlalchemy as sa
from alembic import op

revision = "0007_long_answers"
down_revision = "0006_site_settings"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("answer", "text", type_=sa.String(1000), existing_type=sa.String(200), existing_nullable=False)
