"""Notes beside the results: dual types, rounded shares, and the smallest group that is shown."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from server.service import Service
from server.settings import PROJECT, Settings
from server.usecases import downloads
from server.usecases.room_data import gathered
from tests.server.filled_rooms import Filled, filled, on_the_wall, phone_results
from tests.server.items import choice_item
from workshop.content.texts import LANGUAGES
from workshop.exports.summary import all_tables

ROUNDED = "Osuudet on pyöristetty"
DUAL = "sai kaksi tyyppiä"


def projected(room: Filled) -> dict[str, Any]:
    room.service.control.show(room.code, "results")
    result: dict[str, Any] = on_the_wall(room.service, room.code)["result"]
    return result


def report_and_sheet(room: Filled, sheet: str) -> tuple[str, str]:
    """The page of the report, and all text of one sheet of the workbook."""
    page = downloads.export_file(room.service, room.code, "fi", ".html", lambda done: None).decode()
    book = openpyxl.load_workbook(io.BytesIO(downloads.workbook(gathered(room.service, room.code, "fi"))))
    return page, " ".join(str(cell) for row in book[sheet].iter_rows(values_only=True) for cell in row)


def answered(service: Service, *counts: int) -> Filled:
    """A question of one choice each; each option chosen by so many."""
    room = filled(service)
    labels = (f"Vaihtoehto {place}" for place in range(max(2, len(counts))))
    service.questions.add(room.code, choice_item("Mitä?", labels), ["fi"], opens=True)
    options = [option.id for option in service.desks.get(room.code).current.model.options]  # type: ignore[union-attr]
    chosen = [option for option, count in zip(options, counts, strict=False) for _ in range(count)]
    for person, option in enumerate(chosen):
        room.answer(person, choices=[option])
    return room


@pytest.mark.parametrize(
    ("counts", "is_told"), [((1,) * 6, True), ((4, 4, 6), True), ((1, 2, 7), False), ((5,), False)]
)
def test_shares_that_do_not_add_up_are_reported_as_rounded(
    service: Service, counts: tuple[int, ...], is_told: bool
) -> None:
    room = answered(service, *counts)
    assert (ROUNDED in (projected(room)["note"] or "")) is is_told
    service.control.show_results(room.code, "always", phones=True)
    assert phone_results(service, room.code)["rounded"] is is_told
    page, sheet = report_and_sheet(room, "Mitä")
    assert (ROUNDED in page) is (is_told and sum(counts) >= service.content.min_group)
    assert (ROUNDED in sheet) is is_told


@pytest.mark.parametrize("options", [["a", "b", "c"], ["a"]])
def test_bars_that_sum_to_more_than_the_people_tell_why(service: Service, options: list[str]) -> None:
    room = filled(service)
    room.open("quiz")
    room.fill_form(7, options)
    result = projected(room)
    dual = sum(type_["count"] for type_ in result["types"]) - result["n"]
    sentence = f"{dual} vastaajaa {DUAL}" if dual != 1 else f"1 vastaaja {DUAL}"
    for text in (result["note"] or "", *report_and_sheet(room, "Testi")):
        assert (DUAL in text) is (dual > 0)
        assert sentence in text or not dual


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Service]:
    """A workshop that shows a distribution from three people on."""
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    file = tmp_path / "data" / "workshop.yaml"
    file.write_text(file.read_text("utf-8").replace("min_group: 5", "min_group: 3"), "utf-8")
    running = Service(Settings(home=tmp_path / "home", password="lupa", data=tmp_path / "data"))
    yield running
    running.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_number_it_takes_is_the_workshops(small: Service, lang: str) -> None:
    room = filled(small)
    room.open("assessment")
    room.fill_form(2, ["1", "4"])
    small.control.show(room.code, "results")
    assert projected(room)["needed"] == 3
    texts = [
        small.texts(lang)("screen.withheld", n=3),
        downloads.export_file(small, room.code, lang, ".html", lambda done: None).decode(),
    ]
    mean_rule = small.texts(lang)("export.meanings.mean")  # of five, whatever the workshop says
    texts += [str(table.rows).replace(mean_rule, "") for table in all_tables(small.results.basis(room.code, lang))]
    assert "3" in texts[0]
    assert not [
        text for text in texts if re.search(r"viisi on|minst (fem|5)|at least (five|5)|vähintään 5|alle 5", text)
    ]
