"""A copied room can be told from its original in the list of rooms."""

import pytest

from server.service import Service
from server.usecases.rooms import MAX_TITLE
from tests.server.filled_rooms import filled, whole_workshop
from workshop.content.texts import LANGUAGES


@pytest.mark.parametrize(
    ("lang", "titles"),
    [
        ("fi", ["Koe (kopio)", "Koe (kopio 2)", "Koe (kopio 3)"]),
        ("sv", ["Koe (kopia)", "Koe (kopia 2)", "Koe (kopia 3)"]),
        ("en", ["Koe (copy)", "Koe (copy 2)", "Koe (copy 3)"]),
    ],
)
def test_copies_have_titles_of_their_own(service: Service, lang: str, titles: list[str]) -> None:
    first = service.rooms.create("Koe", lang=lang)
    copy = service.rooms.copy(first.code)
    assert [copy.title, service.rooms.copy(copy.code).title, service.rooms.copy(first.code).title] == titles


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_title_stays_within_its_limit(service: Service, lang: str) -> None:
    first = service.rooms.create("a" * MAX_TITLE, lang=lang)
    titles = [service.rooms.copy(first.code).title for _ in range(3)]
    assert len({first.title, *titles}) == 4
    assert max(map(len, titles)) <= MAX_TITLE


def test_the_list_counts_people_and_not_answers(service: Service) -> None:
    room = whole_workshop(service)
    copy = service.rooms.copy(room.code)
    people = service.rooms.people()
    assert people[room.room.id] == service.results.record(room.code).people
    assert copy.id not in people
    assert filled(service).room.id not in people
