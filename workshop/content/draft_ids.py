"""Ids of what is inserted into a draft: made once from the first language's text, and never changed after."""

import re
from collections.abc import Collection, Mapping
from itertools import count
from typing import Any

from workshop.content.draft_changes import Change, Tree, path_of
from workshop.content.draft_shape import Key, Shape, document_shape
from workshop.content.texts import LANGUAGES
from workshop.exports.tables_base import ascii_name

MAX_ID = 40
_ID = re.compile(rf"[a-z][a-z0-9_]{{0,{MAX_ID - 1}}}")
_OPTION_ID = re.compile(rf"[a-z0-9][a-z0-9_]{{0,{MAX_ID - 1}}}")
_NAMED_BY = ("title", "label", "question")
_ROW_NAMES = {"activities": "item", "criteria": "criterion", "verdicts": "outcome"}
"""What a row is called where its list's name without the last s does not say it."""


def first_language(document: Mapping[str, Any]) -> str:
    """The draft's own language, the one that every text needs."""
    workshop = document.get("workshop")
    languages = workshop.get("languages") if isinstance(workshop, dict) else None
    return next((lang for lang in languages or () if lang in LANGUAGES), LANGUAGES[0])


def identified(document: Tree, change: Change) -> Change:
    """The change with an id in every row of its value that needs one; what else it says is left as it is.

    A row that brings an id of its own keeps it where no other has it. A row that is set anew keeps its id.
    Raises ChangeError for what is no change.
    """
    path, value = path_of(change), change.get("value")
    if change["op"] not in {"set", "insert"} or not isinstance(value, dict | list):
        return change
    above, place = _parent(document, path)
    if place is None:
        return change
    naming = _Naming(first_language(document))
    inner = place.for_value(above).inside(path[-1])
    named: Any = value
    if place.has_ids and isinstance(value, dict) and isinstance(above, list) and inner is not None:
        index = path[-1]
        is_new = change["op"] == "insert"
        others = [row for at_place, row in enumerate(above) if is_new or at_place != index]
        former = None if is_new or not isinstance(index, int) or not 0 <= index < len(above) else above[index]
        named = naming.row(inner, value, _ids(others), path[-2], former)
    elif inner is not None:
        named = naming.tree(inner, value, path[-1])
    return {**change, "value": named}


def _parent(document: Tree, path: tuple[Key, ...]) -> tuple[Any, Shape | None]:
    """What the path's last key stands in, and its shape; no shape where the path leads outside."""
    node: Any = document
    place: Shape | None = document_shape()
    for key in path[:-1]:
        place = place.for_value(node).inside(key) if place is not None else None
        if isinstance(node, dict):
            node = node.get(key)
        elif isinstance(node, list) and type(key) is int and 0 <= key < len(node):
            node = node[key]
        else:
            node = None
        if node is None and place is not None:
            node = place.empty
    return node, place


def _ids(rows: list[Any]) -> set[str]:
    return {row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)}


class _Naming:
    """Gives ids to the rows of a value, by the texts in one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def tree(self, place: Shape, value: Any, name: Key) -> Any:
        """The value with an id in every row of every list in it; `name` is the key that it stands under."""
        shape = place.for_value(value)
        if shape.kind == "list" and isinstance(value, list) and shape.item is not None:
            return self._rows(shape, value, name)
        if shape.kind in {"object", "map"} and isinstance(value, dict):
            inner = {key: shape.inside(key) for key in value}
            return {
                key: child if (within := inner[key]) is None else self.tree(within, child, key)
                for key, child in value.items()
            }
        return value

    def _rows(self, shape: Shape, rows: list[Any], name: Key) -> list[Any]:
        named: list[Any] = []
        for row in rows:
            if shape.has_ids and isinstance(row, dict) and shape.item is not None:
                named.append(self.row(shape.item, row, _ids(named), name, None))
            else:
                named.append(row if shape.item is None else self.tree(shape.item, row, name))
        return named

    def row(self, place: Shape, row: Tree, used_ids: Collection[str], name: Key, former: Any) -> Tree:
        """The row with its id first: the former row's, or its own where it is free, or a new one."""
        own = former.get("id") if isinstance(former, dict) else row.get("id")
        pattern = _OPTION_ID if name == "options" else _ID
        if not isinstance(own, str) or not pattern.fullmatch(own) or own in used_ids:
            own = self._new(row, used_ids, str(name))
        rest: Tree = self.tree(place, {key: value for key, value in row.items() if key != "id"}, name)
        return {"id": own, **rest}

    def _new(self, row: Tree, used_ids: Collection[str], name: str) -> str:
        word = ascii_name(self._text(row)).replace("-", "_")[: MAX_ID - 6].strip("_")
        if word and not word[0].isalpha():
            word = f"{_row_name(name)}_{word}"[: MAX_ID - 6].strip("_")
        numbered = (f"{word}_{number}" if word else f"{_row_name(name)}_{number}" for number in count(2 if word else 1))
        if word and word not in used_ids:
            return word
        return next(candidate for candidate in numbered if candidate not in used_ids)

    def _text(self, row: Tree) -> str:
        for name in _NAMED_BY:
            text = row.get(name)
            words = text.get(self._lang) if isinstance(text, dict) else None
            if isinstance(words, str) and words.strip():
                return words[:200]
        return ""


def _row_name(name: str) -> str:
    plain = re.sub(r"[^a-z_]", "", name.removesuffix("s"))
    return _ROW_NAMES.get(name, plain or "row")[:20]
