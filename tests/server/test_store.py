"""The store: duplicate answers, repeated submits, group commit, commits of other processes."""

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import pytest

from server.store import Store, answers
from server.store import rooms as table
from server.store.engine import NewerStoreError
from server.store.integrity import CorruptStoreError
from server.store.rows import RoomState
from workshop.activities.answers import CleanAnswer, ManyAnswersError
from workshop.activities.words import clean_words
from workshop.errors import PropelliError

CODE = "482915"
ROOM = {"code": CODE, "title": "T", "lang": "fi", "created_at": 1, "retention_days": 90}


MAX_ANSWERS = 3


def append(connection: Any, person: bytes, body: Mapping[str, Any], now: int) -> tuple[list[str], int]:
    state = answers.answered_state(connection, CODE, body["round"])
    assert state.round is not None
    return answers.append(connection, state.round, person, clean_words(body["words"], 40), now, MAX_ANSWERS)


def replace(connection: Any, person: bytes, body: Mapping[str, Any], now: int) -> list[str]:
    state = answers.answered_state(connection, CODE, body["round"])
    assert state.round is not None
    return answers.replace(connection, state.round, person, clean_words(body["words"], 40), now)


def _open(connection: Any, activity: int, now: int, *, new: bool) -> None:
    room = table.current_for_change(connection, CODE).room
    table.open_round(connection, room, activity, now, new=new)
    table.change(connection, CODE, activity=activity)


class RoomStore:
    """A store with one open room."""

    def __init__(self, url: str) -> None:
        self.url, self.store = url, Store(url)
        specs = [{"name": name, "spec": "{}"} for name in ("first", "second")]
        room = self.store.write(lambda c: table.create(c, ROOM, specs))
        self.first, self.second = (activity.id for activity in self.store.read(table.activities_of, room.id))
        self.open(self.first)

    def open(self, activity: int, *, new: bool = False, now: int = 10) -> None:
        self.store.write(lambda c: _open(c, activity, now, new=new))

    @property
    def current(self) -> RoomState:
        state = self.store.read(table.current, CODE)
        assert state is not None
        return state

    def send(self, person: bytes, *words: str, now: int = 20, round_id: str | None = None, how: Any = append) -> Any:
        current = self.current.round
        body = {"round": round_id or (current.public_id if current else "r0"), "words": list(words)}
        return self.store.write(lambda c: how(c, person, body, now))

    def texts(self) -> list[str]:
        current = self.current.round
        assert current
        return [answer.text for answer in self.store.read(answers.since, current.id)]


@pytest.fixture
def room_store(tmp_path: Path) -> Iterator[RoomStore]:
    room_store = RoomStore(f"sqlite:///{tmp_path / 'propelli.db'}")
    yield room_store
    room_store.store.close()


def test_a_repeated_submit_gives_the_same_receipt_and_one_row(room_store: RoomStore) -> None:
    first = room_store.send(b"a", "sisu", "ilo")
    assert first == (["sisu", "ilo"], 1)
    assert room_store.send(b"a", "sisu", "ilo") == first
    assert room_store.texts() == ["sisu", "ilo"]


def test_one_persons_word_counts_once_however_it_is_typed(room_store: RoomStore) -> None:
    room_store.send(b"a", "Sisu")
    again = room_store.send(b"a", "SISU!")
    assert again == (["Sisu"], 2)
    assert room_store.texts() == ["Sisu"]


def test_an_answer_of_several_sentences_is_kept_whole_and_counted_by_its_key(room_store: RoomStore) -> None:
    clean = [CleanAnswer("statement", "Ä🚀" * 140)]
    current = room_store.current.round
    assert current
    room_store.store.write(lambda c: answers.replace(c, current, b"a", clean, 20))
    assert room_store.texts() == ["Ä🚀" * 140]
    counts = room_store.store.read(answers.counts_by_key, current.id)
    assert counts == (1, {"statement": {"Ä🚀" * 140: 1}})


def test_no_more_answers_than_the_question_allows(room_store: RoomStore) -> None:
    room_store.send(b"a", "yksi", "kaksi")
    with pytest.raises(ManyAnswersError):
        room_store.send(b"a", "kolme", "neljä")
    assert room_store.texts() == ["yksi", "kaksi"]


def test_the_receipt_repeats_after_closing_but_nothing_new_is_taken(room_store: RoomStore) -> None:
    before = room_store.send(b"a", "sisu")
    room_store.store.write(lambda c: table.close_rounds(c, room_store.current.room.id, 30))
    assert room_store.send(b"a", "sisu", now=40) == before
    with pytest.raises(answers.ClosedError):
        room_store.send(b"a", "uusi", now=40)


