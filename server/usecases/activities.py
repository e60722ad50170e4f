"""Converts stored activities to models; each specification is parsed once."""

from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from server.store.rows import StoredActivity
from workshop.activities.registry import Activity

_ADAPTER: TypeAdapter[Activity] = TypeAdapter(Activity)


@lru_cache(maxsize=512)
def parsed(spec: str) -> Activity:
    """The activity of a stored specification."""
    return _ADAPTER.validate_json(spec, extra="ignore")  # a field that a later version gave up


def stored(activity: Activity) -> dict[str, Any]:
    """The columns that keep an activity."""
    return {"name": activity.id, "spec": _ADAPTER.dump_json(activity, exclude_none=True).decode()}


def model_of(activity: StoredActivity) -> Activity:
    return parsed(activity.spec)
