"""The examples go into a spreadsheet and come back; what does not fit is told by row and heading."""

from collections.abc import Callable
from typing import Any

import pytest

from workshop.content.content import Content
from workshop.content.documents import Document
from workshop.content.writer import files_of
from workshop.examples.models import Example
from workshop.examples.rows import Row
from workshop.examples.sheet import ReadExamples, SheetWords, as_csv, csv_table, read_table, sheet_words, table_of

LANGUAGES = ("fi", "sv", "en")
Read = Callable[..., ReadExamples]


@pytest.fixture
def sheet(content: Content) -> SheetWords:
    return sheet_words(dict(content.texts), content.vocabularies, content.core_elements, LANGUAGES, "fi")


@pytest.fixture
def read(content: Content, sheet: SheetWords) -> Read:
    def read_rows(rows: list[Row], document: Document, known: dict[str, str] | None = None) -> ReadExamples:
        return read_table(rows, document, sheet, content.vocabularies, content.criteria.ids, LANGUAGES, known or {})

    return read_rows


def drafted(content: Content) -> list[dict[str, Any]]:
    return list(content.document.model_dump(mode="json")["examples"])


def test_what_was_written_comes_back_the_same(content: Content, sheet: SheetWords, read: Read) -> None:
    written = as_csv(table_of(drafted(content), sheet)).encode()
    result = read(*csv_table(written, "examples.csv"))
    assert result.faults == ()
    assert [Example.model_validate(example) for example in result.examples] == list(content.examples)


def test_it_has_the_words_of_the_screen_and_no_ids(content: Content, sheet: SheetWords) -> None:
    table = table_of(drafted(content), sheet)
    first = dict(zip(table[0], table[1], strict=True))
    assert first["Teemat"] == "Yhteisöllisyys; Elinvoima ja tilat; Osallisuus"
    assert first["Maakunta"] == "Varsinais-Suomi"
    assert first["Uutuus"] == "Kerrotaan"


def test_the_file_of_a_workshop_folder_is_read_too(content: Content, read: Read) -> None:
    packaged = files_of(content.document)["examples.csv"].encode()
    examples = read(*csv_table(packaged, "examples.csv")).examples
    assert [Example.model_validate(example) for example in examples] == list(content.examples)


def rows_of(*cells: dict[str, str]) -> list[Row]:
    header = list(cells[0])
    return [(1, header), *((number, [row.get(name, "") for name in header]) for number, row in enumerate(cells, 2))]


MINIMUM = {
    "Otsikko (suomi)": "Kylätalo", "Otsikko (ruotsi)": "Byahus", "Otsikko (englanti)": "Village house",
    "Paikka (suomi)": "Turku", "Paikka (ruotsi)": "Åbo", "Paikka (englanti)": "Turku",
    "Kuvaus (suomi)": "a", "Kuvaus (ruotsi)": "b", "Kuvaus (englanti)": "c",
    "Teemat": "Luonto, ruoka", "Kenelle": "Nuoret",
}  # fmt: skip


def test_a_short_table_is_filled_in_by_the_municipality(read: Read) -> None:
    result = read(rows_of(MINIMUM), Document("t"))
    assert result.faults == ()
    [example] = result.examples
    assert (example["id"], example["area_type"], example["region"]) == ("kylatalo", "municipality", "southwest_finland")
    assert (example["lon"], example["lat"]) == (22.266, 60.448)
    assert example["themes"] == ["nature", "food"]
    assert set(example["evidence"].values()) == {"none"}


def test_another_language_may_be_missing_and_stays_missing(read: Read) -> None:
    finnish = {name: cell for name, cell in MINIMUM.items() if "ruotsi" not in name and "englanti" not in name}
    [example] = read(rows_of(finnish), Document("t")).examples
    assert example["title"] == {"fi": "Kylätalo"}


def test_a_title_that_is_there_already_keeps_its_id(read: Read) -> None:
    result = read(rows_of(MINIMUM, MINIMUM), Document("t"), {"kylatalo": "own_house"})
    assert [example["id"] for example in result.examples] == ["own_house", "kylatalo"]


def test_a_table_in_swedish_is_read_like_one_in_finnish(read: Read) -> None:
    swedish = {name: value for name, value in MINIMUM.items() if name != "Teemat"} | {"Teman": "Natur"}
    assert read(rows_of(swedish), Document("t")).examples[0]["themes"] == ["nature"]


def test_every_fault_is_told_by_its_row_and_heading_in_words(content: Content, read: Read) -> None:
    rows = rows_of(
        MINIMUM,
        {**MINIMUM, "Teemat": "Avaruus"},
        {**MINIMUM, "Otsikko (suomi)": ""},
        {**MINIMUM, "Paikka (suomi)": "Kylä"},
    )
    result = read(rows, Document("t"))
    assert result.examples == ()
    places = [(fault.line, fault.key) for fault in result.faults]
    assert places == [(3, "Teemat"), (4, "Otsikko (suomi)"), (5, "Alueen laji")]
    sentence = result.faults[0].sentence(content.texts["fi"])
    assert "Luonto" in sentence
    assert "nature" not in sentence


def test_an_unknown_heading_and_an_empty_table_are_told(read: Read) -> None:
    result = read(rows_of({**MINIMUM, "Väri": "punainen"}), Document("t"))
    assert [(fault.reason_id, fault.key) for fault in result.faults] == [("unknown", "Väri")]
    assert [fault.reason_id for fault in read([], Document("t")).faults] == ["empty_file"]


def test_a_formula_is_written_as_text(content: Content, sheet: SheetWords) -> None:
    example = {**drafted(content)[0], "title": {"fi": "=1+1"}}
    assert "'=1+1" in as_csv(table_of([example], sheet))
