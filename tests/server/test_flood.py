"""A flood from a script is detected at the desk, can be withdrawn everywhere, and can be restored."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from server import clock
from server.service import Service
from server.settings import Settings
from server.store.schema import withdrawals, withdrawn
from server.usecases.control import ChangedElsewhereError
from server.usecases.floods import FEWEST, Flood
from tests.conftest import eventually
from tests.server.filled_rooms import Filled, filled, on_the_wall

HONEST, STRANGERS = range(20), range(1000, 1000 + FEWEST + 40)


class Hall(Filled):
    """A room where the people with an open page are named."""

    def __init__(self, room: Filled) -> None:
        super().__init__(room.service, room.room)
        self.here: set[bytes] = set()
        self.service.floods._people = lambda code: set(self.here)

    def comes(self, *people: int) -> None:
        self.here |= {self.service.access.participant(f"person-{person}") for person in people}

    def vote(self, *people: int, choice: str = "leader") -> None:
        for person in people:
            self.answer(person, choices=[choice])

    def flood(self) -> Flood | None:
        return self.service.floods.detect(self.service.rooms.get(self.code))

    def do(self, action: str, **arguments: Any) -> None:
        self.service.actions.do(self.code, action, arguments, None)

    def counted(self) -> dict[str, object]:
        """People in every place that counts them; all must agree."""
        desk = self.service.desks.get(self.code)
        assert desk.current
        screen = on_the_wall(self.service, self.code)
        record = self.service.results.record(self.code)
        (round_record,) = (
            round_record for activity, round_record in record.all_rounds() if activity.activity.id == desk.current.name
        )
        numbers = {desk.current.answered, screen["answered"], len({answer.person for answer in round_record.answers})}
        assert round_record.results is not None
        assert numbers == {round_record.results.people}
        return {"people": round_record.results.people, "words": sorted(answer.text for answer in round_record.answers)}


@pytest.fixture
def hall(service: Service) -> Hall:
    new_hall = Hall(filled(service))
    new_hall.open("roles")
    return new_hall


def test_a_full_hall_that_answers_at_once_is_no_flood(hall: Hall) -> None:
    hall.comes(*range(300))
    hall.vote(*range(300))
    assert hall.flood() is None


def test_a_few_people_without_an_open_page_are_no_flood(hall: Hall) -> None:
    hall.vote(*range(FEWEST))
    assert hall.flood() is None


def test_people_who_have_answered_before_are_no_flood(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    hall.vote(*STRANGERS)
    later = clock.now_ms() + 120_000
    monkeypatch.setattr(clock, "now_ms", lambda: later)
    hall.open("word_cloud")
    hall.say(*["sisu"] * len(STRANGERS), person=1000)
    assert hall.flood() is None


def test_a_flood_is_seen_and_remembered_until_it_is_dealt_with(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    hall.comes(*HONEST)
    hall.vote(*HONEST, *STRANGERS)
    flood = hall.flood()
    assert flood is not None
    assert len(flood.people) == len(STRANGERS)
    later = clock.now_ms() + 3_600_000
    monkeypatch.setattr(clock, "now_ms", lambda: later)
    assert hall.flood() == flood
    hall.do("accept_flood")
    assert hall.flood() is None


def test_nothing_of_a_deleted_room_is_remembered(hall: Hall) -> None:
    hall.vote(*STRANGERS)
    assert hall.flood()
    hall.comes(*STRANGERS)
    assert hall.flood(), "who had no page open when first seen"
    hall.service._forget(hall.code)
    assert hall.flood() is None


def test_removing_newcomers_leaves_the_people_in_the_hall_and_can_be_undone(hall: Hall) -> None:
    hall.comes(*HONEST)
    hall.vote(*HONEST, *STRANGERS)
    assert hall.flood()
    everything = hall.counted()
    hall.do("withdraw", whose="newcomers")
    assert hall.flood() is None
    assert hall.counted()["people"] == len(HONEST)
    hall.vote(*STRANGERS, choice="developer")
    assert hall.counted()["people"] == len(HONEST), "who was taken out cannot come back by answering again"
    hall.vote(*STRANGERS)
    (withdrawal,) = hall.service.floods.withdrawn(hall.room)
    assert withdrawal.answers == len(STRANGERS)
    hall.do("put_back", withdrawal=withdrawal.id)
    assert hall.counted() == everything
    assert hall.flood() is None, "what was put back is not told of again"
    assert hall.service.floods.withdrawn(hall.room) == []


def test_hiding_what_came_since_takes_everybodys_new_words_and_can_be_undone(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.open("word_cloud")
    hall.comes(*HONEST)
    hall.say("rohkeus", "ilo")
    before = hall.counted()
    later = clock.now_ms() + 5_000
    monkeypatch.setattr(clock, "now_ms", lambda: later)
    hall.say(*["roska"] * len(STRANGERS), person=1000)
    hall.answer(0, words=["luottamus"])
    assert hall.flood()
    hall.do("withdraw", whose="all")
    assert hall.counted() == before
    assert dict(hall.service.desks.get(hall.code).words.entries[0].__dict__)["count"] == 1  # type: ignore[union-attr]
    monkeypatch.setattr(clock, "now_ms", lambda: later + 5_000)
    hall.answer(1, words=["avoimuus"])
    assert hall.counted()["words"] == ["avoimuus", "ilo", "rohkeus"]
    (withdrawal,) = hall.service.floods.withdrawn(hall.room)
    hall.do("put_back", withdrawal=withdrawal.id)
    assert hall.counted()["people"] == len(STRANGERS) + 2


def test_taken_out_answers_stay_out_after_a_restart(hall: Hall, service: Service) -> None:
    hall.comes(*HONEST)
    hall.vote(*HONEST, *STRANGERS)
    hall.do("withdraw", whose="newcomers")
    again = Service(service.settings)
    people = again.results.record(hall.code).people
    again.close()
    assert people == len(HONEST)


def test_a_person_of_another_room_is_not_touched(hall: Hall, service: Service) -> None:
    other = filled(service)
    other.open("roles")
    for person in STRANGERS:
        other.answer(person, choices=["leader"])
    hall.vote(*STRANGERS)
    hall.do("withdraw", whose="newcomers")
    assert service.results.record(other.code).people == len(STRANGERS)
    assert service.results.record(hall.code).people == 0
    hall.do("put_back", withdrawal=hall.service.floods.withdrawn(hall.room)[0].id)
    other_number = 1
    service.actions.do(other.code, "put_back", {"withdrawal": other_number}, None)
    assert service.results.record(hall.code).people == len(STRANGERS)


def test_the_sender_is_not_informed(hall: Hall) -> None:
    hall.vote(*STRANGERS)
    who = hall.service.access.participant(f"person-{STRANGERS[0]}")
    before = hall.service.answering.mine(hall.code, who, "fi")
    hall.do("withdraw", whose="newcomers")
    assert hall.service.answering.mine(hall.code, who, "fi") == before


def test_without_a_flood_nothing_is_taken_out(hall: Hall) -> None:
    hall.comes(*HONEST)
    hall.vote(*HONEST)
    for whose in ("all", "newcomers"):
        with pytest.raises(ChangedElsewhereError):
            hall.do("withdraw", whose=whose)
    assert hall.counted()["people"] == len(HONEST)


def test_a_deleted_room_leaves_nothing_of_its_withdrawals(hall: Hall, service: Service) -> None:
    hall.vote(*STRANGERS)
    hall.do("withdraw", whose="newcomers")
    service.rooms.delete(hall.code)
    counts = [
        service.store.read(lambda c, table=table: c.execute(sa.select(sa.func.count()).select_from(table)).scalar())
        for table in (withdrawals, withdrawn)
    ]
    assert counts == [0, 0]


@pytest.fixture(scope="module")
def flooded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A word cloud with more different words than anybody reads."""
    service = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    new_hall = Hall(filled(service))
    new_hall.open("word_cloud")
    new_hall.say(*(f"sana {number}" for number in range(1500)), person=1000)
    new_hall.say("yhteistyö", "yhteistyö", "viimeinen")
    yield new_hall
    service.close()


