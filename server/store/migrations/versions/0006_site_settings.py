"""The organiser's choices for the whole site, such as the workshop that pages without a room show."""

import sqlalchemy as sa
from alembic import op

revision = "0006_site_settings"
down_revision = "0005_workshop_drafts"


def upgrade() -> None:
    op.create_table(
        "site_setting",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.String(200), nullable=False),
    )
