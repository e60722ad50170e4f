"""A file is of one moment, however many answer while it is made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.service import Service
from server.settings import Settings
from tests.server.filled_rooms import Filled, filled
from workshop.activities.words import WordsResults
from workshop.exports.record import RoomRecord


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path, password="lupa"))
    running.lexicon.wait()
    yield running
    running.close()


@pytest.fixture
def room(service: Service) -> Filled:
    answered = filled(service)
    answered.open("roles")
    answered.answer(1, choices=["leader"])
    answered.open("word_cloud")
    answered.say("kahvi", "kahvia", "tee", person=1)
    return answered


def words(record: RoomRecord) -> tuple[int, dict[str, int]]:
    """Rows of the cloud's question, and its words with their people."""
    first = next(activity for activity in record.activities if activity.activity.id == "word_cloud").rounds[0]
    assert isinstance(first.results, WordsResults)
    return len(first.answers), {word.text: word.people for word in first.results.shown}


def test_what_is_answered_and_hidden_meanwhile_is_in_no_part_of_the_file(room: Filled, service: Service) -> None:
    with service.results.moment() as moment:
        room.say("kahvit", "mehu", person=10)
        room.decide("hide", "tee")
        service.results_cache.words(room.code, room.current_activity, 2, whole=True)
        assert words(moment.record(room.code)) == (3, {"kahvi": 2, "tee": 1})
        first = moment.rounds(room.code)[0]
        assert {word.text for word in moment.cloud(room.code, first).words} == {"kahvi", "tee"}
    assert words(service.results.record(room.code)) == (5, {"kahvi": 3, "mehu": 1})


def test_the_projector_is_not_held_back_by_a_file(room: Filled, service: Service) -> None:
    with service.results.moment() as moment:
        moment.record(room.code)
        room.say("mehu", person=10)
        assert words(service.results.record(room.code))[1]["mehu"] == 1
        moment.record(room.code)
    assert words(service.results.record(room.code))[1]["mehu"] == 1
