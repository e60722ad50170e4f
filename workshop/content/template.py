"""Tells the template's own sentences that were left in a workshop on another subject: no participant may see them."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from workshop.content.documents import Document, read_yaml
from workshop.content.errors import Fault
from workshop.content.errors import Path as KeyPath
from workshop.content.texts import Language
from workshop.content.workshop_document import Workshop

DATA = Path(__file__).resolve().parents[2] / "data"
TEMPLATE = DATA / "examples" / "library"
SENTENCE_LENGTH = 30
"""Shorter texts, such as the names of levels and of kinds of questions, fit any subject; not so the organiser's."""


def add_template_faults(
    workshop: Workshop, files: Sequence[Document], texts: Mapping[Language, Mapping[str, Any]]
) -> list[Fault]:
    """Notes each sentence that is the template's in its document, and returns the faults of the screen's texts.

    A workshop that has the template's title is the template, or a copy that nobody has begun to change.
    """
    lang = workshop.languages[0]
    if workshop.title(lang) == _template_title().get(lang):
        return []
    for document in files:
        for path in template_paths(document.data):
            document.add("template", document.lines.get(path) or document.lines.get(path[:1]), document.name(path))
    return [
        Fault(f"texts/{lang}.yaml", None, ".".join(map(str, path)), "template")
        for lang, tree in texts.items()
        for path, text in _texts(tree, ())
        if (lang, path, text) in _screen_texts()
    ]


def template_paths(tree: Any) -> Iterator[KeyPath]:
    """Where a tree of a workshop's part has a sentence that is the template's."""
    sentences = _sentences()
    for path, text in _texts(tree, ()):
        if not _fits_any_subject(path) and text.strip() in sentences:
            yield path


def is_copy_of_template(title: str) -> bool:
    """Whether a workshop is by its title a copy of the template that nobody has begun to change."""
    return any(title.startswith(own) for own in _template_title().values())


def _fits_any_subject(path: KeyPath) -> bool:
    return path[:1] == ("vocabularies",) or path[:2] == ("pages", "links")


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every text of a tree with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


@cache
def _template_title() -> Mapping[str, str]:
    title = (read_yaml(TEMPLATE / "workshop.yaml").data or {}).get("title")
    return title if isinstance(title, Mapping) else {}


@cache
def _sentences() -> frozenset[str]:
    """The sentences that stand in the template and not in the packaged workshop too."""
    return frozenset(_sentences_of(TEMPLATE)) - frozenset(_sentences_of(DATA))


def _sentences_of(folder: Path) -> Iterator[str]:
    for name in ("workshop", "criteria", "quiz"):
        for path, text in _texts(read_yaml(folder / f"{name}.yaml").data, ()):
            if len(text) >= SENTENCE_LENGTH or path[:1] == ("organiser",):
                yield text.strip()
    rows = csv.reader(io.StringIO((folder / "examples.csv").read_text("utf-8-sig"), newline=""), delimiter=";")
    yield from (cell.strip() for row in list(rows)[1:] for cell in row if len(cell) >= SENTENCE_LENGTH)


@cache
def _screen_texts() -> frozenset[tuple[str, KeyPath, str]]:
    folder = TEMPLATE / "texts"
    return frozenset(
        (path.stem, key, text) for path in folder.glob("*.yaml") for key, text in _texts(read_yaml(path).data, ())
    )
