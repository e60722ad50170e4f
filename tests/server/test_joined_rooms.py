"""Rooms with the same questions: side by side, and joined as one whose files can be made."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from server.__main__ import main
from server.service import Service
from server.settings import settings
from server.usecases.downloads import joined_file
from server.usecases.joined_rooms import MAX_ROOMS, NothingSharedError
from tests.server.filled_rooms import Filled, filled
from tests.server.items import choice_item, words_item
from workshop.exports.joined.joined_rounds import JoinedRound
from workshop.exports.joined.side_by_side import side_by_side

OPTIONS = ["Kyytirinki", "Kylätalo", "Digiapu"]


def room_with(service: Service, title: str, first: int, second: int, words: tuple[str, ...] = ()) -> Filled:
    """A room of which so many chose the first option and so many the second, and a word from each person."""
    room = filled(service, title)
    service.questions.add(room.code, choice_item("Mikä auttaisi?", OPTIONS), ["fi"], opens=True)
    for person in range(first + second):
        room.answer(person, choices=["kyytirinki" if person < first else "kylatalo"])
    service.questions.add(room.code, words_item("Millainen kylä?"), ["fi"], opens=True)
    room.say(*words)
    return room


def joined(service: Service, first: Filled, *others: Filled) -> dict[str, JoinedRound]:
    rooms = service.joining.joined(first.code, [other.code for other in others], "fi")
    return {each.activity.activity.question("fi"): each for each in rooms.rounds}


def table(service: Service, each: JoinedRound) -> Any:
    basis = service.results.basis(service.rooms.all()[0].code, "fi")
    return side_by_side(basis, each)


def test_shares_stand_side_by_side_with_their_people(service: Service) -> None:
    north, south = room_with(service, "Pohjoinen", 8, 12), room_with(service, "Etelä", 30, 10)
    sides = table(service, joined(service, north, south)["Mikä auttaisi?"])
    assert [(name.split(" (")[0], people) for name, people in sides.rooms] == [("Pohjoinen", 20), ("Etelä", 40)]
    assert dict(sides.rows)["Kyytirinki"] == ((8, 40), (30, 75))
    changes = {change.text: (change.kind, change.difference) for change in sides.changes() if change}
    assert changes["Kyytirinki"] == ("grown", 35)
    assert changes["Kylätalo"] == ("fallen", -35)


def test_words_of_several_rooms_are_merged_and_what_one_hides_is_hidden(service: Service) -> None:
    service.lexicon.wait()
    north = room_with(service, "Pohjoinen", 5, 0, ("yhteistyö", "yhteistyössä", "kahvi", "turha"))
    south = room_with(service, "Etelä", 5, 0, ("yhteistyötä", "turha", "kahvit"))
    south.decide("hide", "turha")
    each = joined(service, north, south)["Millainen kylä?"]
    results: Any = each.results(service.content)
    assert {word.text: word.people for word in results.shown} == {"yhteistyö": 3, "kahvi": 2}
    assert results.people == 7
    sides = table(service, each)
    assert dict(sides.rows) == {"yhteistyö": ((2, 50), (1, 33)), "kahvi": ((1, 25), (1, 33))}


def test_words_that_a_facilitator_has_joined_stay_joined(service: Service) -> None:
    north = room_with(service, "Pohjoinen", 5, 0, ("kahvi", "pulla"))
    north.decide("join", "pulla", target="kahvi")
    south = room_with(service, "Etelä", 5, 0, ("pulla",))
    results: Any = joined(service, north, south)["Millainen kylä?"].results(service.content)
    assert [(word.text, word.people) for word in results.shown] == [("kahvi", 3)]


def test_a_room_of_few_is_left_out_of_what_would_tell_its_answers(service: Service) -> None:
    north, south, east = (
        room_with(service, "Pohjoinen", 8, 12),
        room_with(service, "Etelä", 6, 6),
        room_with(service, "Itä", 2, 1),
    )
    each = joined(service, north, south, east)["Mikä auttaisi?"]
    assert [name.split(" (")[0] for name in each.left_out] == ["Itä"]
    assert each.people == 32
    assert [people for _, people in table(service, each).rooms] == [20, 12]


def test_small_numbers_and_those_that_would_tell_them_are_not_shown(service: Service) -> None:
    sides = table(
        service, joined(service, room_with(service, "A", 3, 17), room_with(service, "B", 20, 10))["Mikä auttaisi?"]
    )
    shown = {label: cells for label, cells in sides.rows if label != "Digiapu"}
    assert all(cell is None or cell[0] >= 5 for cells in shown.values() for cell in cells)
    assert sum(cell is None for cells in shown.values() for cell in cells) >= 2


def test_another_question_of_the_same_name_is_not_the_same(service: Service) -> None:
    north, south = filled(service, "A"), filled(service, "B")
    for room, options in ((north, OPTIONS), (south, [*OPTIONS[:2], "Kahvila"])):
        service.questions.add(room.code, choice_item("Mikä auttaisi?", options), ["fi"], opens=True)
        for person in range(8):
            room.answer(person, choices=["kyytirinki"])
    assert "Mikä auttaisi?" not in joined(service, north, south)
    assert service.joining.candidates(north.code) == []
    with pytest.raises(NothingSharedError):
        joined_file(service, north.code, [south.code], "fi", ".xlsx")


def test_files_of_rooms_as_one_have_their_sums_and_link_nobody(service: Service) -> None:
    north, south = (
        room_with(service, "Pohjoinen", 8, 12, ("susi",)),
        room_with(service, "Etelä", 30, 10, ("susi", "karhu")),
    )
    others = [south.code]
    book = openpyxl.load_workbook(io.BytesIO(joined_file(service, north.code, others, "fi", ".xlsx")))
    rows = list(book["Mikä auttaisi"].values) if "Mikä auttaisi" in book.sheetnames else list(book.worksheets[3].values)
    assert any(row[1:3] == ("Kyytirinki", 38) for row in rows)
    beside = list(book["Työpajat rinnakkain"].values)
    assert ("Mikä auttaisi?", f"Etelä ({south.code[:3]} {south.code[3:]})", 40, "Kyytirinki", 30, 75) in beside
    listed = [row for row in book["Vastaukset"].values if row[0] == "Mikä auttaisi?"]
    assert sorted(row[3] for row in listed) == list(range(1, 61))
    assert listed != sorted(listed, key=lambda row: row[4])
    deck = Presentation(io.BytesIO(joined_file(service, north.code, others, "fi", ".pptx")))
    titles = " ".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
    assert "Pohjoinen + Etelä" in titles
    memo = Document(io.BytesIO(joined_file(service, north.code, others, "fi", ".docx")))
    assert any("Mikä auttaisi?" in paragraph.text for paragraph in memo.paragraphs)
    assert joined_file(service, north.code, others, "fi", ".pdf").startswith(b"%PDF-")


def test_a_group_that_is_small_in_one_room_does_not_follow_from_the_sum(service: Service) -> None:
    """Rooms joined as one have no answers by group."""
    rooms = []
    for title, small in (("A", 0), ("B", 2)):
        room = filled(service, title)
        background = {**choice_item("Missä?", ["Kunta", "Järjestö"]), "background": True}
        service.questions.add(room.code, background, ["fi"], opens=True)
        for person in range(14):
            room.answer(person, choices=["jarjesto" if person < (small or 7) else "kunta"])
        service.questions.add(room.code, choice_item("Mikä auttaisi?", OPTIONS), ["fi"], opens=True)
        for person in range(14):
            room.answer(person, choices=["kyytirinki"])
        rooms.append(room)
    data = joined_file(service, rooms[0].code, [rooms[1].code], "fi", ".xlsx")
    assert len(list(openpyxl.load_workbook(io.BytesIO(data))["Ryhmittäin"].values)) == 1


@pytest.fixture
def command(service: Service, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., int]]:
    """The command line over the home of the rooms."""
    monkeypatch.setenv("PROPELLI_HOME", str(service.settings.home))
    monkeypatch.setenv("PROPELLI_PASSWORD", service.settings.password or "")
    settings.cache_clear()
    yield lambda *arguments: main([str(argument) for argument in arguments])
    settings.cache_clear()


def test_the_command_line_joins_rooms_too(
    service: Service, command: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    north, south = room_with(service, "Pohjoinen", 8, 12), room_with(service, "Etelä", 30, 10)
    grouped = f"{south.code[:3]} {south.code[3:]}"
    export = ("room", "export", north.code, "--to", tmp_path / "kiertue.xlsx", "--with")
    assert command(*export, grouped, south.code, north.code) == 0
    book = openpyxl.load_workbook(tmp_path / "kiertue.xlsx")
    assert ("Mikä auttaisi?", f"Etelä ({grouped})", 40, "Kyytirinki", 30, 75) in list(
        book["Työpajat rinnakkain"].values
    )
    assert book["Yhteenveto"]["A2"].value == "Pohjoinen + Etelä"
    capsys.readouterr()
    other = filled(service, "Muu")
    wrong = {
        (*export, "111111"): "ei löydy työpajaa",
        (*export, south.code, "--linked"): "Jätä pois --linked tai --with",
        (*export, other.code): "ei ole yhteisiä vastattuja kysymyksiä",
        (*export[:4], tmp_path / "kiertue.json", "--with", south.code): "Valitse jokin näistä: .pdf .pptx",
    }
    for arguments, sentence in wrong.items():
        assert command(*arguments) == 1
        assert sentence in capsys.readouterr().err
    (tmp_path / "viime vuosi.csv").write_text("Mikä auttaisi?\n" + "Kylätalo\n" * 9, "utf-8")
    assert command("room", "import", tmp_path / "viime vuosi.csv", "--beside", grouped) == 0
    old = re.findall(r"\d{6}", capsys.readouterr().out)[0]
    assert command(*export, old) == 0
    beside = openpyxl.load_workbook(tmp_path / "kiertue.xlsx")["Työpajat rinnakkain"]
    assert ("Mikä auttaisi?", f"viime vuosi ({old[:3]} {old[3:]})", 9) in [row[:3] for row in beside.values]
    (tmp_path / "viime vuosi.csv").write_text("Mikä auttaisi?\nMuu\n", "utf-8")
    assert command("room", "import", tmp_path / "viime vuosi.csv", "--beside", grouped) == 1
    assert "Rivi 2" in capsys.readouterr().err
    many = [filled(service, f"Kerta {number}").code for number in range(MAX_ROOMS)]
    assert command(*export, *many) == 1
    assert "enintään 12 työpajaa" in capsys.readouterr().err
