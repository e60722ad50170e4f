"""Validates the parts of a draft one by one; a part that has not changed since is not looked at again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from typing import Annotated, Any

from pydantic import TypeAdapter

from workshop.activities.form_fields import FormField
from workshop.activities.registry import KINDS, Activity
from workshop.activities.short_title import short_title
from workshop.assessment.criteria import Criteria
from workshop.content.draft_completion import Completion
from workshop.content.draft_shape import Shape, document_shape
from workshop.content.errors import Finding, Path
from workshop.content.template import template_paths
from workshop.content.texts import LANGUAGES
from workshop.content.validation import validated_value
from workshop.content.workshop_document import Workshop
from workshop.examples.models import Example
from workshop.quiz.models import Quiz
from workshop.words.clean import cleaned

WORKSHOP_FIELDS = tuple(name for name in Workshop.model_fields if name != "activities")


@cache
def _forms() -> Mapping[str, Sequence[FormField]]:
    """The fields of each kind's form."""
    return {kind.name: kind.activity.editor_fields() for kind in KINDS}


def _field_adapter(name: str) -> TypeAdapter[Any]:
    info = Workshop.model_fields[name]
    annotation: Any = info.annotation
    return TypeAdapter(Annotated[annotation, *info.metadata] if info.metadata else annotation)


@cache
def _part(name: str) -> tuple[TypeAdapter[Any], Shape]:
    """What validates a part, and its shape."""
    root = document_shape()
    workshop = root.fields["workshop"]
    match name:
        case "activity":
            return TypeAdapter(Activity), workshop.fields["activities"].item or root
        case "criteria":
            return TypeAdapter(Criteria), root.fields["criteria"]
        case "quiz":
            return TypeAdapter(Quiz), root.fields["quiz"]
        case "example":
            return TypeAdapter(Example), root.fields["examples"].item or root
    return _field_adapter(name), workshop.fields[name]


@dataclass(frozen=True)
class ValidPart:
    """A part as it was validated: its model, or None and what is wrong. Paths begin within the part.

    `source` is the part of the draft that it was made of and `circumstances` are what else it depends on.
    """

    source: Any
    circumstances: tuple[Any, ...]
    model: Any
    findings: tuple[Finding, ...]
    missing: tuple[tuple[str, Path], ...]


@dataclass
class PartValidator:
    """Validates parts for a workshop's languages; `earlier` are those of the draft before, by the id of their source.

    `is_template` says that the workshop is a copy of the template, whose own sentences may then stand in it.
    """

    languages: tuple[str, ...]
    is_template: bool
    earlier: Mapping[int, ValidPart]
    parts: dict[int, ValidPart] = field(default_factory=dict)

    def part(self, name: str, source: Any, filled: Any, *circumstances: Any) -> ValidPart:
        """A part of the draft: `source` as it stands there, `filled` with its references filled in."""
        circumstances = (name, self.languages, self.is_template, *circumstances)
        known = self.parts.get(id(source)) or self.earlier.get(id(source))
        if known is None or known.source is not source or known.circumstances != circumstances:
            known = self._validated(name, source, filled, circumstances)
        if isinstance(source, dict | list):  # other values may be one object in many places
            self.parts[id(source)] = known
        return known

    def _validated(self, name: str, source: Any, filled: Any, circumstances: tuple[Any, ...]) -> ValidPart:
        adapter, place = _part(name)
        completion = Completion(self.languages)
        titled = _titled(filled, self.languages[0]) if name == "activity" else filled
        tree = completion.needed(place, titled)
        model, findings = validated_value(adapter, tree)
        findings = [_in_the_form(finding, source) for finding in findings if not _is_echo(finding, source)]
        if name == "activity":
            findings += _long_texts(_forms().get(str(tree.get("kind")), ()), tree, self.languages, ())
        if not self.is_template and name != "vocabularies":
            findings += [Finding(path, "template") for path in template_paths(source) if path[:1] != ("links",)]
        missing = completion.missing
        if titled is not filled:  # the question tells of it already
            findings = [finding for finding in findings if finding.path[:1] != ("title",)]
            missing = [(lang, path) for lang, path in missing if path[:1] != ("title",)]
        return ValidPart(source, circumstances, None if findings else model, tuple(findings), tuple(missing))


def _titled(activity: Any, lang: str) -> Any:
    """An item of the programme with the title that the programme lists it by: its own, or that of its question."""
    if not isinstance(activity, dict) or _words(activity.get("title"), lang):
        return activity
    question = activity.get("question")
    texts = question if isinstance(question, dict) else {}
    titles = {name: short_title(cleaned(words)) for name in LANGUAGES if (words := _words(texts, name))}
    own = {name: words for name in LANGUAGES if (words := _words(activity.get("title"), name))}
    return {**activity, "title": titles | own}


def _words(text: Any, lang: str) -> str:
    words = text.get(lang) if isinstance(text, dict) else None
    return words if isinstance(words, str) and words.strip() else ""


def _is_echo(finding: Finding, source: Any) -> bool:
    """Whether too few rows are told of only because some of them have faults of their own."""
    rows = _value_at(source, finding.path)
    limit = finding.values.get("limit")
    return finding.reason == "few" and isinstance(rows, list) and isinstance(limit, int) and len(rows) >= limit


def _in_the_form(finding: Finding, source: Any) -> Finding:
    """The finding as a form tells it: what is missing is an empty field, and of two equal rows the second is meant."""
    if finding.reason == "missing":
        return Finding(finding.path, "empty")
    if finding.reason == "repeated":
        index = _second(_value_at(source, finding.path), str(finding.values.get("name", "")).casefold())
        if index is not None:
            return Finding((*finding.path, index), finding.reason, {"name": finding.values.get("name", "")})
    return finding


def _value_at(node: Any, path: Path) -> Any:
    return reduce(_inside, path, node)


def _inside(node: Any, key: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(key)
    return node[key] if isinstance(node, list) and isinstance(key, int) and 0 <= key < len(node) else None


def _second(rows: Any, name: str) -> int | None:
    """The place of the second row that has this id or label."""
    if not isinstance(rows, list):
        return None
    labels = [{text.casefold() for text in _labels(row)} for row in rows]
    places = [index for index, texts in enumerate(labels) if name in texts]
    return places[1] if len(places) > 1 else None


def _labels(row: Any) -> Iterator[str]:
    if isinstance(row, dict):
        label = row.get("label")
        values = [row.get("id"), *(label.values() if isinstance(label, dict) else ())]
        yield from (value.strip() for value in values if isinstance(value, str))


def _long_texts(fields: Sequence[FormField], tree: Any, languages: Sequence[str], path: Path) -> Iterator[Finding]:
    """Texts that are longer than their place on the screen; the models let the files of a folder have them."""
    for entry in fields:
        value = tree.get(entry.name) if isinstance(tree, dict) else None
        here = (*path, entry.name)
        if entry.type == "text":
            yield from _long(entry, value, languages, here)
        elif entry.type == "texts" and isinstance(value, list):
            for index, text in enumerate(value):
                yield from _long(entry, text, languages, (*here, index))
        elif entry.type in {"rows", "list"} and isinstance(value, list):
            for index, row in enumerate(value):
                yield from _long_texts(entry.fields, row, languages, (*here, index))
        elif entry.type == "group":
            yield from _long_texts(entry.fields, value, languages, here)


def _long(entry: FormField, text: Any, languages: Sequence[str], path: Path) -> Iterator[Finding]:
    for lang in languages:
        if entry.max_length is not None and len(_words(text, lang)) > entry.max_length:
            yield Finding((*path, lang), "long", {"limit": entry.max_length})
