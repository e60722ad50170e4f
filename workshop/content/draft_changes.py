"""Changes of a draft: set, insert, remove and move by a path, each with the change that takes it back.

Nothing here asks whether the draft is complete or right; what it holds against is what could never be a workshop.
A tree is never changed in place: what a change does not touch is the same object before and after.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

from workshop.content.draft_shape import Key, Shape, document_shape
from workshop.errors import PropelliError

Change = Mapping[str, Any]
Tree = dict[str, Any]

MAX_DEPTH = 12
MAX_TEXT = 20_000
MAX_NUMBER = 1_000_000_000
MAX_CHANGES = 500
"""In one step."""

OPERATIONS = ("set", "insert", "remove", "move")

_FIXED = {(), ("format",), ("workshop",)}
_NEEDED = {("workshop", name) for name in ("title", "languages", "organiser", "activities", "pages")}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

Edit = Callable[[Any, Shape, Key], tuple[Any, Change]]
Fit = Callable[[Shape, Any], Any]


class ChangeError(PropelliError):
    """The change does not fit the draft: an unknown operation, a path that leads nowhere, a value of another kind."""

    id = "draft_change"


class DraftRowsError(ChangeError):
    """More rows than any list of a workshop has; `max` of them fit."""

    id = "draft_rows"


class DraftTextError(ChangeError):
    """A text longer than `max` characters."""

    id = "draft_text"


def applied(document: Tree, change: Change, *, is_own: bool = False) -> tuple[Tree, Change]:
    """The document after a change, and the change that gives the document back. Raises ChangeError.

    Values of our `own`, out of the history, stood in the draft before and are not held against its shape again.
    """
    path = path_of(change)
    edits: Mapping[str, Callable[[Change, tuple[Key, ...], Fit], Edit]] = {
        "set": _set, "insert": _insert, "remove": _remove, "move": _move,
    }  # fmt: skip
    edit = edits[change["op"]](change, path, _own if is_own else fitting)
    after, inverse = _edited(document, document_shape(), path, (), edit)
    return after, inverse


def _own(_: Shape, value: Any) -> Any:
    return value


def all_applied(document: Tree, changes: Sequence[Change], *, is_own: bool = False) -> tuple[Tree, list[Change]]:
    """The document after changes in their order, and those that take them back, in the order to be applied in.

    Raises ChangeError; then nothing has changed.
    """
    inverses: list[Change] = []
    for change in changes:
        document, inverse = applied(document, change, is_own=is_own)
        inverses.insert(0, inverse)
    return document, inverses


def as_done(after: Tree, change: Change) -> Change:
    """A change that has been done, with the value that it left in the tree: so it can be done again."""
    done = {name: change[name] for name in ("op", "path", "value", "to") if name in change}
    if change["op"] == "insert" or (change["op"] == "set" and change["value"] is not None):
        done["value"] = reduce(_child, change["path"], after)
    return done


def path_of(change: Change) -> tuple[Key, ...]:
    """The path of a change that has a known operation. Raises ChangeError."""
    operation, path = (change.get("op"), change.get("path")) if isinstance(change, Mapping) else (None, None)
    if not isinstance(operation, str) or operation not in OPERATIONS:
        raise ChangeError
    if not isinstance(path, list | tuple) or not 0 < len(path) <= MAX_DEPTH:
        raise ChangeError
    if not all(isinstance(key, str) or type(key) is int for key in path):
        raise ChangeError
    return tuple(path)


def _edited(node: Any, place: Shape, path: tuple[Key, ...], above: tuple[Key, ...], edit: Edit) -> tuple[Any, Change]:
    """The node with the edit done at the end of the path. What is missing on the way is made, and then unmade."""
    shape, key = place.for_value(node), path[0]
    if len(path) == 1:
        return edit(node, place, key)
    inner = shape.inside(key)
    if inner is None:
        raise ChangeError
    is_missing = isinstance(node, dict) and key not in node
    child = inner.empty if is_missing else _child(node, key)
    if not isinstance(child, dict | list):
        raise ChangeError
    changed, inverse = _edited(child, inner, path[1:], (*above, key), edit)
    if is_missing:
        inverse = {"op": "set", "path": [*above, key], "value": None}
    return _with(node, key, changed), inverse


def _child(node: Any, key: Key) -> Any:
    if isinstance(node, dict):
        return node.get(key)
    if isinstance(node, list) and isinstance(key, int) and 0 <= key < len(node):
        return node[key]
    raise ChangeError


def _with(node: Any, key: Key, child: Any) -> Any:
    if isinstance(node, dict):
        return {**node, key: child}
    return [*node[:key], child, *node[int(key) + 1 :]]


def _set(change: Change, path: tuple[Key, ...], fit: Fit) -> Edit:
    if path in _FIXED or "value" not in change:
        raise ChangeError
    value = change["value"]
    if value is None and path in _NEEDED:
        raise ChangeError

    def edit(node: Any, place: Shape, key: Key) -> tuple[Any, Change]:
        inner = place.for_value(node).inside(key)
        if inner is None or (key == "id" and isinstance(node, dict)):
            raise ChangeError  # an id is made once and names the answers for ever
        if key == "kind" and place.kind == "variants" and value not in place.variants:
            raise ChangeError
        former = None if isinstance(node, dict) and key not in node else _child(node, key)
        if value is None:
            if not isinstance(node, dict):
                raise ChangeError
            rest = {name: child for name, child in node.items() if name != key}
            return rest, _put_back(node, place, path, former)
        return _with(node, key, fit(inner, value)), {"op": "set", "path": list(path), "value": former}

    return edit


def _put_back(node: Tree, place: Shape, path: tuple[Key, ...], former: Any) -> Change:
    """The change that gives a name back to its object; in a map, whose names are shown in their order, at its place."""
    if place.kind == "map" and former is not None and next(reversed(node)) != path[-1]:
        return {"op": "set", "path": list(path[:-1]), "value": node}
    return {"op": "set", "path": list(path), "value": former}


def _insert(change: Change, path: tuple[Key, ...], fit: Fit) -> Edit:
    if change.get("value") is None:
        raise ChangeError

    def edit(node: Any, place: Shape, index: Key) -> tuple[Any, Change]:
        if place.item is None or not isinstance(node, list) or not _is_index(index, len(node) + 1):
            raise ChangeError
        if len(node) >= place.most:
            raise DraftRowsError(max=place.most)
        item = fit(place.item, change["value"])
        return [*node[: int(index)], item, *node[int(index) :]], {"op": "remove", "path": list(path)}

    return edit


def _remove(_: Change, path: tuple[Key, ...], __: Fit) -> Edit:
    def edit(node: Any, _place: Shape, index: Key) -> tuple[Any, Change]:
        if not isinstance(node, list) or not _is_index(index, len(node)):
            raise ChangeError
        inverse = {"op": "insert", "path": list(path), "value": node[int(index)]}
        return [*node[: int(index)], *node[int(index) + 1 :]], inverse

    return edit


def _move(change: Change, path: tuple[Key, ...], _: Fit) -> Edit:
    to = change.get("to")

    def edit(node: Any, _place: Shape, index: Key) -> tuple[Any, Change]:
        if not isinstance(node, list) or not _is_index(index, len(node)) or not _is_index(to, len(node)):
            raise ChangeError
        moved = [*node]
        moved.insert(int(to or 0), moved.pop(int(index)))
        return moved, {"op": "move", "path": [*path[:-1], to], "to": index}

    return edit


def _is_index(value: object, count: int) -> bool:
    return type(value) is int and 0 <= value < count


def fitting(place: Shape, value: Any, depth: int = 0) -> Any:
    """The value as the draft keeps it: of the place's shape, without nulls and characters that no text has.

    Raises ChangeError.
    """
    shape = place.for_value(value)
    if depth > MAX_DEPTH or (place.kind == "variants" and not _is_variant(place, value)):
        raise ChangeError
    if shape.kind in {"object", "map"}:
        return _fitting_names(shape, value, depth)
    if shape.kind == "list":
        return _fitting_rows(shape, value, depth)
    if shape.kind == "any":
        return _plain(value, depth)
    is_fit = {"string": str, "number": int | float, "switch": bool}[shape.kind]
    if not isinstance(value, is_fit) or (shape.kind == "number" and isinstance(value, bool)):
        raise ChangeError
    return _plain(value, depth)


def _is_variant(place: Shape, value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("kind"), str) and value["kind"] in place.variants


def _fitting_names(shape: Shape, value: Any, depth: int) -> Tree:
    if not isinstance(value, dict):
        raise ChangeError
    if len(value) > shape.most:
        raise DraftRowsError(max=shape.most)
    fitted = {}
    for name, child in value.items():
        inner = shape.inside(name)
        if inner is None:
            raise ChangeError
        if child is not None:
            fitted[name] = fitting(inner, child, depth + 1)
    return fitted


def _fitting_rows(shape: Shape, value: Any, depth: int) -> list[Any]:
    if not isinstance(value, list) or shape.item is None:
        raise ChangeError
    if len(value) > shape.most:
        raise DraftRowsError(max=shape.most)
    return [fitting(shape.item, item, depth + 1) for item in value]


def _plain(value: Any, depth: int) -> Any:
    """A value of JSON; texts as they can be stored, numbers as a workshop may have them."""
    if depth > MAX_DEPTH:
        raise ChangeError
    if isinstance(value, str):
        if len(value) > MAX_TEXT:
            raise DraftTextError(max=MAX_TEXT)
        return _UNWRITABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"))
    if isinstance(value, dict):
        return {str(_plain(str(name), depth)): _plain(child, depth + 1) for name, child in value.items()}
    if isinstance(value, list):
        return [_plain(child, depth + 1) for child in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not abs(value) <= MAX_NUMBER:  # neither is what is no number
            raise ChangeError
        return value
    if value is None or isinstance(value, bool):
        return value
    raise ChangeError
