"""Converts pydantic's validation errors into findings that an organiser understands."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from string import Formatter
from typing import Any, TypeVar

from pydantic import AfterValidator, BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from workshop.content.documents import Document
from workshop.content.errors import Finding, Path
from workshop.content.localised import Localised
from workshop.content.texts import LANGUAGES

_REASONS = {
    "extra_forbidden": "unknown",
    "string_type": "text",
    "string_too_short": "empty",
    "string_too_long": "long",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "yes_no",
    "bool_parsing": "yes_no",
    "greater_than_equal": "least",
    "less_than_equal": "most",
    "too_short": "few",
    "too_long": "lot",
    "union_tag_invalid": "choice",
    "union_tag_not_found": "missing",
    "literal_error": "choice",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "section",
    "model_type": "section",
    "model_attributes_type": "section",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
}
_LIMITS = ("max_length", "min_length", "ge", "le")


Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value")


def validated(model: type[Model], document: Document, languages: tuple[str, ...]) -> Model | None:
    """The document as the model; None and the faults noted in the document where it does not fit.

    `languages` are the ones that every text must stand in.
    """
    if document.data is None:
        return None
    valid, findings = validated_value(TypeAdapter(model), document.data, languages)
    document.add_findings(findings)
    return valid


def validated_value(
    adapter: TypeAdapter[Value], data: Any, languages: tuple[str, ...] = LANGUAGES
) -> tuple[Value | None, list[Finding]]:
    """The value of a tree, or None and what does not fit."""
    try:
        return adapter.validate_python(data, context={"languages": languages}), []
    except ValidationError as error:
        details = (detail for detail in error.errors(include_url=False) if not _is_of_items(detail))
        return None, [_finding(detail, data) for detail in details]


def _is_of_items(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because items of it, which are told, do not count."""
    least = detail.get("ctx", {}).get("min_length", 0)
    return detail["type"] == "too_short" and isinstance(detail["input"], list | dict) and len(detail["input"]) >= least


def _finding(detail: ErrorDetails, data: Any) -> Finding:
    path = _path(detail["loc"], data)
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return Finding(path, "language" if path[-1] in LANGUAGES else "missing", {"name": path[-1]})
    if kind == "union_tag_not_found":
        return Finding((*path, "kind"), "missing", {"name": "kind"})
    if kind == "union_tag_invalid":
        path = (*path, "kind")
    if detail["input"] is None:
        return Finding(path, "empty")
    return Finding(path, _reason(kind, path, context), _values(path, context))


def _reason(kind: str, path: Path, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        return {"id": "identifier", "url": "address", "source_url": "address"}.get(str(path[-1]), "form")
    if context.get("class_name") == Localised.__name__:
        return "languages"
    return _REASONS.get(kind, kind)


def _values(path: Path, context: Mapping[str, Any]) -> dict[str, object]:
    known = context.get("expected_tags") or context.get("expected") or context.get("known") or ""
    limit = next((context[name] for name in _LIMITS if name in context), "")
    name = context.get("name", path[-1] if path else "")
    return {"name": name, "known": str(known).replace("'", "").replace(" or ", ", "), "limit": limit}


def _path(loc: tuple[str | int, ...], data: Any) -> Path:
    """The path in the file: pydantic also names the kind of an activity and the key itself, which no file has."""
    path: list[str | int] = []
    value = data
    for place, part in enumerate(loc):
        last = place == len(loc) - 1
        keys = range(len(value)) if isinstance(value, list) else value if isinstance(value, dict) else ()
        inside = part in keys
        if inside or (last and part != "[key]"):
            value = value[part] if inside else None
            path.append(part)
    return tuple(path)


def placeholders(text: str) -> set[str] | None:
    """The names in a text's {braces}; None where a brace stands alone."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def filled(*names: str) -> AfterValidator:
    """Validates the placeholders of a text: it may use these names in braces and no others."""

    def check(text: Localised) -> Localised:
        for lang in LANGUAGES:
            used = placeholders(text(lang))
            if used is None or not used <= set(names):
                known = ", ".join(f"{{{name}}}" for name in names)
                raise PydanticCustomError("placeholder", "unknown placeholder", {"known": known})
        return text

    return AfterValidator(check)


def repeated(ids: Sequence[str], path: Callable[[int], Path]) -> Iterator[Finding]:
    """A finding for each id that already stood earlier in the list."""
    for index, identifier in enumerate(ids):
        if identifier in ids[:index]:
            yield Finding(path(index), "repeated", {"name": identifier})


def undefined(names: Iterable[str], known: Collection[str], path: Callable[[str], Path]) -> Iterator[Finding]:
    """A finding for each name that is not defined where it should be."""
    for name in names:
        if name not in known:
            yield Finding(path(name), "reference_unknown", {"name": name, "known": ", ".join(known)})
