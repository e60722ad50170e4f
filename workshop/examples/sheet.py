"""The examples of a draft as a table for a spreadsheet, and a table that comes back.

What is written has the headings and words of the screen; what is read may have those of any language, or the columns
and ids of `examples.csv`.
"""

import csv
import io
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from workshop.content.documents import Document
from workshop.content.errors import Fault
from workshop.content.texts import LANGUAGES
from workshop.examples.models import Example
from workshop.examples.municipalities import folded, municipality
from workshop.examples.rows import EVIDENCE, LISTS, LOCALISED, Row, csv_rows, examples_of
from workshop.examples.vocabularies import Vocabularies
from workshop.exports.tables_base import ascii_name, defused

Cells = list[str]
WORDS_OF_COLUMN = dict.fromkeys(("partners_stated", "partners_inferred"), "partners")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class SheetWords:
    """The words of the table: headings by column in the order of the columns, and by column its ids with their words.

    Each has one word for each language of the screen, the one that is written first.
    """

    headings: Mapping[str, Sequence[str]]
    words: Mapping[str, Mapping[str, Sequence[str]]]

    def of_column(self, column: str) -> Mapping[str, Sequence[str]]:
        """The ids that a column may have with their words; empty for a column of any text."""
        name = EVIDENCE if column.startswith(EVIDENCE) else WORDS_OF_COLUMN.get(column, column)
        return self.words.get(name, {})


def columns(elements: Sequence[str], languages: Sequence[str]) -> list[str]:
    """The columns of the table in their order."""

    def localised(name: str) -> list[str]:
        return [f"{name}_{lang}" for lang in languages]

    evidence = [f"{EVIDENCE}{name}" for name in elements]
    place = ["area_type", "region", "lon", "lat"]
    return [
        *localised("title"), *localised("place"), *place, *localised("summary"), *localised("practice"), *LISTS,
        *evidence, *localised("note"), "source_url", "id",
    ]  # fmt: skip


def table_of(examples: Sequence[Mapping[str, Any]], sheet: SheetWords) -> list[Cells]:
    """The table of a draft's examples, the headings first."""
    names = list(sheet.headings)
    return [
        [sheet.headings[name][0] for name in names],
        *([_written(example, name, sheet) for name in names] for example in examples),
    ]


