"""Import of untrusted room files: invalid values are refused before storing, and lists survive a bad row."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from server.cli.commands import room_list
from server.service import Service
from server.settings import Settings
from server.store.schema import rooms as rooms_table
from server.usecases.downloads import export_file
from server.usecases.importing import RoomFileError
from tests.server.filled_rooms import whole_workshop

Place = tuple[str | int, ...]
FIRST_ROUND: Place = ("activities", 0, "rounds", 0)
FIRST_ANSWER: Place = (*FIRST_ROUND, "answers", 0)
TIMES: list[Place] = [
    ("created_at",), ("closed_at",),
    (*FIRST_ROUND, "opened_at"), (*FIRST_ROUND, "ends_at"), (*FIRST_ROUND, "closed_at"),
    (*FIRST_ANSWER, "at"), ("activities", 0, "decisions", 0, "at"),
]  # fmt: skip
TEXTS: list[Place] = [
    ("title",), (*FIRST_ANSWER, "text"), (*FIRST_ANSWER, "key"), ("activities", 0, "decisions", 0, "key"),
    ("activities", 0, "activity", "question", "fi"),
]  # fmt: skip
NUMBERS: list[Place] = [
    ("retention_days",), (*FIRST_ROUND, "number"), (*FIRST_ANSWER, "slot"), (*FIRST_ANSWER, "person"),
]  # fmt: skip
BAD_TIMES = [
    "9999-12-31T23:59:59-12:00", "9999-12-31T00:00:00Z", "2999-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00",
    "1969-12-31T23:59:59Z", "2026-01-01", "10000-01-01T00:00:00Z", "", 10**30, -(10**30), 1e308,
]  # fmt: skip
BAD_TEXTS = ["\0", "a\0b", "\x1b[31m", "a\x85b", "\x7f"]
BAD_NUMBERS = [2**31, 2**63, 2**64, 10**30, 10**300, -1, 0, 1.5]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    room = whole_workshop(running)
    data = export_file(running, room.code, "fi", ".json", lambda done: None)
    running.close()
    return data


def spoilt(written: bytes, place: Place, value: Any) -> bytes:
    record = json.loads(written)
    inside = record
    for name in place[:-1]:
        inside = inside[name]
    inside[place[-1]] = value
    return json.dumps(record).encode()


CASES = [
    *((place, value) for place in TIMES for value in BAD_TIMES),
    *((place, value) for place in TEXTS for value in BAD_TEXTS),
    *((place, value) for place in NUMBERS for value in BAD_NUMBERS),
]


def test_what_no_room_can_hold_is_refused_and_nothing_is_stored(service: Service, written: bytes) -> None:
    before = service.rooms.all()
    for place, value in CASES:
        with pytest.raises(RoomFileError):
            service.importing.from_json(spoilt(written, place, value))
    assert service.rooms.all() == before


@pytest.mark.parametrize("place", TEXTS)
def test_half_a_character_is_refused(service: Service, written: bytes, place: Place) -> None:
    data = spoilt(written, place, "MARKED").replace(b"MARKED", b"\\ud800")
    with pytest.raises(RoomFileError):
        service.importing.from_json(data)
    assert service.rooms.all() == []


def test_the_sentence_names_the_place(service: Service, written: bytes) -> None:
    with pytest.raises(RoomFileError) as raised:
        service.importing.from_json(spoilt(written, (*FIRST_ANSWER, "at"), "2999-01-01T00:00:00Z"))
    assert raised.value.values["place"] == "activities.0.rounds.0.answers.0.at"


def test_a_number_of_five_thousand_digits_is_refused(service: Service, written: bytes) -> None:
    data = spoilt(written, (*FIRST_ANSWER, "slot"), "MARKED").replace(b'"MARKED"', b"9" * 5000)
    with pytest.raises(RoomFileError):
        service.importing.from_json(data)


def test_a_whole_file_is_still_read(service: Service, written: bytes) -> None:
    assert service.importing.from_json(written).title


BAD_ROWS = {
    "created_at": st.integers(-(2**63), 2**63 - 1),
    "retention_days": st.integers(-(2**31), 2**31 - 1),
    "title": st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
}


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(row=st.fixed_dictionaries(BAD_ROWS))
def test_lists_and_deletion_survive_a_bad_row(
    service: Service, capsys: pytest.CaptureFixture[str], row: dict[str, Any]
) -> None:
    bad, good = service.rooms.create("Huono"), service.rooms.create("Hyvä")
    service.store.write(lambda c: c.execute(rooms_table.update().where(rooms_table.c.id == bad.id).values(row)))
    room_list(service, None)  # type: ignore[arg-type]
    listed = capsys.readouterr().out
    assert f"{bad.code}  " in listed
    assert good.code in listed
    service.retention.purge(trust_clock=True)
    assert service.rooms.find(good.code)
    for room in service.rooms.all():
        service.rooms.delete(room.code)
