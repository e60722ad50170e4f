"""Fills what an unfinished question lacks, so that it can be looked at while it is being written."""

from collections.abc import Mapping, Sequence
from typing import Any

from workshop.activities.form_fields import FormField
from workshop.content.texts import LANGUAGES

BLANK = "…"


def filled(values: Mapping[str, Any], fields: Sequence[FormField]) -> dict[str, Any]:
    """The values as the fields allow them: what is missing is written as `BLANK`, what is too long or many is cut.

    Values of other names stay as they are.
    """
    fitting = dict(values)
    for field in fields:
        value = _fitting(values.get(field.name), field)
        if value is None:
            fitting.pop(field.name, None)
        else:
            fitting[field.name] = value
    return fitting


def localised(text: object, blank: str | None = BLANK) -> dict[str, str] | None:
    """A text in every language: a missing one is as the first that is there; `blank` where none is."""
    parts = text if isinstance(text, Mapping) else {}
    written = {lang: part.strip() for lang, part in parts.items() if isinstance(part, str)}
    first = next((written[lang] for lang in LANGUAGES if written.get(lang)), blank)
    return None if first is None else {lang: written.get(lang) or first for lang in LANGUAGES}


def _fitting(value: object, field: FormField) -> Any:
    """The value of one field; None where it is left out."""
    if field.type == "text":
        text = localised(value, BLANK if field.is_required else None)
        return text and {lang: part[: field.max_length] for lang, part in text.items()}
    if field.type == "plain":
        return value[: field.max_length] if isinstance(value, str) else None
    if field.type == "number":
        return _number(value, field) if type(value) is int else None
    if field.type == "switch":
        return value if isinstance(value, bool) else None
    if field.type == "choice":
        return value if value in field.choices else field.choices[0] if field.is_required else None
    if field.type == "group":
        return filled(value, field.fields) if isinstance(value, Mapping) else None
    return _rows(value if isinstance(value, Sequence) else (), field)


def _number(value: int, field: FormField) -> int:
    least = value if field.least is None else max(value, field.least)
    return least if field.most is None else min(least, field.most)


def _rows(value: Sequence[Any], field: FormField) -> list[Any]:
    """The rows of a list, none without a text, no two of a list of labels alike."""
    rows = list(value)[: field.most]
    rows += [{}] * ((field.least or 0) - len(rows))
    if field.type == "texts":
        return [localised(row, f"{BLANK} {number}") for number, row in enumerate(rows, 1)]
    fitting = [filled(row if isinstance(row, Mapping) else {}, field.fields) for row in rows]
    return _apart(fitting, field) if field.type == "rows" else fitting


def _apart(rows: list[dict[str, Any]], field: FormField) -> list[dict[str, Any]]:
    """Rows with an id each and labels that differ: those that do not get their number."""
    name = field.fields[0].name
    labels: set[str] = set()
    ids: set[str] = set()
    for number, row in enumerate(rows, 1):
        known = {text.casefold() for text in row[name].values()}
        if known & labels or BLANK in known:
            row[name] = {lang: f"{text} {number}" for lang, text in row[name].items()}
        labels |= known
        if not isinstance(row.get("id"), str) or row["id"] in ids:
            row["id"] = f"row_{number}"
        ids.add(row["id"])
    return rows
