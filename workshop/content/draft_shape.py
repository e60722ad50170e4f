"""What may stand where in a draft: read from the models of a document, without asking that anything be complete."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from workshop.content.localised import Localised
from workshop.content.workshop_document import WorkshopDocument

Kind = Literal["object", "variants", "map", "list", "string", "number", "switch", "any"]
Key = str | int

MAX_ROWS = 200
"""The most rows of a list whose model says nothing else, and the most names of a map."""
MAX_LINES = 5_000
"""The most rows of a list of plain strings, such as blocked words."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.]{0,59}")


@dataclass(frozen=True)
class Shape:
    """One place of the tree: an object with fields, one of several by its `kind`, a map of names, a list, or a value.

    `item` is the shape within a list or a map, `most` the most of them that may be kept; `names` are those of a map,
    where it has a fixed set. A `nullable` place may be left out though its object asks for it.
    """

    kind: Kind
    fields: Mapping[str, "Shape"] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    variants: Mapping[str, "Shape"] = field(default_factory=dict)
    item: "Shape | None" = None
    most: int = MAX_ROWS
    names: frozenset[str] = frozenset()
    is_localised: bool = False
    is_nullable: bool = False
    is_optional_text: bool = False

    def for_value(self, value: object) -> "Shape":
        """The shape of this very value: that of its kind, where there are several; an unknown kind has no fields."""
        if self.kind != "variants":
            return self
        name = value.get("kind") if isinstance(value, dict) else None
        return self.variants.get(name, NO_FIELDS) if isinstance(name, str) else NO_FIELDS

    def inside(self, key: Key) -> "Shape | None":
        """The shape under a key; None where nothing may stand there. Ask that of the value's own shape."""
        if self.kind == "object":
            return self.fields.get(key) if isinstance(key, str) else None
        if self.kind == "list":
            return self.item if isinstance(key, int) else None
        if self.kind == "map" and isinstance(key, str):
            is_name = key in self.names if self.names else _NAME.fullmatch(key)
            return self.item if is_name else None
        return None

    @property
    def empty(self) -> dict[str, Any] | list[Any] | None:
        """What stands here before anything does; None for a place of one value."""
        if self.kind in {"object", "map"}:
            return {}
        return [] if self.kind == "list" else None

    @property
    def has_ids(self) -> bool:
        """Whether it is a list of objects that are told apart by an id."""
        if self.kind != "list" or self.item is None:
            return False
        return "id" in self.item.fields or any("id" in variant.fields for variant in self.item.variants.values())


NO_FIELDS = Shape("object", fields={"kind": Shape("string")})
ANYTHING = Shape("any")


@cache
def document_shape() -> Shape:
    """The shape of a whole draft."""
    schema = WorkshopDocument.model_json_schema()
    return _Reader(schema["$defs"]).shape(schema)


class _Reader:
    """Reads shapes from the JSON Schema that pydantic makes of the models."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self._shapes: dict[str, Shape] = {}

    def shape(self, schema: Mapping[str, Any]) -> Shape:
        if "$ref" in schema:
            name = str(schema["$ref"]).rpartition("/")[2]
            if name not in self._shapes:
                self._shapes[name] = self.shape(self._definitions[name])
            return self._shapes[name]
        if "anyOf" in schema:
            return self._nullable(schema["anyOf"])
        if "oneOf" in schema:
            variants = {
                name: self.shape({"$ref": target}) for name, target in schema["discriminator"]["mapping"].items()
            }
            return Shape("variants", variants=variants)
        return self._plain(schema)

    def _nullable(self, schemas: list[Mapping[str, Any]]) -> Shape:
        shape = self.shape(next(schema for schema in schemas if schema.get("type") != "null"))
        return Shape(**{**vars(shape), "is_nullable": True})

    def _plain(self, schema: Mapping[str, Any]) -> Shape:
        kind = schema.get("type")
        if kind == "object":
            return self._object(schema)
        if kind == "array":
            return Shape("list", item=self.shape(schema["items"]), most=_most(schema))
        if kind == "string":
            return Shape("string", is_optional_text=schema.get("default") == "")
        if kind in {"integer", "number"}:
            return Shape("number")
        return Shape("switch") if kind == "boolean" else ANYTHING

    def _object(self, schema: Mapping[str, Any]) -> Shape:
        if "properties" in schema:
            return Shape(
                "object",
                fields={name: self.shape(inner) for name, inner in schema["properties"].items()},
                required=frozenset(schema.get("required", ())),
                is_localised=schema.get("title") == Localised.__name__,
            )
        inner = schema.get("additionalProperties")
        if isinstance(inner, dict):
            names = frozenset(schema.get("propertyNames", {}).get("enum", ()))
            return Shape("map", item=self.shape(inner), names=names)
        return ANYTHING


def _most(schema: Mapping[str, Any]) -> int:
    """Somewhat more than the model takes may be kept, and is told: a paste loses no line. Plain lines may be many."""
    most = int(schema.get("maxItems", 0))
    if most >= MAX_ROWS:
        return most
    return MAX_LINES if schema["items"].get("type") == "string" else max(most, MAX_ROWS)
