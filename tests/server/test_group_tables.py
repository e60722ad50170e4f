"""Nobody's answers to two questions follow from a file by subtraction: sums leave no small number."""

import io
import random
from collections.abc import Mapping
from typing import Any

import numpy as np
import openpyxl
import pytest

from server.service import Service
from server.usecases.downloads import export_file
from tests.server.filled_rooms import Filled, filled
from tests.server.items import choice_item

PLACES, HELPS = ("Kunta", "Järjestö", "Yritys", "Seurakunta"), ("Kyytirinki", "Kylätalo", "Digiapu", "Kahvila")
QUESTION = "Mikä auttaisi?"
Cells = Mapping[tuple[str, str], int | None]
"""Group and option to how many chose it, None where that is not shown."""


def option_id(label: str) -> str:
    return label.lower().replace("ä", "a").replace("ö", "o")


@pytest.fixture(params=range(6))
def room(service: Service, request: pytest.FixtureRequest) -> Filled:
    """Forty people of places of very different sizes, whose choices depend on the place; some skip the second."""
    chance = random.Random(request.param)
    hall = filled(service)
    background = {**choice_item("Missä?", PLACES), "background": True}
    service.questions.add(hall.code, background, ["fi"], opens=True)
    places = chance.choices(PLACES, (20, 12, 6, 2), k=40)
    for person, place in enumerate(places):
        hall.answer(person, choices=[option_id(place)])
    service.questions.add(hall.code, choice_item(QUESTION, HELPS), ["fi"], opens=True)
    for person, place in enumerate(places):
        if chance.random() < 0.9:
            weights = [9 if (PLACES.index(place) + step) % 4 == 0 else 1 + step for step in range(4)]
            hall.answer(person, choices=[option_id(chance.choices(HELPS, weights)[0])])
    service.control.close(hall.code)
    return hall


def sheets(room: Filled) -> Any:
    return openpyxl.load_workbook(io.BytesIO(export_file(room.service, room.code, "fi", ".xlsx", lambda _: None)))


def by_group(book: Any) -> tuple[Cells, dict[str, int]]:
    """The cells of the second question by group, and how many of each group answered it."""
    rows = [row for row in book["Ryhmittäin"].values if row[0] == QUESTION]
    cells = {(group, option): people if isinstance(people, int) else None for _, _, group, _, option, people, _ in rows}
    return cells, {row[2]: row[3] for row in rows}


def follows(cells: Cells, place: tuple[str, str]) -> bool:
    """Whether the hidden cell is the same in every table with the shown cells and the sums of its rows and columns."""
    hidden = [each for each, people in cells.items() if people is None]
    sums = [[float(name in each) for each in hidden] for name in {name for each in cells for name in each}]
    with_cell = [*sums, [float(each == place) for each in hidden]]
    return bool(np.linalg.matrix_rank(np.array(sums)) == np.linalg.matrix_rank(np.array(with_cell)))


def test_no_small_number_follows_from_the_tables_by_group_and_the_sums_of_the_others(room: Filled) -> None:
    book = sheets(room)
    cells, people = by_group(book)
    totals = {row[1]: row[2] for row in list(book["Mikä auttaisi"].values)[1:] if row[1] in HELPS}
    assert len(people) > 1
    assert all(number >= 5 for number in people.values())
    assert sum(people.values()) == sum(totals.values())  # so that everybody who subtracts knows both sums
    for place, number in cells.items():
        assert number is None or number >= 5
        assert number is not None or not follows(cells, place)
