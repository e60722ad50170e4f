"""Reads `examples.csv`: one example a row; every wrong cell is reported by its row and column.

Commas and semicolons both separate columns, and numbers may have a decimal comma, because a spreadsheet saves a file by
the conventions of its locale.
"""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from workshop.content.documents import Document, read_text
from workshop.content.errors import Finding
from workshop.content.errors import Path as KeyPath
from workshop.content.texts import LANGUAGES
from workshop.content.validation import undefined, validated
from workshop.examples.models import NATIONAL, Example
from workshop.examples.vocabularies import Vocabularies

LOCALISED = ("title", "place", "summary", "practice", "note")
LISTS = ("themes", "target_groups", "suited_to", "partners_stated", "partners_inferred")
OPTIONAL_TEXTS = ("practice", "note")
_OPTIONAL_COLUMNS = frozenset({"suited_to", *(f"practice_{lang}" for lang in LANGUAGES)})
_NUMBERS = ("lon", "lat")
_WORDS = ("id", "area_type", "region", "source_url")
EVIDENCE = "ev_"
MAX_EXAMPLES = 500

Row = tuple[int, list[str]]


def read_examples(
    path: Path, vocabularies: Vocabularies | None, criteria: Collection[str] | None, languages: tuple[str, ...]
) -> tuple[tuple[Example, ...], Document]:
    """The examples of the rows that are right, and the document with the faults of the others.

    A missing file has none, and no fault. Where the vocabularies or the criteria are not known, because their own file
    is wrong, nothing is held to them.
    """
    document = Document(path.name)
    if not path.exists():
        return (), document
    text = read_text(document, path)
    rows = [] if text is None else list(csv_rows(text, document))
    return examples_of(rows, document, vocabularies, criteria, languages), document


def examples_of(
    rows: Sequence[Row],
    document: Document,
    vocabularies: Vocabularies | None,
    criteria: Collection[str] | None,
    languages: tuple[str, ...],
) -> tuple[Example, ...]:
    """The examples of the rows that are right, the first of which names the columns; faults go to the document."""
    if not rows:
        return ()
    (_, header), *body = rows
    header = [name.strip() for name in header]
    _check_header(header, criteria, languages, document)
    if document.faults:
        return ()
    examples: list[Example] = []
    for line, cells in body:
        example = _example(line, dict(zip(header, cells, strict=False)), languages, document)
        if len(cells) != len(header):
            document.add("columns", line)
        elif example is not None:
            _add_findings(document, line, example_findings(example, vocabularies))
            if any(example.id == other.id for other in examples):
                document.add("repeated", line, "id", name=example.id)
            examples.append(example)
    document.data = body
    document.lines = {(place,): line for place, (line, _) in enumerate(body)}
    if len(body) > MAX_EXAMPLES:
        document.add("lot", body[MAX_EXAMPLES][0], limit=MAX_EXAMPLES)
    return tuple(examples)


def csv_rows(text: str, document: Document) -> Iterator[Row]:
    """Each row with the line it begins on; empty rows, which spreadsheets leave at the end, are passed over."""
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        document.add("syntax", line)


def _check_header(
    header: list[str], criteria: Collection[str] | None, languages: tuple[str, ...], document: Document
) -> None:
    localised = {f"{name}_{lang}": lang in languages for name in LOCALISED for lang in LANGUAGES}
    evidence = [name for name in header if name.startswith(EVIDENCE)]
    if criteria is not None:
        evidence = [f"{EVIDENCE}{name}" for name in criteria]
    plain = (*_WORDS, *_NUMBERS, *LISTS, *evidence)
    for name, needed in {**dict.fromkeys(plain, True), **localised}.items():
        if needed and name not in header and name not in _OPTIONAL_COLUMNS:
            document.add("column_missing", 1, name, name=name)
    for index, name in enumerate(header):
        if name in header[:index]:
            document.add("repeated", 1, name, name=name)
        elif name not in plain and name not in localised:
            document.add("unknown", 1, name, name=name)


def _example(line: int, cells: Mapping[str, str], languages: tuple[str, ...], document: Document) -> Example | None:
    row = Document(document.file, _nested(cells), {(): line})
    example = validated(Example, row, languages)
    for fault in row.faults:
        document.add(fault.reason_id, line, _column(fault.key), **fault.values)
    return example


def _nested(cells: Mapping[str, str]) -> dict[str, Any]:
    """The row in the example's shape; an empty cell is a missing value."""
    values = {name: cell.strip() or None for name, cell in cells.items()}
    nested: dict[str, Any] = {name: values.get(name) for name in _WORDS}
    for name in LOCALISED:
        texts = {lang: values[f"{name}_{lang}"] for lang in LANGUAGES if f"{name}_{lang}" in values}
        nested[name] = texts if name not in OPTIONAL_TEXTS or any(texts.values()) else None
    for name in LISTS:
        nested[name] = re.findall(r"[^\s,;|]+", values.get(name) or "")
    for name in _NUMBERS:
        number = values.get(name)
        nested[name] = number.replace(",", ".") if number else None
    nested["evidence"] = {
        name.removeprefix(EVIDENCE): cell for name, cell in values.items() if name.startswith(EVIDENCE)
    }
    return nested


def _column(key: str) -> str:
    first, _, rest = key.partition(".")
    if first == "evidence":
        return f"{EVIDENCE}{rest}"
    return f"{first}_{rest}" if first in LOCALISED and rest else first


def example_findings(example: Example, vocabularies: Vocabularies | None) -> list[Finding]:
    """What does not hold together in one example; its words are held to the vocabularies where those are known."""
    unknown = _unknown_words(example, vocabularies) if vocabularies is not None else []
    return unknown + _area_findings(example)


def _unknown_words(example: Example, vocabularies: Vocabularies) -> list[Finding]:
    findings: list[Finding] = []
    known: dict[str, Collection[str]] = {
        "themes": vocabularies.themes,
        "target_groups": vocabularies.target_groups,
        "suited_to": vocabularies.suited_to,
        "partners_stated": vocabularies.partners,
        "partners_inferred": vocabularies.partners,
    }
    for column, words in known.items():
        findings += undefined(getattr(example, column), words, partial(_column_path, column))
    if example.region is not None:
        findings += undefined([example.region], vocabularies.regions, partial(_column_path, "region"))
    return findings


def _column_path(column: str, _: object) -> KeyPath:
    return (column,)


def _area_findings(example: Example) -> list[Finding]:
    findings: list[Finding] = []
    national = example.area_type == NATIONAL
    if national and example.region is not None:
        findings.append(Finding(("region",), "without", {"name": example.area_type}))
    if not national and example.region is None:
        findings.append(Finding(("region",), "empty"))
    if example.area_type == "municipality" and example.point is None:
        findings.append(Finding(("lon",), "point"))
    if example.area_type != "municipality" and (example.lon is not None or example.lat is not None):
        findings.append(Finding(("lon",), "without", {"name": example.area_type}))
    return findings


def _add_findings(document: Document, line: int, findings: list[Finding]) -> None:
    for finding in findings:
        document.add(finding.reason, line, str(finding.path[0]), **finding.values)
