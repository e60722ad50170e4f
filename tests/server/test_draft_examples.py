"""The examples of a draft: cells, words and files are edited as steps that can be undone."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from server.service import Service
from server.settings import Settings
from server.usecases.draft_examples import DraftExamples, Edit, Row
from server.usecases.editing import DraftElsewhereError
from server.usecases.example_files import ExampleFaultsError, ExampleWordsError
from server.usecases.workshops import BUILT_IN, LIBRARY
from tests.conftest import ROOT

ONE, TWO = "first-session", "second-session"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Service]:
    service = Service(Settings(home=tmp_path, password="lupa", data=ROOT / "data"))
    service.workshops.renew()
    yield service
    service.close()


@pytest.fixture
def workshop(running: Service) -> str:
    """A copy of the packaged workshop."""
    return running.workshops.add(running.content.document)


@pytest.fixture
def blank(running: Service) -> str:
    return running.new_workshops.empty("Kylät", "fi")


def opened(running: Service, workshop: str, lang: str = "fi") -> DraftExamples:
    return running.example_editing.open(workshop, ONE, lang)


def titles(running: Service, workshop: str) -> list[str | None]:
    return [row["title"] for row in opened(running, workshop).rows]


def undo(running: Service, workshop: str) -> None:
    running.editing.undo(workshop, ONE, running.example_editing.revision(workshop))


def test_an_edited_cell_is_one_step_with_all_that_follows_from_it(running: Service, workshop: str) -> None:
    before = opened(running, workshop).examples[0]
    running.example_editing.edit(workshop, ONE, "fi", [Edit(before["id"], "place", "rovaniemi")])
    row = opened(running, workshop).rows[0]
    assert (row["place"], row["region"]) == ("Rovaniemi", "lapland")
    undo(running, workshop)
    assert opened(running, workshop).examples[0] == before


def test_examples_are_added_and_removed(running: Service, workshop: str) -> None:
    first, *_, last = opened(running, workshop).ids
    running.example_editing.add(workshop, ONE, "fi")
    assert titles(running, workshop)[-1] is None
    running.example_editing.remove(workshop, ONE, "fi", [first, last])
    assert not {first, last} & set(opened(running, workshop).ids)
    undo(running, workshop)
    assert {first, last} <= set(opened(running, workshop).ids)


def test_an_edit_of_an_example_that_is_gone_changes_nothing(running: Service, workshop: str) -> None:
    before = opened(running, workshop).examples
    running.example_editing.edit(workshop, ONE, "fi", [Edit("gone", "title", "x")])
    assert opened(running, workshop).examples == before


def test_a_second_session_is_kept_out_and_told(running: Service, workshop: str) -> None:
    running.example_editing.add(workshop, ONE, "fi")
    assert not running.example_editing.open(workshop, TWO, "fi").may_edit
    with pytest.raises(DraftElsewhereError):
        running.example_editing.add(workshop, TWO, "fi")


def test_a_workshop_gets_examples_and_loses_them(running: Service, blank: str) -> None:
    assert not opened(running, blank).is_begun
    running.example_editing.begin(blank, ONE, "fi")
    view = opened(running, blank)
    assert view.is_begun
    assert view.words("themes")["nature"] == "Luonto"
    running.example_editing.add(blank, ONE, "fi")
    running.example_editing.end(blank, ONE, "fi")
    assert not opened(running, blank).is_begun
    assert opened(running, blank).examples == []


def test_words_are_renamed_added_and_removed_and_keep_their_ids(running: Service, workshop: str) -> None:
    rows = opened(running, workshop).word_rows("themes")
    rows[0]["fi"] = "Mukana"
    edited: list[Row] = [*rows[:-1], {"fi": "Avaruus"}]
    running.example_editing.set_words(workshop, ONE, "fi", "themes", edited)
    words = opened(running, workshop).words("themes")
    assert words["participation"] == "Mukana"
    assert words["avaruus"] == "Avaruus"
    assert "vitality" not in words
    faults = running.example_editing.faults(opened(running, workshop), running.texts("fi"))
    assert (1, "Teemat") in {(row, sentence.split(":")[0]) for row, sentence in faults}


def test_a_region_keeps_its_code(running: Service, workshop: str) -> None:
    rows = opened(running, workshop).word_rows("regions")
    rows[0]["fi"] = "Etelä"
    running.example_editing.set_words(workshop, ONE, "fi", "regions", rows)
    regions = running.editing.draft(workshop).document["workshop"]["vocabularies"]["regions"]
    assert regions["uusimaa"] == {"code": "01", "name": {"fi": "Etelä", "sv": "Nyland", "en": "Uusimaa"}}


def test_the_map_shows_what_is_whole_and_passes_over_the_rest(running: Service, workshop: str) -> None:
    n = len(opened(running, workshop).examples)
    running.example_editing.add(workshop, ONE, "fi")
    drawn = opened(running, workshop).map_content()
    assert drawn is not None
    assert len(drawn[1]) == n


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_file_that_was_downloaded_comes_back_without_a_change(running: Service, workshop: str, ending: str) -> None:
    before = opened(running, workshop).examples
    files = running.example_files
    data = files.csv(workshop, "sv") if ending == "csv" else files.xlsx(workshop, "sv")
    assert files.read(workshop, ONE, "fi", data) == len(before)
    assert running.example_editing.revision(workshop) == 0, "no step where nothing has changed"


def test_a_changed_workbook_replaces_the_examples_in_one_step(running: Service, workshop: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(running.example_files.xlsx(workshop, "fi")))
    sheet = book.worksheets[0]
    sheet["A2"] = "Uusi nimi"
    sheet.delete_rows(4, 20)
    target = io.BytesIO()
    book.save(target)
    assert running.example_files.read(workshop, ONE, "fi", target.getvalue()) == 2
    assert titles(running, workshop)[0] == "Uusi nimi"
    undo(running, workshop)
    assert len(titles(running, workshop)) > 2


def test_a_file_with_faults_changes_nothing_and_tells_them_by_row(running: Service, workshop: str) -> None:
    table = running.example_files.csv(workshop, "fi").decode()
    wrong = table.replace("Luonto", "Avaruus").encode()
    with pytest.raises(ExampleFaultsError) as caught:
        running.example_files.read(workshop, ONE, "fi", wrong)
    sentences = running.example_files.sentences(caught.value, "fi")
    assert all(sentence.startswith("Rivi ") and "Teemat" in sentence for sentence in sentences)
    assert running.example_editing.revision(workshop) == 0


def test_a_workshop_without_words_has_no_files(running: Service, blank: str) -> None:
    with pytest.raises(ExampleWordsError):
        running.example_files.csv(blank, "fi")


@pytest.mark.parametrize("name", [BUILT_IN, LIBRARY, "nowhere"])
def test_what_cannot_be_edited_has_no_revision(running: Service, name: str) -> None:
    assert running.example_editing.revision(name) == 0
