"""Cells, CSV and workbooks: typed text stays text in every program."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.find_programs import OFFICE, find_program
from workshop.exports.csv_files import as_csv, as_zip
from workshop.exports.tables_base import Cell, Column, SheetChart, Table, ascii_name, cell_text, defused
from workshop.exports.xlsx import as_xlsx, sheet_names

MADE_AT = datetime(2026, 11, 25, 10, 30)  # a workbook's times are local and plain
UGLY = (
    "Hyvinkää", "a\u0308iti", "=cmd|' /C calc'!A0", '=HYPERLINK("x","y")', "==hei==", "+1", "-5", "@x", "\tx", "a;b",
    "a,b", 'sanoi "hei"', "eka\ntoka", "Ryhmä #1, Vaasa", "+358 40", "🚀", "👍🏻", "ሰላም", "'x", "  x", "100 %",
    "_x0041_b", "{=1}", "http://a.example", "internal:A1", "1e5", "007", "TRUE", "2026-01-01", "\u202eabc", "",
)  # fmt: skip


def table(*rows: tuple[Cell, ...], name: str = "Vastaukset", columns: tuple[str, ...] = ("Vastaus", "n")) -> Table:
    return Table(name, tuple(Column(title, title, 20) for title in columns), rows)


def rows_of(data: bytes, sheet: str = "Vastaukset") -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [tuple(row) for row in book[sheet].iter_rows(values_only=True)]


def parsed(data: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_every_ugly_text_is_read_back_from_the_workbook_as_it_was_typed() -> None:
    workbook = as_xlsx([table(*((text, number) for number, text in enumerate(UGLY)))], "T", MADE_AT)
    back = [row[0] or "" for row in rows_of(workbook)[1:]]
    assert back == list(UGLY)
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    assert {cell.data_type for cell in book["Vastaukset"]["A"] if cell.value is not None} == {"s"}
    frame = pd.read_excel(io.BytesIO(workbook), keep_default_na=False, dtype=str)
    assert list(frame["Vastaus"])[:6] == list(UGLY[:6])


def test_times_are_times_and_numbers_are_numbers() -> None:
    moment = datetime(2026, 10, 25, 3, 30)
    workbook = as_xlsx([table(("x", 7), (moment, None))], "T", MADE_AT)
    assert rows_of(workbook)[1:] == [("x", 7), (moment, None)]


def test_a_heading_that_looks_like_a_formula_is_text_too() -> None:
    given_table = table(("x",), columns=("=1+1",))
    assert rows_of(as_xlsx([given_table], "=T", MADE_AT))[0] == ("=1+1",)
    assert parsed(as_csv(given_table, "fi"), ";")[0] == ["'=1+1"]


def test_an_empty_table_has_its_heading_a_filter_and_a_frozen_row() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx([table()], "T", MADE_AT)))["Vastaukset"]
    assert [cell.value for cell in sheet[1]] == ["Vastaus", "n"]
    assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("A2", True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"), ("\tx", "'\tx"), ("＝1", "'＝1"), ("+1+2", "'+1+2"),
        ("-5", "-5"), ("+358 40", "+358 40"), ("-1,5", "-1,5"), ("kahvi", "kahvi"), ("a=b", "a=b"), ("", ""),
    ],
)  # fmt: skip
def test_formulas_are_defused_and_numbers_stay(text: str, shown: str) -> None:
    assert defused(text) == shown


SIGNS = st.sampled_from("=+-@＝;,\t|\"' \n1a(")


def formula_cells(data: bytes) -> list[str]:
    """The cells that a spreadsheet would run, whatever separator it is told to read the file with."""
    cells = [cell.lstrip(' "') for sign in ";,\t|" for row in parsed(data, sign) for cell in row]
    return [cell for cell in cells if re.match(r"[=＝@]|[+-](?![0-9\s.,;|\"]+$)", cell)]


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("for_excel", [True, False])
@given(
    texts=st.lists(st.one_of(st.text(SIGNS, max_size=12), st.sampled_from(["moi;=1+1", "a,=HYPERLINK(1)", "x;=1;y"])))
)
def test_no_text_becomes_a_formula_with_any_separator(lang: str, for_excel: bool, texts: list[str]) -> None:
    csv = as_csv(table(*((text, 1) for text in texts), columns=("=1;=2", "n")), lang, for_excel=for_excel)
    assert formula_cells(csv) == []


def test_every_text_is_quoted_and_numbers_are_numbers() -> None:
    csv = as_csv(table(("kahvi", 3), ("", None)), "fi").decode("utf-8-sig")
    assert csv == '"Vastaus";"n"\r\n"kahvi";3\r\n"";""\r\n'


@pytest.mark.parametrize("text", ["Ryhmä 1, Vaasa", "a,b", "kahvi; tee", "1,5", "joo - ei", "3, -4", 'sanoi "hei"'])
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert defused(text) == text


@pytest.mark.parametrize(("lang", "delimiter"), [("fi", ";"), ("sv", ";"), ("en", ",")])
def test_csv_opens_in_the_excel_of_each_language(lang: str, delimiter: str) -> None:
    csv = as_csv(table(*((text, 1) for text in UGLY)), lang)
    assert csv.startswith(b"\xef\xbb\xbf")
    assert not csv.decode("utf-8-sig").startswith("sep=")
    back = parsed(csv, delimiter)
    assert back[0] == ["Vastaus", "n"]
    assert [row[0] for row in back[1:]] == [defused(text) for text in UGLY]
    assert {len(row) for row in back} == {2}


def test_plain_csv_has_no_byte_order_mark_and_pandas_reads_it() -> None:
    csv = as_csv(table(("Hyvinkää; a,b", 1)), "fi", for_excel=False)
    assert csv.startswith(b'"Vastaus","n"\r\n')
    assert pd.read_csv(io.BytesIO(csv))["Vastaus"][0] == "Hyvinkää; a,b"


def test_the_zip_holds_every_table_twice_under_plain_names() -> None:
    tables = [table(name="Kuka olet?"), table(name="Kuka olet?"), table(name="???")]
    with zipfile.ZipFile(io.BytesIO(as_zip(tables, "fi", MADE_AT))) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert names[:2] == ["excel/01-kuka-olet.csv", "utf-8/01-kuka-olet.csv"]
    assert len(set(names)) == 6
    assert all(name.isascii() for name in names)


LONG = "Onko ratkaisumme sosiaalinen innovaatio vai ei?"


@given(st.lists(st.one_of(st.text(), st.sampled_from([LONG, LONG.lower(), "History", "'", "a/b", "[x]"])), max_size=12))
def test_sheet_names_are_legal_and_differ(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'" != name[-1]
        assert name.casefold() != "history"


@given(st.text())
def test_any_text_makes_a_workbook_that_opens(text: str) -> None:
    workbook = as_xlsx([table((text, 1), name=text)], text, MADE_AT)
    assert openpyxl.load_workbook(io.BytesIO(workbook)).worksheets[0]["B2"].value == 1


@given(st.text(alphabet=st.characters()))
def test_no_cell_holds_what_a_file_cannot_carry(text: str) -> None:
    cell_text(text).encode("utf-8")
    assert not set(cell_text(text)) & set("\x00\x0b\x1f\ufffe\uffff")


def test_file_names_are_ascii() -> None:
    assert ascii_name("Työpaja: mitä seuraavaksi?") == "tyopaja-mita-seuraavaksi"


LONG_TEXT = "Mikä on roolisi suhteessa ratkaisujen kehittämiseen? " * 3


def test_a_row_is_as_high_as_its_wrapped_text_needs() -> None:
    rows = (("kahvi", 1), (LONG_TEXT, 2), ("eka\ntoka\nkolmas", 3), ("社" * 30, 4), ("a" * 20_000, 5))
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx([table(*rows)], "T", MADE_AT)))["Vastaukset"]
    heights = [sheet.row_dimensions[row].height or 15 for row in range(2, 7)]  # 15 is what a row has by itself
    assert heights[0] == 15
    assert heights[1] >= 15 * len(LONG_TEXT) / 20
    assert heights[2] == 45
    assert heights[3] >= 60
    assert 400 < heights[4] <= 409


@pytest.mark.parametrize(("width", "orientation"), [(20, "portrait"), (100, "landscape")])
def test_a_printed_sheet_has_all_columns_on_a_page_and_the_headings_on_each(width: int, orientation: str) -> None:
    wide = Table("Vastaukset", tuple(Column(name, name, width) for name in ("a", "b")), (("x", 1),))
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx([wide], "T", MADE_AT)))["Vastaukset"]
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation in {orientation, None if orientation == "portrait" else orientation}


def test_charts_stand_below_the_rows_and_do_not_overlap() -> None:
    charts = (SheetChart("=Ensin", 0, 2, 0, (1,)), SheetChart("Sitten", 3, 5, 0, (1,)))
    filled = Table("=1+1", (Column("a", "a", 20), Column("b", "b", 20)), (("x", 1),) * 6, ("Huom",), charts)
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx([filled], "T", MADE_AT)))["=1+1"]
    drawn = [(chart.anchor._from.row, chart.anchor.to.row) for chart in sheet._charts]
    assert len(drawn) == 2
    assert [cell.value for cell in sheet["A"]][7:9] == [None, "Huom"]
    assert 8 < drawn[0][0] < drawn[0][1] < drawn[1][0]
    assert [chart.series[0].val.numRef.f for chart in sheet._charts] == ["'=1+1'!$B$2:$B$4", "'=1+1'!$B$5:$B$7"]
    titles = ["".join(run.t for run in chart.title.tx.rich.p[0].r) for chart in sheet._charts]
    assert titles == [" =Ensin", "Sitten"]


def test_progress_reaches_the_end() -> None:
    shares: list[float] = []
    as_xlsx([table(*(("x", n) for n in range(1200)))], "T", MADE_AT, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(shares) > 1


def converted(source: Path, to: str, reading: str | None = None) -> bytes:
    """A file as LibreOffice reads it and writes it again."""
    folder = source.parent
    command = [str(find_program(OFFICE)), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += [f"--infilter={reading}"] if reading else []
    command += ["--convert-to", to, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.rmtree(folder / "profile", ignore_errors=True)
    return (folder / "out" / f"{source.stem}.{to.split(':')[0]}").read_bytes()


@pytest.mark.skipif(find_program(OFFICE) is None, reason="LibreOffice is not installed (make programs)")
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_libreoffice_opens_the_file_and_reads_the_same(tmp_path: Path, kind: str) -> None:
    texts = [text for text in UGLY if text.strip() == text and text and "\u202e" not in text]
    given_table = table(*((text, number) for number, text in enumerate(texts)))
    data = as_xlsx([given_table], "T", MADE_AT) if kind == "xlsx" else as_csv(given_table, "fi")
    source = tmp_path / f"in.{kind}"
    source.write_bytes(data)
    reading = "CSV:59,34,76,1,1/2" if kind == "csv" else None  # semicolons, quotes, UTF-8, the first column as text
    back = parsed(converted(source, "csv:Text - txt - csv (StarCalc):44,34,76,1", reading), ",")
    expected = texts if kind == "xlsx" else [defused(text) for text in texts]
    assert [row[0] for row in back[1:]] == expected


@pytest.mark.skipif(find_program(OFFICE) is None, reason="LibreOffice is not installed (make programs)")
@pytest.mark.parametrize("separator", [";", ","])
def test_libreoffice_runs_nothing_of_a_csv_with_either_separator(tmp_path: Path, separator: str) -> None:
    texts = ["moi;=1+1;x", "a,=1+1,b", '=HYPERLINK("x")', *UGLY]
    source = tmp_path / "in.csv"
    source.write_bytes(as_csv(table(*((text, number) for number, text in enumerate(texts))), "en"))
    reading = f"CSV:{ord(separator)},34,76,1,,0,false,true,false,false,false,-1,true"  # the last runs formulas
    book = openpyxl.load_workbook(io.BytesIO(converted(source, "xlsx", reading)))
    assert [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.data_type == "f"] == []


def test_a_text_keeps_its_distance_from_the_number_beside_it() -> None:
    """A number stands at its cell's right edge, so that a text at its left edge would be read as one with it."""
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([table(("sana", 9), ("muu", 2.5))], "Työpaja", MADE_AT)))
    text, number = book["Vastaukset"]["A2"], book["Vastaukset"]["B3"]
    assert (text.alignment.horizontal, text.alignment.indent) == ("left", 1)
    assert number.number_format == "0.00"
