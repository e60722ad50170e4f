"""Workshops on PostgreSQL: a store from before them, rooms of two subjects, and a restart with other content."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from server import clock
from server.service import Service
from server.settings import Settings
from server.store.engine import MIGRATIONS, open_engine
from server.usecases.editing import DraftElsewhereError
from server.usecases.workshops import LIBRARY
from tests.conftest import ROOT
from tests.server.filled_rooms import Filled, whole_workshop
from tests.server.test_workshops import NOON, files
from tests.workshop.test_draft_document import POLL
from workshop.content.workshop_document import document_json

MADE_SINCE = ("word_suggestion", "speaker_vote", "speaker_question", "retraction")
ADDED_SINCE = (
    ("room", "published_at"), ("room", "grouping"), ("room", "speaker_questions"), ("room", "moderator_key_number"),
    ("room", "own_pace"), ("room", "shared_phones"), ("answer", "lang"),
)  # fmt: skip


DATA, OTHER = ROOT / "data", ROOT / "data" / "examples" / "library"


def started(database: str, home: Path, data: Path) -> Service:
    return Service(Settings(home=home, password="lupa", database_url=database, data=data))


def test_a_room_from_before_workshops_gets_the_content_that_is_there(database: str, tmp_path: Path) -> None:
    engine = open_engine(database)
    with engine.connect() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0003_withdrawals")
        connection.execute(
            sa.text(
                "INSERT INTO room"
                " (code, title, lang, created_at, retention_days, key_number, rev, view, approval, locked)"
                " VALUES ('482915', 'Vanha', 'fi', 1750000000000, 90, 1, 1, 'join', false, false)"
            )
        )
        connection.commit()
    engine.dispose()
    for data in (DATA, OTHER):
        running = started(database, tmp_path, data)
        try:
            assert running.content_of(running.rooms.get("482915")).title("fi").startswith("Sosiaaliset innovaatiot")
        finally:
            running.close()


def test_files_stay_when_the_content_is_another(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running = started(database, tmp_path, DATA)
    try:
        first = whole_workshop(running)
        second = Filled(running, running.rooms.create(workshop=LIBRARY))
        second.open("quiz")
        second.fill_form(6, ["a", "b", "c"])
        monkeypatch.setattr(clock, "now_ms", lambda: NOON)
        before = [files(running, room.code) for room in (first, second)]
    finally:
        running.close()
    running = started(database, tmp_path, OTHER)
    try:
        assert [files(running, room.code) for room in (first, second)] == before
    finally:
        running.close()


def test_a_workshop_is_edited_and_run_and_its_draft_outlives_a_restart(database: str, tmp_path: Path) -> None:
    running = started(database, tmp_path, DATA)
    try:
        workshop = running.new_workshops.empty("Kylät", "fi")
        insert = {"op": "insert", "path": ["workshop", "activities", 0], "value": POLL}
        running.editing.change(workshop, "a", 1, [insert])
        hostile = {"op": "set", "path": ["workshop", "title", "fi"], "value": "Kylät\x00\ud800 ja 🐝"}
        running.editing.change(workshop, "a", 2, [hostile])
        room = running.rooms.create(workshop=workshop)
        assert (room.title, running.rooms.create(workshop=workshop).version) == ("Kylät ja 🐝", room.version)
        with pytest.raises(DraftElsewhereError):
            running.editing.change(workshop, "a", 2, [insert])
    finally:
        running.close()
    running = started(database, tmp_path, DATA)
    try:
        undone = running.editing.undo(workshop, "a", 3)
        assert undone.draft.title == "Kylät"
        assert running.editing.undo(workshop, "a", 4).draft.document["workshop"]["activities"] == []
        running.new_workshops.archive(workshop)
        assert [stored.id for stored in running.workshops.all() if stored.archived_at] == [workshop]
    finally:
        running.close()


def test_workshops_from_before_drafts_can_be_edited(database: str, tmp_path: Path) -> None:
    running = started(database, tmp_path, DATA)
    document = running.workshops.content(LIBRARY).document
    running.close()
    engine = open_engine(database)
    with engine.connect() as connection:
        for table in ("workshop_draft", "site_setting", *MADE_SINCE):
            connection.execute(sa.text(f"DROP TABLE {table} CASCADE"))
        for table, column in ADDED_SINCE:
            connection.execute(sa.text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0004_workshops'"))
        connection.execute(
            sa.text("INSERT INTO workshop (id, title, origin, created_at) VALUES ('vanha', 'Vanha', 'import', 1)")
        )
        connection.execute(
            sa.text("INSERT INTO workshop_version (workshop, number, document, made_at) VALUES ('vanha', 1, :text, 1)"),
            {"text": document_json(document)},
        )
        connection.commit()
    engine.dispose()
    running = started(database, tmp_path, DATA)
    try:
        change = {"op": "set", "path": ["workshop", "activities", 0, "minutes"], "value": 5}
        assert running.editing.change("vanha", "a", 0, [change]).draft.head.rev == 1
        room = running.rooms.create(workshop="vanha")
        assert running.content_of(room).activities[0].minutes == 5
    finally:
        running.close()
