"""The workbook of questions: its template comes back as questions, and what is wrong in a row is told by the row."""

import io
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.content.content import Content
from workshop.content.programme_questions import form_label, question_forms
from workshop.content.question_sheet import (
    MAX_UNPACKED_BYTES,
    WIDTHS,
    SheetFault,
    SheetFaultsError,
    SheetFileError,
    read_sheet,
    template,
)
from workshop.content.texts import LANGUAGES

HEADINGS = ("Kysymys", "Laji", "Vaihtoehdot, kukin omalle rivilleen", "Minuutit")


def workbook(*rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> bytes:
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def faults(content: Content, data: bytes) -> tuple[SheetFault, ...]:
    with pytest.raises(SheetFaultsError) as raised:
        read_sheet(data, content.texts)
    return raised.value.faults


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_template_is_filled_in_and_read_in_its_language(content: Content, lang: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(content.texts[lang])))
    samples = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    for row in samples:
        book.worksheets[0].append(row)
    target = io.BytesIO()
    book.save(target)
    words, choice = read_sheet(target.getvalue(), content.texts)
    assert (words.form, words.minutes, words.rows) == ("words", 5, ())
    assert (choice.form, len(choice.rows)) == ("choice", 3)
    assert choice.speaker_note


def test_an_empty_template_says_that_it_has_no_questions(content: Content) -> None:
    assert [fault.reason for fault in faults(content, template(content.texts["fi"]))] == ["no_rows"]


def test_the_kind_may_be_left_out_and_options_may_stand_between_semicolons(content: Content) -> None:
    first, second = read_sheet(
        workbook(["Mistä?", None, "Kunta; Järjestö"], [], ["Miksi?", None, None, 7.0]), content.texts
    )
    assert (first.form, first.rows) == ("choice", ("Kunta", "Järjestö"))
    assert (second.form, second.minutes) == ("words", 7)


def test_faults_are_told_by_the_rows_of_the_sheet(content: Content) -> None:
    data = workbook(
        ["x" * 201],
        [None, "Valitaan yksi", "a\nb"],
        ["Mikä?", "Arvonta"],
        ["Mikä?", "Valitaan yksi", "a"],
        ["Mikä?", "Sanapilvi", "a\nb"],
        ["Mikä?", "Valitaan monta", "a\nA"],
        ["Mikä?", "Sanapilvi", None, "viisi"],
    )
    assert [(fault.row, fault.reason) for fault in faults(content, data)] == [
        (2, "long"), (3, "question_empty"), (4, "form"), (5, "few"), (6, "no_options"), (7, "repeated"), (8, "minutes"),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fault_has_its_sentence(content: Content, lang: str) -> None:
    reasons = content.texts[lang].section("workshops")["row_faults"]
    values = dict.fromkeys(("n", "max", "min", "text", "name", "known", "form"), 1)
    for reason in reasons:
        assert content.texts[lang](f"workshops.row_faults.{reason}", **values)
    assert set(WIDTHS) == set(content.texts[lang].section("workshops")["table"]["columns"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_that_can_be_written_has_its_words(content: Content, lang: str) -> None:
    text = content.texts[lang]
    for form in question_forms().values():
        assert form_label(form, text)
        assert text(f"workshops.markers.{form.name}")
        assert text(f"workshops.becomes.{form.name}", n=2, steps=5)


def test_another_table_is_told_to_lack_the_heading(content: Content) -> None:
    only = faults(content, workbook(["a"], headings=["Nimi"]))
    assert [(fault.row, fault.reason) for fault in only] == [(1, "no_heading")]


def test_too_many_rows_are_told(content: Content) -> None:
    assert faults(content, workbook(*[["Miksi?"]] * 61))[-1] == SheetFault(62, "items", {"max": 60, "n": 61})


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.just(b"PK\x03\x04broken"))
def test_whatever_is_no_workbook_is_refused(content: Content, data: bytes) -> None:
    with pytest.raises(SheetFileError):
        read_sheet(data, content.texts)


def test_a_workbook_that_grows_when_unpacked_is_refused(content: Content) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (MAX_UNPACKED_BYTES + 1))
    with pytest.raises(SheetFileError):
        read_sheet(target.getvalue(), content.texts)