def test_an_answer_to_another_question_is_not_taken(room_store: RoomStore) -> None:
    old = room_store.current.round
    room_store.open(room_store.second)
    with pytest.raises(answers.RoundChangedError):
        room_store.send(b"a", "sisu", round_id=old.public_id if old else "")


def test_a_countdown_takes_an_answer_a_second_late_and_refuses_one_five_seconds_late(room_store: RoomStore) -> None:
    last = room_store.current.round
    assert last
    room_store.store.write(lambda c: table.end_round(c, last.id, 10_000))
    assert room_store.send(b"a", "sisu", now=11_000)[0] == ["sisu"]
    with pytest.raises(answers.ClosedError):
        room_store.send(b"b", "ilo", now=15_000)


def test_a_later_choice_replaces_the_earlier(room_store: RoomStore) -> None:
    room_store.send(b"a", "yksi", "kaksi", how=replace)
    room_store.send(b"a", "kolme", how=replace)
    assert room_store.texts() == ["kolme"]


def test_a_new_round_keeps_the_old_one(room_store: RoomStore) -> None:
    room_store.send(b"a", "sisu")
    room_store.open(room_store.first, new=True)
    room_store.send(b"a", "ilo")
    rounds = room_store.store.read(table.rounds_of, room_store.current.room.id)
    texts = [[answer.text for answer in room_store.store.read(answers.since, last.id)] for last in rounds]
    assert texts == [["sisu"], ["ilo"]]
    assert [last.closed_at is None for last in rounds] == [False, True]


def test_opening_again_goes_on_with_the_same_round(room_store: RoomStore) -> None:
    first = room_store.current.round
    room_store.store.write(lambda c: table.close_rounds(c, room_store.current.room.id, 30))
    room_store.open(room_store.first)
    last = room_store.current.round
    assert first
    assert last
    assert (last.id, last.closed_at) == (first.id, None)


def test_a_refused_job_undoes_only_itself(room_store: RoomStore) -> None:
    futures = [
        room_store.store.writer.submit(lambda c: append(c, b"a", {"round": "r99", "words": ["x"]}, 1)),
        room_store.store.writer.submit(lambda c: append(c, b"b", {"round": "r1", "words": ["y"]}, 1)),
    ]
    wait(futures)
    assert isinstance(futures[0].exception(), PropelliError)
    assert room_store.texts() == ["y"]


def test_many_threads_sending_the_same_thing_leave_each_answer_once(room_store: RoomStore) -> None:
    start = threading.Barrier(8)

    def phone(number: int) -> None:
        start.wait()
        for person in range(25):
            for word in ("sisu", "ilo", f"oma{person}"):
                room_store.send(bytes([person]), word)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(phone, range(8)))
    counted = Counter(room_store.texts())
    assert counted["sisu"] == counted["ilo"] == 25
    assert len(room_store.texts()) == 75


def test_what_another_process_commits_is_noticed(room_store: RoomStore) -> None:
    noticed = threading.Event()
    room_store.store.writer.on_foreign_commit = lambda topics: noticed.set()
    room_store.send(b"a", "sisu")
    assert not noticed.wait(0.6), "own commits are no news"
    other = Store(room_store.url)
    other.write(lambda c: table.change(c, CODE, title="Toinen"), (CODE, "room"))
    other.close()
    assert noticed.wait(2)


def test_deleting_a_room_takes_everything_in_it(room_store: RoomStore) -> None:
    room_store.send(b"a", "sisu")
    room_store.store.write(lambda c: table.decide(c, room_store.first, "hide", "sisu", 1))
    room_store.store.delete_room(CODE)
    assert room_store.store.read(table.all_rooms) == []
    assert room_store.store.deletion.finish()
    with room_store.store.engine.connect() as connection:
        for name in ("room", "activity", "round", "answer", "decision"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() == 0  # noqa: S608


def test_a_code_cannot_be_taken_twice(room_store: RoomStore) -> None:
    with pytest.raises(table.CodeTakenError):
        room_store.store.write(lambda c: table.create(c, ROOM, []))


def test_a_file_that_is_no_store_is_reported_and_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "propelli.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(CorruptStoreError) as raised:
        Store(f"sqlite:///{path}")
    assert (tmp_path / str(raised.value.values["aside"])).read_bytes() == b"not a database at all" * 100


def test_a_store_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    Store(f"sqlite:///{tmp_path / 'propelli.db'}").close()
    with sqlite3.connect(tmp_path / "propelli.db") as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    with pytest.raises(NewerStoreError):
        Store(f"sqlite:///{tmp_path / 'propelli.db'}")


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from server.store.engine import MIGRATIONS
    from server.store.schema import REVISION, metadata

    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == REVISION

    store = Store(f"sqlite:///{tmp_path / 'propelli.db'}")
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.close()
