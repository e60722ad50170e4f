"""Writes a document as the files of a content folder: `load` of the same files gives the same document."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from pydantic import BaseModel

from workshop.content.texts import LANGUAGES
from workshop.content.workshop_document import Workshop, WorkshopDocument
from workshop.examples.models import Example
from workshop.examples.rows import EVIDENCE, LISTS, LOCALISED

BYTE_ORDER_MARK = "\ufeff"
"""Spreadsheets take a CSV file for UTF-8 by it."""


def files_of(document: WorkshopDocument) -> dict[str, str]:
    """The text of each file by its name in the folder; parts that the workshop does not have are left out."""
    languages = document.workshop.languages
    files = {"workshop.yaml": _yaml(_workshop(document.workshop), languages)}
    if document.criteria is not None:
        files["criteria.yaml"] = _yaml(_plain(document.criteria), languages)
    if document.quiz is not None:
        files["quiz.yaml"] = _yaml(_plain(document.quiz), languages)
    if document.examples:
        elements = document.criteria.ids if document.criteria else ()
        files["examples.csv"] = _examples(document.examples, elements, languages)
    if document.regions is not None:
        files["regions.geojson"] = json.dumps(document.regions, ensure_ascii=False)
    for lang, texts in document.texts.items():
        files[f"texts/{lang}.yaml"] = _yaml(texts, LANGUAGES)
    for name, lines in (document.blocked or {}).items():
        files[f"blocked/{name}.txt"] = "".join(f"{line}\n" for line in lines)
    return files


def _plain(model: BaseModel) -> dict[str, Any]:
    """The model without what a file may leave out."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _workshop(workshop: Workshop) -> dict[str, Any]:
    plain = _plain(workshop)
    plain["activities"] = [
        {"id": activity.id, "kind": activity.kind, **_plain(activity)} for activity in workshop.activities
    ]
    return plain


class _Dumper(yaml.SafeDumper):
    """Writes every text within quotation marks, as the guide for organisers asks, and no references."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    is_name = text.isascii() and text.replace("_", "a").isalpha() and text.islower()
    style = None if is_name else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted)


def _yaml(data: Mapping[str, Any], languages: Sequence[str]) -> str:
    return yaml.dump(_shortened(data, languages), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def _shortened(value: Any, languages: Sequence[str]) -> Any:
    """The tree without what reading fills in: texts of languages that the workshop lacks, where they say the same."""
    if isinstance(value, Mapping):
        text = _own(value, languages) if set(value) == set(LANGUAGES) else value
        return {key: _shortened(item, languages) for key, item in text.items()}
    return [_shortened(item, languages) for item in value] if isinstance(value, list) else value


def _own(text: Mapping[str, Any], languages: Sequence[str]) -> dict[str, Any]:
    first = text[languages[0]]
    return {lang: words for lang, words in text.items() if lang in languages or words != first}


def _examples(examples: Sequence[Example], elements: Sequence[str], languages: Sequence[str]) -> str:
    """The table of the examples: a row each, columns separated by semicolons."""
    rows = [_row(example.model_dump(mode="json"), elements, languages) for example in examples]
    table = io.StringIO()
    writer = csv.DictWriter(table, list(rows[0]), delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return BYTE_ORDER_MARK + table.getvalue()


def _row(example: Mapping[str, Any], elements: Sequence[str], languages: Sequence[str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, value in example.items():
        if name == "evidence":
            row |= {f"{EVIDENCE}{element}": value[element] for element in elements}
        elif name in LOCALISED:
            words = _own(value, languages) if value else {}
            row |= {f"{name}_{lang}": words.get(lang) for lang in LANGUAGES}
        elif name in LISTS:
            row[name] = ",".join(value)
        else:
            row[name] = value
    return row
