"""Retention, deletion that leaves nothing, backup and restore."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from server import clock
from server.service import Service
from server.settings import Settings
from server.store.backup import BackupFileError, BackupPlaceError
from server.store.engine import NewerStoreError
from server.usecases.retention import deleted_at
from server.usecases.rooms import DAY_MS
from tests.conftest import Server, eventually
from tests.server.api_client import OpenRoom
from tests.server.filled_rooms import Filled, filled

SECRET = "salainensana"


@pytest.fixture
def room(service: Service) -> Filled:
    filled_room = filled(service, "Säilytettävä")
    filled_room.open("word_cloud")
    filled_room.say(SECRET, "kahvi")
    return filled_room


def shift(monkeypatch: pytest.MonkeyPatch, milliseconds: int) -> None:
    now = clock.now_ms()
    monkeypatch.setattr(clock, "now_ms", lambda: now + milliseconds)


def files_hold(service: Service, text: str) -> bool:
    """Whether the store's file or its log has the text anywhere, also outside its rows."""
    return any(text.encode() in path.read_bytes() for path in service.settings.home.glob("propelli.db*"))


def test_a_room_is_kept_to_the_last_day_and_then_deleted(room: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    newer = filled(room.service, "Uudempi")
    shift(monkeypatch, room.room.retention_days * DAY_MS - 60_000)
    assert room.service.retention.purge() == 0
    newest = filled(room.service, "Uusin")
    shift(monkeypatch, 120_000)
    assert deleted_at(newest.room) > clock.now_ms()
    assert room.service.retention.purge() == 2
    assert [room_.code for room_ in room.service.rooms.all()] == [newest.code]
    assert room.service.rooms.find(newer.code) is None


@pytest.mark.parametrize("how", ["button", "purge"])
def test_nothing_of_a_deleted_room_stays_in_the_file(room: Filled, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    assert files_hold(room.service, SECRET)
    if how == "button":
        room.service.rooms.delete(room.code)
    else:
        shift(monkeypatch, 400 * DAY_MS)
        room.service.retention.purge(trust_clock=True)
    assert not files_hold(room.service, SECRET)


def test_a_server_deletes_old_rooms_when_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(home=tmp_path / "home", password="lupa")
    first = Service(settings)
    filled(first)
    shift(monkeypatch, 91 * DAY_MS)
    newer = filled(first)
    first.close()
    again = Service(settings)
    again.retention.start()
    eventually(lambda: [room.code for room in again.rooms.all()] == [newer.code])
    again.close()


def test_a_new_room_shows_nothing_of_a_deleted_one(room: Filled) -> None:
    """Counts are kept by the round: its number in the store must not be given again."""
    service = room.service
    first = service.results.rounds(room.code)[0]
    assert service.results_cache.words(room.code, first.activity_id, first.round.id).people == 2
    service.rooms.delete(room.code)
    other = filled(service)
    other.open("word_cloud")
    other.say("tee")
    second = service.results.rounds(other.code)[0]
    words = service.results_cache.words(other.code, second.activity_id, second.round.id)
    assert [entry.text for entry in words.entries] == ["tee"]


def test_a_backup_is_whole_private_and_can_be_put_back(room: Filled, tmp_path: Path) -> None:
    service, to = room.service, tmp_path / "kopio.db"
    before = service.results.record(room.code).model_dump(exclude={"exported_at"})
    service.retention.backup(to)
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["kopio.db"]
    room.say("myöhempi", person=9)
    assert service.results.record(room.code).people == 3  # counted, and the count is kept
    later = filled(service)
    assert service.retention.restore(to) == 1
    assert service.rooms.find(later.code) is None
    eventually(lambda: service.results.record(room.code).model_dump(exclude={"exported_at"}) == before)
    room.say("uusi", person=20)
    eventually(lambda: service.results.record(room.code).people == 3)


def test_a_backup_of_expired_rooms_brings_none_of_them_back(
    room: Filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.service.retention.backup(tmp_path / "kopio.db")
    shift(monkeypatch, 400 * DAY_MS)
    assert room.service.retention.restore(tmp_path / "kopio.db") == 0
    assert not files_hold(room.service, SECRET)


def empty_file(path: Path) -> None:
    path.write_bytes(b"")


def text_file(path: Path) -> None:
    path.write_text("tavallinen teksti " * 500)


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE room (id)")


@pytest.mark.parametrize("make", [empty_file, text_file, other_database, os.mkdir, lambda path: None])
def test_what_is_no_backup_is_refused_and_nothing_is_lost(
    room: Filled, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    backup_file = tmp_path / "kopio.db"
    make(backup_file)
    with pytest.raises(BackupFileError):
        room.service.retention.restore(backup_file)
    assert room.service.results.record(room.code).people == 2


def test_a_broken_backup_is_refused(room: Filled, tmp_path: Path) -> None:
    backup_file = tmp_path / "kopio.db"
    room.service.retention.backup(backup_file)
    backup_file.write_bytes(backup_file.read_bytes()[:-8192])
    with pytest.raises(BackupFileError):
        room.service.retention.restore(backup_file)


def test_a_backup_from_a_newer_version_is_refused(room: Filled, tmp_path: Path) -> None:
    backup_file = tmp_path / "kopio.db"
    room.service.retention.backup(backup_file)
    with closing(sqlite3.connect(backup_file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(NewerStoreError):
        room.service.retention.restore(backup_file)
    assert room.service.results.record(room.code).people == 2


def test_a_backup_needs_a_place(room: Filled, tmp_path: Path) -> None:
    with pytest.raises(BackupPlaceError):
        room.service.retention.backup(tmp_path / "ei" / "ole" / "kopio.db")


def test_backup_and_restore_beside_a_running_server(server: Server, tmp_path: Path) -> None:
    live = OpenRoom(server)
    phone = live.phone()
    round_id = phone.state()["round"]
    assert phone.send(round=round_id, words=["ennen"]).status_code == 200
    server.command("backup", str(tmp_path / "kopio.db"))
    assert phone.send(round=round_id, words=["jälkeen"]).status_code == 200
    assert phone.me()["left"] == 1
    server.command("restore", str(tmp_path / "kopio.db"))
    eventually(lambda: phone.me()["left"] == 2)
    assert phone.send(round=round_id, words=["uusi"]).status_code == 200
    assert phone.me()["answers"] == ["ennen", "uusi"]
    written = tmp_path / "tulos.csv"
    server.command("room", "export", live.code, "--to", str(written))
    assert "jälkeen" not in written.read_text("utf-8-sig")
    live.close()


def test_the_log_holds_no_answers_and_no_tokens(server: Server) -> None:
    live = OpenRoom(server)
    phone = live.phone()
    assert phone.send(round=phone.state()["round"], words=[SECRET]).status_code == 200
    server.command("room", "delete", live.code)
    assert SECRET not in server.log()
    for token in phone.client.cookies.values():
        assert token not in server.log()
    live.close()
