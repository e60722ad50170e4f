"""Rows of one person: joined over questions only where that is chosen, and never in a small group's forms."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from server.service import Service
from server.settings import Settings
from server.usecases.downloads import export_file
from tests.server.filled_rooms import Filled, filled

PEOPLE = 60


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(Settings(home=tmp_path_factory.mktemp("home"), password="lupa"))
    running.lexicon.wait()
    yield running
    running.close()


@pytest.fixture(scope="module")
def room(service: Service) -> Filled:
    """Each person says a word of their own and chooses a role, in the same order at both questions."""
    answered = filled(service)
    answered.open("word_cloud")
    for person in range(PEOPLE):
        answered.answer(person, words=[f"sana{person}", f"toinen{person}"])
    answered.open("roles")
    for person in range(PEOPLE):
        answered.answer(person, choices=["leader"] if person % 2 else ["developer"])
    return answered


def exported(room: Filled, kind: str, *, linked: bool = False) -> bytes:
    return export_file(room.service, room.code, "fi", kind, lambda done: None, linked=linked)


def rows(room: Filled, *, linked: bool = False) -> list[dict[str, str]]:
    text = exported(room, ".csv", linked=linked).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def links(listed: list[dict[str, str]]) -> Counter[bool]:
    """How often the role beside a word is the one that its sayer chose, where a number joins the two."""
    chosen = {row["Vastaaja"]: row["Vastaus"] for row in listed if row["Kysymys"].startswith("Mikä on")}
    sayings = [row for row in listed if row["Vastaus"].startswith("sana")]
    leads = {row["Vastaus"]: chosen[row["Vastaaja"]] == "Johdan tai päätän" for row in sayings}
    return Counter(leads[f"sana{person}"] == bool(person % 2) for person in range(PEOPLE))


def test_linked_rows_join_a_persons_answers(room: Filled) -> None:
    assert links(rows(room, linked=True)) == {True: PEOPLE}


def test_the_default_rows_cannot_be_joined_by_number(room: Filled) -> None:
    """Right guesses are as many as chance gives: sixty in a row would be one in 10^18."""
    assert links(rows(room))[False] >= 5


def test_the_default_rows_cannot_be_joined_by_their_place_or_time(room: Filled) -> None:
    listed = rows(room)
    words = [row for row in listed if row["Vastaus"].startswith("sana")]
    roles = [row for row in listed if row["Kysymys"].startswith("Mikä on")]
    by_place = [
        (word["Vastaus"].removeprefix("sana"), role["Vastaus"] == "Johdan tai päätän")
        for word, role in zip(words, roles, strict=True)
    ]
    assert sum(int(person) % 2 != leads for person, leads in by_place) >= 5
    assert all(row["Aika (Europe/Helsinki)"].endswith(":00") for row in listed)
    assert all(datetime.fromisoformat(row["Aika (ISO 8601)"]).second == 0 for row in listed)


def test_the_words_of_one_person_stay_together_within_a_question(room: Filled) -> None:
    numbers = {row["Vastaus"]: row["Vastaaja"] for row in rows(room) if row["Vastaaja"]}
    assert all(numbers[f"sana{person}"] == numbers[f"toinen{person}"] for person in range(PEOPLE))


def test_numbers_are_drawn_anew_for_each_file(room: Filled) -> None:
    assert exported(room, ".csv") != exported(room, ".csv")
    assert exported(room, ".csv", linked=True) == exported(room, ".csv", linked=True)


@pytest.mark.parametrize("kind", [".json", ".xlsx"])
def test_every_file_with_rows_says_whether_they_are_linked(room: Filled, kind: str) -> None:
    plain, linked = (exported(room, kind, linked=linked) for linked in (False, True))
    if kind == ".json":
        assert (json.loads(plain)["linked"], json.loads(linked)["linked"]) == (False, True)
        moments = [answer["at"] for answer in _answers(json.loads(plain))]
        assert all(datetime.fromisoformat(moment).second == 0 for moment in moments)
    else:
        texts = [str(list(openpyxl.load_workbook(io.BytesIO(book))["Tietoa"].values)) for book in (plain, linked)]
        assert "arvottu jokaiselle kysymykselle" in texts[0]
        assert "tulivat samasta selaimesta" in texts[1]


def test_the_forms_of_a_small_group_are_listed_only_where_rows_are_linked(service: Service) -> None:
    small = filled(service)
    small.open("assessment")
    small.fill_form(4, ["1", "4"])
    withheld = rows(small)
    assert [row["Vastaus"] for row in withheld] == ["Vastauksia ei luetella, kun vastaajia on alle 5."]
    assert _answers(json.loads(exported(small, ".json"))) == []
    assert len(rows(small, linked=True)) == 4 * 5
    small.answer(9, form=dict.fromkeys(service.content.criteria.ids, "3"))
    assert len(rows(small)) == 5 * 5


def test_a_room_read_from_unlinked_rows_joins_nobody(room: Filled) -> None:
    copy = room.service.importing.from_json(exported(room, ".json"))
    listed = rows(Filled(room.service, copy), linked=True)
    people = [{row["Vastaaja"] for row in listed if row["Kysymys"].startswith(begin)} for begin in ("Mitä", "Mikä on")]
    assert people[0].isdisjoint(people[1])


def _answers(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        answer
        for activity in record["activities"]
        for round_record in activity["rounds"]
        for answer in round_record["answers"]
    ]