def as_csv(table: Sequence[Cells]) -> str:
    """The table as CSV that a spreadsheet opens by a double click."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([[defused(cell) for cell in row] for row in table])
    return BYTE_ORDER_MARK + text.getvalue()


def _written(example: Mapping[str, Any], column: str, sheet: SheetWords) -> str:
    known = sheet.of_column(column)

    def word(name: object) -> str:
        return known[str(name)][0] if str(name) in known else str(name)

    value = _value(example, column)
    if isinstance(value, list | tuple):
        return "; ".join(map(word, value))
    return "" if value is None else word(value)


def _value(example: Mapping[str, Any], column: str) -> Any:
    name, _, lang = column.rpartition("_")
    if name in LOCALISED and lang in LANGUAGES:
        return (example.get(name) or {}).get(lang)
    if column.startswith(EVIDENCE):
        return (example.get("evidence") or {}).get(column.removeprefix(EVIDENCE))
    return example.get(column)


@dataclass(frozen=True)
class ReadExamples:
    """What a table says: its examples as a draft has them, or the faults for which nothing can be taken."""

    examples: tuple[dict[str, Any], ...]
    faults: tuple[Fault, ...]


def csv_table(data: bytes, name: str) -> tuple[list[Row], Document]:
    """The rows of a CSV file in the character sets of spreadsheets, and the document that notes its faults."""
    document = Document(name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return list(csv_rows(text, document)), document


def read_table(
    rows: Sequence[Row],
    document: Document,
    sheet: SheetWords,
    vocabularies: Vocabularies,
    elements: Collection[str],
    languages: tuple[str, ...],
    known_ids: Mapping[str, str],
) -> ReadExamples:
    """The examples of a table whose first row has the headings; `known_ids` are today's ids by folded title.

    A municipality without a point gets its own, and a row without an id that of the example with its title. Only the
    first of the languages must be there.
    """
    if not rows:
        document.add("empty_file", None)
        return ReadExamples((), tuple(document.faults))
    (line, headings), *body = rows
    header = [_column(heading, sheet) for heading in headings]
    optional = [*columns(list(elements), ()), f"note_{languages[0]}"]
    header += [name for name in optional if name not in header]
    namer = _Namer(languages[0], dict(known_ids))
    translated: list[Row] = [(line, header)]
    for number, cells in body:
        row = dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=False))
        translated.append((number, [*_completed(row, sheet, namer).values(), *cells[len(header) :]]))
    examples = examples_of(translated, document, vocabularies, elements, languages[:1])
    faults = tuple(_in_words(fault, sheet) for fault in document.in_order())
    if faults:
        return ReadExamples((), faults)
    rows_by_column = (dict(zip(header, cells, strict=True)) for _, cells in translated[1:])
    return ReadExamples(tuple(map(_drafted, examples, rows_by_column)), ())


def _drafted(example: Example, row: Mapping[str, str]) -> dict[str, Any]:
    """The example as a draft has it: without texts in languages in which its row has none."""
    values = {name: value for name, value in example.model_dump(mode="json").items() if value is not None}
    for name in LOCALISED:
        texts = values.get(name) or {}
        written = {lang: text for lang, text in texts.items() if row.get(f"{name}_{lang}", "").strip()}
        if name in values:
            values[name] = written
    return values


def _in_words(fault: Fault, sheet: SheetWords) -> Fault:
    """The fault with headings and words in the place of columns and ids."""
    known = sheet.of_column(fault.key)
    values = dict(fault.values)
    if fault.reason_id == "reference_unknown" and known:
        values["known"] = ", ".join(words[0] for words in known.values())
        values["name"] = str(values["name"]).replace("_", " ")
    heading = sheet.headings.get(fault.key, (fault.key,))[0]
    if values.get("name") in sheet.headings:
        values["name"] = sheet.headings[str(values["name"])][0]
    return replace(fault, key=heading, values=values)


def _column(heading: str, sheet: SheetWords) -> str:
    """The column that a heading names, in any language; an unknown heading is left as it is, and told."""
    plain = folded(heading)
    for name, words in sheet.headings.items():
        if plain in {folded(name), *map(folded, words)}:
            return name
    return heading.strip()


def _completed(row: dict[str, str], sheet: SheetWords, namer: "_Namer") -> dict[str, str]:
    """The row with ids for words, and with what follows from its place and its title."""
    completed = {name: _ids(cell, name, sheet.of_column(name)) for name, cell in row.items()}
    for name, cell in completed.items():
        if name.startswith(EVIDENCE) and not cell:
            completed[name] = "none"
    completed |= _spot(completed, namer.lang, sheet)
    completed["id"] = completed.get("id") or namer.new_id(completed.get(f"title_{namer.lang}", ""))
    return completed


def _ids(cell: str, column: str, known: Mapping[str, Sequence[str]]) -> str:
    if not known:
        return cell
    by_word = {folded(word): name for name, words in known.items() for word in (name, *words)}
    if column not in LISTS:
        return by_word.get(folded(cell), cell.strip())
    if folded(cell) in by_word:  # a word that has a comma
        return by_word[folded(cell)]
    separator = ";" if ";" in cell else "\n" if "\n" in cell else ","
    parts = [part.strip() for part in cell.split(separator) if part.strip()]
    return ",".join(by_word.get(folded(part), part.replace(" ", "_")) for part in parts)


def _spot(row: Mapping[str, str], lang: str, sheet: SheetWords) -> dict[str, str]:
    match = municipality(row.get(f"place_{lang}", ""))
    if match is None or row.get("area_type") not in {"", "municipality"}:
        return {}
    codes = {words[-1]: name for name, words in sheet.of_column("region").items()}
    spot = {"area_type": "municipality", "region": codes.get(match.region, "")}
    spot |= {"lon": str(match.lon), "lat": str(match.lat)}
    return {name: value for name, value in spot.items() if not row.get(name)}


class _Namer:
    """Gives an id to a row that has none."""

    def __init__(self, lang: str, known: dict[str, str]) -> None:
        self.lang = lang
        self._known = known
        self._used: set[str] = set(known.values())

    def new_id(self, title: str) -> str:
        """That of the example with this title, once; else a new one by the title."""
        known = self._known.pop(folded(title), None)
        if known is not None:
            return known
        word = ascii_name(title).replace("-", "_")[:30].strip("_")
        word = word if word[:1].isalpha() else f"example_{word}".strip("_")
        candidates = (word if number == 1 else f"{word}_{number}" for number in count(1))
        name = next(candidate for candidate in candidates if candidate not in self._used)
        self._used.add(name)
        return name


def sheet_words(
    say: Mapping[str, Callable[..., str]],
    vocabularies: Vocabularies,
    elements: Mapping[str, Callable[[str], str]],
    languages: Sequence[str],
    lang: str,
) -> SheetWords:
    """The words of a workshop's table; `say` are the screen's texts by language, `elements` the criteria's names.

    A region's words end with its code.
    """
    order = [lang, *(other for other in say if other != lang)]

    def heading(column: str) -> list[str]:
        name, _, ending = column.rpartition("_")
        if name in LOCALISED and ending in LANGUAGES:
            return [
                say[each]("editor.examples.heading", name=_heading(say[each], name), lang=_language(say[each], ending))
                for each in order
            ]
        if column.startswith(EVIDENCE):
            return [elements[column.removeprefix(EVIDENCE)](each) for each in order]
        return [_heading(say[each], column) for each in order]

    def in_order(texts: Mapping[str, Any]) -> dict[str, list[str]]:
        return {name: [text(each) for each in order] for name, text in texts.items()}

    evidence = {name: label.label for name, label in vocabularies.evidence}
    regions = {
        name: [*(region.name(each) for each in order), region.code] for name, region in vocabularies.regions.items()
    }
    return SheetWords(
        headings={column: heading(column) for column in columns(list(elements), languages)},
        words={
            "themes": in_order(vocabularies.themes),
            "target_groups": in_order(vocabularies.target_groups),
            "suited_to": in_order(vocabularies.suited_to),
            "partners": in_order(vocabularies.partners),
            "area_type": in_order(dict(vocabularies.area_types)),
            "region": regions,
            EVIDENCE: in_order(evidence),
        },
    )


def _heading(say: Callable[..., str], column: str) -> str:
    return say(f"editor.examples.columns.{column}")


def _language(say: Callable[..., str], lang: str) -> str:
    return say(f"editor.choices.languages.{lang}")