def listed(hall: Hall, *search: str) -> dict[str, Any]:
    desk = hall.service.desks.get(hall.code)
    assert desk.current
    assert desk.words
    return hall.service.moderation.listed(hall.code, desk.current.id, desk.words, *search)


def test_the_desk_gets_the_commonest_words_and_the_number_of_the_others(flooded: Hall) -> None:
    flooded.counted()  # waits until all words are read
    data = listed(flooded)
    assert data["entries"][0]["text"] == "yhteistyö"
    assert len(data["entries"]) == 200
    assert data["totals"] == {"words": 1502}


def test_a_search_finds_words_that_the_desk_was_not_sent(flooded: Hall) -> None:
    assert "viimeinen" not in {entry["text"] for entry in listed(flooded)["entries"]}
    assert "viimeinen" in {entry["text"] for entry in listed(flooded, "VIIMEI")["entries"]}
    key = next(entry["key"] for entry in listed(flooded, "viimeinen")["entries"] if entry["text"] == "viimeinen")
    assert key in {entry["key"] for entry in listed(flooded, "muu", key)["entries"]}


def test_the_projector_lists_the_commonest_words_and_the_number_of_the_others(flooded: Hall) -> None:
    flooded.service.control.show(flooded.code, "results")
    result = on_the_wall(flooded.service, flooded.code)["result"]
    assert len(result["list"]) + result["unlisted"] == 1502
    assert len(result["list"]) == 200


def test_words_that_are_not_merged_yet_are_shown_as_typed_and_merged_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.usecases.results_cache.MERGE_SECONDS", 0.0)
    monkeypatch.setattr("server.usecases.results_cache.REST_SECONDS", 0.0)
    service = Service(Settings(home=tmp_path, password="lupa"))
    service.lexicon.wait()
    room = filled(service)
    room.open("word_cloud")
    room.say("yhteistyö", "yhteistyötä", "talkoot")
    words = service.desks.get(room.code).words
    assert words
    assert sorted(entry.text for entry in words.shown) == ["talkoot", "yhteistyö", "yhteistyötä"]
    monkeypatch.setattr("server.usecases.results_cache.MERGE_SECONDS", 10.0)

    def is_merged() -> bool:
        words = service.desks.get(room.code).words
        assert words
        return sorted((entry.text, entry.count) for entry in words.shown) == [("talkoot", 1), ("yhteistyö", 2)]

    eventually(is_merged)
    service.close()
