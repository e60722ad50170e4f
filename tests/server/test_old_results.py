"""Old results from a spreadsheet: they become an ended room; a file that cannot be taken says what is to be done."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest

from server.service import Service
from tests.server.filled_rooms import Filled, filled
from tests.server.items import choice_item, scale_item, text_item, words_item
from workshop.old_results.answers import OldResultsFaultsError
from workshop.old_results.cells import MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED_BYTES, OldResultsError

HEADINGS = ("Aikaleima", "Sähköposti", "Millainen kylä?", "Mikä auttaisi?", "Saan apua", "Mitä muuta?")
ROWS = (
    ("1.2.2024", "eka@example.org", "kahvi, Yhteistyö", "Kyytirinki", "5 täysin samaa mieltä", "Hyvä näin."),
    ("1.2.2024", "toka@example.org", "kahvi", "Kylätalo, iso", 3, None),
    ("1.2.2024", None, None, None, "En osaa sanoa", "=1+1"),
)


@pytest.fixture
def room(service: Service) -> Filled:
    room = filled(service, "Nyt")
    items: list[dict[str, Any]] = [
        words_item("Millainen kylä?"), choice_item("Mikä auttaisi?", ["Kyytirinki", "Kylätalo, iso"]),
        scale_item("Mitä mieltä?", ["Saan apua"]), text_item("Mitä muuta?"),
    ]  # fmt: skip
    for item in items:
        service.questions.add(room.code, item, ["fi"], opens=True)
    return room


def csv_file(*rows: Sequence[object], separator: str = ";") -> str:
    def quoted(cell: object) -> str:
        return '"' + ("" if cell is None else str(cell)).replace('"', '""') + '"'

    return "\r\n".join(separator.join(map(quoted, row)) for row in rows)


def workbook(*rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(["'" + cell if isinstance(cell, str) and cell == "=1+1" else cell for cell in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


FILES = {
    "xlsx": workbook(HEADINGS, *ROWS),
    "utf-8": csv_file(HEADINGS, *ROWS).encode("utf-8-sig"),
    "commas": csv_file(HEADINGS, *ROWS, separator=",").encode(),
    "windows": csv_file(HEADINGS, *ROWS).encode("cp1252"),
    "utf-16": csv_file(HEADINGS, *ROWS, separator="\t").encode("utf-16"),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_column_a_question_becomes_a_room_of_its_own(service: Service, room: Filled, data: bytes) -> None:
    old = service.old_results.add(room.code, "Kysely 2024.xlsx", data, "fi")
    record = service.results.record(old.code)
    assert (record.title, record.closed_at is not None) == ("Kysely 2024.xlsx", True)
    rounds: dict[str, Any] = {each.activity.question("fi"): each.rounds for each in record.activities}
    words, choice, scale, text = (rounds[name][0].results for name in (*HEADINGS[2:4], "Mitä mieltä?", "Mitä muuta?"))
    assert {word.text: word.people for word in words.shown} == {"kahvi": 2, "Yhteistyö": 1}
    assert [option.people for option in choice.options] == [1, 1]
    assert (scale.statements[0].steps, scale.statements[0].unsure) == ((0, 0, 1, 0, 1), 1)
    assert {each.text.strip("'") for each in text.texts} == {"Hyvä näin.", "=1+1"}
    assert "example.org" not in record.model_dump_json()
    assert [candidate.code for candidate in service.joining.candidates(room.code)] == [old.code]


def test_a_respondent_is_another_one_in_each_question(service: Service, room: Filled) -> None:
    record = service.results.record(service.old_results.add(room.code, "a", FILES["xlsx"], "fi").code)
    people = [answer.person for _, each in record.all_rounds() for answer in each.answers]
    assert record.people == len(set(people)) == 2 + 2 + 3 + 2


def test_hostile_words_are_kept_from_the_projector_or_told_by_their_row(service: Service, room: Filled) -> None:
    service.lexicon.wait()
    data = csv_file(("Millainen kylä?",), ("<script>alert(1)</script>",), ("vittu",)).encode()
    words: Any = service.results.record(service.old_results.add(room.code, "a", data, "fi").code)
    states = {word.text: word.state for _, each in words.all_rounds() for word in each.results.words}
    assert states == {"<script>alert(1)</script>": "shown", "vittu": "blocked"}
    refused = csv_file(("Millainen kylä?",), ("matti@example.org",), ("x" * 200,)).encode()
    with pytest.raises(OldResultsFaultsError) as raised:
        service.old_results.add(room.code, "a", refused, "fi")
    sentences = service.old_results.sentences(raised.value, "fi")
    assert [sentence.split(":")[0] for sentence in sentences] == ["Rivi 2, Millainen kylä?", "Rivi 3, Millainen kylä?"]


def formulas() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Millainen kylä?"])
    book.active.append(['=HYPERLINK("http://example.org","x")'])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (MAX_UNPACKED_BYTES + 1))
    return target.getvalue()


BAD = {
    "empty": (b"", "old_results_empty"),
    "headings alone": (csv_file(HEADINGS).encode(), "old_results_empty"),
    "other headings": (csv_file(("a", "b"), ("c", "d")).encode(), "old_results_headings"),
    "twice": (csv_file(("Millainen kylä?", "millainen kylä"), ("c", "d")).encode(), "old_results_twice"),
    "formula": (formulas(), "old_results_faults"),
    "unknown option": (csv_file(("Mikä auttaisi?",), ("Muu",)).encode(), "old_results_faults"),
    "a step beyond": (csv_file(("Saan apua",), ("9",)).encode(), "old_results_faults"),
    "bomb": (bomb(), "old_results_size"),
    "rows": (("Saan apua\n" + "5\n" * (MAX_ROWS + 1)).encode(), "old_results_size"),
    "columns": ((";".join(["a"] * (MAX_COLUMNS + 1)) + "\nb").encode(), "old_results_size"),
    "letters": (b"Saan apua\n\x81\x8d\x8f", "old_results_encoding"),
    "half utf-16": (b"\xff\xfeS\x00a", "old_results_encoding"),
    "bytes": (b"\0\1\2\3" * 50, "old_results_file"),
    "old excel": (b"\xd0\xcf\x11\xe0" + b"x" * 50, "old_results_file"),
    "broken zip": (b"PK\x03\x04" + b"x" * 50, "old_results_file"),
    "pdf": (b"%PDF-1.7 ...", "old_results_file"),
}


@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_taken_says_why_and_makes_nothing(
    service: Service, room: Filled, data: bytes, reason: str
) -> None:
    with pytest.raises(OldResultsError) as raised:
        service.old_results.add(room.code, "a", data, "fi")
    assert raised.value.id == reason
    for lang in ("fi", "sv", "en"):
        assert service.sentence(raised.value, lang)
    assert len(service.rooms.all()) == 1
