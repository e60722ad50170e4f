"""Exports and deletion over PostgreSQL, whose own tools make the backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.service import Service
from server.settings import Settings
from server.store.backup import OtherStoreError
from server.usecases.downloads import KINDS, export_file
from tests.server.filled_rooms import whole_workshop


@pytest.fixture
def service(tmp_path: Path, database: str) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path / "home", password="lupa", database_url=database))
    yield running
    running.close()


def test_a_room_is_exported_read_back_and_deleted(service: Service) -> None:
    room = whole_workshop(service)
    files = {kind: export_file(service, room.code, "fi", kind, lambda done: None) for kind in KINDS}
    assert all(files.values())
    service.importing.from_json(files[".json"])
    assert len(service.rooms.all()) == 2
    service.rooms.delete(room.code)
    assert len(service.rooms.all()) == 1


def test_a_backup_is_left_to_the_database(service: Service, tmp_path: Path) -> None:
    for use in (service.retention.backup, service.retention.restore):
        with pytest.raises(OtherStoreError):
            use(tmp_path / "kopio.db")
