"""A question of each kind as the editor begins it: what its kind decides, and fields that are still to be filled in."""

from collections.abc import Sequence
from typing import Any

from workshop.activities.activity import BaseActivity
from workshop.activities.form_fields import FormField


def blank_activity(activity: type[BaseActivity]) -> dict[str, Any]:
    """The fields of a new question of a kind; its id is made when it is inserted into a draft."""
    fields = _blank_fields(activity.editor_fields())
    for name in fields:
        default = activity.model_fields[name].default if name in activity.model_fields else None
        if isinstance(default, str | int | float):
            fields[name] = default
    return {"kind": activity.model_fields["kind"].default, **fields}


def _blank_fields(fields: Sequence[FormField]) -> dict[str, Any]:
    return {entry.name: value for entry in fields if entry.is_required and (value := _blank(entry)) is not None}


def _blank(entry: FormField) -> Any:
    """What a field has before anybody fills it in; None for one that is left out."""
    if entry.type in {"rows", "list"}:
        return [_blank_fields(entry.fields) for _ in range(entry.least or 0)]
    if entry.type == "texts":
        return [{} for _ in range(entry.least or 0)]
    if entry.type == "group":
        return _blank_fields(entry.fields)
    if entry.type == "choice":
        return entry.choices[0] if entry.choices else None
    plain: dict[str, Any] = {"text": {}, "plain": "", "number": entry.least, "switch": False}
    return plain.get(entry.type)
