"""The tables. Times are milliseconds since 1970; a migration in `migrations/versions` accompanies every change here."""

import sqlalchemy as sa

REVISION = "0016_own_pace"
"""The newest migration's."""

metadata = sa.MetaData()

workshops = sa.Table(
    "workshop",
    metadata,
    sa.Column("id", sa.String(60), primary_key=True),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("origin", sa.String(10), nullable=False),
    sa.Column("created_at", sa.BigInteger, nullable=False),
    sa.Column("archived_at", sa.BigInteger),
)

workshop_versions = sa.Table(
    "workshop_version",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("workshop", sa.String(60), sa.ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("note", sa.String(200)),
    sa.UniqueConstraint("workshop", "number"),
    sqlite_autoincrement=True,  # documents are kept in memory by id: a deleted version's is never given again
)

workshop_drafts = sa.Table(
    "workshop_draft",
    metadata,
    sa.Column("workshop", sa.String(60), sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("rev", sa.Integer, nullable=False),
    sa.Column("history", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("saved_at", sa.BigInteger, nullable=False),
    sa.Column("editor", sa.String(100)),
    sa.Column("editor_since", sa.BigInteger),
)

site_settings = sa.Table(
    "site_setting",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.String(200), nullable=False),
)

rooms = sa.Table(
    "room",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("code", sa.String(6), nullable=False, unique=True),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("lang", sa.String(2), nullable=False),
    sa.Column("created_at", sa.BigInteger, nullable=False),
    sa.Column("closed_at", sa.BigInteger),
    sa.Column("retention_days", sa.Integer, nullable=False),
    sa.Column("key_number", sa.Integer, nullable=False, default=1),
    sa.Column("rev", sa.Integer, nullable=False, default=1),
    sa.Column("activity", sa.Integer),
    sa.Column("view", sa.String(10), nullable=False, default="join"),
    sa.Column("approval", sa.Boolean, nullable=False, default=False),
    sa.Column("locked", sa.Boolean, nullable=False, default=False),
    sa.Column("shown_round", sa.Integer),
    sa.Column("grouping", sa.String(60)),
    sa.Column("version", sa.Integer, sa.ForeignKey("workshop_version.id"), index=True),
    sa.Column("published_at", sa.BigInteger),
    sa.Column("speaker_questions", sa.Boolean, nullable=False, default=False, server_default=sa.false()),
    sa.Column("moderator_key_number", sa.Integer, nullable=False, default=1, server_default="1"),
    sa.Column("own_pace", sa.Boolean, nullable=False, default=False, server_default=sa.false()),
    sa.Column("shared_phones", sa.Boolean, nullable=False, default=False, server_default=sa.false()),
)

activities = sa.Table(
    "activity",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("room", sa.Integer, sa.ForeignKey("room.id", ondelete="CASCADE"), nullable=False),
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("spec", sa.Text, nullable=False),
    sa.Column("results_rule", sa.String(10), nullable=False, default="always"),
    sa.Column("phone_results", sa.Boolean, nullable=False, default=False),
    sa.UniqueConstraint("room", "name"),
)

rounds = sa.Table(
    "round",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("activity", sa.Integer, sa.ForeignKey("activity.id", ondelete="CASCADE"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("opened_at", sa.BigInteger, nullable=False),
    sa.Column("ends_at", sa.BigInteger),
    sa.Column("closed_at", sa.BigInteger),
    sa.UniqueConstraint("activity", "number"),
    sqlite_autoincrement=True,  # counts are kept by id: a deleted round's is never given again
)

answers = sa.Table(
    "answer",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("round", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
    sa.Column("participant", sa.LargeBinary(32), nullable=False),
    sa.Column("slot", sa.Integer, nullable=False),
    sa.Column("key", sa.String(200), nullable=False),
    sa.Column("text", sa.String(200).with_variant(sa.String(1000), "postgresql"), nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("lang", sa.String(2)),  # of the page that a word was typed on: for merging alone, in no export
    sa.UniqueConstraint("round", "participant", "key"),  # one person, one count
    sa.UniqueConstraint("round", "participant", "slot"),  # the limit of answers holds between processes too
    sqlite_autoincrement=True,
)

decisions = sa.Table(
    "decision",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("activity", sa.Integer, sa.ForeignKey("activity.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("key", sa.String(200), nullable=False),
    sa.Column("target", sa.String(200)),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("undone_at", sa.BigInteger),
)

withdrawals = sa.Table(
    "withdrawal",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("room", sa.Integer, sa.ForeignKey("room.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("since", sa.BigInteger),
    sa.Column("until", sa.BigInteger, nullable=False),
    sa.Column("undone_at", sa.BigInteger),
)

withdrawn = sa.Table(
    "withdrawn",
    metadata,
    sa.Column("withdrawal", sa.Integer, sa.ForeignKey("withdrawal.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("participant", sa.LargeBinary(32), primary_key=True),
)

speaker_questions = sa.Table(
    "speaker_question",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("room", sa.Integer, sa.ForeignKey("room.id", ondelete="CASCADE"), nullable=False),
    sa.Column("participant", sa.LargeBinary(32), nullable=False),
    sa.Column("key", sa.String(600), nullable=False),
    sa.Column("text", sa.String(200), nullable=False),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.UniqueConstraint("room", "participant", "key"),  # the same question of one person is one
    sqlite_autoincrement=True,
)

speaker_votes = sa.Table(
    "speaker_vote",
    metadata,
    sa.Column("question", sa.Integer, sa.ForeignKey("speaker_question.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("participant", sa.LargeBinary(32), primary_key=True, index=True),
    sa.Column("at", sa.BigInteger, nullable=False),
)

retractions = sa.Table(
    "retraction",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("round", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("participant", sa.LargeBinary(32), nullable=False),
    sa.Column("key", sa.String(200), nullable=False),
    sa.Column("text", sa.String(1000), nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
    sqlite_autoincrement=True,  # caches tell by the newest id whether an answer has gone
)

word_suggestions = sa.Table(
    "word_suggestion",
    metadata,
    sa.Column("round", sa.Integer, sa.ForeignKey("round.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("participant", sa.LargeBinary(32), primary_key=True),
    sa.Column("key", sa.String(200), primary_key=True),
    sa.Column("at", sa.BigInteger, nullable=False),
)
