"""Deletion: nothing of a room remains, nobody waits for it, and readers or a second process do not disturb it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from server.service import Service
from server.settings import Settings
from server.store import deletion
from server.store import rooms as table
from server.usecases.retention import ClockJumpError, Retention
from server.usecases.rooms import DAY_MS
from tests.conftest import Server, eventually
from tests.faults.burst import exported
from tests.server.api_client import OpenRoom
from tests.server.filled_rooms import Filled, filled
from tests.server.test_retention import files_hold, shift

SECRET = "salainensana"


@pytest.fixture
def room(service: Service) -> Filled:
    filled_room = filled(service, "Poistuva")
    filled_room.open("word_cloud")
    filled_room.say(*(f"{SECRET}{number}" for number in range(25)))
    return filled_room


@contextmanager
def reading(home: Path) -> Iterator[None]:
    """Somebody else's open read of the store."""
    with closing(sqlite3.connect(home / "propelli.db", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM answer").fetchone()
        yield
        other.execute("ROLLBACK")


def test_words_leave_every_file_once_a_reader_has_ended(room: Filled) -> None:
    service = room.service
    service.retention.start()
    with reading(service.settings.home):
        service.rooms.delete(room.code)
        assert service.rooms.find(room.code) is None
        assert files_hold(service, SECRET), "the reader still sees what was there"
    eventually(lambda: not files_hold(service, SECRET), 30)


def test_answers_elsewhere_are_stored_while_a_reader_holds_up_a_deletion(room: Filled) -> None:
    service = room.service
    other = filled(service, "Toinen")
    other.open("word_cloud")
    with reading(service.settings.home):
        service.rooms.delete(room.code)
        other.say("ilo", person=7)
        assert service.results.record(other.code).people == 1


def test_a_large_room_is_removed_in_steps_between_which_others_are_served(
    room: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletion, "BATCH_ANSWERS", 4)
    service = room.service
    other = filled(service, "Toinen")
    other.open("word_cloud")
    service.store.delete_room(room.code)
    steps = 0
    before = count(service, "answer")
    while service.store.write(deletion.remove_batch):
        steps += 1
        assert before - count(service, "answer") <= 4
        other.say("ilo", person=steps)
        before = count(service, "answer")
    assert service.results.record(other.code).people == steps >= 25 // 4
    assert [room_.code for room_ in service.rooms.all()] == [other.code]


def count(service: Service, name: str) -> int:
    with service.store.engine.connect() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one())  # noqa: S608


def test_a_deletion_that_was_cut_off_is_finished_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", password="lupa")
    first = Service(settings)
    room = filled(first)
    room.open("word_cloud")
    room.say(SECRET)
    first.store.delete_room(room.code)
    first.close()
    again = Service(settings)
    assert again.rooms.all() == []
    again.retention.start()
    eventually(lambda: count(again, "room") + count(again, "answer") == 0)
    eventually(lambda: not files_hold(again, SECRET))
    again.close()


def test_a_deleted_rooms_code_is_free_at_once(room: Filled) -> None:
    with reading(room.service.settings.home):
        room.service.rooms.delete(room.code)
        again = room.service.rooms.create("Uusi", room.code)
    assert [room_.id for room_ in room.service.rooms.all()] == [again.id]


def test_words_of_rooms_deleted_by_an_earlier_version_leave_the_file_at_the_start(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", password="lupa")
    first = Service(settings)
    room = filled(first)
    room.open("word_cloud")
    room.say(*(f"{SECRET}{number}" for number in range(25)))
    first.close()
    with closing(sqlite3.connect(settings.home / "propelli.db")) as old:
        old.execute("PRAGMA secure_delete=OFF")
        old.execute("PRAGMA application_id=0")
        old.execute("DELETE FROM answer")
        old.commit()
    assert SECRET.encode() in (settings.home / "propelli.db").read_bytes()
    Service(settings).close()
    assert SECRET.encode() not in (settings.home / "propelli.db").read_bytes()


def test_the_log_is_given_back_after_many_answers(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.store.WAL_BYTES", 100_000)
    room = filled(service)
    room.open("word_cloud")
    room.say(*(f"sana{number}" for number in range(60)))
    log_file = service.settings.home / "propelli.db-wal"
    assert log_file.stat().st_size > 100_000
    service.retention.start()
    eventually(lambda: log_file.stat().st_size == 0)


def test_two_processes_that_purge_at_once_delete_every_old_room(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = [filled(service) for _ in range(3)]
    shift(monkeypatch, 400 * DAY_MS)
    read = service.store.read

    def other_is_faster(query: Callable[..., Any], *arguments: Any) -> Any:
        rows = read(query, *arguments)
        if query is table.all_rooms and service.rooms.find(old[0].code):
            service.store.delete_room(old[0].code)
        return rows

    monkeypatch.setattr(service.store, "read", other_is_faster)
    assert service.retention.purge(trust_clock=True) == 2
    assert service.rooms.all() == []


def test_a_clock_that_has_jumped_deletes_nothing_until_an_hour_has_been_run(
    room: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = room.service
    shift(monkeypatch, 120 * DAY_MS)
    with pytest.raises(ClockJumpError) as raised:
        service.retention.purge()
    assert raised.value.values["days"] == 120
    assert service.results.record(room.code).people == 25
    later = Retention(service.store)
    monkeypatch.setattr(later, "_started", later._started - 3601)
    assert later.purge() == 1


def test_a_server_and_the_command_keep_old_rooms_when_the_clock_has_jumped(tmp_path: Path) -> None:
    offset = tmp_path / "offset"
    offset.write_text("0", "ascii")
    paths = os.pathsep.join([str(Path(__file__).parent.parent / "faults" / "clock"), os.environ.get("PYTHONPATH", "")])
    server = Server(tmp_path, environment={"PYTHONPATH": paths, "CLOCK_OFFSET_FILE": str(offset)})
    server.start()
    try:
        live = OpenRoom(server)
        phone = live.phone()
        assert phone.send(round=phone.state()["round"], words=["säilyy"]).status_code == 200
        server.kill()
        offset.write_text(str(120 * 86_400), "ascii")
        server.start()
        eventually(lambda: "120 days past" in server.log())
        assert "120 päivää" in server.command("purge")
        assert exported(server, live.code) == {"säilyy": 1}
        server.command("purge", "--trust-clock")
        eventually(lambda: live.phone().join().status_code == 404)
        live.close()
    finally:
        server.kill()


def test_a_deletion_waits_for_a_reader_before_the_log_grows_without_bounds(
    room: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletion, "BATCH_ANSWERS", 1)
    monkeypatch.setattr(deletion, "MAX_WAL_BYTES", 0)
    service = room.service
    with reading(service.settings.home):
        service.store.delete_room(room.code)
        assert not service.store.deletion.finish()
        assert count(service, "answer") >= 20, "it did not go on"
    assert service.store.deletion.finish()
    assert count(service, "answer") == 0


def test_emptying_the_log_is_not_taken_for_a_change_by_someone_else_again_and_again(service: Service) -> None:
    changes: list[object] = []
    notified = service.store.writer.on_foreign_commit

    def foreign(topics: set[tuple[str, str]] | None) -> None:
        changes.append(topics)
        notified(topics)

    def let_the_writer_look() -> None:
        service.store.writer.run(lambda connection: None, 20)

    let_the_writer_look()
    service.store.writer.on_foreign_commit = foreign
    with closing(sqlite3.connect(service.settings.home / "propelli.db", isolation_level=None)) as other:
        other.execute("CREATE TABLE somebody_elses (number INTEGER)")
        let_the_writer_look()
        assert len(changes) == 1
        for _ in range(5):
            service.store.deletion.finish()
            let_the_writer_look()
    assert len(changes) <= 2, "the log is emptied once"


def test_a_log_that_goes_on_growing_is_not_emptied_at_each_look(service: Service) -> None:
    room = filled(service, "Jatkuva")
    room.open("word_cloud")
    service.store.deletion.finish()
    for number in range(3):
        room.say(f"sana{number}")
        size = deletion.wal_bytes(service.store.engine)
        service.store.deletion.check()
        assert service.store.deletion.finish()
        assert deletion.wal_bytes(service.store.engine) >= size > 0
