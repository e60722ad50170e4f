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
from server.usecases.workshops import LIBRARY
from tests.conftest import ROOT
from tests.server.filled_rooms import Filled, whole_workshop
from tests.server.test_workshops import NOON, files

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
