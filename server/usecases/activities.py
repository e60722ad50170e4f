"""Converts stored activities to models; each specification is parsed once."""

from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter

from server.store.rows import StoredActivity
from workshop.activities.registry import Activity


@cache
def _adapter() -> TypeAdapter[Activity]:
    """Made at first use: it takes longer than many a command."""
    return TypeAdapter(Activity)


@lru_cache(maxsize=512)
def parsed(spec: str) -> Activity:
    """The activity of a stored specification."""
    return _adapter().validate_json(spec, extra="ignore")  # a field that a later version gave up


def stored(activity: Activity) -> dict[str, Any]:
    """The columns that keep an activity."""
    return {"name": activity.id, "spec": _adapter().dump_json(activity, exclude_none=True).decode()}


def model_of(activity: StoredActivity) -> Activity:
    return parsed(activity.spec)
