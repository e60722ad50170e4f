"""Reads content files, with the line number of every value."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import Composer

from workshop.content.errors import Fault, Finding
from workshop.content.errors import Path as KeyPath

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass
class Document:
    """One file's values, the line of each, and the faults found in it so far."""

    file: str
    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, reason: str, line: int | None, key: str = "", **values: object) -> None:
        """Notes a fault at a line."""
        self.faults.append(Fault(self.file, line, key, reason, values))

    def add_findings(self, findings: Iterable[Finding]) -> None:
        """Notes findings as faults, each at the line of the nearest key that the file has."""
        for finding in findings:
            path = finding.path
            while path and path not in self.lines:
                path = path[:-1]
            self.add(finding.reason, self.lines.get(path, 1), self.name(finding.path), **finding.values)

    def in_order(self) -> list[Fault]:
        """The faults from the top of the file down."""
        return sorted(self.faults, key=lambda fault: fault.line or 0)

    def name(self, path: KeyPath) -> str:
        """A path as people read it: list items by their id, else by their place counted from one."""
        names, value = [], self.data
        for part in path:
            value = _inside(value, part)
            names.append(str(part) if isinstance(part, str) else _item_name(value, part))
        return ".".join(names)


def _inside(value: Any, part: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _item_name(value: Any, index: int) -> str:
    named = isinstance(value, dict) and isinstance(value.get("id"), str)
    return str(value["id"]) if named else str(index + 1)


def read_text(document: Document, path: Path) -> str | None:
    """The file's text; None and a fault where it is missing, empty or not UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError:
        document.add("file", None)
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.add("encoding", raw[: error.start].count(b"\n") + 1)
        return None
    if not text.strip():
        document.add("empty_file", None)
        return None
    return text


def read_yaml(path: Path) -> Document:
    """A YAML file as plain values with their lines; `data` is None where it could not be read.

    Numbers are plain decimal ones and only true and false are truth values, so that words such as No and dates stay
    texts, as whoever wrote them meant.
    """
    document = Document(path.name)
    text = read_text(document, path)
    if text is None:
        return document
    try:
        root = _composed(text)
        document.data = None if root is None else _built(root, (), document)
    except yaml.reader.ReaderError as error:
        document.add("character", text[: error.position].count("\n") + 1)
    except yaml.MarkedYAMLError as error:
        document.add(_syntax_reason(error), _line(error))
    except RecursionError:
        document.add("syntax", 1)
    if document.data is None and not document.faults:
        document.add("empty_file", None)
    return document


class _Reference(yaml.MarkedYAMLError):
    """A plain text that begins with * or &, which YAML takes for a reference."""


class _NoReferences(Composer):
    """Refuses anchors and aliases, whichever parser the events come from."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[attr-defined]
        if getattr(event, "anchor", None) is not None:
            raise _Reference(problem_mark=event.start_mark)
        return super().compose_node(parent, index)


class _PlainLoader(_NoReferences, yaml.SafeLoader):
    """PyYAML's own parser, whose errors name what is wrong."""


_LIBYAML: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _LibraryLoader(_NoReferences, _LIBYAML):  # type: ignore[misc]
    """libyaml's parser, several times as fast; PyYAML's own where libyaml is missing."""

    def __init__(self, stream: str) -> None:
        _LIBYAML.__init__(self, stream)
        Composer.__init__(self)


def _composed(text: str) -> yaml.Node | None:
    """The document's nodes; what libyaml refuses is read again by PyYAML, whose errors name what is wrong."""
    try:
        return yaml.compose(text, Loader=_LibraryLoader)
    except (yaml.YAMLError, RecursionError):
        return yaml.compose(text, Loader=_PlainLoader)


def _syntax_reason(error: yaml.MarkedYAMLError) -> str:
    if isinstance(error, _Reference) or (error.context or "").endswith((" alias", " anchor")):
        return "reference"
    return "tab" if "'\\t'" in (error.problem or "") else "syntax"


def _line(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _built(node: yaml.Node, path: KeyPath, document: Document) -> Any:
    document.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_built(item, (*path, index), document) for index, item in enumerate(node.value)]
    return _scalar(node.value, plain=isinstance(node, yaml.ScalarNode) and not node.style)


def _mapping(node: yaml.MappingNode, path: KeyPath, document: Document) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            document.add("syntax", line)
        elif key in built:
            document.add("twice", line, ".".join(map(str, (*path, key))), name=key)
        else:
            document.lines[(*path, key)] = line
            built[key] = _built(value_node, (*path, key), document)
    return built


def _scalar(value: str, *, plain: bool) -> Any:
    if not plain:
        return value
    if value.lower() in _WORDS:
        return _WORDS[value.lower()]
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _DECIMAL.fullmatch(value) else value
